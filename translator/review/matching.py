"""Which row of a bilingual file belongs to which sentence of a document: by place and source text, else by the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from translator.bilingual.base import Numbered
from translator.document import Document, Span
from translator.markup.xml_text import cleaned
from translator.pipeline.prepare import split_document


class SentencePlace(NamedTuple):
    """A sentence of a document. segment: from 1. sentence: from 1 within the segment."""

    segment: int
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class Matching:
    """rows: for each sentence the row that belongs to it, if any. left: the rows that belong to none."""

    rows: tuple[Numbered | None, ...]
    left: tuple[Numbered, ...]


def comparable(text: str) -> str:
    """The text as it is compared: programs change white space and forms of letters, and drop what XML cannot write."""
    return " ".join(unicodedata.normalize("NFC", cleaned(text)).split())


def split_as(document: Document, rows: Iterable[Numbered]) -> list[tuple[Span, ...]]:
    """The spans of the sentences of each segment; the segment is one where the rows have it only as a whole.

    So it is in files of programs that do not split paragraphs.
    """
    known = {comparable(row.pair.source) for row in rows}
    spans = []
    for segment, sentences in zip(document.segments, split_document(document), strict=True):
        texts = {comparable(span.of(segment.text)) for span in sentences}
        if comparable(segment.text) in known and known.isdisjoint(texts):
            sentences = (Span(0, len(segment.text)),)
        spans.append(sentences)
    return spans


def places_of(document: Document, spans: Sequence[tuple[Span, ...]]) -> list[SentencePlace]:
    """The sentences of a document in reading order. spans: of those of each segment."""
    places = []
    for number, (segment, sentences) in enumerate(zip(document.segments, spans, strict=True), 1):
        for sentence, span in enumerate(sentences, 1):
            places.append(SentencePlace(number, sentence, span.of(segment.text)))
    return places


def match(rows: Iterable[Numbered], places: Sequence[SentencePlace]) -> Matching:
    """The rows of the sentences.

    A row that tells its place belongs there if the sentence has its source text. All others are taken by their source
    text, in order. Where a file without places has one translation for a text, as a translation memory, that is the
    translation of every sentence with this text.
    """
    texts = [comparable(place.text) for place in places]
    numbers = {(place.segment, place.sentence): number for number, place in enumerate(places)}
    found: list[Numbered | None] = [None] * len(places)
    waiting: dict[str, list[Numbered]] = {}
    for row in rows:
        text = comparable(row.pair.source)
        number = numbers.get((row.segment, row.sentence))
        if number is not None and texts[number] == text and found[number] is None:
            found[number] = row
        else:
            waiting.setdefault(text, []).append(row)
    free: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        if found[number] is None:
            free.setdefault(text, []).append(number)
    left: list[Numbered] = []
    for text, group in waiting.items():
        numbers_of_text = free.get(text, [])
        for number, row in zip(numbers_of_text, _repeated(group, len(numbers_of_text)), strict=False):
            found[number] = row
        left += group[len(numbers_of_text) :]
    return Matching(tuple(found), tuple(sorted(left, key=attrgetter("number"))))


def _repeated(rows: Sequence[Numbered], number: int) -> Sequence[Numbered]:
    """The rows of one text for so many sentences."""
    first = rows[0]
    for row in rows:
        if row.segment or row.pair.target != first.pair.target:
            return rows
    return [*rows, *[first] * (number - len(rows))]

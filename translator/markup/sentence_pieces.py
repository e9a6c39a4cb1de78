"""The pieces of a segment, cut at its sentences: for bilingual files that keep the markup inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from translator.bitext import Pair, SegmentPair
from translator.document import Span
from translator.markup.pieces import Kept, Open, Piece, Text
from translator.markup.tag_projection import in_place, project
from translator.markup.xml_text import cleaned


@dataclass(frozen=True, slots=True)
class SentencePieces:
    """A sentence pair with its marks. before: the white space between it and the sentence before it."""

    pair: Pair
    before: str
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]


def sentences(segment: SegmentPair) -> list[SentencePieces]:
    """The sentences of a segment, each with the marks that stand in it; a mark may open in one and close in another."""
    text = segment.segment.text
    kept = [mark.span.of(text) for mark in segment.segment.marks]
    sources = _cut(_placed(in_place(segment.segment), text, kept), text, segment.spans)
    targets = _cut(_placed(project(segment), segment.target, kept), segment.target, _target_spans(segment))
    made = []
    done = segment.spans[0].start if segment.spans else 0
    for span, pair, left, right in zip(segment.spans, segment.pairs, sources, targets, strict=True):
        made.append(SentencePieces(pair, text[done : span.start], left, right))
        done = span.end
    return made


def plain_texts(made: Iterable[SentencePieces], kept: Sequence[str]) -> list[tuple[str, str]]:
    """What a reader of XML sees of each sentence and its translation. kept: for each mark the words that it keeps."""
    return [(_plain(sentence.source, kept), _plain(sentence.target, kept)) for sentence in made]


def _plain(pieces: Iterable[Piece], kept: Sequence[str]) -> str:
    texts = []
    for piece in pieces:
        if isinstance(piece, Text):
            texts.append(piece.text)
        elif isinstance(piece, Kept):
            texts.append(kept[piece.mark])
    return cleaned("".join(texts))


def _target_spans(segment: SegmentPair) -> list[Span]:
    """Where each sentence stands in the segment's translation."""
    spans = []
    start = 0
    done = 0
    for span, pair in zip(segment.spans, segment.pairs, strict=True):
        start += span.start - done
        spans.append(Span(start, start + len(pair.target)))
        start += len(pair.target)
        done = span.end
    return spans


def _cut(pieces: Iterable[tuple[Piece, Span]], text: str, spans: Sequence[Span]) -> list[tuple[Piece, ...]]:
    """The pieces of each sentence; the white space between sentences is in none."""
    rows: list[list[Piece]] = [[] for _ in spans]
    number = 0
    for piece, place in pieces:
        opens = isinstance(piece, Open | Kept)
        while number + 1 < len(spans) and _is_past(place, spans[number], opens=opens):
            if isinstance(piece, Text):
                rows[number] += _part(text, place, spans[number])
            number += 1
        if isinstance(piece, Text) and place.start < place.end:
            rows[number] += _part(text, place, spans[number])
        else:
            rows[number].append(piece)
    return [tuple(row) for row in rows]


def _is_past(place: Span, sentence: Span, *, opens: bool) -> bool:
    """Does what stands at `place` belong to a later sentence, or reach into one?"""
    if place.start < place.end:
        return place.end > sentence.end
    if opens:
        return place.start >= sentence.end
    return place.start > sentence.end


def _part(text: str, place: Span, sentence: Span) -> list[Piece]:
    """What stands at `place`, as far as it is in the sentence."""
    part = text[max(place.start, sentence.start) : min(place.end, sentence.end)]
    return [Text(part)] if part else []


def _placed(pieces: Sequence[Piece], text: str, kept: Sequence[str]) -> Iterator[tuple[Piece, Span]]:
    """Each piece with its characters of the text.

    A mark without words has an empty place. So has a kept mark whose words the translation lost, and the blank that was
    added before it. kept: for each mark the words that it keeps.
    """
    done = 0
    for piece, following in zip_longest(pieces, pieces[1:]):
        length = 0
        if isinstance(piece, Kept) and text.startswith(kept[piece.mark], done):
            length = len(kept[piece.mark])
        if isinstance(piece, Text) and not _is_added(piece, following, text[done:], kept):
            length = len(piece.text)
        yield piece, Span(done, done + length)
        done += length


def _is_added(piece: Text, following: Piece | None, text: str, kept: Sequence[str]) -> bool:
    """Was the piece, which the `text` would begin with, added as the blank before a kept mark whose words were lost?"""
    if piece.text != " " or not isinstance(following, Kept):
        return False
    return not text.startswith(kept[following.mark], 1)

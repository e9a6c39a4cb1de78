"""Web pages: the text of each block, the texts of attributes, the title and what search engines are told.

Everything else is kept byte for byte: tags, comments, scripts, styles, code, addresses, what must not be translated and
what is in another language. Tags inside a sentence travel with their words. The page says that it is in English where
it said that it is in Indonesian.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from translator.bitext import Bitext
from translator.document import Document, Mark, Place, Segment, Span
from translator.formats.base import DEFAULT_READING, Reading
from translator.formats.html.encoding import decode_page, encode_page
from translator.formats.html.icons import parted_at_signs
from translator.formats.html.page import Page
from translator.formats.html.reading import read_page
from translator.formats.html.rows import parted
from translator.formats.html.touching import parted_where_touching
from translator.markup.html_text import IN_TEXT, HtmlSpelling, spelling_of, spelt
from translator.markup.pieces import Piece, joined
from translator.markup.runs import Run, runs
from translator.markup.splice import Become, Splice, spliced, translation_of

_LINE_END = re.compile(r"\r\n|\r|\n")
_XML_SUFFIX, _XML_DECLARATION = ".xhtml", "<?xml"


@dataclass(frozen=True, slots=True)
class HtmlWriting:
    """How a segment is written. holders: for each mark, the characters of the page that it is written with."""

    spelling: HtmlSpelling
    holders: tuple[tuple[Span], ...]


@dataclass(frozen=True, slots=True)
class HtmlSkeleton:
    """The source's text, how it is encoded, and how the translation is.

    writings: for each segment, how it is written. languages: spans that name the language, with what is written there.
    left: what is left as it is, though a reader may see it, and how often.
    """

    text: str
    source_encoding: str
    encoding: str
    bom: bytes
    writings: tuple[HtmlWriting, ...]
    languages: tuple[tuple[Span, str], ...]
    left: Mapping[str, int]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`; the lines of a paragraph are always joined.

    Raises SourceError; UsageError for an unknown encoding.
    """
    decoded, encoding = decode_page(data, reading.encoding, name)
    text = decoded.text
    page = read_page(text)
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    found = []
    for run, where, escapes in _runs(page):
        line = bisect_right(starts, run.span.start)
        segment = Segment(run.text, Place(run.span, line, where), run.marks)
        found.append((segment, HtmlWriting(spelling_of(run.items, escapes), tuple(zip(run.origins, strict=True)))))
    found.sort(key=lambda each: each[0].place.span.start)
    segments = tuple(segment for segment, _ in found)
    writings = tuple(writing for _, writing in found)
    skeleton = HtmlSkeleton(text, decoded.encoding, encoding, decoded.bom, writings, tuple(page.languages), page.left)
    is_xml = name.lower().endswith(_XML_SUFFIX) or text.startswith(_XML_DECLARATION)
    return Document(name, segments, skeleton, decoded.notices + told_left(page.left), is_xml)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; a character that this lacks is written as a reference."""
    return render_page(bitext, any(pair.target != pair.segment.text for pair in bitext.segments))


def render_page(bitext: Bitext, is_translated: bool) -> bytes:
    """The page, which says that it is in English if it, or the book that it is a part of, is translated."""
    skeleton: HtmlSkeleton = bitext.document.skeleton
    splices = []
    for pair, writing in zip(bitext.segments, skeleton.writings, strict=True):
        splices.append(translation_of(pair, writing.holders, skeleton.text, partial(_written, writing.spelling)))
    if not is_translated:  # the page is still in Indonesian
        return encode_page(skeleton.text, skeleton.source_encoding, skeleton.bom)
    splices += [Splice(span, partial(_replaced, english)) for span, english in skeleton.languages]
    return encode_page(spliced(skeleton.text, splices), skeleton.encoding, skeleton.bom)


def _written(spelling: HtmlSpelling, pieces: Sequence[Piece], marks: Sequence[Mark]) -> str:
    return joined(pieces, marks, lambda plain: spelt(plain, spelling))


def _replaced(english: str, _become: Become) -> str:
    return english


def _runs(page: Page) -> Iterator[tuple[Run, str, Mapping[str, str]]]:
    """The segments of a page to be, each with its place for people and with what its characters are written as."""
    starts = [start for start, _ in page.places]
    for run in runs(parted_at_signs(parted_where_touching(parted(page.items)))):
        at = bisect_right(starts, run.span.start)
        where = page.places[at - 1][1] if at else ""
        yield run, where, IN_TEXT
    for passage in page.passages:
        for run in runs(passage.items):
            yield run, passage.where, passage.escapes


def told_left(left: Mapping[str, int]) -> tuple[str, ...]:
    """The notice of what is left as it is, and how often; none where that is nothing."""
    counts = []
    for what, count in sorted(left.items()):
        plural = "" if count == 1 else "s"
        counts.append(f"{count} script{plural}" if what == "script" else f"{count} part{plural} {what}")
    if not counts:
        return ()
    return (f"left as it is: {', '.join(counts)}",)

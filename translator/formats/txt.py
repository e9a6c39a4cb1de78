"""Plain text: each line that is not blank is a segment; everything else is kept byte for byte.

A line ends with LF, CR or both, as the file has it. The white space around a line, no-break and zero-width spaces
included, is not part of the segment. In a wrapped document a segment runs to the next blank line or list item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator.bitext import Bitext
from translator.document import Document, Place, Segment, Span
from translator.formats.base import DEFAULT_READING, Reading, decode, encode, replaced

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace())  # U+3000 is the last space of Unicode
_BLANK = _SPACES + "\u200b\u2060\ufeff"  # and what has no width: zero-width space, word joiner, byte order mark
_ITEM = re.compile(r"(?:[-*•–—]|\(?(?:\d{1,3}|[a-z])[.)])\s")


@dataclass(frozen=True, slots=True)
class TxtSkeleton:
    """The source's text, and how the translation is encoded. bom: its byte order mark, or none."""

    text: str
    encoding: str
    bom: bytes


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`. Raises SourceError; UsageError for an unknown encoding."""
    decoded = decode(data, reading.encoding, name)
    text = decoded.text
    if reading.wrapped:
        segments = [_joined(paragraph, text) for paragraph in _paragraphs(text)]
    else:
        segments = [Segment(line.span.of(text), line) for line in _lines(text)]
    skeleton = TxtSkeleton(text, decoded.output_encoding, decoded.bom)
    return Document(name, tuple(segments), skeleton, decoded.notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: TxtSkeleton = bitext.document.skeleton
    return encode(render_text(bitext), skeleton.encoding, skeleton.bom)


def render_text(bitext: Bitext) -> str:
    """The translated document as text, without a byte order mark."""
    return replaced(bitext.document.skeleton.text, [(pair.segment.place.span, pair.target) for pair in bitext.segments])


def _lines(text: str) -> Iterator[Place]:
    """The lines that are not blank, without the white space around them."""
    for number, line in enumerate(_LINE.finditer(text), 1):
        start = line.end(1) - len(line[1].lstrip(_BLANK))
        end = line.start() + len(line[1].rstrip(_BLANK))
        if start < end:
            yield Place(Span(start, end), number)


def _paragraphs(text: str) -> Iterator[list[Place]]:
    """Lines that belong together: no blank line is between them, and only the first may begin with a list marker."""
    paragraph: list[Place] = []
    for line in _lines(text):
        if paragraph and _begins_paragraph(line, paragraph[-1], text):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _begins_paragraph(line: Place, before: Place, text: str) -> bool:
    if line.line > before.line + 1:
        return True
    return _ITEM.match(text, line.span.start) is not None


def _joined(lines: list[Place], text: str) -> Segment:
    """The segment of a paragraph: its lines with one blank between them."""
    span = Span(lines[0].span.start, lines[-1].span.end)
    words = " ".join(line.span.of(text) for line in lines)
    return Segment(words, Place(span, lines[0].line))

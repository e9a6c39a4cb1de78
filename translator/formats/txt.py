"""Plain text: each line that is not blank is a segment; all else is kept byte for byte.

A line ends with LF, CR or both, as the file has it. Its outer white space, no-break and zero-width spaces among it, is
not part of the segment. A wrapped document's segments go on to the next blank line or list item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translator.atomic_write import write_whole
from translator.bitext import Bitext
from translator.document import Document, Place, Segment, Span
from translator.formats.base import LIMIT, decode, encode, read_bytes

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_BLANK = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\u200b\u2060\ufeff"
_ITEM = re.compile(r"(?:[-*•–—]|\(?(?:\d{1,3}|[a-z])[.)])\s")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The text, and how it is written again. encoding: of the output. bom: its byte order mark, or none."""

    text: str
    encoding: str
    bom: bytes


def read(
    path: Path, encoding: str | None = None, wrapped: bool = False, name: str | None = None, limit: int = LIMIT
) -> Document:
    """The document at `path`, called `name` or as its file. Raises SourceError; UsageError for an unknown encoding."""
    return parse(read_bytes(path, limit), path.name if name is None else name, encoding, wrapped)


def parse(data: bytes, name: str, encoding: str | None = None, wrapped: bool = False) -> Document:
    """The document in `data`, called `name`. Raises as `read`."""
    decoded = decode(data, encoding, name)
    lines = _lines(decoded.text)
    paragraphs = _paragraphs(lines, decoded.text) if wrapped else ([line] for line in lines)
    segments = tuple(_segment(paragraph, decoded.text) for paragraph in paragraphs)
    guessed = encoding is None and bool(decoded.notices)  # and so not handed on
    skeleton = Skeleton(decoded.text, "utf-8" if guessed else decoded.encoding, decoded.bom)
    return Document(name, segments, skeleton, decoded.notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: Skeleton = bitext.document.skeleton
    text = render_text(bitext)
    data = encode(text, skeleton.encoding, skeleton.bom)
    return text.encode() if data is None else data


def render_text(bitext: Bitext) -> str:
    """The translated document as text, without a byte order mark."""
    text = bitext.document.skeleton.text
    parts, done = [], 0
    for pair in bitext.segments:
        span = pair.segment.place.span
        parts += [text[done : span.start], pair.target]
        done = span.end
    return "".join([*parts, text[done:]])


def write(bitext: Bitext, path: Path) -> None:
    """Put the translated document at `path`, whole or not at all. Raises OutputError."""
    write_whole(path, render(bitext))


def _lines(text: str) -> Iterator[Place]:
    """The lines that are not blank, without their outer white space."""
    for number, line in enumerate(_LINE.finditer(text), 1):
        start = line.end(1) - len(line[1].lstrip(_BLANK))
        end = line.start() + len(line[1].rstrip(_BLANK))
        if start < end:
            yield Place(Span(start, end), number)


def _paragraphs(lines: Iterator[Place], text: str) -> Iterator[list[Place]]:
    """Lines that belong together: no blank one is between them, and none but the first begins with a list marker."""
    paragraph: list[Place] = []
    for line in lines:
        goes_on = paragraph and line.line == paragraph[-1].line + 1 and not _ITEM.match(text, line.span.start)
        if paragraph and not goes_on:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _segment(lines: list[Place], text: str) -> Segment:
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Segment(" ".join(line.span.of(text) for line in lines), Place(span, lines[0].line))

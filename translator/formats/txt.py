"""Plain text: each line that is not blank is a segment; everything else is kept byte for byte.

A line ends with LF, CR or both, as the file has it. The white space around a line, no-break and zero-width spaces
included, is not part of the segment. In a wrapped document a segment runs to the next blank line or list item. What is
very long is several segments, of whole sentences as far as there are any.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.bitext import Bitext
from translator.document import Document, Place, Segment, Span
from translator.formats.base import DEFAULT_READING, Reading, decode
from translator.language.sentences import split
from translator.spool import Spool

# Characters of a segment: some 800 sentences. With longer ones the sentences of a line without end would all be held.
LONGEST_SEGMENT = 2**16

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace())  # U+3000 is the last space of Unicode
_BLANK = _SPACES + "\u200b\u2060\ufeff"  # and what has no width: zero-width space, word joiner, byte order mark
_ITEM = re.compile(r"(?:[-*•–—]|\(?(?:\d{1,3}|[a-z])[.)])\s")
_SENTENCE_END = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class TxtSkeleton:
    """What is no text to translate, and how the translation is encoded.

    gaps: what stands before each segment, and last what stands behind the last one. bom: the source's byte order mark,
    or none.
    """

    gaps: Sequence[str]
    encoding: str
    bom: bytes


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`. Raises SourceError; UsageError for an unknown encoding."""
    decoded = decode(data, reading.encoding, name)
    text = decoded.text
    segments: Spool[Segment] = Spool(reading.spool_folder)
    gaps: Spool[str] = Spool(reading.spool_folder)
    done = 0
    for segment in _segments(text, reading.wrapped):
        span = segment.place.span
        segments.append(segment, len(segment.text))
        gaps.append(text[done : span.start], len(segment.text))
        done = span.end
    gaps.append(text[done:], len(text) - done)
    skeleton = TxtSkeleton(gaps.settled(), decoded.output_encoding, decoded.bom)
    return Document(name, segments.settled(), skeleton, decoded.notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    return b"".join(RenderedText(bitext))


@dataclass(frozen=True, slots=True)
class RenderedText:
    """What `render` gives, a little at a time; made anew whenever it is asked for."""

    bitext: Bitext

    def __iter__(self) -> Iterator[bytes]:
        skeleton: TxtSkeleton = self.bitext.document.skeleton
        encoding, bom = skeleton.encoding, skeleton.bom
        if not _can_write(encoding, self.bitext):
            encoding, bom = "utf-8", b""
        yield bom
        yield from codecs.iterencode(_parts(self.bitext), encoding)


def render_text(bitext: Bitext) -> str:
    """The translated document as text, without a byte order mark."""
    return "".join(_parts(bitext))


def _parts(bitext: Bitext) -> Iterator[str]:
    """The text of the translated document, piece by piece."""
    gaps = bitext.document.skeleton.gaps
    for gap, pair in zip(gaps, bitext.segments, strict=False):
        yield gap
        yield pair.target
    yield gaps[-1]


def _can_write(encoding: str, bitext: Bitext) -> bool:
    """Has an encoding all characters of the translated document?"""
    if encoding.startswith("utf"):
        return True
    try:
        for _ in codecs.iterencode(_parts(bitext), encoding):
            pass
    except UnicodeEncodeError:
        return False
    return True


def _segments(text: str, is_wrapped: bool) -> Iterator[Segment]:
    if is_wrapped:
        for paragraph in _paragraphs(text):
            yield _joined(paragraph, text)
        return
    for line in _lines(text):
        for part in _cut(line.span, text):
            yield Segment(part.of(text), Place(part, line.line))


def _lines(text: str) -> Iterator[Place]:
    """The lines that are not blank, without the white space around them."""
    for number, line in enumerate(_LINE.finditer(text), 1):
        span = _stripped(Span(*line.span(1)), text)
        if span.start < span.end:
            yield Place(span, number)


def _stripped(span: Span, text: str) -> Span:
    """A span without the white space at its ends."""
    start, end = span
    while start < end and text[start] in _BLANK:
        start += 1
    while start < end and text[end - 1] in _BLANK:
        end -= 1
    return Span(start, end)


def _cut(line: Span, text: str) -> Iterator[Span]:
    """A line in parts of at most LONGEST_SEGMENT characters.

    A part ends with a sentence, or with a word where there is a single long sentence.
    """
    start = line.start
    while line.end - start > LONGEST_SEGMENT:
        part = text[start : start + LONGEST_SEGMENT]
        sentences = split(part)
        last = sentences[-1].start if len(sentences) > 1 else part.rfind(" ") + 1
        end = start + (last or LONGEST_SEGMENT)
        yield _stripped(Span(start, end), text)
        start = _stripped(Span(end, line.end), text).start
    yield Span(start, line.end)


def _paragraphs(text: str) -> Iterator[list[Place]]:
    """Lines that belong together: no blank line is between them, and only the first may begin with a list marker."""
    paragraph: list[Place] = []
    for line in _lines(text):
        if paragraph and (_begins_paragraph(line, paragraph[-1], text) or _is_enough(paragraph, text)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _begins_paragraph(line: Place, before: Place, text: str) -> bool:
    if line.line > before.line + 1:
        return True
    return _ITEM.match(text, line.span.start) is not None


def _is_enough(paragraph: list[Place], text: str) -> bool:
    """Is a paragraph so long that it ends with its last line, which ends a sentence?"""
    first, last = paragraph[0].span, paragraph[-1].span
    if last.end - first.start < LONGEST_SEGMENT:
        return False
    return text.endswith(_SENTENCE_END, last.start, last.end)


def _joined(lines: list[Place], text: str) -> Segment:
    """The segment of a paragraph: its lines with one blank between them."""
    span = Span(lines[0].span.start, lines[-1].span.end)
    words = " ".join(line.span.of(text) for line in lines)
    return Segment(words, Place(span, lines[0].line))

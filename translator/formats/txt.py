"""Plain text: each line that is not blank is a segment; everything else is kept byte for byte.

A line ends with LF, CR or both, as the file has it. The white space around a line, no-break and zero-width spaces
included, is not part of the segment. In a wrapped document a segment runs to the next blank line, list item or label,
rule or row of a table, and ends with a line that ends long before the others do. What is very long is several segments,
of whole sentences as far as there are any.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedIOBase, BytesIO

from translator.atomic_write import in_chunks
from translator.bitext import Bitext
from translator.document import Document, Place, Segment, Span
from translator.formats.base import DEFAULT_READING, Reading, text_file
from translator.language.sentences import split
from translator.spool import Spool

# Characters of a segment: some 800 sentences. With longer ones the sentences of a line without end would all be held.
LONGEST_SEGMENT = 2**16
# Bytes of a file. On the disk Padan keeps some six times as many while it works.
LIMIT = 2**30
LEAST_SIZE = 40  # characters: in memory, a gap of none takes as much as a text of so many

_LINE_END = re.compile(r"\r\n|\r(?!\Z)|\n")  # behind a CR at the end of a piece an LF may follow
_SPACES = "".join(char for char in map(chr, range(0x3001)) if char.isspace())  # U+3000 is the last space of Unicode
_BLANK = _SPACES + "\u200b\u2060\ufeff"  # and what has no width: zero-width space, word joiner, byte order mark
# What begins a paragraph: a list marker, or a label, as in the head of a letter (Nomor : 12; Tempat lahir: Solo).
_ITEM = r"(?:[-*•–—]|\(?(?:\d{1,3}|[a-z])[.)])\s"
_LABEL = r"[A-Z][\w./-]*(?: [\w./-]+){0,2}\s*:\s"
_OPENING = re.compile(rf"{_ITEM}|{_LABEL}")
_DRAWN = re.compile(r"^(?:[^\w\n]{3,}|[|+].*[|+])$", re.MULTILINE)  # a rule, or a row of a table: =====, | a | b |
_LINES_COMPARED = 8
_SENTENCE_END = (".", "?", "!", "…")

FoundSegment = tuple[str, Segment | None]  # what stands before a segment, and the segment; behind the last one none


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
    return parse_file(BytesIO(data), name, reading)


def parse_file(file: BufferedIOBase, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in a file that is at its beginning, of which no more than a little is held. Raises as `parse`."""
    source = text_file(file, reading.encoding, name)
    segments: Spool[Segment] = Spool(reading.spool_folder)
    gaps: Spool[str] = Spool(reading.spool_folder)
    found = _segments(_lines(source.pieces()))
    for gap, segment in _paragraphs(found) if reading.wrapped else found:
        gaps.append(gap, len(gap) + LEAST_SIZE)
        if segment is not None:
            segments.append(segment, len(segment.text))
    skeleton = TxtSkeleton(gaps.settled(), source.output_encoding, source.bom)
    return Document(name, segments.settled(), skeleton, source.notices)


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
        if bom:
            yield bom
        yield from codecs.iterencode(in_chunks(_parts(self.bitext)), encoding)


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
        for _ in codecs.iterencode(in_chunks(_parts(bitext)), encoding):
            pass
    except UnicodeEncodeError:
        return False
    return True


def _lines(pieces: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines of a text, numbered from 1, each with its end; of a very long one the parts."""
    waiting = ""
    number = 1
    for piece in pieces:
        waiting += piece
        done = 0
        for end in _LINE_END.finditer(waiting):
            yield from _parts_of(waiting[done : end.end()], number)
            number += 1
            done = end.end()
        *parts, waiting = [part for _, part in _parts_of(waiting[done:], number)]
        yield from [(number, part) for part in parts]
    yield number, waiting


def _parts_of(line: str, number: int) -> Iterator[tuple[int, str]]:
    """A line in parts of at most LONGEST_SEGMENT characters, its end aside; each with the number of the line.

    A part ends with a sentence, or with a word where there is a single long sentence.
    """
    while len(line.rstrip("\r\n")) > LONGEST_SEGMENT:
        part = line[:LONGEST_SEGMENT]
        sentences = split(part)
        last = sentences[-1].start if len(sentences) > 1 else part.rfind(" ") + 1
        end = last or LONGEST_SEGMENT
        yield number, line[:end]
        line = line[end:]
    yield number, line


def _segments(lines: Iterable[tuple[int, str]]) -> Iterator[FoundSegment]:
    """The lines that are not blank, without the white space around them."""
    gaps: list[str] = []
    done = 0
    for number, line in lines:
        text = line.strip(_BLANK)
        start = len(line) - len(line.lstrip(_BLANK)) if text else len(line)
        gaps.append(line[:start])
        if text:
            span = Span(start, start + len(text))
            yield "".join(gaps), Segment(text, Place(span.shifted(done), number))
            gaps = [line[span.end :]]
        done += len(line)
    yield "".join(gaps), None


def _paragraphs(lines: Iterable[FoundSegment]) -> Iterator[FoundSegment]:
    """Lines that belong together: no blank line is between them, and only the first may begin with a list marker.

    Nor may another begin with a label, as in the head of a letter, be drawn, or stand behind one that ends too early.
    """
    gap_before = ""
    paragraph: list[Segment] = []
    for gap, line in lines:
        if line is None or not paragraph or _begins_paragraph(line, paragraph):
            if paragraph:
                yield gap_before, _joined(paragraph)
            gap_before = gap
            paragraph = []
        if line is not None:
            paragraph.append(line)
    yield gap_before, None


def _begins_paragraph(line: Segment, paragraph: list[Segment]) -> bool:
    """Is a line none of the paragraph before it? So is one behind very many, if they end with a sentence."""
    first, last = paragraph[0].place, paragraph[-1].place
    if line.place.line != last.line + 1:
        return True
    if last.span.end - first.span.start > LONGEST_SEGMENT and paragraph[-1].text.endswith(_SENTENCE_END):
        return True
    if _DRAWN.search(f"{paragraph[-1].text}\n{line.text}"):
        return True
    if _OPENING.match(f"{line.text} "):
        return True
    return _ends_early(paragraph, line)


def _ends_early(paragraph: list[Segment], line: Segment) -> bool:
    """Is the last line so far below the width of the others that it was not wrapped before the next word?"""
    width = max(len(other.text) for other in (*paragraph[-_LINES_COMPARED:], line))
    return 3 * len(f"{paragraph[-1].text} {line.text.split()[0]}") < 2 * width


def _joined(lines: list[Segment]) -> Segment:
    """The segment of a paragraph: its lines with one blank between them."""
    span = Span(lines[0].place.span.start, lines[-1].place.span.end)
    words = " ".join(line.text for line in lines)
    return Segment(words, Place(span, lines[0].place.line))

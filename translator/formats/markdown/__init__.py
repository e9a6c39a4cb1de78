"""Markdown: the text of paragraphs, headings, list items, table cells, links and images is translated.

Everything else is kept byte for byte: front matter, code, addresses, HTML, and the marks of lists, tables, headings and
quotations. The lines of a paragraph are one segment, up to a hard break. Emphasis, links and inline code travel with
their words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from translator.bitext import Bitext, SegmentPair
from translator.document import Document, Mark, Place, Segment, Span
from translator.formats.base import DEFAULT_READING, Reading, decode, encode
from translator.formats.markdown import commonmark
from translator.markup.pieces import Close, Open, Piece, joined
from translator.markup.runs import Role, Run, runs
from translator.markup.tag_projection import project

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_SPECIAL = frozenset("\\`*_[]<")
_EMPHASIS = frozenset({"*", "**", "_", "__", "~~", "~"})
_BLOCK_START = re.compile(r"#{1,6}(?=\s|$)|[-+](?=\s|$)|>|(?:~~~)|(?:\d{1,9})(?=[.)](?:\s|$))")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a segment is written.

    spellings: of characters, as the source spells them. literal: the characters that the source does not escape.
    holders: for its marks that hold segments of their own, the characters in the document.
    """

    spellings: Mapping[str, str]
    literal: frozenset[str]
    holders: Mapping[int, Span]


@dataclass(frozen=True, slots=True)
class MarkdownSkeleton:
    """The source's text, how the translation is encoded, and how each segment is written."""

    text: str
    encoding: str
    bom: bytes
    spellings: tuple[Spelling, ...]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`; the lines of a paragraph are always joined.

    Raises SourceError; UsageError for an unknown encoding.
    """
    decoded = decode(data, reading.encoding, name)
    text = decoded.text
    lines = [Span(*line.span(1)) for line in _LINE.finditer(text)]
    starts = [line.start for line in lines]
    blocks, references = commonmark.blocks(text, lines)
    waiting = blocks[::-1]
    segments = []
    spellings = []
    while waiting:
        block = waiting.pop()
        items, images = commonmark.items(block, text, references)
        waiting += reversed(images)
        for run in runs(items):
            line = bisect_right(starts, run.span.start)
            segments.append(Segment(run.text, Place(run.span, line), run.marks))
            spellings.append(_spelling(run, block.in_table))
    skeleton = MarkdownSkeleton(text, decoded.output_encoding, decoded.bom, tuple(spellings))
    return Document(name, tuple(segments), skeleton, decoded.notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: MarkdownSkeleton = bitext.document.skeleton
    parts = list(zip(bitext.segments, skeleton.spellings, strict=True))
    parts.sort(key=_start)
    text = _spliced(Span(0, len(skeleton.text)), parts, skeleton.text)
    return encode(text, skeleton.encoding, skeleton.bom)


Part = tuple[SegmentPair, Spelling]


def _start(part: Part) -> int:
    return part[0].segment.place.span.start


def _spliced(within: Span, parts: Sequence[Part], text: str) -> str:
    """The characters `within` of the document, with the translations of the segments in them, which are `parts`.

    A segment may hold others: those of the images in it.
    """
    pieces = []
    done = within.start
    at = 0
    while at < len(parts):
        pair, spelling = parts[at]
        span = pair.segment.place.span
        end = at + 1
        while end < len(parts) and _start(parts[end]) < span.end:
            end += 1
        pieces += [text[done : span.start], _translated(pair, spelling, parts[at + 1 : end], text)]
        done = span.end
        at = end
    pieces.append(text[done : within.end])
    return "".join(pieces)


def _translated(pair: SegmentPair, spelling: Spelling, inner: Sequence[Part], text: str) -> str:
    segment = pair.segment
    if pair.target == segment.text:
        return _spliced(segment.place.span, inner, text)
    marks = tuple(_filled(mark, spelling.holders.get(at), inner, text) for at, mark in enumerate(segment.marks))
    filled = replace(pair, segment=replace(segment, marks=marks))
    pieces = _without_empty_emphasis(project(filled), marks)
    written = joined(pieces, marks, lambda plain: _spelt(plain, spelling))
    start = _BLOCK_START.match(written)
    if start is None or _BLOCK_START.match(segment.text):
        return written
    at = start.end() if start[0].isdigit() else 0
    return f"{written[:at]}\\{written[at:]}"


def _without_empty_emphasis(pieces: Sequence[Piece], marks: Sequence[Mark]) -> list[Piece]:
    """The pieces without emphasis around nothing: `****` would be text, or a line across the page."""
    kept: list[Piece] = []
    for piece in pieces:
        is_closing = isinstance(piece, Close) and marks[piece.mark].closing in _EMPHASIS
        if is_closing and kept and kept[-1] == Open(piece.mark):  # type: ignore[union-attr]
            kept.pop()
        else:
            kept.append(piece)
    return kept


def _filled(mark: Mark, holder: Span | None, inner: Sequence[Part], text: str) -> Mark:
    """The mark with the translations of the segments that it holds."""
    if holder is None:
        return mark
    held = [part for part in inner if holder.start <= _start(part) < holder.end]
    if not held:
        return mark
    opening = mark.opening.replace(holder.of(text), _spliced(holder, held, text))
    return replace(mark, opening=opening)


def _spelling(run: Run, in_table: bool) -> Spelling:
    spellings = {}
    literal: set[str] = set()
    for item in run.items:
        if item.role is not Role.TEXT:
            continue
        if item.raw == item.text:
            literal.update(item.text)
        elif len(item.text) == 1:
            spellings[item.text] = item.raw
    spellings.pop(" ", None)
    if in_table:
        spellings.setdefault("|", "\\|")
    holders = {}
    for at, span in enumerate(run.origins):
        if run.marks[at].opening:
            holders[at] = span
    return Spelling(spellings, frozenset(literal), holders)


def _spelt(plain: str, spelling: Spelling) -> str:
    """Text as Markdown: as the source escapes it, and with what would otherwise become markup escaped."""
    written = []
    for character in plain:
        known = spelling.spellings.get(character)
        if known is not None:
            written.append(known)
            continue
        if character in _SPECIAL and character not in spelling.literal:
            written.append("\\")
        written.append(character)
    return "".join(written)

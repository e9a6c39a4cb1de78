"""Markdown: the text of paragraphs, headings, list items, table cells, links, images and HTML blocks is translated.

Everything else is kept byte for byte: front matter, code, math, addresses, tags, citations, comments, and the marks of
lists, tables, headings, quotations, notes and templates. The lines of a paragraph are one segment, up to a hard break.
Emphasis, links and inline code travel with their words. A heading that the document itself links to keeps its old
address.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from translator.bitext import Bitext
from translator.document import Document, Mark, Place, Segment, Span
from translator.formats.base import DEFAULT_READING, Reading, decode, encode
from translator.formats.markdown.anchors import Anchors
from translator.formats.markdown.block import BlockKind
from translator.formats.markdown.blocks import blocks as blocks_of
from translator.formats.markdown.inline import items as items_of
from translator.formats.markdown.spelling import MarkdownSpelling, spelt, written_for
from translator.markup.pieces import Close, Kept, Open, Piece, Text, joined
from translator.markup.runs import runs
from translator.markup.splice import spliced, translation_of

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_EMPHASIS = frozenset({"*", "**", "_", "__", "~~", "~", "==", "++"})
_BLOCK_START = re.compile(r"#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|~~~|:::|\+\+\+|\$\$|:(?=\s)|\d{1,9}(?=[.)](?:\s|$))")


@dataclass(frozen=True, slots=True)
class MarkdownSkeleton:
    """The source's text, how the translation is encoded, and how each segment is written.

    anchors: for the first segment of a heading that the document links to, by its number, the address.
    """

    text: str
    encoding: str
    bom: bytes
    spellings: tuple[MarkdownSpelling, ...]
    anchors: Mapping[int, str]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`; the lines of a paragraph are always joined.

    Raises SourceError; UsageError for an unknown encoding.
    """
    decoded = decode(data, reading.encoding, name)
    text = decoded.text
    lines = [Span(*line.span(1)) for line in _LINE.finditer(text)]
    starts = [line.start for line in lines]
    blocks, references = blocks_of(text, lines)
    anchors = Anchors(text)
    waiting = blocks[::-1]
    segments: list[Segment] = []
    spellings = []
    while waiting:
        block = waiting.pop()
        items, inner = items_of(block, text, references)
        waiting += reversed(inner)
        first = len(segments)
        for run in runs(items):
            line = bisect_right(starts, run.span.start)
            segments.append(Segment(run.text, Place(run.span, line), run.marks))
            spellings.append(written_for(run, block.kind))
        if block.is_heading:
            anchors.add(items, first, len(segments))
    skeleton = MarkdownSkeleton(text, decoded.output_encoding, decoded.bom, tuple(spellings), anchors.kept)
    return Document(name, tuple(segments), skeleton, decoded.notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: MarkdownSkeleton = bitext.document.skeleton
    splices = []
    for number, pair in enumerate(bitext.segments):
        spelling = skeleton.spellings[number]
        write = partial(_written, spelling, skeleton.anchors.get(number, ""), pair.segment.place.span.of(skeleton.text))
        splices.append(translation_of(pair, spelling.holders, skeleton.text, write))
    return encode(spliced(skeleton.text, splices), skeleton.encoding, skeleton.bom)


def _written(
    spelling: MarkdownSpelling, anchor: str, source: str, pieces: Sequence[Piece], marks: Sequence[Mark]
) -> str:
    """A segment's translation. anchor: what is put before it. source: the segment as the source writes it."""
    kept = _with_blanks_between_code(_joined_emphasis(_without_empty_emphasis(pieces, marks), marks), marks)
    written = joined(kept, marks, lambda plain: spelt(plain, spelling))
    if spelling.kind in (BlockKind.MARKDOWN, BlockKind.CELL):
        written = _escaped_start(written, source)
    return anchor + written


def _escaped_start(written: str, source: str) -> str:
    """The text, its beginning escaped where it would begin a block and the source, as it is written, does not."""
    start = _BLOCK_START.match(written)
    if start is None or _BLOCK_START.match(source):
        return written
    at = start.end() if start[0].isdigit() else 0
    return f"{written[:at]}\\{written[at:]}"


def _without_empty_emphasis(pieces: Sequence[Piece], marks: Sequence[Mark]) -> list[Piece]:
    """The pieces without emphasis around nothing: `****` would be text, or a line across the page."""
    kept: list[Piece] = []
    for piece in pieces:
        is_closing = isinstance(piece, Close) and marks[piece.mark].closing in _EMPHASIS
        if is_closing and kept[-1:] == [Open(piece.mark)]:  # type: ignore[union-attr]
            kept.pop()
        else:
            kept.append(piece)
    return kept


def _joined_emphasis(pieces: Sequence[Piece], marks: Sequence[Mark]) -> list[Piece]:
    """The pieces without emphasis inside, or right behind, emphasis of the same sign: `====x====` would be text."""
    kept: list[Piece] = []
    depth: Counter[str] = Counter()
    for piece in pieces:
        sign = _sign(piece, marks)
        opens = isinstance(piece, Open)
        depth[sign] += 1 if opens else -1
        is_inside = depth[sign] > opens
        closed = _sign(kept[-1], marks, (Close,)) if kept else ""
        if not sign:
            kept.append(piece)
        elif opens and closed == sign:
            kept.pop()
        elif not is_inside:
            kept.append(piece)
    return kept


def _sign(piece: Piece, marks: Sequence[Mark], kinds: tuple[type[Open | Close], ...] = (Open, Close)) -> str:
    """The sign of emphasis that the piece opens or closes, the same at both ends; empty for a piece of no such kind."""
    if not isinstance(piece, kinds):
        return ""
    mark = marks[piece.mark]
    return mark.opening if mark.opening == mark.closing else ""


def _with_blanks_between_code(pieces: Sequence[Piece], marks: Sequence[Mark]) -> list[Piece]:
    """The pieces with a blank between two of code that touch: their backticks would be read as one row."""
    parted: list[Piece] = []
    before = ""
    for piece in pieces:
        written = marks[piece.mark].opening if isinstance(piece, Kept) else ""
        if before.endswith("`") and written.startswith("`"):
            parted.append(Text(" "))
        parted.append(piece)
        before = written
    return parted

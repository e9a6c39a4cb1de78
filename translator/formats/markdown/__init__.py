"""Markdown: the text of paragraphs, headings, list items, table cells, links and images is translated.

All else is kept byte for byte: front matter, code, addresses, HTML, the marks of lists, tables, headings, quotations.
The lines of a paragraph are one segment, up to a hard break. Emphasis, links and inline code travel with their words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from translator.atomic_write import write_whole
from translator.bitext import Bitext, SegmentPair
from translator.document import Document, Mark, Place, Segment, Span
from translator.formats.base import LIMIT, decode, encode, read_bytes
from translator.formats.markdown import commonmark
from translator.markup.runs import Role, Run, runs
from translator.markup.tag_projection import carried

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_SPECIAL = frozenset("\\`*_[]<")
_START = re.compile(r"#{1,6}(?=\s|$)|[-+](?=\s|$)|>|(?:~~~)|(?:\d{1,9})(?=[.)](?:\s|$))")


@dataclass(frozen=True, slots=True)
class Written:
    """How a segment is written. spellings: of characters, as the source spells them.

    holders: of its marks that hold segments of their own, the characters in the document.
    """

    spellings: Mapping[str, str]
    literal: frozenset[str]
    holders: Mapping[int, Span]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The text, how it is written again, and how each segment is written."""

    text: str
    encoding: str
    bom: bytes
    written: tuple[Written, ...]


def read(
    path: Path, encoding: str | None = None, wrapped: bool = False, name: str | None = None, limit: int = LIMIT
) -> Document:
    """The document at `path`, called `name` or as its file. Raises SourceError; UsageError for an unknown encoding."""
    return parse(read_bytes(path, limit), path.name if name is None else name, encoding, wrapped)


def parse(data: bytes, name: str, encoding: str | None = None, wrapped: bool = False) -> Document:  # noqa: ARG001
    """The document in `data`, called `name`; lines are always joined. Raises as `read`."""
    decoded = decode(data, encoding, name)
    text = decoded.text
    lines = [Span(*line.span(1)) for line in _LINE.finditer(text)]
    found, env = commonmark.blocks(text, lines)
    waiting, segments, written = found[::-1], [], []
    while waiting:
        block = waiting.pop()
        items, images = commonmark.items(block, text, env)
        waiting += images[::-1]
        for run in runs(items):
            line = bisect_right(lines, run.span.start, key=lambda line: line.start)
            segments.append(Segment(run.text, Place(run.span, line), run.marks))
            written.append(_written(run, block.in_table))
    guessed = encoding is None and bool(decoded.notices)  # and so not handed on
    skeleton = Skeleton(text, "utf-8" if guessed else decoded.encoding, decoded.bom, tuple(written))
    return Document(name, tuple(segments), skeleton, decoded.notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: Skeleton = bitext.document.skeleton
    parts = list(zip(bitext.segments, skeleton.written, strict=True))
    parts.sort(key=lambda part: part[0].segment.place.span.start)
    text = _spliced(Span(0, len(skeleton.text)), parts, skeleton.text)
    data = encode(text, skeleton.encoding, skeleton.bom)
    return text.encode() if data is None else data


def write(bitext: Bitext, path: Path) -> None:
    """Put the translated document at `path`, whole or not at all. Raises OutputError."""
    write_whole(path, render(bitext))


Part = tuple[SegmentPair, Written]


def _spliced(within: Span, parts: list[Part], text: str) -> str:
    """The characters `within` of the document, with the translations of the segments in them, which are `parts`.

    A segment may hold others: those of the images in it.
    """
    pieces, done, at = [], within.start, 0
    while at < len(parts):
        span = parts[at][0].segment.place.span
        end = at + 1
        while end < len(parts) and parts[end][0].segment.place.span.start < span.end:
            end += 1
        pieces += [text[done : span.start], _translated(*parts[at], parts[at + 1 : end], text)]
        done, at = span.end, end
    return "".join([*pieces, text[done : within.end]])


def _translated(pair: SegmentPair, written: Written, inner: list[Part], text: str) -> str:
    segment = pair.segment
    if pair.target == segment.text:
        return _spliced(segment.place.span, inner, text)
    marks = tuple(_filled(mark, written.holders.get(at), inner, text) for at, mark in enumerate(segment.marks))
    pair = replace(pair, segment=replace(segment, marks=marks))
    done = carried(pair, lambda plain: _spelt(plain, written))
    start = _START.match(done)
    if start and not _START.match(segment.text):
        at = start.end() if start[0].isdigit() else 0
        done = f"{done[:at]}\\{done[at:]}"
    return done


def _filled(mark: Mark, holder: Span | None, inner: list[Part], text: str) -> Mark:
    """The mark with the translations of the segments that it holds."""
    if holder is None:
        return mark
    held = [part for part in inner if holder.start <= part[0].segment.place.span.start < holder.end]
    return replace(mark, opening=mark.opening.replace(holder.of(text), _spliced(holder, held, text))) if held else mark


def _written(run: Run, in_table: bool) -> Written:
    said = [item for item in run.items if item.role is Role.TEXT]
    spellings = {item.text: item.raw for item in said if item.raw != item.text and len(item.text) == 1}
    spellings.pop(" ", None)
    if in_table:
        spellings.setdefault("|", "\\|")
    literal = frozenset(character for item in said if item.raw == item.text for character in item.text)
    return Written(spellings, literal, {at: span for at, span in enumerate(run.origins) if run.marks[at].opening})


def _spelt(plain: str, written: Written) -> str:
    """Text as Markdown: what the source escapes, and what it would otherwise take for markup."""
    return "".join(
        written.spellings.get(character)
        or (f"\\{character}" if character in _SPECIAL and character not in written.literal else character)
        for character in plain
    )

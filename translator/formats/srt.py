"""SubRip subtitles: the text lines of a cue are one segment; numbers, time lines and layout are kept byte for byte.

A translation is wrapped again into as many lines as the cue had, as even in length as words allow; where every line is
a speaker's own (`- ...`) each is a segment. A time line begins a cue also where the blank line before it is missing.
What does not look like a cue is passed through untouched, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from translator.atomic_write import write_whole
from translator.bitext import Bitext, SegmentPair
from translator.document import Document, Place, Segment, Span
from translator.formats.base import LIMIT, decode, encode, read_bytes
from translator.markup.runs import Item, Role, runs
from translator.markup.tag_projection import carried

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_TIMES = re.compile(r"\s*\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}\s*-->\s*\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}(?:\s.*)?")
_TAG = re.compile(r"</?([A-Za-z]+)(?:\s[^<>]*)?>|\{\\[^{}]*\}|\{/?([A-Za-z]):?[^{}]*\}")
_SPEAKER = re.compile(r"\s*(?:<[^<>]*>|\{\\[^{}]*\})*\s*[-–—]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The text, and how it is written again. breaks: for each segment, the line ends in it."""

    text: str
    encoding: str
    bom: bytes
    breaks: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; `end` is that. number: from 1."""

    span: Span
    end: str
    number: int


def read(
    path: Path, encoding: str | None = None, wrapped: bool = False, name: str | None = None, limit: int = LIMIT
) -> Document:
    """The document at `path`, called `name` or as its file. Raises SourceError; UsageError for an unknown encoding."""
    return parse(read_bytes(path, limit), path.name if name is None else name, encoding, wrapped)


def parse(data: bytes, name: str, encoding: str | None = None, wrapped: bool = False) -> Document:  # noqa: ARG001
    """The document in `data`, called `name`; the lines of a cue are always joined. Raises as `read`."""
    decoded = decode(data, encoding, name)
    text = decoded.text
    segments, breaks, odd = [], [], []
    for block in (cue for lines in _blocks(text) for cue in _cues(lines, text)):
        times = next((at for at, line in enumerate(block[:2]) if _TIMES.fullmatch(line.span.of(text))), None)
        if times is None:
            odd.append(block[0].number)
            continue
        for lines in _parts(block[times + 1 :], text):
            for run in runs(_items(lines, text)):
                first = next(line for line in lines if run.span.start <= line.span.end)
                segments.append(Segment(run.text, Place(run.span, first.number), run.marks))
                ends = (line.end for line in lines if run.span.start <= line.span.end < run.span.end)
                breaks.append(tuple(ends))
    notices = decoded.notices
    if odd:
        places = ", ".join(map(str, odd[:5])) + (", ..." if len(odd) > 5 else "")
        notices += (f"line {places}: no time line, so this is no cue; left as it is",)
    guessed = encoding is None and bool(decoded.notices)  # and so not handed on
    skeleton = Skeleton(text, "utf-8" if guessed else decoded.encoding, decoded.bom, tuple(breaks))
    return Document(name, tuple(segments), skeleton, notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: Skeleton = bitext.document.skeleton
    text, parts, done = skeleton.text, [], 0
    for pair, breaks in zip(bitext.segments, skeleton.breaks, strict=True):
        span = pair.segment.place.span
        parts += [text[done : span.start], _translated(pair, breaks, span.of(text))]
        done = span.end
    whole = "".join([*parts, text[done:]])
    data = encode(whole, skeleton.encoding, skeleton.bom)
    return whole.encode() if data is None else data


def write(bitext: Bitext, path: Path) -> None:
    """Put the translated document at `path`, whole or not at all. Raises OutputError."""
    write_whole(path, render(bitext))


def balanced(text: str, lines: int) -> list[str]:
    """The text in at most so many lines, each as near to an even share as its words allow; tags have no length."""
    words = re.findall(r"(?:<[^<>]*>|\{[^{}]*\}|\S)+", text)
    lengths = [len(_TAG.sub("", word)) for word in words]
    total, wrapped = sum(lengths) + len(words) - 1, []
    start, seen = 0, 0
    for number in range(1, lines):
        goal, end = total * number / lines, start
        while end < len(words) and (end == start or abs(seen + lengths[end] - goal) <= abs(seen - 1 - goal)):
            seen += lengths[end] + 1
            end += 1
        wrapped.append(" ".join(words[start:end]))
        start = end
    wrapped.append(" ".join(words[start:]))
    return [line for line in wrapped if line]


def _translated(pair: SegmentPair, breaks: tuple[str, ...], source: str) -> str:
    if pair.target == pair.segment.text:
        return source
    lines = balanced(carried(pair), len(breaks) + 1)
    return "".join(map("".join, zip_longest(lines, breaks[: len(lines) - 1], fillvalue="")))


def _blocks(text: str) -> Iterator[list[Line]]:
    """The lines between blank ones."""
    block: list[Line] = []
    for number, found in enumerate(_LINE.finditer(text), 1):
        if found[1].strip():
            block.append(Line(Span(*found.span(1)), found[2], number))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _cues(block: list[Line], text: str) -> Iterator[list[Line]]:
    """The cues that run together in a block: a time line, with the number before it, begins another."""
    start = 0
    for at, line in enumerate(block):
        if at - start > 1 and _TIMES.fullmatch(line.span.of(text)):
            number = block[at - 1].span.of(text).strip()
            first = at - 1 if number.isascii() and number.isdigit() else at
            yield block[start:first]
            start = first
    yield block[start:]


def _parts(lines: list[Line], text: str) -> list[list[Line]]:
    """A cue's lines: together, or one by one where each is what another speaker says."""
    if len(lines) > 1 and all(_SPEAKER.match(line.span.of(text)) for line in lines):
        return [[line] for line in lines]
    return [lines] if lines else []


def _items(lines: list[Line], text: str) -> list[Item]:
    items: list[Item] = []
    opened: list[tuple[int, str]] = []
    pairs = 0
    for line in lines:
        done = line.span.start
        for tag in _TAG.finditer(text, *_ends(line.span)):
            items.append(_plain(Span(done, tag.start()), text))
            done, span, name = tag.end(), Span(*tag.span()), (tag[1] or "").lower()
            if tag[0].startswith("</") and opened and opened[-1][1] == name:
                at, _ = opened.pop()
                items[at] = Item(Role.OPEN, items[at].span, items[at].raw, pair=pairs)
                items.append(Item(Role.CLOSE, span, tag[0], pair=pairs))
                pairs += 1
                continue
            if name and not tag[0].startswith("</"):
                opened.append((len(items), name))
            items.append(Item(Role.BESIDE, span, tag[0]))
        items.append(_plain(Span(done, line.span.end), text))
        if line is not lines[-1]:
            items.append(Item(Role.TEXT, Span(line.span.end, line.span.end + len(line.end)), line.end, " "))
    return [item for item in items if item.role is not Role.TEXT or item.text]


def _plain(span: Span, text: str) -> Item:
    return Item(Role.TEXT, span, span.of(text), span.of(text))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end

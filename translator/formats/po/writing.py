"""A catalogue with its translations: strings are filled, flags follow, and the header says English."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from translator.bitext import Bitext, SegmentPair
from translator.document import Span
from translator.formats.base import replaced
from translator.formats.po.accelerators import before_a_letter
from translator.formats.po.directives import agreed, format_of, written_percents
from translator.formats.po.header import PoHeader, translated_header
from translator.formats.po.messages import FUZZY, PoMessage, messages
from translator.formats.po.strings import written
from translator.markup.pieces import joined
from translator.markup.proof import prove
from translator.markup.tag_projection import project

Edit = tuple[Span, str]
Line = tuple[Span, SegmentPair]


@dataclass(frozen=True, slots=True)
class PoFill:
    """A translation to be written of `source`. span: what it replaces. lead: what is written before it."""

    span: Span
    lead: str
    source: str


@dataclass(frozen=True, slots=True)
class PoSkeleton:
    """The source's text, and how the translation is encoded.

    lines: for each segment its message, what it is to fill there, and its characters in that source. line_end: of the
    file. width: columns to which strings are wrapped; 0: at their line ends only.
    """

    text: str
    encoding: str
    bom: bytes
    header: PoHeader
    lines: tuple[tuple[PoMessage, PoFill, Span], ...]
    line_end: str
    width: int


def written_catalogue(bitext: Bitext, encoding: str) -> str:
    """The text of the translated catalogue, of which the header names the encoding."""
    skeleton: PoSkeleton = bitext.document.skeleton
    edits: list[Edit] = []
    rows = zip(skeleton.lines, bitext.segments, strict=True)
    for message, group in groupby(rows, key=lambda row: row[0][0]):
        fills: dict[PoFill, list[Line]] = {}
        for (_, fill, span), pair in group:
            fills.setdefault(fill, []).append((span, pair))
        edits += _filled(message, fills, skeleton)
    form = skeleton.header.form
    if edits and form is not None:
        raw = form.span.of(skeleton.text)
        edits.append((form.span, translated_header(raw, skeleton.header, _charset(skeleton.header, encoding))))
    text = replaced(skeleton.text, sorted(edits))
    prove(lambda: list(messages(text, f"{bitext.document.name}: the translation")))
    return text


def _charset(header: PoHeader, encoding: str) -> str:
    """What the header calls the encoding: as it did if it named this one."""
    try:
        is_same = codecs.lookup(header.charset).name == codecs.lookup(encoding).name
    except LookupError:
        is_same = False
    return header.charset if is_same else encoding.upper()


def _filled(message: PoMessage, fills: dict[PoFill, list[Line]], skeleton: PoSkeleton) -> Iterator[Edit]:
    """The edits that fill a message. Where format directives do not agree with the source, the message is fuzzy."""
    all_agree = True
    for fill, lines in fills.items():
        target = agreed(_target(fill, lines, message), fill.source, format_of(message.flags))
        if target is None:
            target = _target(fill, lines, message)
            all_agree = False
        lead = fill.lead or skeleton.text[skeleton.text.rfind("\n", 0, fill.span.start) + 1 : fill.span.start]
        columns = len(lead.strip("\r\n"))
        yield fill.span, fill.lead + written(target, columns, skeleton.line_end, skeleton.width)
    if all_agree and FUZZY in message.flags:
        yield from _without_fuzzy(message, skeleton.text)
    elif not all_agree and FUZZY not in message.flags:
        yield _with_fuzzy(message, skeleton.text)


def _target(fill: PoFill, lines: Sequence[Line], message: PoMessage) -> str:
    """The whole translation of what is to be filled."""
    spell = partial(written_percents, source=fill.source, format_name=format_of(message.flags))
    parts = []
    for span, pair in lines:
        marks = pair.segment.marks
        parts.append((span, before_a_letter(joined(project(pair), marks, spell), marks)))
    return replaced(fill.source, parts)


def _without_fuzzy(message: PoMessage, text: str) -> Iterator[Edit]:
    """The edits that take the flag away, and with it the older source that it was the translation of (`#|`)."""
    for span in message.comments:
        comment = span.of(text)
        flags = []
        if comment.startswith("#,"):
            flags = [flag for flag in map(str.strip, comment[2:].split(",")) if flag not in ("", FUZZY)]
        elif not comment.startswith("#|"):
            continue
        if flags:
            yield span, f"#, {', '.join(flags)}"
        else:
            yield Span(span.start, _next_line(text, span.end)), ""


def _next_line(text: str, end: int) -> int:
    """Where the line begins that follows one with its end at `end`."""
    if text.startswith("\r\n", end):
        return end + 2
    return min(end + 1, len(text))


def _with_fuzzy(message: PoMessage, text: str) -> Edit:
    """The edit that gives a message, which has a flag for its format, one that says fuzzy."""
    first = next(span for span in message.comments if span.of(text).startswith("#,"))
    return Span(first.start, first.start + 2), f"#, {FUZZY},"

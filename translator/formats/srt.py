"""SubRip subtitles: the text lines of a cue are one segment; numbers, time lines and layout are kept byte for byte.

A translation is wrapped again into as many lines as the cue had, as even in length as words allow; `\\N` is a line
end too. What another speaker says (`- ...`, `>> ...`, `PRIA: ...`), what is sung (`♪ ...`) or heard (`[Ledakan]`)
and a line in capitals are segments of their own. A time line begins a cue also where the blank line before it is
missing, and text after a blank line still belongs to the cue before it. What stands before the first cue, or has a time
line that cannot be read, is left as it is, and a notice says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from translator.bitext import Bitext, SegmentPair
from translator.document import Document, Span
from translator.formats.base import DEFAULT_READING, Reading, decode, encode, replaced
from translator.markup.cue_lines import Line, TagItems, breaks_in, segment_of, wrapped
from translator.markup.cue_sounds import are_apart, at_sounds
from translator.markup.cue_speakers import at_chevrons, is_another
from translator.markup.pieces import joined
from translator.markup.runs import Item, runs
from translator.markup.tag_projection import project

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[,.:]\d{1,3})?"  # hours and milliseconds may be missing
_ARROW = r"\s*(?:[-–—]{1,3}>|→)\s*"
_WHOLE_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}[,.]\d{1,3}"  # between two of these a dash is an arrow, too
_DASHED = rf"{_WHOLE_TIME}\s*[-–—]{{1,3}}\s*{_WHOLE_TIME}(?:\s.*)?"
_TIMES = re.compile(rf"\s*(?:{_DASHED}|{_TIME}{_ARROW}(?:{_TIME}(?:\s.*)?)?)")
_BROKEN_TIMES = re.compile(rf"\s*\d+:.*{_ARROW}")
_TAG = re.compile(r"</?([A-Za-z]+)(?:\s[^<>]*)?>|\{\\[^{}]*\}|\{/?([A-Za-z]):?[^{}]*\}")
_LEAD = re.compile(r"(?:\s|<[^<>]*>|\{\\[^{}]*\})*")  # blanks and tags before the words of a line
_DASH = re.compile(r"[-–—]\s*(?=\S)")
_NAME = re.compile(r"[^\W\d_][\w.'’()# -]{0,29}:\s")  # 30 characters: longer than any name that was seen before a colon
_SUNG = re.compile(r"[♪♫♬]|#\s")
_SUNG_END = re.compile(r"(?:[♪♫♬]|\s#)\s*(?:</?[A-Za-z]+>\s*)*\Z")
_PLACE = re.compile(r"\{\\a(?:n?\d+|lign)")
_LINE_END_MARK = re.compile(r"\\N[ \t]*")
_HARD_BLANK = "\\h"
_MAX_PLACES_TOLD = 5  # lines that a notice names, so that it stays one line on a screen


@dataclass(frozen=True, slots=True)
class SrtSkeleton:
    """The source's text, and how the translation is encoded. breaks: for each segment, the line ends in it."""

    text: str
    encoding: str
    bom: bytes
    breaks: tuple[tuple[str, ...], ...]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`; the lines of a cue are always joined.

    Raises SourceError; UsageError for an unknown encoding.
    """
    decoded = decode(data, reading.encoding, name)
    text = decoded.text
    segments = []
    breaks = []
    odd = []
    in_cue = False  # has there been a time line?
    for cue in _cues(text):
        lines = _text_lines(cue, text)
        if lines is None and in_cue and not _has_broken_times(cue, text):
            lines = cue[_is_number(cue[0], text) :]
        if lines is None:
            odd.append(cue[0].number)
            continue
        in_cue = True
        for part in _parts(at_sounds(at_chevrons(_at_marks(lines, text), text), text), text):
            for run in runs(_items(part, text)):
                segments.append(segment_of(run, part))
                breaks.append(breaks_in(run, part))
    notices = decoded.notices
    if odd:
        notices += (_notice(odd),)
    skeleton = SrtSkeleton(text, decoded.output_encoding, decoded.bom, tuple(breaks))
    return Document(name, tuple(segments), skeleton, notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: SrtSkeleton = bitext.document.skeleton
    parts = []
    for pair, breaks in zip(bitext.segments, skeleton.breaks, strict=True):
        parts.append((pair.segment.place.span, _translated(pair, breaks, skeleton.text)))
    return encode(replaced(skeleton.text, parts), skeleton.encoding, skeleton.bom)


def _notice(numbers: Sequence[int]) -> str:
    places = ", ".join(map(str, numbers[:_MAX_PLACES_TOLD]))
    if len(numbers) > _MAX_PLACES_TOLD:
        places += ", ..."
    return f"line {places}: no time line, so this is no cue; left as it is"


def _translated(pair: SegmentPair, breaks: tuple[str, ...], text: str) -> str:
    segment = pair.segment
    if pair.target == segment.text:
        return segment.place.span.of(text)
    return wrapped(joined(project(pair), segment.marks), breaks)


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


def _cues(text: str) -> Iterator[list[Line]]:
    """The cues: blocks, and those that run together in a block, where a time line and its number begin another."""
    for block in _blocks(text):
        start = 0
        for at, line in enumerate(block):
            if at - start <= 1 or not _TIMES.fullmatch(line.span.of(text)):
                continue
            first = at - 1 if _is_number(block[at - 1], text) else at
            yield block[start:first]
            start = first
        yield block[start:]


def _is_number(line: Line, text: str) -> bool:
    number = line.span.of(text).strip()
    if not number.isascii():
        return False
    return number.isdigit()


def _text_lines(cue: list[Line], text: str) -> list[Line] | None:
    """The lines below the time line, which is the first or the second; None where there is no time line."""
    for at, line in enumerate(cue[:2]):
        if _TIMES.fullmatch(line.span.of(text)):
            return cue[at + 1 :]
    return None


def _has_broken_times(cue: list[Line], text: str) -> bool:
    """Does one of the first two lines look like a time line that cannot be read?"""
    return any(_BROKEN_TIMES.match(line.span.of(text)) for line in cue[:2])


def _at_marks(lines: list[Line], text: str) -> Iterator[Line]:
    """The lines, also cut where `\\N` ends one."""
    for line in lines:
        start = line.span.start
        for mark in _LINE_END_MARK.finditer(text, line.span.start, line.span.end):
            words = text[start : mark.start()].rstrip(" \t")
            end = start + len(words)
            yield Line(Span(start, end), text[end : mark.end()], line.number)
            start = mark.end()
        yield Line(Span(start, line.span.end), line.end, line.number)


def _parts(lines: Iterable[Line], text: str) -> list[list[Line]]:
    """The lines of a cue that belong together: another part begins with what another speaker says, and with what is
    sung, heard, written in capitals or put at another place.
    """
    parts: list[list[Line]] = []
    first_has_voice = False
    after_song = False
    before = ""
    for line in lines:
        words = _words(line, text)
        voice = _voice(words)
        if not parts:
            first_has_voice = voice is not None
        begins = (
            not parts,
            after_song,
            voice in (Voice.CAPITALS, Voice.SUNG),
            voice is not None and first_has_voice,  # else a dash or a name may stand in a sentence
            _PLACE.match(line.span.of(text)),
            is_another(before, line.span.of(text)),
            are_apart(before, words),
        )
        if any(begins):
            parts.append([])
        parts[-1].append(line)
        after_song = _SUNG_END.search(words) is not None
        before = words
    return parts


def _words(line: Line, text: str) -> str:
    """A line without the blanks and tags before its words."""
    whole = line.span.of(text)
    lead = _LEAD.match(whole)
    if lead:
        return whole[lead.end() :]
    return whole


class Voice(Enum):
    """How a line says that another voice begins."""

    DASH = auto()
    NAME = auto()  # before a colon
    CAPITALS = auto()  # a name in capital letters before a colon
    SUNG = auto()  # a note


def _voice(words: str) -> Voice | None:
    if _DASH.match(words):
        return Voice.DASH
    if _SUNG.match(words):
        return Voice.SUNG
    name = _NAME.match(words)
    if name is None:
        return None
    if name[0].isupper():
        return Voice.CAPITALS
    return Voice.NAME


def _items(lines: list[Line], text: str) -> list[Item]:
    """The lines as items, with a blank for each line end."""
    found = TagItems()
    for line in lines:
        done = line.span.start
        for tag in _TAG.finditer(text, line.span.start, line.span.end):
            _add_text(found, Span(done, tag.start()), text)
            found.add_tag(Span(*tag.span()), tag[0], (tag[1] or "").lower())
            done = tag.end()
        _add_text(found, Span(done, line.span.end), text)
        if line is not lines[-1]:
            found.add_text(Span(line.span.end, line.span.end + len(line.end)), line.end, " ")
    return found.items


def _add_text(found: TagItems, span: Span, text: str) -> None:
    found.add_text(span, span.of(text), span.of(text).replace(_HARD_BLANK, " "))

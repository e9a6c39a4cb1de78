"""WebVTT subtitles: the text of a cue is one segment; the header, styles, regions, notes, times and settings are kept.

What another speaker says (`<v Name>`, `- ...`, `>> ...`), what is heard (`[Ledakan]`) and a line in capitals are
segments of their own. A translation is wrapped again into as many lines as the cue had. Character references such as
`&amp;` keep their spelling.
Source of the format: WebVTT, W3C Candidate Recommendation, 2019, section 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from translator.bitext import Bitext, SegmentPair
from translator.document import Document, Span
from translator.errors import SourceError
from translator.formats.base import DEFAULT_READING, Reading, decode, encode, replaced
from translator.markup.cue_lines import Line, TagItems, breaks_in, segment_of, wrapped
from translator.markup.cue_sounds import are_apart, at_sounds
from translator.markup.cue_speakers import at_chevrons, is_another
from translator.markup.html_text import IN_TEXT, HtmlSpelling, spelling_of, spelt, stretches
from translator.markup.pieces import joined
from translator.markup.runs import Item, runs
from translator.markup.tag_projection import project

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_HEADER = re.compile(r"WEBVTT(?:[ \t][^\r\n]*)?(?:\r\n|\r|\n|\Z)")
_TIMES = re.compile(r"\s*(?:\d+:)?\d{1,2}:\d{2}\.\d{3}[ \t]*-->[ \t]*(?:\d+:)?\d{1,2}:\d{2}\.\d{3}")
_ARROW = "-->"  # which no text of a cue may hold
_TAG = re.compile(r"</?([A-Za-z]*)[^<>\r\n]*>|<[\d:.]+>")
_VOICE = re.compile(r"[ \t]*<v[\s.>]")
_SPEAKER = re.compile(r"(?:<[^<>]*>|\s)*[-–—]\s*\S")
_ENCLOSING = frozenset({"b", "c", "i", "u", "ruby", "rt", "v", "lang"})


@dataclass(frozen=True, slots=True)
class VttWriting:
    """How a segment is written. breaks: the line ends in it."""

    spelling: HtmlSpelling
    breaks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VttSkeleton:
    """The source's text, how the translation is encoded, and how each segment is written."""

    text: str
    encoding: str
    bom: bytes
    writings: tuple[VttWriting, ...]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`; the lines of a cue are always joined.

    Raises SourceError where the data are no WebVTT; UsageError for an unknown encoding.
    """
    decoded = decode(data, reading.encoding, name)
    text = decoded.text
    if not _HEADER.match(text):
        raise SourceError(f"{name}: no WebVTT: its first line is not WEBVTT", "check the kind of the file")
    segments = []
    writings = []
    for lines in _cues(text):
        for part in _parts(lines, text):
            for run in runs(_items(part, text)):
                segments.append(segment_of(run, part))
                writings.append(VttWriting(spelling_of(run.items, IN_TEXT), breaks_in(run, part)))
    skeleton = VttSkeleton(text, decoded.output_encoding, decoded.bom, tuple(writings))
    return Document(name, tuple(segments), skeleton, decoded.notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: VttSkeleton = bitext.document.skeleton
    parts = []
    for pair, writing in zip(bitext.segments, skeleton.writings, strict=True):
        parts.append((pair.segment.place.span, _translated(pair, writing, skeleton.text)))
    return encode(replaced(skeleton.text, parts), skeleton.encoding, skeleton.bom)


def _translated(pair: SegmentPair, writing: VttWriting, text: str) -> str:
    segment = pair.segment
    if pair.target == segment.text:
        return segment.place.span.of(text)
    written = joined(project(pair), segment.marks, lambda plain: spelt(plain, writing.spelling))
    return wrapped(written.replace(_ARROW, "--&gt;"), writing.breaks)


def _cues(text: str) -> Iterator[list[Line]]:
    """The text lines of each cue: those below a line of times, up to a blank one."""
    lines: list[Line] = []
    in_cue = False
    for number, found in enumerate(_LINE.finditer(text), 1):
        line = Line(Span(*found.span(1)), found[2], number)
        words = found[1]
        if _TIMES.match(words):
            if lines:
                yield lines
            lines, in_cue = [], True
        elif not words.strip():
            if lines:
                yield lines
            lines, in_cue = [], False
        elif in_cue:
            lines.append(line)
    if lines:
        yield lines


def _parts(lines: list[Line], text: str) -> list[list[Line]]:
    """The lines of a cue that belong together: another part begins with what another speaker says, also within a line,
    and with what is heard or written in capitals.
    """
    parts: list[list[Line]] = [[]]
    has_dashes = _SPEAKER.match(lines[0].span.of(text)) is not None
    before = ""
    stretches = chain.from_iterable(_at_voices(line, text) for line in lines)
    for stretch in at_sounds(at_chevrons(stretches, text), text):
        words = stretch.span.of(text)
        is_voice = _VOICE.match(words) or (has_dashes and _SPEAKER.match(words))
        if is_voice or is_another(before, words) or are_apart(before, words):
            parts.append([])
        parts[-1].append(stretch)
        before = words
    return [part for part in parts if part]


def _at_voices(line: Line, text: str) -> Iterator[Line]:
    """The line, cut before each tag that names a speaker."""
    start = line.span.start
    for voice in _VOICE.finditer(text, line.span.start, line.span.end):
        if text[start : voice.start()].strip():
            yield Line(Span(start, voice.start()), "", line.number)
            start = voice.start()
    yield Line(Span(start, line.span.end), line.end, line.number)


def _items(lines: list[Line], text: str) -> list[Item]:
    """The lines as items, with a blank for each line end."""
    found = TagItems()
    for line in lines:
        done = line.span.start
        for tag in _TAG.finditer(text, line.span.start, line.span.end):
            _add_text(found, Span(done, tag.start()), text)
            name = (tag[1] or "").lower()
            found.add_tag(Span(*tag.span()), tag[0], name if name in _ENCLOSING else "")
            done = tag.end()
        _add_text(found, Span(done, line.span.end), text)
        if line is not lines[-1]:
            found.add_text(Span(line.span.end, line.span.end + len(line.end)), line.end, " ")
    return found.items


def _add_text(found: TagItems, span: Span, text: str) -> None:
    for part, said in stretches(text, span):
        found.add_text(part, part.of(text), said)

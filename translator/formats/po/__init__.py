"""Message catalogues of gettext (PO) and their templates (POT): messages without a translation get one.

Translated: `msgid`, Indonesian, to an empty `msgstr`. Each line is a segment, and so is what block tags part; the other
tags travel with their words. Plural messages get as many forms as the header says. Kept: translations that are there,
doubtful (`fuzzy`) ones too unless `--redo-fuzzy` is given, comments, contexts, obsolete messages, and the wrapping. A
translation whose format directives do not agree with its source, which could crash a program, is marked as fuzzy.
Source of the format: GNU gettext manual, sections 3 and 12.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Bitext
from translator.document import Document, Place, Segment, Span
from translator.formats.base import DEFAULT_READING, Reading, decode
from translator.formats.po.accelerators import without_accelerator
from translator.formats.po.directives import format_of
from translator.formats.po.header import charset_in, header_of
from translator.formats.po.inline import runs_of
from translator.formats.po.messages import FUZZY, PoMessage, messages
from translator.formats.po.strings import WIDTH
from translator.formats.po.writing import PoFill, PoSkeleton, written_catalogue
from translator.markup.message_choices import has_choices, told_choices

_LINE_END = re.compile(r"\r\n|\r|\n")
_SAMPLE = rb"aZ+AGE-\u0041"  # which encodings that are none of documents read otherwise
_LONG_LINE = re.compile(rf'^[^#\r\n][^\r\n]{{{WIDTH + 1},}}"[ \t]*\r?$', re.MULTILINE)


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`. Raises SourceError; UsageError for an unknown encoding."""
    decoded = decode(data, reading.encoding or _encoding(data), name)
    text = decoded.text
    found = tuple(messages(text, name))
    header = header_of(found)
    notices = decoded.notices
    if header.is_foreign:
        notices += (f"its header says that its translations are in {header.language!r}: left as it is",)
        found = ()
    line_end = _LINE_END.search(text)
    ends = line_end[0] if line_end else "\n"
    width = 0 if _LONG_LINE.search(text) else WIDTH
    segments = []
    lines = []
    choices = 0
    for message in found:
        if has_choices(message.source):
            choices += not message.is_filled
            continue
        for fill in _fills(message, header.forms, ends, is_redone=reading.redo_fuzzy):
            for segment, span in _segments(message, fill):
                segments.append(segment)
                lines.append((message, fill, span))
    notices += told_choices(choices)
    skeleton = PoSkeleton(text, decoded.output_encoding, decoded.bom, header, tuple(lines), ends, width)
    return Document(name, tuple(segments), skeleton, notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: PoSkeleton = bitext.document.skeleton
    try:
        return skeleton.bom + written_catalogue(bitext, skeleton.encoding).encode(skeleton.encoding)
    except UnicodeEncodeError:
        return written_catalogue(bitext, "utf-8").encode()


def _encoding(data: bytes) -> str | None:
    """The encoding that the header names, if it is one of documents, in which ASCII is as it is."""
    named = charset_in(data)
    try:
        is_known = _SAMPLE.decode(named) == _SAMPLE.decode("ascii")
    except (LookupError, ValueError):
        return None
    return named if is_known else None


def _fills(message: PoMessage, forms: int, line_end: str, *, is_redone: bool) -> Iterator[PoFill]:
    """What of a message is to be filled. forms: how many a plural message has. is_redone: also where it is fuzzy."""
    is_fuzzy = FUZZY in message.flags
    is_kept = is_fuzzy and message.is_filled and not is_redone
    if message.is_header or is_kept:
        return
    for number, form in enumerate(message.forms):
        if form.value and not is_fuzzy:
            continue
        yield PoFill(form.span, "", _source_of(message, number, forms))
    if message.plural is None:
        return
    end = message.forms[-1].span.end
    for number in range(len(message.forms), forms):
        lead = f"{line_end}msgstr[{number}] "
        yield PoFill(Span(end, end), lead, _source_of(message, number, forms))


def _source_of(message: PoMessage, number: int, forms: int) -> str:
    """What the form with this number translates: the first of several the singular, all others the plural."""
    if message.plural is None:
        return message.source
    if number == 0 and forms > 1:
        return message.source
    return message.plural


def _segments(message: PoMessage, fill: PoFill) -> Iterator[tuple[Segment, Span]]:
    """What is to be filled in segments, each with its characters there."""
    place = Place(fill.span, message.line, message.context or "")
    for run in runs_of(fill.source, format_of(message.flags)):
        text, marks = run.text, run.marks
        if not marks:
            text, marks = without_accelerator(text)
        yield Segment(text, place, marks), run.span

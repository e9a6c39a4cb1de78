"""What tells that another speaks in a subtitle: `>>`, also within a line, and a dash behind the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translator.document import Span
from translator.markup.cue_lines import Line

_TAGS = r"(?:<[^<>]*>|\{[^{}]*\})"
_CHEVRONS = r"(?:>{2,3}|(?:&gt;){2,3})(?=\s|[A-Z])"  # as broadcast captions have them
_LEAD = rf"(?>(?:\s|{_TAGS})*)"
_WITHIN = re.compile(rf"(?<=\S)(?P<gap>\s+)(?={_CHEVRONS})")
_FIRST = re.compile(_LEAD + _CHEVRONS)
_DASH = re.compile(rf"{_LEAD}[-–—]\s*\S")
_SENTENCE_END = re.compile(rf"""[.!?…♪]["”'’)]*{_LEAD}\Z""")


def at_chevrons(lines: Iterable[Line], text: str) -> Iterator[Line]:
    """The lines of a cue, cut before each `>>` within one."""
    for line in lines:
        start = line.span.start
        for found in _WITHIN.finditer(text, *line.span):
            gap = Span(*found.span("gap"))
            yield Line(Span(start, gap.start), gap.of(text), line.number)
            start = gap.end
        yield Line(Span(start, line.span.end), line.end, line.number)


def is_another(before: str, line: str) -> bool:
    """Does another speak in a line than in the one before it?"""
    if _FIRST.match(line):
        return True
    return _DASH.match(line) is not None and _SENTENCE_END.search(before) is not None

"""The text lines of a subtitle: what is translated as one, and how a translation is wrapped into lines again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from translator.document import Place, Segment, Span
from translator.markup.runs import Item, Role, Run

_WORD = re.compile(r"(?:<[^<>]*>|\{[^{}]*\}|\S)+")
_TAG = re.compile(r"<[^<>]*>|\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; `end` is that, a line end or `\\N`. number: from 1."""

    span: Span
    end: str
    number: int


def segment_of(run: Run, lines: Sequence[Line]) -> Segment:
    """The segment of a run that stands in these lines."""
    first = next(line for line in lines if run.span.start <= line.span.end)
    return Segment(run.text, Place(run.span, first.number), run.marks)


def breaks_in(run: Run, lines: Sequence[Line]) -> tuple[str, ...]:
    """The line ends inside the run."""
    return tuple(line.end for line in lines if run.span.start <= line.span.end < run.span.end)


def wrapped(text: str, breaks: Sequence[str]) -> str:
    """The text in at most one line more than there are breaks, which end its lines."""
    lines = balanced(text, len(breaks) + 1)
    parts = []
    for line, end in zip_longest(lines, breaks[: len(lines) - 1], fillvalue=""):
        parts += [line, end]
    return "".join(parts)


def balanced(text: str, lines: int) -> list[str]:
    """The text in at most so many lines, each as near to an even share as its words allow; tags have no length."""
    words = _WORD.findall(text)
    lengths = [len(_TAG.sub("", word)) for word in words]
    total = sum(lengths) + len(words) - 1
    wrapped = []
    start = 0
    seen = 0  # characters before the word at `end`, blanks counted
    for number in range(1, lines):
        goal = total * number / lines
        end = start
        while end < len(words):
            is_nearer = abs(seen + lengths[end] - goal) <= abs(seen - 1 - goal)
            if end > start and not is_nearer:
                break
            seen += lengths[end] + 1
            end += 1
        wrapped.append(" ".join(words[start:end]))
        start = end
    wrapped.append(" ".join(words[start:]))
    return [line for line in wrapped if line]


class TagItems:
    """Collects the items of a row of text and tags; tags that enclose others, and are well nested, become pairs."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._opened: list[tuple[int, str]] = []  # of each tag that is open, its place in `items` and its name

    def add_text(self, span: Span, raw: str, text: str) -> None:
        if raw:
            self.items.append(Item(Role.TEXT, span, raw, text))

    def add_tag(self, span: Span, raw: str, name: str) -> None:
        """Add a tag; `name` is empty for one that never encloses anything."""
        is_closing = raw.startswith("</")
        if is_closing and self._opened and self._opened[-1][1] == name:
            at, _ = self._opened.pop()
            self.items[at] = Item(Role.OPEN, self.items[at].span, self.items[at].raw, pair=at)
            self.items.append(Item(Role.CLOSE, span, raw, pair=at))
            return
        if name and not is_closing:
            self._opened.append((len(self.items), name))
        self.items.append(Item(Role.BESIDE, span, raw))

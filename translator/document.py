"""A document that was read: the segments of text to translate, and the skeleton that holds them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class Span(NamedTuple):
    """The characters [start, end) of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        if by == 0:
            return self
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        if self.start >= other.end:
            return False
        return other.start < self.end


def spans_of(matches: Iterable[re.Match[str]]) -> list[Span]:
    """The spans of the matches of a pattern, in their order."""
    return [Span(*match.span()) for match in matches]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The characters that some spans cover, so arranged that a question takes no longer where the spans are many.

    starts, ends: of the spans from left to right; those that overlap are one.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Coverage:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start < ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(tuple(starts), tuple(ends))

    def meets(self, span: Span) -> bool:
        """Does the span overlap one of the spans?"""
        last = bisect_left(self.starts, span.end) - 1
        if last < 0:
            return False
        return self.ends[last] > span.start

    def holds(self, span: Span) -> bool:
        """Does the span lie inside one of the spans, or of those that are one?"""
        last = bisect_right(self.starts, span.start) - 1
        if last < 0:
            return False
        return span.end <= self.ends[last]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment stands in its document.

    span: the segment's characters in the skeleton's text. line: its first line, from 1.
    where: what people call the place where a line does not tell it, such as `img alt`.
    """

    span: Span
    line: int
    where: str = ""


class MarkKind(StrEnum):
    AROUND = "around"  # encloses its words and moves with them: emphasis, a link
    KEPT = "kept"  # its words are copied unchanged, and `opening` is written in their place: code
    BESIDE = "beside"  # has no words, and follows the word on its left: an image, a footnote mark


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup inside a segment, which moves with its words.

    opening, closing: exactly what is written for it. span: of the segment's text, empty for a mark without words.
    is_link: no other link may stand inside it. held: how many of the marks behind it stand inside it, where that is
    known; the spans do not tell it of a mark without words at its edge.
    """

    kind: MarkKind
    opening: str
    closing: str
    span: Span
    is_link: bool = False
    held: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is translated as one: in plain text, a line without its outer white space.

    text: without markup. marks: the markup inside the segment, an outer mark before those that it encloses.
    """

    text: str
    place: Place
    marks: tuple[Mark, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """How it is kept outside memory: without the names of the fields."""
        return _segment, (self.text, *self.place.span, self.place.line, self.place.where, self.marks)


def _segment(text: str, start: int, end: int, line: int, where: str, marks: tuple[Mark, ...]) -> Segment:
    return Segment(text, Place(Span(start, end), line, where), marks)


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read.

    name: what the bilingual files call it. segments: in reading order, none of them blank; of a long text they are kept
    on the disk.
    skeleton: everything that is not text to translate; only the format that read the document looks inside.
    notices: what the reader of the document should tell the user, such as a guessed encoding.
    is_xml: it is written as XML, which has not got all characters.
    """

    name: str
    segments: Sequence[Segment]
    skeleton: Any
    notices: tuple[str, ...] = ()
    is_xml: bool = False

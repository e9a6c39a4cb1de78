"""What came in: a document as the segments of text to translate and the skeleton that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters [start, end) of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment stands in its document.

    span: the segment's characters in the skeleton's text. line: its first line, from 1.
    """

    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is translated as one: in plain text, a line without its outer white space."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read.

    name: how the bilingual files call it. segments: in reading order, none of them blank.
    skeleton: all that is not text to translate; only the format that read the document looks inside.
    notices: what the reader of the document should tell the user, such as a guessed encoding.
    """

    name: str
    segments: tuple[Segment, ...]
    skeleton: Any
    notices: tuple[str, ...] = ()

"""Translations are put into the text of their document, in which all else stays as it is.

A segment may hold others: a sentence an image, which has a text of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translator.bitext import SegmentPair
from translator.document import Mark, Span
from translator.markup.half_marks import half_marks_outside
from translator.markup.pieces import Piece
from translator.markup.tag_projection import project

# What becomes of a stretch of the document, with all that is spliced into it.
Become = Callable[[Span], str]


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of the document that is replaced. write: what takes its place, told what becomes of what is inside."""

    span: Span
    write: Callable[[Become], str]


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """The text with all splices; none overlaps another, but it may stand inside another."""
    return _spliced(text, Span(0, len(text)), sorted(splices, key=_place))


def _place(splice: Splice) -> tuple[int, int]:
    return splice.span.start, -splice.span.end


def _start(splice: Splice) -> int:
    return splice.span.start


def _spliced(text: str, within: Span, splices: Sequence[Splice]) -> str:
    """The characters `within`, with the splices, which stand there, in the order of their places."""
    parts = []
    done = within.start
    at = 0
    while at < len(splices):
        outer = splices[at]
        end = bisect_left(splices, outer.span.end, at + 1, key=_start)
        parts += [text[done : outer.span.start], outer.write(_becoming(text, splices[at + 1 : end]))]
        done = outer.span.end
        at = end
    parts.append(text[done : within.end])
    return "".join(parts)


def _becoming(text: str, inner: Sequence[Splice]) -> Become:
    def become(span: Span) -> str:
        first = bisect_left(inner, span.start, key=_start)
        return _spliced(text, span, inner[first : bisect_left(inner, span.end, key=_start)])

    return become


def translation_of(
    pair: SegmentPair,
    holders: Sequence[Sequence[Span]],
    text: str,
    write: Callable[[Sequence[Piece], Sequence[Mark]], str],
) -> Splice:
    """The splice that puts a segment's translation into `text`; one that is as the source was stays as it is written.

    holders: for each mark of the segment, the characters of `text` that it is written with, in which other segments
    may stand. write: the pieces as a string.
    """
    segment = pair.segment

    def written(become: Become) -> str:
        if pair.target == segment.text:
            return become(segment.place.span)
        marks = []
        for mark, held in zip(segment.marks, holders, strict=True):
            marks.append(_filled(mark, held, text, become))
        filled = replace(pair, segment=replace(segment, marks=tuple(marks)))
        return write(half_marks_outside(project(filled), marks), marks)

    return Splice(segment.place.span, written)


def _filled(mark: Mark, holders: Sequence[Span], text: str, become: Become) -> Mark:
    """The mark with what became of the characters that it is written with."""
    for holder in holders:
        before = holder.of(text)
        after = become(holder)
        if before != after:
            opening = mark.opening.replace(before, after)
            mark = replace(mark, opening=opening, closing=mark.closing.replace(before, after))
    return mark

"""A sentence that is too long for the model is cut at the borders of its clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from unicodedata import combining

from translator.document import Span
from translator.language.word_lists import kinds

_CONJUNCTION = "|".join([*kinds("indonesian_function_words")["conjunction"], "di mana"])
_BORDERS = tuple(  # of clauses, the best kind first; a part ends where the match begins
    map(
        re.compile,
        (
            r"(?<=;)\s",
            r"(?<=:)\s|\s(?=[–—] )",
            rf"(?<=,)\s(?=(?:{_CONJUNCTION})\s)",
            r"(?<=,)\s",
            rf"\s(?=(?:{_CONJUNCTION})\s)",
        ),
    )
)
_SPACE = re.compile(r"\s")
_WINDOW = 1000  # characters on either side of the middle in which a border is looked for: keeps the search linear


def split_long(text: str, fits: Callable[[str], bool], keep: Sequence[Span] = ()) -> list[Span]:
    """The parts of a sentence that is too long for the model: each fits, and only white space is between them.

    fits: can the model take this text? keep: spans that are cut only where there is no other way.
    A part of one character is returned whether it fits or not.
    """
    kept = _merged(keep)
    done: list[Span] = []
    todo = [Span(0, len(text))]
    while todo:
        part = _trimmed(text, todo.pop())
        if part.end - part.start < 2 or fits(part.of(text)):
            done.append(part)
            continue
        cut = _cut(text, part, kept)
        todo.append(Span(cut, part.end))
        todo.append(Span(part.start, cut))
    return [part for part in done if part.start < part.end]


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _trimmed(text: str, span: Span) -> Span:
    without_left = span.of(text).lstrip()
    start = span.end - len(without_left)
    return Span(start, start + len(without_left.rstrip()))


def _cut(text: str, part: Span, kept: Sequence[Span]) -> int:
    """Where to cut a part of two characters or more: somewhere between `part.start` and `part.end`."""
    middle = (part.start + part.end) // 2
    reach = min(_WINDOW, (part.end - part.start) // 4)
    near = Span(middle - reach, middle + reach)
    for border in _BORDERS:
        cut = _nearest(border, text, near, kept)
        if cut is not None:
            return cut
    for forbidden in (kept, ()):
        cut = _cut_anywhere(text, part, near, forbidden)
        if cut is not None:
            return cut
    return middle


def _cut_anywhere(text: str, part: Span, near: Span, forbidden: Sequence[Span]) -> int | None:
    """At the space nearest to the middle, else between any two characters, but never inside a forbidden span."""
    for window in (near, part):
        cut = _nearest(_SPACE, text, window, forbidden)
        if cut is not None:
            return cut
    for cut in _outward(part):
        if not _inside(forbidden, cut) and not combining(text[cut]):
            return cut
    return None


def _nearest(border: re.Pattern[str], text: str, window: Span, forbidden: Sequence[Span]) -> int | None:
    """The border inside the window that is nearest to its middle and not inside a forbidden span."""
    middle = (window.start + window.end) // 2
    best = None
    for found in border.finditer(text, window.start, window.end):
        cut = found.start()
        if cut == window.start or _inside(forbidden, cut):
            continue
        if best is None or abs(cut - middle) < abs(best - middle):
            best = cut
    return best


def _inside(spans: Sequence[Span], cut: int) -> bool:
    at = bisect_left(spans, Span(cut, 0)) - 1
    if at < 0:
        return False
    return cut < spans[at].end


def _outward(part: Span) -> Iterator[int]:
    """The places inside a part, from its middle outward."""
    middle = (part.start + part.end) // 2
    for step in range(part.end - part.start):
        for cut in {middle - step, middle + step}:
            if part.start < cut < part.end:
                yield cut

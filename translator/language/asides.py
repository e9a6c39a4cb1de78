"""Brackets inside a sentence: stops in them end no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span

MAX_ASIDE = 400  # characters; longer brackets hold not an aside but a text with sentences of its own

_BRACKET = re.compile(r"[()\[\]]")


def asides_of(text: str) -> Iterator[Span]:
    """The outermost pairs of brackets that are short enough to be part of a sentence."""
    done = 0
    for pair in sorted(_short_brackets(text)):
        if pair.start >= done:
            done = pair.end
            yield pair


def _short_brackets(text: str) -> list[Span]:
    opened: list[int] = []
    pairs: list[Span] = []
    for bracket in _BRACKET.finditer(text):
        if bracket.group() in "([":
            opened.append(bracket.start())
        elif opened and bracket.end() - opened[-1] <= MAX_ASIDE:
            pairs.append(Span(opened.pop(), bracket.end()))
        else:
            opened.clear()  # the other open ones are further away still
    return pairs


def is_inside(aside: Span | None, stop: re.Match[str]) -> bool:
    if aside is None:
        return False
    if aside.start >= stop.start():
        return False
    return stop.end() < aside.end


def is_done(aside: Span, stop: int, sentence: int) -> bool:
    """An aside before the stop, or one that is the whole sentence so far, hides no end of a sentence."""
    if aside.end <= stop:
        return True
    return aside.start == sentence

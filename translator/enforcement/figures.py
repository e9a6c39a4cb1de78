"""Numbers: one that the model got wrong is put right where it stands, and never anywhere else."""

from __future__ import annotations

import re

from translator.alignment import ALIGNED, weight_on
from translator.document import Span
from translator.enforcement.draft import Draft
from translator.enforcement.edit import put
from translator.numbers import Number, find, missing

# Figures that stand alone: not 72 of T-72, 15 of 15th, 39 of 39C.
_FIGURES = re.compile(r"(?<![\w.,:])(?<![^\W\d_][-\u2011])\d+(?:[.,:]\d+)*(?![\w]|[.,:]\d|[-\u2011][^\W\d_])")


def lost(source: str, draft: Draft) -> int:
    """How many numbers of the source the draft does not have."""
    return len(missing(source, draft.hypothesis.text))


def mend(source: str, draft: Draft) -> Draft:
    """Write a lost number as English does, where the draft has it as Indonesian does or has another in its place."""
    for number in missing(source, draft.hypothesis.text):
        place = _place(source, number, draft)
        if place:
            draft = put(draft, place, number.accepted[0], number.span)
    return draft


def _place(source: str, number: Number, draft: Draft) -> Span | None:
    """The figures of the draft that stand for a number: the same ones, else those that looked at it most."""
    text, hypothesis = draft.hypothesis.text, draft.hypothesis
    right = {form for other in find(source) if other != number for form in other.accepted}
    taken = [held.span for held in draft.placed if held]
    free = [
        span
        for span in (Span(*found.span()) for found in _FIGURES.finditer(text))
        if span.of(text) not in right and not any(span.overlaps(other) for other in taken)
    ]
    for span in free:
        if span.of(text) == number.text:
            return span
    weights = weight_on(hypothesis, number.span)

    def weight(span: Span) -> float:
        inside = [weights[row] for row, piece in enumerate(hypothesis.target_spans) if piece.overlaps(span)]
        return float(sum(inside) / len(inside)) if inside else 0.0

    best = max(free, key=weight, default=None)
    return best if best and weight(best) >= ALIGNED else None

"""Numbers: one that the model got wrong is put right where it stands, and never anywhere else."""

from __future__ import annotations

import re

from translator.alignment import ALIGNED, weight_on
from translator.document import Span
from translator.enforcement.draft import Draft, source_span
from translator.enforcement.edit import begins, put
from translator.numbers import Kind, Number, find, missing, written

# Numbers in words are the model's to put: another word for a number must have looked at nothing else.
CERTAIN = 0.6


def lost(source: str, draft: Draft) -> int:
    """How many numbers of the source the draft does not have."""
    return len(_missing(source, draft))


def mend(source: str, draft: Draft) -> Draft:
    """Write a lost number as English does, where the draft has it as Indonesian does or has another in its place."""
    for number in _missing(source, draft):
        place = _place(source, number, draft)
        if place:
            form = number.accepted[0]
            form = form[0].upper() + form[1:] if begins(draft.hypothesis.text, place.start) else form
            draft = put(draft, place, form, number.span)
    return draft


def _missing(source: str, draft: Draft) -> list[Number]:
    """The numbers that the draft does not have, but for those in a term: they are the term's."""
    terms = [source_span(match) for match in draft.matches]
    lost = missing(source, draft.hypothesis.text)
    return [number for number in lost if not any(number.span.overlaps(span) for span in terms)]


def _place(source: str, number: Number, draft: Draft) -> Span | None:
    """What of the draft stands for a number: itself, as it was copied, else the figures that looked at it most."""
    text, hypothesis = draft.hypothesis.text, draft.hypothesis
    right = {form.casefold() for other in find(source) if other != number for form in other.accepted}
    taken = [held.span for held in draft.placed if held]
    free = [
        span
        for span in written(number.kind, text)
        if span.of(text).casefold() not in right and not any(span.overlaps(other) for other in taken)
    ]
    figures = number.text.split()[0]
    for span in free:
        if figures[0].isdigit() and span.of(text).split()[0] == figures:
            return span
    copied = re.search(rf"(?<!\w){re.escape(number.text)}(?!\w)", text, re.IGNORECASE)
    if copied and not figures[0].isdigit() and not any(Span(*copied.span()).overlaps(other) for other in taken):
        return Span(*copied.span())
    weights = weight_on(hypothesis, number.span)

    def weight(span: Span) -> float:
        inside = [weights[row] for row, piece in enumerate(hypothesis.target_spans) if piece.overlaps(span)]
        return float(sum(inside) / len(inside)) if inside else 0.0

    best = max(free, key=weight, default=None)
    least = CERTAIN if number.kind in (Kind.WORDS, Kind.ORDINAL, Kind.FRACTION) else ALIGNED
    return best if best and weight(best) >= least else None

"""Repair: every claim that a match stands somewhere is looked at again in the text, and only what is found is believed.

What is not found, whatever the reason, is inserted once more and looked at again; should that fail too, it is missing.
"""

from __future__ import annotations

from dataclasses import replace

from glossary import occurrences
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, overlaps_any
from translator.enforcement.repairs.insertion import insert_terms


def confirm(draft: Draft) -> Draft:
    """The draft with every match honoured at the place that it claims, and no two at one place."""
    confirmed = _without_false_claims(draft)
    if confirmed.missing:
        return _without_false_claims(insert_terms(confirmed))
    return confirmed


def stands(text: str, place: Placed) -> bool:
    """Is the translation at its place? Another one may overlap it: in `General director general` there are two."""
    every = [(Span(start, end), target) for start, end, target in occurrences(text, place.match)]
    if (place.span, place.target) in every:
        return True
    alone = replace(place.match, term=replace(place.match.term, targets=(place.target,)))
    found = [Span(start, end) for start, end, _ in occurrences(text, alone)]
    return place.span in found


def _without_false_claims(draft: Draft) -> Draft:
    """The draft with those of its claims that its text bears out."""
    claimed: list[Span] = []
    placed: list[Placed | None] = []
    for place in draft.placed:
        if place is None or overlaps_any(place.span, claimed) or not stands(draft.text, place):
            placed.append(None)
            continue
        claimed.append(place.span)
        placed.append(place)
    return replace(draft, placed=tuple(placed))

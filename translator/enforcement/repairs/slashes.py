"""Repair: a missing term that a slash joins to another in the source is joined to it in the text: suspect/defendant."""

from __future__ import annotations

from itertools import pairwise

from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, may_do_without
from translator.enforcement.edits import Edit, apply_edits, begins_text, replace_text

# Nothing that the model wrote tells the place, so the term is marked, but it is no guess either.
CONFIDENCE = 0.6


def join_slashed(draft: Draft) -> Draft:
    """The draft with each missing match beside the one that the source joins to it by a slash, if that stands."""
    for first, second in pairwise(range(len(draft.matches))):
        if draft.source[draft.matches[first].end : draft.matches[second].start] != "/":
            continue
        before, behind = draft.placed[first], draft.placed[second]
        if before and not behind:
            draft = _joined(draft, second, before, before.span.end)
        elif behind and not before and not begins_text(draft.text, behind.span.start):
            draft = _joined(draft, first, behind, behind.span.start)
    return draft


def _joined(draft: Draft, index: int, held: Placed, place: int) -> Draft:
    """The draft with match number `index` and a slash at a place, which is an edge of `held`."""
    match = draft.matches[index]
    if match.term.verb or may_do_without(draft, match, CONFIDENCE):
        return draft
    if "/" in draft.text[max(0, place - 1) : place + 1]:
        return draft  # something else is joined to it there
    if not match.required and held.target in match.term.targets:
        return draft  # village head/village head
    plural = held.span.of(draft.text).endswith("s") and not held.target.endswith("s")
    draft = replace_text(draft, Span(place, place), "/")
    if place == held.span.end:
        place += 1
    return apply_edits(draft, [Edit(Span(place, place), index, plural, Status.SPLICED, CONFIDENCE)])

"""Repair: the two ends of a range are joined by `to` where the model copied `s.d.` or wrote nothing between them."""

from __future__ import annotations

import re

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.edits import replace_text
from translator.enforcement.lost_expressions import number_before, number_behind, outside_terms, place_of
from translator.language import ranges
from translator.language.expressions import Expression

_BLANK = re.compile(r"\s*")


def correct_ranges(draft: Draft) -> Draft:
    """The draft with `to` in place of an Indonesian abbreviation, and between two numbers with nothing between them."""
    for joint in outside_terms(draft, ranges.find(draft.source)):
        place = _copied(joint, draft) or _gap(joint, draft)
        if place:
            before = "" if draft.text[: place.start].endswith(" ") else " "
            after = " " if draft.text[place.end : place.end + 1].isalnum() else ""
            draft = replace_text(draft, place, f"{before}{joint.accepted[0]}{after}", joint.span)
    return draft


def _copied(joint: Expression, draft: Draft) -> Span | None:
    """Where the draft has the abbreviation: between two ends, or for an open one; a full stop at the end is another."""
    for span in ranges.copied(draft.text):
        if overlaps_any(span, draft.taken):
            continue
        is_last = not any(map(str.isalnum, draft.text[span.end :]))
        if not is_last:
            return span
        if joint.accepted == ranges.OPEN_END:
            if draft.source.endswith(".") and draft.text[: span.end].endswith("."):
                return Span(span.start, span.end - 1)
            return span
    return None


def _gap(joint: Expression, draft: Draft) -> Span | None:
    """The blanks between the numbers that a joint stands between, if there is nothing else."""
    first = place_of(number_before(draft.source, joint.span.start, _BLANK), draft)
    second = place_of(number_behind(draft.source, joint.span.end, _BLANK), draft)
    if first is None or second is None:
        return None
    if first.end < second.start and _BLANK.fullmatch(draft.text, first.end, second.start):
        return Span(first.end, second.start)
    return None

"""Repair: two names that stand side by side keep the order of the source: Budi Santoso, not Santoso Budi."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from translator.document import Span
from translator.enforcement.draft import Draft, is_copied, source_span
from translator.enforcement.edits import replace_text


def order_names(draft: Draft) -> Draft:
    """The draft with names that change places where the source has them side by side the other way round."""
    for first, second in pairwise(range(len(draft.matches))):
        if _are_turned(draft, first, second):
            draft = _exchanged(draft, first, second)
    return draft


def _are_turned(draft: Draft, first: int, second: int) -> bool:
    """Do two names stand right behind one another, the second of the source first?"""
    one, other = draft.matches[first], draft.matches[second]
    if not (is_copied(one) and is_copied(other)) or draft.source[one.end : other.start] != " ":
        return False
    before, behind = draft.placed[second], draft.placed[first]
    if before is None or behind is None:
        return False
    return draft.text[before.span.end : behind.span.start] == " " and before.span.end < behind.span.start


def _exchanged(draft: Draft, first: int, second: int) -> Draft:
    before, behind = draft.placed[second], draft.placed[first]
    assert before is not None
    assert behind is not None
    words, others = behind.span.of(draft.text), before.span.of(draft.text)
    start = before.span.start
    middle = start + len(words)
    draft = replace_text(draft, Span(start, behind.span.end), words, source_span(draft.matches[first]))
    draft = replace_text(draft, Span(middle, middle), " ")
    draft = replace_text(draft, Span(middle + 1, middle + 1), others, source_span(draft.matches[second]))
    placed = list(draft.placed)
    placed[first] = replace(behind, span=Span(start, middle))
    placed[second] = replace(before, span=Span(middle + 1, middle + 1 + len(others)))
    return replace(draft, placed=tuple(placed))

"""Repair: two names that stand side by side keep the order of the source: Budi Santoso, not Santoso Budi."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from translator.document import Span
from translator.enforcement.draft import Draft, Placed, is_copied, source_span
from translator.enforcement.edits import replace_text


def order_names(draft: Draft) -> Draft:
    """The draft with names that change places where the source has them side by side the other way round."""
    for first, second in pairwise(range(len(draft.matches))):
        behind, before = draft.placed[first], draft.placed[second]
        if behind and before and _are_turned(behind, before, draft):
            draft = _exchanged(draft, first, behind, second, before)
    return draft


def _are_turned(behind: Placed, before: Placed, draft: Draft) -> bool:
    """Do two names of the source, one right behind the other, stand so in the text, but the second first?"""
    if not (is_copied(behind.match) and is_copied(before.match)):
        return False
    in_source = draft.source[behind.match.end : before.match.start]
    in_text = draft.text[before.span.end : behind.span.start]
    return in_source == in_text == " "


def _exchanged(draft: Draft, first: int, behind: Placed, second: int, before: Placed) -> Draft:
    words, others = behind.span.of(draft.text), before.span.of(draft.text)
    start = before.span.start
    middle = start + len(words)
    draft = replace_text(draft, Span(start, behind.span.end), words, source_span(behind.match))
    draft = replace_text(draft, Span(middle, middle), " ")
    draft = replace_text(draft, Span(middle + 1, middle + 1), others, source_span(before.match))
    placed = list(draft.placed)
    placed[first] = replace(behind, span=Span(start, middle))
    placed[second] = replace(before, span=Span(middle + 1, middle + 1 + len(others)))
    return replace(draft, placed=tuple(placed))

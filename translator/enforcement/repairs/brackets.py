"""Repair: the bracket of a rank's abbreviation goes, and that of another abbreviation returns behind its long form.

`Letnan Kolonel (Letkol) Adi` is Lieutenant Colonel Adi; `Kelompok Kriminal Bersenjata (KKB)` keeps its (KKB).
"""

from __future__ import annotations

import re

from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, overlaps_any, stands_in_brackets
from translator.enforcement.edits import Edit, apply_edits, replace_text

_BRACKET = re.compile(r"\s*\([^()]*\)")
_BETWEEN = re.compile(r"\s*\(\s*")  # in the source, between a long form and its abbreviation
_ENDS_PHRASE = re.compile(r"(?:['’]s)?(?!\s*\()(?![\w-])")


def mend_brackets(draft: Draft) -> Draft:
    """The draft with the brackets that its source asks for behind its terms, and no others."""
    for index in range(len(draft.matches)):
        draft = _without_abbreviation(draft, index)
        draft = _with_abbreviation(draft, index)
    return draft


def _without_abbreviation(draft: Draft, index: int) -> Draft:
    """The draft without the bracket behind a rank that has its abbreviation in the source."""
    place = draft.placed[index]
    if place is None or not place.match.text.endswith(")") or place.target.endswith(")"):
        return draft
    bracket = _BRACKET.match(draft.text, place.span.end)
    if not bracket or overlaps_any(Span(*bracket.span()), draft.taken):
        return draft
    return replace_text(draft, Span(*bracket.span()), "")


def _with_abbreviation(draft: Draft, index: int) -> Draft:
    """The draft with an abbreviation that is missing in brackets behind its long form, where that stands."""
    long_form = _long_form(draft, index)
    if not long_form:
        return draft
    end = long_form.span.end
    if not _ENDS_PHRASE.match(draft.text, end):
        return draft
    draft = replace_text(draft, Span(end, end), " ()")
    inside = Span(end + len(" ("), end + len(" ("))
    return apply_edits(draft, [Edit(inside, index, False, Status.SPLICED, long_form.confidence)])


def _long_form(draft: Draft, index: int) -> Placed | None:
    """The place of the match that stands right before the bracket of this one, if this one is missing."""
    match = draft.matches[index]
    is_open = index > 0 and draft.placed[index] is None
    if not is_open or not stands_in_brackets(draft, match):
        return None
    before = draft.matches[index - 1]
    if not _BETWEEN.fullmatch(draft.source, before.end, match.start):
        return None
    return draft.placed[index - 1]

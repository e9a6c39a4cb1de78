"""Repair: an abbreviation that is lost returns in brackets behind its long form: armed criminal group (KKB)."""

from __future__ import annotations

import re

from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, stands_in_brackets
from translator.enforcement.edits import Edit, apply_edits, replace_text

_BETWEEN = re.compile(r"\s*\(\s*")  # in the source, between a long form and its abbreviation
_ENDS_PHRASE = re.compile(r"(?:['’]s)?(?!\s*\()(?![\w-])")


def restore_brackets(draft: Draft) -> Draft:
    """The draft with each missing abbreviation in brackets behind its long form, where that stands."""
    for index in range(1, len(draft.matches)):
        long_form = _long_form(draft, index)
        if long_form and _ENDS_PHRASE.match(draft.text, long_form.span.end):
            draft = _with_abbreviation(draft, index, long_form)
    return draft


def _with_abbreviation(draft: Draft, index: int, long_form: Placed) -> Draft:
    end = long_form.span.end
    draft = replace_text(draft, Span(end, end), " ()")
    inside = Span(end + len(" ("), end + len(" ("))
    return apply_edits(draft, [Edit(inside, index, False, Status.SPLICED, long_form.confidence)])


def _long_form(draft: Draft, index: int) -> Placed | None:
    """The place of the match that stands right before the bracket of this one, if this one is missing."""
    match = draft.matches[index]
    if draft.placed[index] is not None or not stands_in_brackets(draft, match):
        return None
    before = draft.matches[index - 1]
    if not _BETWEEN.fullmatch(draft.source, before.end, match.start):
        return None
    return draft.placed[index - 1]

"""Repair: an ellipsis at the end has three dots, and a comma or semicolon before a word has its blank.

It comes after the ranking: the words are the same.
"""

from __future__ import annotations

import re

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, spans_of
from translator.enforcement.edits import replace_text

_ELLIPSIS_AT_END = re.compile(r"(?<!\.)(?:\.{3}|…)[\"'”’)\]]*\Z")
_DOTS_AT_END = re.compile(r"(?<!\.)(?P<dots>\.\.|\.{4,}|…\.+)[\"'”’)\]]*\Z")
_BLANKLESS = re.compile(r"(?<=[^\W_][,;])(?=[^\W\d_]{2})")


def restore_final_marks(draft: Draft) -> Draft:
    """The draft with the three dots of its source's end, and with blanks behind commas and semicolons before words."""
    dots = _DOTS_AT_END.search(draft.text) if _ELLIPSIS_AT_END.search(draft.source) else None
    if dots is not None:
        draft = replace_text(draft, Span(*dots.span("dots")), "...")
    if _BLANKLESS.search(draft.source):
        return draft
    for place in reversed(spans_of(_BLANKLESS, draft.text)):
        if not overlaps_any(place, draft.taken):
            draft = replace_text(draft, place, " ")
    return draft

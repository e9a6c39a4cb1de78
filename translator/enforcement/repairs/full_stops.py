"""Repair: the full stop of an abbreviation (`Letjen.`) that the model left behind the term (`General. Budi`) goes."""

from __future__ import annotations

import re

from glossary import Match
from translator.document import Span
from translator.enforcement.draft import Draft
from translator.enforcement.edits import replace_text

_STOP_INSIDE = re.compile(r"\.\s+[^\W_]")  # a word follows; behind the full stop of a sentence only a quote may stand


def remove_full_stops(draft: Draft) -> Draft:
    """The draft without full stops behind terms whose abbreviation ends in one; that of the sentence stays."""
    for index, match in enumerate(draft.matches):
        place = draft.placed[index]
        if place is None or not _ends_in_stop(match, draft.source):
            continue
        if _STOP_INSIDE.match(draft.text, place.span.end):
            draft = replace_text(draft, Span(place.span.end, place.span.end + 1), "")
    return draft


def _ends_in_stop(match: Match, source: str) -> bool:
    """Does a full stop end the term, or stand right behind it and inside the sentence (Letkol Inf. Agus)?"""
    if match.text.endswith("."):
        return True
    return _STOP_INSIDE.match(source, match.end) is not None

"""Repair: the full stop of an abbreviation that is left behind its English (`General. Budi`, `(Retired.)`) goes."""

from __future__ import annotations

import re

from glossary import Match
from translator.document import Span
from translator.enforcement.draft import Draft, source_span
from translator.enforcement.edits import replace_text
from translator.language.numbers.english import MONTHS

_STOP_INSIDE = re.compile(r"\.\s+[^\W_]")  # a word follows; behind the full stop of a sentence only a quote may stand
# A sentence goes on behind it with a year, or in small letters.
_STOP_BEHIND_MONTH = re.compile(rf"\d\s+(?:{'|'.join(MONTHS)})(\.)\s+(?:\d|[a-z])")


def remove_full_stops(draft: Draft) -> Draft:
    """The draft without full stops behind months and abbreviated terms; that of the sentence stays."""
    for found in reversed([*_STOP_BEHIND_MONTH.finditer(draft.text)]):
        draft = replace_text(draft, Span(*found.span(1)), "")
    for index, match in enumerate(draft.matches):
        place = draft.placed[index]
        if place is None or not _ends_in_stop(match, draft.source):
            continue
        if _has_stop_inside(draft.text, place.span):
            draft = replace_text(draft, Span(place.span.end, place.span.end + 1), "")
    return draft


def _ends_in_stop(match: Match, source: str) -> bool:
    """Does a full stop end the term, or stand right behind it and inside the sentence (Letkol Inf. Agus)?"""
    if match.text.endswith("."):
        return True
    return _has_stop_inside(source, source_span(match))


def _has_stop_inside(text: str, span: Span) -> bool:
    """Does a full stop that ends no sentence follow a span: one before a word, or one with it alone in brackets?"""
    is_alone_in_brackets = text[: span.start].endswith("(") and text.startswith(".)", span.end)
    return is_alone_in_brackets or _STOP_INSIDE.match(text, span.end) is not None

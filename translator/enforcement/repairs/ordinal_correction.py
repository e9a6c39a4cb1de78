"""Repair: an ordinal in figures gets its ending: the 12 congress and the 21th century are the 12th and the 21st.

Behind a noun a plain number is right (day 7), and so it is before a plural. Only figures right behind the beginning, an
article, a pronoun or a preposition, and right before a word, are put right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.edits import replace_text
from translator.language import numbers
from translator.language.numbers import Number, NumberKind
from translator.language.numbers.english_words import numeral

_WITH_ENDING = re.compile(r"(?<![\w.,:-])(\d{1,4})(st|nd|rd|th)\b")
_DIGITS = re.compile(r"ke-?(\d{1,3})")
_LEAD = r"(?:\A|\b(?:the|a|an|its|his|her|their|our|this|in|of|for|at|on) )"
# A word in the singular, and none in the plural behind it, whose number the figures might be: 14 SAARC countries.
_NOUN = r"(?= [A-Za-z]+(?<!s)\b(?! [A-Za-z]+s\b))"


def correct_ordinals(draft: Draft) -> Draft:
    """The draft with the right ending of each ordinal, also where its figures stand before a noun without one."""
    draft = _with_right_endings(draft)
    found = numbers.find(draft.source)
    for number in found:
        figures = _DIGITS.fullmatch(number.text)
        if number.kind is not NumberKind.ORDINAL or figures is None or _stands_twice(number, found):
            continue
        place = _plain(figures[1], draft)
        if place:
            draft = replace_text(draft, place, number.accepted[0], number.span)
    return draft


def _with_right_endings(draft: Draft) -> Draft:
    for found in reversed(list(_WITH_ENDING.finditer(draft.text))):
        right = numeral(int(found[1]))
        if found[0] != right and not overlaps_any(Span(*found.span()), draft.taken):
            draft = replace_text(draft, Span(*found.span(2)), right[-len(found[2]) :])
    return draft


def _stands_twice(number: Number, found: Sequence[Number]) -> bool:
    """Has the source the same number elsewhere, so that the figures may be that one's?"""
    value = number.accepted[0].rstrip("dhnrst")
    return sum(value in other.accepted for other in found) > 1


def _plain(figures: str, draft: Draft) -> Span | None:
    """Where the figures stand as a plain number before a noun in the singular, once and in no term."""
    places = list(re.finditer(rf"{_LEAD}({figures}){_NOUN}", draft.text, re.IGNORECASE))
    if len(places) != 1:
        return None
    span = Span(*places[0].span(1))
    if overlaps_any(span, draft.taken):
        return None
    return span

"""Repair: an ordinal in figures that the model wrote as a plain number (the 12 congress) gets its ending.

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

_DIGITS = re.compile(r"ke-?(\d{1,3})")
_LEAD = r"(?:\A|\b(?:the|a|an|its|his|her|their|our|this|in|of|for|at|on) )"
# A word in the singular, and none in the plural behind it, whose number the figures might be: 14 SAARC countries.
_NOUN = r"(?= [A-Za-z]+(?<!s)\b(?! [A-Za-z]+s\b))"


def correct_ordinals(draft: Draft) -> Draft:
    """The draft with the ending of each ordinal whose figures stand before a noun without it."""
    found = numbers.find(draft.source)
    for number in found:
        figures = _DIGITS.fullmatch(number.text)
        if number.kind is not NumberKind.ORDINAL or figures is None or _stands_twice(number, found):
            continue
        place = _plain(figures[1], draft)
        if place:
            draft = replace_text(draft, place, number.accepted[0], number.span)
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

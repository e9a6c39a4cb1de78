"""Repair: a part of the day that the model wrote as a mere noun behind an hour (3 afternoon, 9 nights) is a.m. or p.m.

Twelve o'clock is noon or midnight.
"""

from __future__ import annotations

import re

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.edits import replace_text
from translator.enforcement.lost_expressions import number_before, place_of
from translator.enforcement.places import is_function_word
from translator.language import units
from translator.language.expressions import Expression

_BLANKS = re.compile(r"\s+")
_NOUN = re.compile(r" (?:an? )?(?:dawns?|mornings?|afternoons?|evenings?|nights?|days?)\b")
_WORD_BEFORE = re.compile(r"([a-z]+) \Z")
_TWELVE = frozenset({"12", "12.00", "12:00"})


def correct_day_parts(draft: Draft) -> Draft:
    """The draft with a.m. or p.m. behind each hour of its source behind which the model wrote a mere noun."""
    for unit in units.find(draft.source):
        if units.is_part_of_day(unit):
            draft = _with_half(unit, draft)
    return draft


def _with_half(part: Expression, draft: Draft) -> Draft:
    """The draft with the half of the day in place of the noun, and with `at` before the hour where no such word is."""
    number = number_before(draft.source, part.span.start, _BLANKS)
    place = place_of(number, draft)
    if number is None or place is None:
        return draft
    noun = _NOUN.match(draft.text, place.end)
    if not noun or overlaps_any(Span(*noun.span()), draft.taken):
        return draft
    time = f"{place.of(draft.text)} {part.accepted[0]}"
    if number.text in _TWELVE:
        time = "noon" if part.text.casefold() == "siang" else "midnight"
    if draft.text.startswith(".", noun.end()):
        time = time.removesuffix(".")
    at = _at_before(place.start, draft.text)
    return replace_text(draft, Span(place.start, noun.end()), at + time, number.span)


def _at_before(place: int, text: str) -> str:
    word = _WORD_BEFORE.search(text, 0, place)
    if word is None or is_function_word(word[1]):
        return ""
    return "at "

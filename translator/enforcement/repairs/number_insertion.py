"""Repair: a number of which the model wrote nothing is inserted beside what it wrote for the words beside the number.

It is a guess: the check `numbers` warns of every one. `number_slots` finds the place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from translator.document import Span
from translator.enforcement.draft import Draft
from translator.enforcement.first_words import write_words
from translator.enforcement.lost_numbers import lost_numbers
from translator.enforcement.number_slots import CURRENCY, Slot, slot_for
from translator.language.numbers import Number

_PERCENT = re.compile(r"\s?(?:%|per ?cent\b)")


def insert_numbers(draft: Draft) -> Draft:
    """The draft with each lost number inserted, if a word or number beside it says where."""
    for number in lost_numbers(draft):
        inserted = insert_number(number, draft)
        if inserted and len(lost_numbers(inserted)) < len(lost_numbers(draft)):
            draft = replace(inserted, inserted_numbers=inserted.inserted_numbers + 1)
    return draft


def insert_number(number: Number, draft: Draft) -> Draft | None:
    """The draft with a number that it lacks; None where nothing says where it belongs.

    A number that is part of a word (New7Wonders) is not inserted.
    """
    if _is_part_of_word(number, draft.source):
        return None
    slot = slot_for(number, draft)
    if slot is None:
        return None
    return _insert(number, draft, slot)


def _is_part_of_word(number: Number, source: str) -> bool:
    before, after = source[: number.span.start], source[number.span.end :]
    if after[:1].isalpha():
        return True
    if not before[-1:].isalpha():
        return False
    return not CURRENCY.search(before)


def _insert(number: Number, draft: Draft, slot: Slot) -> Draft:
    """The draft with the number in a slot, and with the currency, per cent sign or bracket that belongs to it."""
    source, text, form = draft.source, draft.text, number.accepted[0]
    span = _outside_terms(slot, draft)
    before, after = slot.before, slot.after
    currency = CURRENCY.search(source, 0, number.span.start)
    if currency and not CURRENCY.search(text, 0, span.start):
        before += currency[0].strip()
    if source.startswith("%", number.span.end) and not _PERCENT.match(text, span.end):
        after = "%" + after
    if source[: number.span.start].endswith("(") and text.count(")") > text.count("("):
        before += "("
    return write_words(draft, span, form, number.span, before, after)


def _outside_terms(slot: Slot, draft: Draft) -> Span:
    """The span of the slot, moved so that it is inside no term and replaces none."""
    span = slot.span
    for taken in draft.taken:
        if taken.overlaps(span):
            span = Span(span.end, span.end)
        if taken.start < span.start < taken.end:
            border = taken.start if slot.after.endswith(" ") else taken.end
            span = Span(border, border)
    return span

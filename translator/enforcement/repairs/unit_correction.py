"""Repair: a unit or a currency that the model lost or took for another one (kilometers for knot) is put right.

Its place is known where its number stands: beside it. There it replaces another unit, or the word that the model wrote
for it, or is put in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.alignment import attention_on
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.edits import replace_text
from translator.enforcement.first_words import write_words
from translator.enforcement.lost_expressions import (
    lost_expressions,
    most_attentive,
    number_before,
    number_behind,
    place_of,
    unclaimed,
)
from translator.enforcement.places import is_function_word
from translator.language import units
from translator.language.expressions import Expression, placed
from translator.language.numbers import Number
from translator.language.symbols import MONEY

# The attention that the word behind a number must have on a unit to give way to it: it may be what is counted.
MIN_ATTENTION_OF_WORD = 0.6
# A word that begins like the unit needs less.
MIN_ATTENTION_OF_LIKE_WORD = 0.25
LETTERS_ALIKE = 2

_GAP = re.compile(r"[ \u00a0-]?")
_CURRENCY = re.compile(rf"[A-Z]{{0,2}}[{MONEY}]|[A-Z]{{3}}|Rp|RM")
_CURRENCY_GAP = re.compile(r"\.?[ \u00a0]?")
_WORD_BEHIND = re.compile(r"[ \u00a0-](?P<word>[^\W\d_][\w²³]*)")
_RATE_BEHIND = re.compile(r"\s?/\s?[^\W\d_]+| per [^\W\d_]+")
_PER_HOUR = re.compile(r" (?:per|an) hour\b|/h(?:our|r)?\b")
_HOURS = re.compile(r" hours?\b| o['’]clock\b")
_IN_WORD = re.compile(r"\w|-\w")
_SINGLE = frozenset({"1", "satu"})


def correct_units(draft: Draft) -> Draft:
    """The draft with each lost unit beside its number, if the number stands."""
    every = units.find(draft.source)
    for unit in lost_expressions(draft, every):
        if units.is_rate(unit):
            draft = _correct_rate(unit, every, draft)
            continue
        number = _number_of(unit, draft.source)
        place = place_of(number, draft)
        if number and place:
            draft = _correct_unit(unit, number, place, unclaimed(draft, units.written(draft.text), every), draft)
    return draft


def _number_of(unit: Expression, source: str) -> Number | None:
    """The number that a unit stands behind; that behind Rp."""
    if units.is_currency_before(unit):
        return number_behind(source, unit.span.end, _CURRENCY_GAP)
    return number_before(source, unit.span.start, _GAP)


def _correct_unit(unit: Expression, number: Number, place: Span, others: Sequence[Span], draft: Draft) -> Draft:
    """The draft with a unit beside its number, which stands at `place`. others: units that stand for no unit."""
    text = draft.text
    before = [span for span in others if _is_currency_before(place, span, text)]
    if units.is_currency_before(unit):
        return _with_currency(unit, place, before, draft)
    behind = [span for span in others if _GAP.fullmatch(text, place.end, span.start)]
    span = behind[0] if behind else most_attentive(draft, unit, others) or _word_behind(unit, place, draft)
    is_single = number.text in _SINGLE
    if before or span is None:
        draft = _put_in(draft, place, _form(unit, place, draft.text, is_single=is_single), unit)
        if not before:
            return draft
        return replace_text(draft, Span(before[0].start, place.start), "")
    is_single = is_single or text[span.start - 1] == "-"
    span = _with_hour(unit, span, text)
    return write_words(draft, span, _form(unit, span, text, is_single=is_single), unit.span)


def _with_currency(unit: Expression, place: Span, before: Sequence[Span], draft: Draft) -> Draft:
    """The draft with a currency before its number, in place of the wrong one that stands `before` it, if any."""
    sign = before[0] if before else Span(place.start, place.start)
    gap = "" if before and draft.text[sign.end] == " " else " "
    return write_words(draft, sign, unit.accepted[0], unit.span, after=gap)


def _form(unit: Expression, place: Span, text: str, *, is_single: bool) -> str:
    """What is written for a unit before the end of `place`; the full stop of p.m. is also that of the sentence."""
    form = units.usual(unit, is_single=is_single)
    if text.startswith(".", place.end):
        return form.removesuffix(".")
    return form


def _put_in(draft: Draft, number: Span, form: str, unit: Expression) -> Draft:
    """The draft with a unit right behind its number; as it is where the number is a part of a word (500-strong)."""
    if _IN_WORD.match(draft.text, number.end):
        return draft
    return write_words(draft, Span(number.end, number.end), form, unit.span, before=" ")


def _with_hour(unit: Expression, span: Span, text: str) -> Span:
    """What gives way to a unit that has its hour in it: kilometers per hour to knots, sore hours to p.m."""
    hour = None
    if unit.accepted[0] == "knots":
        hour = _PER_HOUR.match(text, span.end)
    elif units.is_part_of_day(unit):
        hour = _HOURS.match(text, span.end)
    return Span(span.start, hour.end()) if hour else span


def _correct_rate(rate: Expression, every: Sequence[Expression], draft: Draft) -> Draft:
    """The draft with `per hour` behind the unit that it is said of, in place of another rate, if the unit stands."""
    unit = every[every.index(rate) - 1]
    place = placed(every, draft.text).get(unit)
    if place is None or _IN_WORD.match(draft.text, place.end) or overlaps_any(place, draft.taken):
        return draft
    other = _RATE_BEHIND.match(draft.text, place.end)
    span = Span(*other.span()) if other else Span(place.end, place.end)
    if overlaps_any(span, draft.taken):
        return draft
    return write_words(draft, span, rate.accepted[0], rate.span, before=" ")


def _is_currency_before(number: Span, span: Span, text: str) -> bool:
    if not _CURRENCY.fullmatch(span.of(text)):
        return False
    return _GAP.fullmatch(text, span.end, number.start) is not None


def _word_behind(unit: Expression, number: Span, draft: Draft) -> Span | None:
    """The word behind a number that the model wrote for its unit; one that is like it may stand behind another."""
    place = number.end
    for least in (MIN_ATTENTION_OF_WORD, 1):
        found = _WORD_BEHIND.match(draft.text, place)
        if not found:
            return None
        span = Span(*found.span("word"))
        if _is_like(found["word"], unit):
            least = MIN_ATTENTION_OF_LIKE_WORD
        is_free = not is_function_word(found["word"]) and not overlaps_any(span, draft.taken)
        if is_free and attention_on(draft.hypothesis, unit.span, span) >= least:
            return span
        place = span.end
    return None


def _is_like(word: str, unit: Expression) -> bool:
    """Does a word begin like a unit: ponds for pon, sychicles for syikal; is it a plural of what is said for it?"""
    if word.casefold().removesuffix("s") in unit.accepted:
        return True
    beginnings = {form[:LETTERS_ALIKE].casefold() for form in (unit.text, unit.accepted[0])}
    return word[:LETTERS_ALIKE].casefold() in beginnings

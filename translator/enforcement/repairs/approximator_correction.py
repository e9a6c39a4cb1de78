"""Repair: how exact a number is (kurang lebih 500: about 500) is said where the model lost it or turned it round.

Its place is known where its number stands: right before it. There it replaces another approximator (less than), or what
the model wrote for it (`Flood from 100` for Kurang dari 100), or is put in.
"""

from __future__ import annotations

import re

from glossary import article
from translator.alignment import attention_on
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.edits import replace_text
from translator.enforcement.first_words import write_words
from translator.enforcement.lost_expressions import (
    copied,
    lost_expressions,
    most_attentive,
    number_behind,
    outside_terms,
    place_of,
    unclaimed,
)
from translator.enforcement.places import is_function_word
from translator.language import approximators
from translator.language.expressions import Expression, missing

# Words before a number among which those are looked for that the model wrote for its approximator.
MAX_WORDS_BEFORE = 4
# The attention on an approximator that such a word must have: `Flood` of `Flood from 100` has 0.96 on Kurang dari.
MIN_ATTENTION = 0.6

_TO_NUMBER = re.compile(r"\s+(?:(?:Rp|US\$|[$€£])\.?\s?)?")
_CURRENCY = re.compile(r"(?:\bRp\.?|\bIDR|US\$|[$€£])[ \u00a0]?\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_ARTICLE = re.compile(r"\b(?:an?|the) \Z", re.IGNORECASE)
_INDEFINITE = re.compile(r"\b[Aa](?P<rest>n?) \Z")
_IN_COMPOUND = re.compile(r"\d[\d.,]*-[^\W\d_]")


def correct_approximators(draft: Draft) -> Draft:
    """The draft with each approximator before its number; where that has no place, instead of what stands for it."""
    every = approximators.find(draft.source)
    lost = lost_expressions(draft, every)
    for each in outside_terms(draft, every):
        place = place_of(number_behind(draft.source, each.span.end, _TO_NUMBER), draft)
        span = None
        if place:
            span = _before_number(each, _with_currency(draft.text, place), draft, is_lost=each in lost)
        elif each in lost:
            span = copied(draft, each) or most_attentive(
                draft, each, unclaimed(draft, approximators.written(draft.text), every)
            )
        if span:
            draft = _write(each, span, draft)
    return draft


def _write(approximator: Expression, span: Span, draft: Draft) -> Draft:
    """The draft with an approximator at a span; the article before it fits it: an almost 300-page report."""
    form = approximator.accepted[0]
    found = _INDEFINITE.search(draft.text, 0, span.start)
    if found and not overlaps_any(Span(*found.span()), draft.taken):
        right = article(form)
        draft = replace_text(draft, Span(*found.span("rest")), right[1:])
        span = span.shifted(len(right[1:]) - len(found["rest"]))
    space = "" if draft.text.startswith(" ", span.end) else " "
    return write_words(draft, span, form, approximator.span, after=space)


def _with_currency(text: str, number: Span) -> int:
    """Where a number begins, with the currency before it."""
    currency = _CURRENCY.search(text, 0, number.start)
    return currency.start() if currency else number.start


def _before_number(approximator: Expression, start: int, draft: Draft, *, is_lost: bool) -> Span | None:
    """What gives way to an approximator before its number, which begins at `start`; None where all is well."""
    span = approximators.last(draft.text[:start])
    if span and not _contradicts(span.of(draft.text), approximator, is_lost=is_lost):
        return None
    if is_lost:
        start = span.start if span else start
        aligned = _aligned_words(approximator, start, draft)
        span = span or aligned or _at_article(start, draft.text)
        if aligned:
            span = Span(aligned.start, span.end)
    if span is None or overlaps_any(span, draft.taken):
        return None
    return span


def _contradicts(words: str, approximator: Expression, *, is_lost: bool) -> bool:
    """Do words before a number say something else? One word (over, about) may be a mere preposition."""
    if not missing([approximator], words):
        return False
    if is_lost:
        return True
    return " " in words


def _aligned_words(approximator: Expression, start: int, draft: Draft) -> Span | None:
    """The words right before a number from the first on that the model wrote for its approximator: `Flood from`.

    A preposition or an article is not the first: it belongs to the number. Behind other words of the source (Denda
    paling banyak) such words may be theirs: the fine is 5 million.
    """
    if any(map(str.isalnum, draft.source[: approximator.span.start])):
        return None
    first = place = start
    for _ in range(MAX_WORDS_BEFORE):
        word = _WORD_BEFORE.search(draft.text, 0, place)
        if not word:
            break
        place = word.start()
        attention = attention_on(draft.hypothesis, approximator.span, Span(*word.span(1)))
        if attention >= MIN_ATTENTION and not is_function_word(word[1]):
            first = place
    if first == start:
        return None
    found = _ARTICLE.search(draft.text, 0, first)
    if found:  # A total of 5
        first = found.start()
    return Span(first, start - 1)


def _at_article(start: int, text: str) -> Span:
    """Where an approximator is put in: before a number and its article, or in place of the article of figures."""
    found = _ARTICLE.search(text, 0, start)
    if not found:
        return Span(start, start)
    if _IN_COMPOUND.match(text, start):  # a 300-page report
        return Span(start, start)
    if text[start].isdigit():
        return Span(found.start(), start - 1)
    return Span(found.start(), found.start())

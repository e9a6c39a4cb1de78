"""Repair: a number that the model got wrong is written as English writes it, where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from translator.alignment import ALIGNED, mean_weight, touching, weight_on
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, spans_of
from translator.enforcement.edits import begins_text, replace_text
from translator.enforcement.lost_numbers import wrong_numbers
from translator.enforcement.number_phrases import whole_phrase
from translator.language.numbers import Number, NumberKind, find, placed, written

# The attention that another word for a number must have on it: numbers in words are the model's to put, so it must
# have looked at nothing else.
MIN_ATTENTION_IN_WORDS = 0.6
# A word that is nearly one for the number (Eighten, leven) needs less to be taken for it. Likeness: difflib's ratio.
MIN_LIKENESS = 0.8
MIN_ATTENTION_OF_LIKE_WORD = 0.25
# Characters before a number in which an article or a preposition that belongs to it is looked for.
_LEAD_REACH = 5

_IN_WORDS = frozenset({NumberKind.WORDS, NumberKind.ORDINAL, NumberKind.FRACTION})
_SPOKEN = _IN_WORDS | {NumberKind.VAGUE}
_CARDINAL_IS_NO = ("th", "first", "second", "third")
_NOUN = re.compile(r" (?!of\b)[^\W\d_]")
_DECADE = re.compile(r"['’]?s\b(?: of\b)?")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAD = re.compile(r"\b(?:an?|the|of|at|in|by) \Z", re.IGNORECASE)


def correct_numbers(draft: Draft) -> Draft:
    """The draft with each wrong number in place of what stands for it, if that leaves fewer of them wrong."""
    for number in wrong_numbers(draft):
        corrected = _correct_number(number, draft)
        if corrected and len(wrong_numbers(corrected)) < len(wrong_numbers(draft)):
            draft = corrected
    return draft


def _correct_number(number: Number, draft: Draft) -> Draft | None:
    form = number.accepted[0]
    place = _wrong_number(number, draft)
    if place is None and number.kind is not NumberKind.VAGUE:
        misspelt = _misspelt(number, draft)
        if misspelt:
            place, form = misspelt
    if place is None:
        return None
    is_in_letters = not any(map(str.isdigit, number.text))
    if number.kind in _SPOKEN or is_in_letters:
        place = whole_phrase(number, place, draft)
    if number.refused:
        place = _with_decade(place, draft.text)
    if number.kind is NumberKind.VAGUE and _NOUN.match(draft.text, place.end):
        form += " of"  # dozens of soldiers
    if begins_text(draft.text, place.start):
        form = form[0].upper() + form[1:]
    return replace_text(draft, place, form, number.span)


def _with_decade(place: Span, text: str) -> Span:
    """The place of a rough count with what made a decade of it: 50s of boats."""
    found = _DECADE.match(text, place.end)
    return Span(place.start, found.end()) if found else place


def _wrong_number(number: Number, draft: Draft) -> Span | None:
    """What stands for a number: the number as it was copied, else the figures with the most attention on it."""
    text = draft.text
    taken = [*draft.taken, *placed(draft.source, text).values()]
    free = _wrong_figures(number, draft, taken)
    figures = number.text.split()[0]
    if figures[0].isdigit():
        for span in free:
            if span.of(text).split()[0] == figures:
                return span
    else:
        copied = re.search(rf"(?<!\w){re.escape(number.text)}(?!\w)", text, re.IGNORECASE)
        if copied and not overlaps_any(Span(*copied.span()), taken):
            return Span(*copied.span())
    return _most_attentive(number, draft, free)


def _wrong_figures(number: Number, draft: Draft, taken: Sequence[Span]) -> list[Span]:
    """The numbers of the text that stand for no number of the source."""
    right: set[str] = set()
    for other in find(draft.source):
        if other != number:
            right.update(map(str.casefold, other.accepted))
    spans = []
    for span in written(number.kind, draft.text):
        if span.of(draft.text).casefold() not in right and not overlaps_any(span, taken):
            spans.append(span)
    return [span for span in spans if not any(_is_inside(span, other) for other in spans)]


def _is_inside(span: Span, other: Span) -> bool:
    """Is a span a part of another, longer one: 9:30 of 9:30 p.m.?"""
    if span == other:
        return False
    return other.start <= span.start < span.end <= other.end


def _most_attentive(number: Number, draft: Draft, spans: Sequence[Span]) -> Span | None:
    """The span with the most attention on a number, if it has enough."""
    if not spans:
        return None
    attention = _Attention.on(number, draft)
    best = max(spans, key=attention.of)
    least = MIN_ATTENTION_IN_WORDS if number.kind in _IN_WORDS else ALIGNED
    if attention.of(best) >= least:
        return best
    return None


def _misspelt(number: Number, draft: Draft) -> tuple[Span, str] | None:
    """A word that the model misspelt, with what it should be: Eighten is eighteen."""
    best: tuple[float, Span, str] | None = None
    words = _words_for(number, draft)
    for form in _forms_in_words(number):
        for span in words:
            ratio = _likeness(span.of(draft.text), form)
            if best is None or ratio > best[0]:
                best = (ratio, span, form)
    if best is None or best[0] < MIN_LIKENESS:
        return None
    return best[1:]


def _words_for(number: Number, draft: Draft) -> list[Span]:
    """The words of the text that belong to no term and had some attention on the number."""
    attention, taken = _Attention.on(number, draft), draft.taken
    words = []
    for span in spans_of(_LETTERS, draft.text):
        if attention.of(span) >= MIN_ATTENTION_OF_LIKE_WORD and not overlaps_any(span, taken):
            words.append(span)
    return words


def _forms_in_words(number: Number) -> Iterator[str]:
    """What the number may be in words; "tenth" is no ten."""
    is_ordinal = number.kind in (NumberKind.ORDINAL, NumberKind.FRACTION)
    for form in number.accepted:
        if len(form) <= 2 or not form[0].isalpha():
            continue
        if is_ordinal or not form.endswith(_CARDINAL_IS_NO):
            yield form


def _likeness(word: str, form: str) -> float:
    """The likeness of a word and a form; `a thousand` and `one thousand` are as like as their last words."""
    return SequenceMatcher(None, word.casefold(), form.removeprefix("one ")).ratio()


@dataclass(frozen=True, slots=True, eq=False)
class _Attention:
    """The attention of a draft's subwords on one number."""

    draft: Draft
    weights: NDArray[np.float32]

    @classmethod
    def on(cls, number: Number, draft: Draft) -> _Attention:
        return cls(draft, weight_on(draft.hypothesis, number.span))

    def of(self, span: Span) -> float:
        """The share of the attention of the words at `span` that lay on the number.

        An article or a preposition before them looks ahead, and may speak for them.
        """
        alone = self._mean(span)
        if alone < MIN_ATTENTION_OF_LIKE_WORD:
            return alone
        lead = _LEAD.search(self.draft.text, max(0, span.start - _LEAD_REACH), span.start)
        if not lead:
            return alone
        return max(alone, (alone + self._mean(Span(*lead.span()))) / 2)

    def _mean(self, span: Span) -> float:
        return mean_weight(self.weights, touching(self.draft.hypothesis.target_spans, span))

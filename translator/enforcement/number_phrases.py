"""All the words that a model wrote for a number in words: `Twoteen thousand`, `two coma five`.

A model that does not know such a number writes a word for each of its words, and its attention tells which they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from translator.alignment import attention_on
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, spans_of
from translator.enforcement.places import is_function_word
from translator.language.numbers import Number, NumberKind, placed

# The attention on a number that a word beside another word for it must have to belong to it.
MIN_ATTENTION = 0.6

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
# What looks ahead to these numbers stays: the nineteenth century, at half past six.
_BEHIND_FUNCTION_WORDS = frozenset({NumberKind.ORDINAL, NumberKind.TIME})
_JOINTS = (" ", "-")


def whole_phrase(number: Number, place: Span, draft: Draft) -> Span:
    """All the words that stand for a number. place: those of them that are known to."""
    own = [word for word in _free_words(number, draft) if _attention(number, word, draft) >= MIN_ATTENTION]
    grown = _grown(place, own, draft.text)
    if number.kind in _BEHIND_FUNCTION_WORDS:
        return _without_lead(grown, place, own, draft.text)
    return grown


def _without_lead(grown: Span, place: Span, words: Iterable[Span], text: str) -> Span:
    """The grown place from its first content word on."""
    for word in words:
        if grown.start <= word.start < place.start and not is_function_word(word.of(text)):
            return Span(word.start, grown.end)
    return Span(place.start, grown.end)


def _free_words(number: Number, draft: Draft) -> list[Span]:
    """The words of the text that stand for no term and no other number."""
    others = [span for other, span in placed(draft.source, draft.text).items() if other != number]
    taken = [*draft.taken, *others]
    return [word for word in spans_of(_WORD, draft.text) if not overlaps_any(word, taken)]


def _grown(place: Span, words: Iterable[Span], text: str) -> Span:
    """A place with the words that stand in a row with it."""
    start, end = place
    in_order = sorted(words)
    for word in reversed(in_order):
        if text[word.end : start] in _JOINTS:
            start = word.start
    for word in in_order:
        if text[end : word.start] in _JOINTS:
            end = word.end
    return Span(start, end)


def _attention(number: Number, word: Span, draft: Draft) -> float:
    return attention_on(draft.hypothesis, number.span, word)

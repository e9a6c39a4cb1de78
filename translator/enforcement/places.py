"""Where in a draft a missing word may belong: beside the translations of the words beside it in the source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from glossary import Match
from translator.alignment import weight_on
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, is_copied, spans_of
from translator.engines.base import Hypothesis
from translator.language.word_lists import words

# How many places of a name are compared. See docs/enforcement.md for this and the next two.
MAX_PLACES = 3
# Source subwords on either side of a name whose translations say where it may belong.
MAX_DISTANCE = 4
# Share of what speaks for the likeliest place that must speak for another one.
MIN_PLACE_SHARE = 0.5
# All that can speak for a place: every neighbour with its whole attention, a farther one counting less.
_MAX_EVIDENCE = 2 * sum(1 / distance for distance in range(1, MAX_DISTANCE + 1))

_ENGLISH_FUNCTION_WORDS = words("english_function_words", "unlinked")
COMPOUND_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")
_DETERMINER = re.compile(r"\s*(?:an?|the)\b(?=\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LikelyPlaces:
    """Places in a text, the likeliest first, and between 0 and 1 how much speaks for the first."""

    places: tuple[int, ...]
    confidence: float


def is_function_word(word: str) -> bool:
    """Is an English word a function word, and no abbreviation in capitals such as AS?"""
    if word.casefold() not in _ENGLISH_FUNCTION_WORDS:
        return False
    if len(word) == 1:
        return True
    return not word.isupper()


def likely_places(draft: Draft, match: Match) -> LikelyPlaces:
    """Where in the draft's text a match may belong; never inside a word or another term.

    Two names that stand side by side in the source stay together.
    """
    names = []
    for held in draft.standing:
        if is_copied(held.match):
            names.append(held)
    beside = _beside_another_name(names, match)
    if beside is not None:
        return LikelyPlaces((beside,), 1.0)
    evidence = _evidence(draft, match, names)
    most = max(evidence.values(), default=0.0)
    if most <= 0:
        return LikelyPlaces((), 0.0)
    least = MIN_PLACE_SHARE * most
    likely = [place for place in evidence if evidence[place] >= least]
    likely.sort(key=lambda place: -evidence[place])
    confidence = most / _MAX_EVIDENCE
    return LikelyPlaces(tuple(likely[:MAX_PLACES]), confidence)


def behind_determiner(draft: Draft, place: int) -> int:
    """The place, or that behind an article which stands there: "the Hamas forces". An article of a term stays its."""
    found = _DETERMINER.match(draft.text, place)
    if not found:
        return place
    for span in draft.taken:
        if span.start < found.end() < span.end:
            return place
    return found.end()


def _beside_another_name(names: Sequence[Placed], match: Match) -> int | None:
    """The place behind the name before the match, or before the name behind it, if one stands side by side with it."""
    for held in names:
        if held.match.start - match.end == 1:
            return held.span.start
    for held in names:
        if match.start - held.match.end == 1:
            return held.span.end
    return None


def _evidence(draft: Draft, match: Match, names: Sequence[Placed]) -> dict[int, float]:
    """For each place that is beside the translation of a near source subword, how much speaks for it."""
    hypothesis = draft.hypothesis
    if not hypothesis.target_spans:
        return {}
    crossing: set[int] = set()
    for held in names:
        crossing.update(_wrong_side(held, match))
    evidence: dict[int, float] = defaultdict(float)
    for neighbour in _neighbours(hypothesis.source_spans, match):
        translation, weight = _translation(hypothesis, neighbour.span)
        for place in _sides(draft, translation, neighbour):
            evidence[place] += weight / neighbour.distance
    for place in crossing:
        evidence.pop(place, None)
    return evidence


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A source subword near the match, and how many subwords it is away."""

    span: Span
    distance: int
    is_before: bool


def _neighbours(subwords: Sequence[Span], match: Match) -> list[_Neighbour]:
    """The subwords before the match and behind it, the nearest first."""
    before: list[_Neighbour] = []
    behind: list[_Neighbour] = []
    for span in reversed(subwords):
        if match.start >= span.end > span.start:
            before.append(_Neighbour(span, len(before) + 1, True))
    for span in subwords:
        if match.end <= span.start < span.end:
            behind.append(_Neighbour(span, len(behind) + 1, False))
    return before[:MAX_DISTANCE] + behind[:MAX_DISTANCE]


def _sides(draft: Draft, translation: Span, neighbour: _Neighbour) -> list[int]:
    """The places beside a translation: behind that of a word before the match, and before that of a word behind it.

    A name may also stand before the noun that stands before it in Indonesian: partai Uri, the Uri party.
    """
    start = _word_start(draft, translation)
    if not neighbour.is_before:
        return [start]
    end = _word_end(draft, translation)
    word = translation.of(draft.text)
    if neighbour.distance == 1 and _may_be_noun(word):
        return [end, start]
    return [end]


def _may_be_noun(subword: str) -> bool:
    """May a name stand before the word, to say which one it is?"""
    if not any(map(str.isalnum, subword)):
        return False
    return not is_function_word(subword.strip())


def _wrong_side(held: Placed, match: Match) -> tuple[int, int]:
    """The places beside a name, without and with the space, where `match` would change places with it."""
    if match.start < held.match.start:
        return held.span.end, held.span.end + 1
    return held.span.start - 1, held.span.start


def _translation(hypothesis: Hypothesis, source: Span) -> tuple[Span, float]:
    """The target subword with most of its attention on a source subword, and how much that is."""
    weights = weight_on(hypothesis, source)
    row = int(weights.argmax())
    return hypothesis.target_spans[row], float(weights[row])


def _words_and_terms(draft: Draft) -> list[Span]:
    return sorted([*spans_of(COMPOUND_WORD, draft.text), *draft.taken])


def _word_end(draft: Draft, subword: Span) -> int:
    """The end of the word or term that a target subword is part of."""
    place = subword.end
    for span in _words_and_terms(draft):
        if span.start < place < span.end:
            place = span.end
    return place


def _word_start(draft: Draft, subword: Span) -> int:
    """The start of the word or term that a target subword is part of."""
    place = subword.start
    for span in reversed(_words_and_terms(draft)):
        if span.start < place < span.end:
            place = span.start
    return place

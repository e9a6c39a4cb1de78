"""Link the words of sentences with the words of their translations, by how often they occur together.

IBM Model 1 in both directions, of which the intersection is kept (Brown et al., 1993, "The Mathematics of Statistical
Machine Translation", section 4.1; Och and Ney, 2003, "A Systematic Comparison of Various Statistical Alignment
Models"). In long pairs only words at a similar place are compared, so that time grows linearly with the length.
"""

from __future__ import annotations

from collections.abc import Sequence

_ITERATIONS = 5  # of Model 1; more change little
_AS_GOOD = 0.9  # a probability of at least this share of the highest one counts as equally likely
# Words to either side of the same relative place: so sentences of 25 words are compared whole.
_REACH = 25

WordPair = tuple[Sequence[str], Sequence[str]]
Links = set[tuple[int, int]]
Chances = dict[str, dict[str, float]]  # of a word of the first texts: the probability of each word of the second ones


def aligned(pairs: Sequence[WordPair]) -> list[list[tuple[int, int]]]:
    """For every pair of word lists its links: a place in the first and a place in the second, both from 0."""
    forward = _model1(pairs)
    backward = _model1([(second, first) for first, second in pairs])
    both = []
    for ahead, back in zip(forward, backward, strict=True):
        turned = {(here, there) for there, here in back}
        both.append(sorted(ahead & turned))
    return both


def _model1(pairs: Sequence[WordPair]) -> list[Links]:
    """For every word of the second texts, its likeliest words of the first: links (first, second)."""
    chances = _even(pairs)
    for _ in range(_ITERATIONS):
        chances = _improved(pairs, chances)
    return [_likeliest_links(first, second, chances) for first, second in pairs]


def _window(place: int, first: Sequence[str], second: Sequence[str]) -> slice:
    """The part of the first text that the word at `place` of the second text is compared with."""
    middle = place * len(first) // len(second)
    return slice(max(0, middle - _REACH), middle + _REACH + 1)


def _even(pairs: Sequence[WordPair]) -> Chances:
    """For every word of the first texts, the same number for each word that it is seen with."""
    chances: Chances = {}
    for first, second in pairs:
        for word in first:
            chances.setdefault(word, {})
        for place, word in enumerate(second):
            for other in first[_window(place, first, second)]:
                chances[other][word] = 1.0
    return chances


def _improved(pairs: Sequence[WordPair], chances: Chances) -> Chances:
    """The probabilities after one more step of expectation maximisation."""
    counts = {word: dict.fromkeys(row, 0.0) for word, row in chances.items()}
    for first, second in pairs:
        rows = [chances[other] for other in first]
        tallies = [counts[other] for other in first]
        for place, word in enumerate(second):
            window = _window(place, first, second)
            weights = [row[word] for row in rows[window]]
            whole = sum(weights)
            for tally, weight in zip(tallies[window], weights, strict=True):
                tally[word] += weight / whole
    return {word: _normalised(tally) for word, tally in counts.items()}


def _normalised(tally: dict[str, float]) -> dict[str, float]:
    total = sum(tally.values())
    return {word: count / total for word, count in tally.items()}


def _likeliest_links(first: Sequence[str], second: Sequence[str], chances: Chances) -> Links:
    links: Links = set()
    for place, word in enumerate(second):
        window = _window(place, first, second)
        likely = _likeliest([chances[other][word] for other in first[window]])
        links.update((window.start + nth, place) for nth in likely)
    return links


def _likeliest(chances: Sequence[float]) -> list[int]:
    """The places of the highest: several where words never occur without each other, as in a name."""
    best = max(chances, default=0.0)
    if best <= 0:
        return []
    return [place for place, chance in enumerate(chances) if chance >= _AS_GOOD * best]

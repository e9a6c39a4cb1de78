"""Link the words of sentences with those of their translations, by the company that they keep.

IBM Model 1 in both directions, of which the intersection is kept (Brown et al., 1993, "The Mathematics of Statistical
Machine Translation", section 4.1; Och and Ney, 2003, "A Systematic Comparison of Various Statistical Alignment
Models").
"""

from __future__ import annotations

from collections.abc import Sequence

_ITERATIONS = 5  # of Model 1; more change little
_AS_GOOD = 0.9  # of the highest probability: as likely

Pair = tuple[Sequence[str], Sequence[str]]


def aligned(pairs: Sequence[Pair]) -> list[list[tuple[int, int]]]:
    """For every pair of word lists its links: places in the one and in the other, from 0."""
    forward = _model1(pairs)
    backward = _model1([(there, here) for here, there in pairs])
    return [sorted(ahead & {(here, far) for far, here in back}) for ahead, back in zip(forward, backward, strict=True)]


def _model1(pairs: Sequence[Pair]) -> list[set[tuple[int, int]]]:
    """For every word of the second text, its likeliest words of the first: (first, second) places."""
    chance = _even(pairs)
    for _ in range(_ITERATIONS):
        counts: dict[str, dict[str, float]] = {word: dict.fromkeys(row, 0.0) for word, row in chance.items()}
        for here, there in pairs:
            rows, tallies = [chance[other] for other in here], [counts[other] for other in here]
            for word in there:
                weights = [row[word] for row in rows]
                whole = sum(weights)
                for tally, weight in zip(tallies, weights, strict=True):
                    tally[word] += weight / whole
        for other, tally in counts.items():
            total = sum(tally.values())
            chance[other] = {word: count / total for word, count in tally.items()}
    return [
        {(n, place) for place, word in enumerate(there) for n in _likeliest([chance[other][word] for other in here])}
        for here, there in pairs
    ]


def _even(pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """For every word of the first texts, the same for each word that it is seen with."""
    chance: dict[str, dict[str, float]] = {}
    for here, there in pairs:
        for other in here:
            chance.setdefault(other, {}).update(dict.fromkeys(there, 1.0))
    return chance


def _likeliest(chances: Sequence[float]) -> list[int]:
    """The places of the highest: several where words never go without each other, as in a name."""
    best = max(chances, default=0.0)
    return [place for place, chance in enumerate(chances) if chance >= _AS_GOOD * best > 0]

"""Sentences that are like another one: which are worth a look, and how like they are.

An entry is found by its features: of its pairs of neighbouring words (the first and the last word beside the border)
those with the smallest checksums. The choice depends on the words alone, so two sentences that share most of their
words choose mostly the same (bottom-k sketch; Broder, 1997, "On the resemblance and containment of documents").
Sentences are compared letter by letter (Levenshtein distance; bit-parallel: Hyyrö, 2003, "A bit-vector algorithm for
computing Levenshtein and Damerau edit distances").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from zlib import crc32

# The least score of an offer, in percent. Below it an offer costs more to mend than to write anew.
LEAST_SCORE = 75
# Offers for a sentence, at most.
MAX_OFFERS = 3
# Features of an entry; benchmarks/memory.py tells how many sentences are found with them.
MAX_FEATURES = 6
# Entries with one feature that are looked at: a feature that more have tells little.
MAX_SHARING = 200
# Entries that are compared with a sentence letter by letter, those with the most common features.
MAX_COMPARED = 40

_WORD = re.compile(r"\w+")
_SCRAMBLE = 2654435761  # Knuth's multiplier: makes checksums of like words far apart
_BITS = 2**32 - 1


def features(sentence: str) -> list[int]:
    """All features of a sentence, each a number of 32 bits, from the smallest on."""
    words = ["", *_WORD.findall(sentence.casefold()), ""]
    found = {crc32(f"{first} {second}".encode("utf-8", "surrogatepass")) for first, second in pairwise(words)}
    return sorted([number * _SCRAMBLE & _BITS for number in found])


def lengths(length: int) -> tuple[int, int]:
    """How many characters a sentence has, at least and at most, that scores enough with one of so many."""
    return -(-length * LEAST_SCORE // 100), length * 100 // LEAST_SCORE


def score(one: str, other: str) -> int:
    """How like two sentences are, in percent: 100 less the share of the longer one's characters that differ."""
    longest = max(len(one), len(other), 1)
    return 100 - -(-distance(one, other) * 100 // longest)


def distance(one: str, other: str) -> int:
    """How many characters must be put in, taken out or changed to make of one text the other."""
    if not one:
        return len(other)
    places: dict[str, int] = {}
    for number, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << number
    all_bits = (1 << len(one)) - 1
    last = 1 << (len(one) - 1)
    more, less, found = all_bits, 0, len(one)  # where the distance grows and shrinks from one character to the next
    for char in other:
        same = places.get(char, 0)
        across = ((same & more) + more ^ more) | same
        grows = less | ~(across | more) & all_bits
        shrinks = more & across
        found += bool(grows & last) - bool(shrinks & last)
        grows = grows << 1 | 1
        down = same | less
        more = (shrinks << 1 | ~(down | grows)) & all_bits
        less = grows & down & all_bits
    return found


def likest(sentence: str, candidates: Iterable[str]) -> list[tuple[int, str]]:
    """Of the candidates those that are like the sentence, each with its score, the likest first."""
    scored = []
    for candidate in dict.fromkeys(candidates):
        points = score(sentence, candidate)
        if points >= LEAST_SCORE:
            scored.append((points, candidate))
    return sorted(scored, key=_by_score)[:MAX_OFFERS]


def _by_score(scored: tuple[int, str]) -> tuple[int, str]:
    return -scored[0], scored[1]

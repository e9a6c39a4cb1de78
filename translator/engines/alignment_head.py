"""Which attention head aligns? Found without annotation, on a small text and its translation.

A token that stands exactly once in a sentence and exactly once, unchanged, in its translation (a name, a figure) is its
own counterpart. A head is as good as the share of such tokens on which it looks at the counterpart. Models trained with
guided alignment (OPUS-MT's `transformer-align`) have it in head 0 of the last decoder layer; in others it may be any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Another head must be better by more than this: the text is small, and the trained place is right more often.
MIN_GAIN = 0.05
_TEXT = Path(__file__).parent / "alignment_head.txt"

SubwordPair = tuple[list[str], list[str]]  # of a source and of its translation
Attention = list[NDArray[np.float32]]  # for each pair, [target subwords, source subwords]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The head that aligns; layers and heads count from 0.

    right: on how many of the probe's `tokens` it looks at the counterpart.
    """

    layer: int
    head: int
    right: int
    tokens: int

    @property
    def accuracy(self) -> float:
        if self.tokens:
            return self.right / self.tokens
        return 0.0

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "accuracy": round(self.accuracy, 4)}


def text() -> list[tuple[str, str]]:
    """The probe: sentences and their translations."""
    pairs = []
    for line in _TEXT.read_text("utf-8").splitlines():
        source, target = line.split("\t")
        pairs.append((source, target))
    return pairs


def choose(
    pairs: Sequence[SubwordPair], layers: int, heads: int, attention: Callable[[int, int], Attention]
) -> Alignment:
    """The head that aligns best; head 0 of the last layer unless another is better by more than MIN_GAIN.

    attention: what a head (layer, head) sees of `pairs`; it is not asked for more heads once none can win.
    """
    last = layers - 1
    trained = judge(pairs, attention(last, 0), last, 0)
    if not trained.tokens or trained.accuracy >= 1 - MIN_GAIN:
        return trained
    best = trained
    for layer, head in product(range(layers), range(heads)):
        if (layer, head) == (last, 0):
            continue
        other = judge(pairs, attention(layer, head), layer, head)
        if other.right > best.right:
            best = other
    needed = trained.accuracy + MIN_GAIN
    if best.accuracy > needed:
        return best
    return trained


def judge(pairs: Sequence[SubwordPair], attention: Attention, layer: int, head: int) -> Alignment:
    """How well a head aligns."""
    right = total = 0
    for (source, target), seen in zip(pairs, attention, strict=True):
        for row, column in twins(source, target):
            total += 1
            right += int(seen[row].argmax() == column)
    return Alignment(layer, head, right, total)


def twins(source: list[str], target: list[str]) -> Iterator[tuple[int, int]]:
    """(target, source): the places of tokens with a letter or a digit that stand exactly once on both sides."""
    for row, token in enumerate(target):
        is_unique = source.count(token) == target.count(token) == 1
        if is_unique and any(map(str.isalnum, token)):
            yield row, source.index(token)

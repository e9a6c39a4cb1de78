"""Which attention head aligns? Found without annotation, on a small text and its translation.

A token that stands exactly once in a sentence and exactly once, unchanged, in its translation (a name, a figure) is its
own counterpart. A head is as good as the share of such tokens on which it looks at the counterpart. Models trained with
guided alignment (OPUS-MT's `transformer-align`) have it in head 0 of the last decoder layer; in others it may be any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MARGIN = 0.05  # another head must be better by more: the text is small, and the trained place is right more often
_TEXT = Path(__file__).parent / "alignment_head.txt"

Pieces = tuple[list[str], list[str]]  # of a source and of its translation
Attention = list[NDArray[np.float32]]  # for each pair, [target pieces, source pieces]


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
        return self.right / self.tokens if self.tokens else 0.0

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "accuracy": round(self.accuracy, 4)}


def text() -> list[tuple[str, str]]:
    """The probe: sentences and their translations."""
    rows = (line.split("\t") for line in _TEXT.read_text("utf-8").splitlines())
    return [(source, target) for source, target in rows]


def choose(pairs: Sequence[Pieces], layers: int, heads: int, attention: Callable[[int, int], Attention]) -> Alignment:
    """The head that aligns best; head 0 of the last layer unless another is better by more than MARGIN.

    attention: what a head (layer, head) sees of `pairs`; it is not asked for more heads once none can win.
    """
    trained = judge(pairs, attention(layers - 1, 0), layers - 1, 0)
    if not trained.tokens or trained.accuracy >= 1 - MARGIN:
        return trained
    places = [(layer, head) for layer in range(layers) for head in range(heads) if (layer, head) != (layers - 1, 0)]
    others = [judge(pairs, attention(layer, head), layer, head) for layer, head in places]
    best = max(others, key=lambda one: one.right, default=trained)
    return best if best.accuracy > trained.accuracy + MARGIN else trained


def judge(pairs: Sequence[Pieces], attention: Attention, layer: int, head: int) -> Alignment:
    """How well a head aligns."""
    right = [
        bool(seen[row].argmax() == column)
        for (source, target), seen in zip(pairs, attention, strict=True)
        for row, column in twins(source, target)
    ]
    return Alignment(layer, head, sum(right), len(right))


def twins(source: list[str], target: list[str]) -> Iterator[tuple[int, int]]:
    """(target, source): the places of tokens with a letter or a digit that stand exactly once on both sides."""
    for row, token in enumerate(target):
        if any(map(str.isalnum, token)) and source.count(token) == target.count(token) == 1:
            yield row, source.index(token)

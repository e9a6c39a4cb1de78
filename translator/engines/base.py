"""What an engine is: anything that turns source texts into hypotheses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, overload

import numpy as np
from numpy.typing import NDArray

from translator.document import Span


@dataclass(frozen=True, slots=True, eq=False)
class Hypothesis:
    """A translation, with what the engine knows about it.

    text: the translation. score: mean log-probability per target token, `</s>` included.
    source_spans: one per source subword, characters of the source text.
    target_spans: one per target subword, characters of `text`.
    attention: float32 [target subwords, source subwords], the cross-attention of the head trained to align; a row
    sums to 1 less the weight that lay on `</s>`.
    """

    text: str
    score: float
    source_spans: tuple[Span, ...]
    target_spans: tuple[Span, ...]
    attention: NDArray[np.float32]


class Beam(Sequence[Hypothesis]):
    """Hypotheses that are made when they are looked at: of most beams nobody wants more than the first."""

    def __init__(self, makers: Iterable[Callable[[], Hypothesis]]) -> None:
        self._makers = list(map(cache, makers))

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, place: int) -> Hypothesis: ...
    @overload
    def __getitem__(self, place: slice) -> Beam: ...
    def __getitem__(self, place: int | slice) -> Hypothesis | Beam:
        if isinstance(place, slice):
            return Beam(self._makers[place])
        return self._makers[place]()


class Engine(Protocol):
    """A loaded model. Texts never are blank; every method may be called from one thread at a time."""

    name: str  # "ct2", "marian"
    signature: str  # content of the model, engine and compute type: what decides the output besides the source
    max_subwords: int  # the longest source, in subwords, that `translate` accepts

    def translate(self, sources: Sequence[str], beam: int, n_best: int) -> Sequence[Sequence[Hypothesis]]:
        """At most `n_best` <= `beam` hypotheses for each source, best first, never none."""

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        """For each (source, target), the log-probability of every target subword and of the `</s>` after them."""

    def count(self, source: str) -> int:
        """How many subwords `source` has for this model."""

    def spells(self, target: str) -> bool:
        """Can the model write `target`: no subword unknown, and decoding its subwords gives it back."""


def batches(lengths: Sequence[int], most: int) -> list[list[int]]:
    """The places of `lengths` in batches of one length each, the longest first.

    A batch holds at most `most` subwords, or one sentence.

    Nothing is padded, so what an engine finds for a sentence does not depend on its neighbours: a padded row is summed
    up in another order, and what int8 makes of the last bit shows in the third decimal of a score.
    """
    found: list[list[int]] = []
    batch: list[int] = []
    batch_length = 0
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        length = lengths[place]
        has_room = length * (len(batch) + 1) <= most
        if length != batch_length or not has_room:
            batch = []
            batch_length = length
            found.append(batch)
        batch.append(place)
    return found

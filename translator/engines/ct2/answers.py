"""What CTranslate2 answers: hypotheses in subwords, whose attention is unpacked when it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

UNSHUFFLED = 16  # sentences of one length that CTranslate2 leaves in their order


@dataclass(slots=True)
class _Answer:
    """What CTranslate2 found for a source. result: its own, in which the attention is small; as lists it is ten times
    as large, and made anew at each look. first: its first row, none where the source is empty."""

    result: Any
    first: list[list[float]]
    rest: list[NDArray[np.float32]] | None = None

    def attention(self, rank: int) -> NDArray[np.float32]:
        """That of a hypothesis, [target subwords, source subwords and `</s>`]; few but the best are looked at."""
        if rank == 0:
            return self._whole(self.result.attention[0], 0)
        if self.rest is None:
            self.rest = list(map(self._whole, self.result.attention, range(len(self.result.hypotheses))))
        return self.rest[rank]

    def _whole(self, rows: list[list[float]], rank: int) -> NDArray[np.float32]:
        """The rows with the right first one, as many as there are subwords."""
        length = len(self.result.hypotheses[rank])
        return np.array([*self.first, *rows[1:]][:length], np.float32)


@dataclass(frozen=True, slots=True)
class Found:
    """A hypothesis in subwords, the one of this rank in its answer."""

    tokens: list[str]
    score: float
    answer: _Answer
    rank: int


@dataclass(slots=True)
class RunningBatch:
    """A batch that CTranslate2 is at work on. places: of its sources. results, first_steps: its answers, once ready."""

    places: list[int]
    beam: int
    results: Any
    first_steps: Any = ()

    @property
    def known(self) -> int:
        """How many of its first sentences have their first row of attention with another sentence."""
        if len(self.places) > UNSHUFFLED:
            return 0
        return -(-len(self.places) // self.beam)

    def finish(self) -> list[list[Found]]:
        """Wait for the hypotheses of each source, with their own first rows of attention."""
        results = [result.result() for result in self.results]
        steps = [step.result() for step in self.first_steps]
        found = []
        for result, first in zip(results, [*results[:: self.beam][: self.known], *steps], strict=True):
            rows: list[list[float]] = next(filter(None, first.attention), [])
            answer = _Answer(result, rows[:1])
            ranked = enumerate(zip(result.hypotheses, result.scores, strict=True))
            found.append([Found(tokens, score, answer, rank) for rank, (tokens, score) in ranked])
        return found

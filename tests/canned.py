"""An engine whose translations are given: for tests in which the model does not matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from translator.document import Span
from translator.engines.base import Hypothesis

# A hypothesis as a test writes it: its text and its subword links ("0-0 1-2"; None: one for one, left to right).
Canned = tuple[str, str | None]


def subwords(text: str) -> list[Span]:
    return [Span(*subword.span()) for subword in re.finditer(r"\w+|[^\w\s]", text)]


def hypothesis(source: str, text: str, links: str | None = None, score: float = -1.0) -> Hypothesis:
    """A hypothesis whose subwords are words and single signs; one that is linked to several shares its attention."""
    source_subwords, target_subwords = subwords(source), subwords(text)
    attention = np.zeros((len(target_subwords), len(source_subwords)), dtype=np.float32)
    if links is None:
        for row in range(min(attention.shape)):
            attention[row, row] = 1
    else:
        for link in links.split():
            column, row = map(int, link.split("-"))
            attention[row, column] = 1
        attention /= np.maximum(1, attention.sum(axis=1, keepdims=True))
    return Hypothesis(text, score, tuple(source_subwords), tuple(target_subwords), attention)


class CannedEngine:
    """Gives back what `table` has for a source, else the source itself, one for one."""

    name = "canned"
    signature = "canned-1"

    def __init__(self, table: Mapping[str, Sequence[Canned]] | None = None, max_subwords: int = 100) -> None:
        self.table = {} if table is None else table
        self.max_subwords = max_subwords
        self.asked: list[tuple[str, int]] = []

    def translate(self, sources: Sequence[str], beam: int, n_best: int) -> list[list[Hypothesis]]:
        assert 1 <= n_best <= beam
        self.asked += [(source, n_best) for source in sources]
        return [
            [
                hypothesis(source, text, links, score=-1.0 - rank / 100)
                for rank, (text, links) in enumerate(self.table.get(source, [(source, None)])[:n_best])
            ]
            for source in sources
        ]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        """All texts are equally likely, but for words (not figures) of the source that no translation of it has."""
        return [[-2.0 - len(self._echoed(*pair))] * (len(subwords(pair[1])) + 1) for pair in pairs]

    def _echoed(self, source: str, target: str) -> set[str]:
        known = {word for text, _ in self.table.get(source, [(source, None)]) for word in text.split()}
        echoed = set(target.split()) & set(source.split()) - known
        return {word for word in echoed if not any(map(str.isdigit, word))}

    def count(self, source: str) -> int:
        return len(subwords(source))

    def spells(self, target: str) -> bool:
        return target.isascii()

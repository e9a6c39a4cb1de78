"""Which words of a translation stand for a word of its source: what a number is put in beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translator.alignment import ALIGNED
from translator.document import Span
from translator.engines.base import Hypothesis

WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*|[%$]")
_SOURCE_WORD = re.compile(r"[^\W\d_]+(?:[-’'.][^\W_]+)*|\d+(?:[.,:]\d+)*[^\W_]*|[%$]")  # Rp and 51 of Rp51
LITTLE = frozenset(  # words that a number neither counts nor belongs to
    "ada adalah akan antara atas atau bagi bahwa belum bisa dalam dan dapat dari dengan di harus hingga ia ini itu "
    "juga karena ke ketika lagi lalu maka masih menjadi mereka oleh pada per saat sampai sebagai sebanyak secara "
    "sedang sejak sekitar selama seperti serta sudah tahun tanggal telah tentang terhadap tetapi tidak untuk yaitu "
    "yang".split()
)
_ENGLISH_LITTLE = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been has have had that which who this "
    "these those his her its their our your my it he she they we will would not no about around some".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Words of a source and of its translation, but for the numbers there that stand for other numbers.

    weights: how much the target words looked at those of the source, [target, source].
    """

    source_text: str
    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    numbers: tuple[Span, ...]
    weights: NDArray[np.float32]

    @classmethod
    def of(cls, source: str, hypothesis: Hypothesis, numbers: tuple[Span, ...]) -> Links:
        words = tuple(Span(*word.span()) for word in _SOURCE_WORD.finditer(source))
        written = (Span(*word.span()) for word in WORD.finditer(hypothesis.text))
        theirs = tuple(word for word in written if not any(word.overlaps(span) for span in numbers))
        rows, columns = _shares(hypothesis.target_spans, theirs), _shares(hypothesis.source_spans, words)
        sums = rows @ hypothesis.attention @ columns.T
        weights = sums / np.maximum(1, rows.sum(axis=1, keepdims=True))
        return cls(source, hypothesis.text, words, theirs, numbers, weights)

    def is_noun(self, word: int) -> bool:
        """Could a number count this word of the source? It can, too, what is a unit or a sign."""
        text = self.source[word].of(self.source_text)
        return text == "%" or (text[0].islower() and text not in LITTLE)

    def phrase(self, word: int, words: Sequence[int]) -> int | None:
        """Where the translation of a source word begins, with what stands before it for others of `words`."""
        own = list(self._own(word))
        if not own:
            return None
        first = own[0]
        while first and self._is_for(first - 1, words) and self._gap(first) in (" ", "-"):
            first -= 1
        return self.target[first].start

    def _gap(self, number: int) -> str:
        return self.text[self.target[number - 1].end : self.target[number].start]

    def end(self, word: int) -> int | None:
        """Where the translation of a source word ends."""
        own = list(self._own(word))
        return self.target[own[-1]].end if own else None

    def _own(self, word: int) -> Iterator[int]:
        return (number for number in range(len(self.target)) if self._is_for(number, [word]))

    def _is_for(self, number: int, words: Sequence[int]) -> bool:
        """Does a target word stand for one of `words`? It may look at two that make one thing (stasiun pompa)."""
        row = self.weights[number]
        return self.target[number].of(self.text).casefold() not in _ENGLISH_LITTLE and any(
            row[word] >= row.max() / 2 and row[max(0, word - 1) : word + 2].sum() >= ALIGNED for word in words
        )


def _shares(pieces: Sequence[Span], words: Sequence[Span]) -> NDArray[np.float32]:
    """[words, pieces]: 1 where a piece is of a word."""
    return np.array([[piece.overlaps(word) for piece in pieces] for word in words], np.float32).reshape(
        len(words), len(pieces)
    )

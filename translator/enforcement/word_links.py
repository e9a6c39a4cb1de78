"""Which words of a translation stand for a word of its source: what a number is inserted beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from translator.alignment import ALIGNED, touching
from translator.document import Span
from translator.enforcement.draft import overlaps_any, spans_of
from translator.engines.base import Hypothesis
from translator.language.word_lists import words

TARGET_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*|[%$]")
_SOURCE_WORD = re.compile(r"[^\W\d_]+(?:[-’'.][^\W_]+)*|\d+(?:[.,:]\d+)*[^\W_]*|[%$]")  # Rp and 51 of Rp51
UNCOUNTED_WORDS = words("indonesian_function_words", "uncounted")
_ENGLISH_FUNCTION_WORDS = words("english_function_words", "unlinked")


@dataclass(frozen=True, slots=True, eq=False)
class WordLinks:
    """The words of a source and of its translation, but for the numbers that stand for other numbers.

    weights: [target words, source words], the attention of a target word on a source word.
    """

    source_text: str
    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    numbers: tuple[Span, ...]
    weights: NDArray[np.float32]

    @classmethod
    def of(cls, source: str, hypothesis: Hypothesis, numbers: tuple[Span, ...]) -> WordLinks:
        """The links of a hypothesis; `numbers` are the places in its text that stand for numbers of the source."""
        source_words = tuple(spans_of(_SOURCE_WORD, source))
        written = tuple(word for word in spans_of(TARGET_WORD, hypothesis.text) if not overlaps_any(word, numbers))
        rows = _membership(hypothesis.target_spans, written)
        columns = _membership(hypothesis.source_spans, source_words)
        sums = rows @ hypothesis.attention @ columns.T
        weights = sums / np.maximum(1, rows.sum(axis=1, keepdims=True))
        return cls(source, hypothesis.text, source_words, written, numbers, weights)

    def is_noun(self, word: int) -> bool:
        """Could a number count this word of the source? A unit or a sign can be counted, too."""
        text = self.source[word].of(self.source_text)
        if text == "%":
            return True
        if not text[0].islower():
            return False
        return text not in UNCOUNTED_WORDS

    def phrase(self, word: int, words: Sequence[int]) -> int | None:
        """Where the translation of a source word begins, with what stands before it for others of `words`."""
        own = self._translation(word)
        if not own:
            return None
        first = own[0]
        while first > 0 and self._stands_for(first - 1, words) and self._gap_before(first) in (" ", "-"):
            first -= 1
        return self.target[first].start

    def end(self, word: int) -> int | None:
        """Where the translation of a source word ends."""
        own = self._translation(word)
        if own:
            return self.target[own[-1]].end
        return None

    def _gap_before(self, number: int) -> str:
        return self.text[self.target[number - 1].end : self.target[number].start]

    def _translation(self, word: int) -> list[int]:
        """The numbers of the target words that stand for a source word."""
        return [number for number in range(len(self.target)) if self._stands_for(number, [word])]

    def _stands_for(self, number: int, words: Sequence[int]) -> bool:
        """Does a target word stand for one of `words`? Two words that make one thing may share it (stasiun pompa)."""
        text = self.target[number].of(self.text)
        if text.casefold() in _ENGLISH_FUNCTION_WORDS:
            return False
        row = self.weights[number]
        half = row.max() / 2
        for word in words:
            around = row[max(0, word - 1) : word + 2].sum()
            if row[word] >= half and around >= ALIGNED:
                return True
        return False


def _membership(subwords: Sequence[Span], words: Sequence[Span]) -> NDArray[np.float32]:
    """[words, subwords]: 1 where a subword is part of a word."""
    matrix = np.zeros((len(words), len(subwords)), np.float32)
    for row, word in enumerate(words):
        matrix[row, list(touching(subwords, word))] = 1
    return matrix

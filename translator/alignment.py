"""Word links from the engine's cross-attention.

The head that OPUS-MT's `transformer-align` models train to align (Garg et al., 2019, "Jointly Learning to Align and
Translate with Transformer Models") says for every target piece where in the source it looked. From pieces to words: the
letters of a word decide together, a lone word-boundary piece never does, and punctuation links to punctuation only.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from translator.bitext import Link
from translator.document import Span
from translator.engines.base import Hypothesis

SpanLink = tuple[Span, Span]  # a source word and a target word, by their characters

# A target word is a source word's when at least this share of its attention lay on it.
ALIGNED = 0.4

_WORD = re.compile(r"\S+")
_START, _END = attrgetter("start"), attrgetter("end")


@lru_cache(maxsize=1024)  # a text is linked, numbered and shown
def words(text: str) -> tuple[Span, ...]:
    """The white-space words of a text."""
    return tuple([Span._make(match.span()) for match in _WORD.finditer(text)])


def weight_on(hypothesis: Hypothesis, source: Span) -> NDArray[np.float32]:
    """For every target piece, the share of its attention that lay on the source characters `source`."""
    columns = list(touching(hypothesis.source_spans, source))
    weights: NDArray[np.float32] = hypothesis.attention[:, columns].sum(axis=1)
    return weights


def span_links(source: str, hypothesis: Hypothesis) -> list[SpanLink]:
    """For every target word the source word it looked at most; none for a word that looked at no word of its kind."""
    source_words, target_words = words(source), words(hypothesis.text)
    if not source_words or not target_words:
        return []
    columns, source_kinds = _membership(source, hypothesis.source_spans, source_words)
    rows, target_kinds = _membership(hypothesis.text, hypothesis.target_spans, target_words)
    weights = rows @ hypothesis.attention @ columns.T
    weights[target_kinds[:, None] != source_kinds] = 0
    best = weights.argmax(axis=1)
    return [(source_words[best[row]], word) for row, word in enumerate(target_words) if weights[row, best[row]] > 0]


def number(source: str, target: str, links: Iterable[SpanLink]) -> tuple[Link, ...]:
    """Span links as numbers of white-space words: every word that a link's characters touch."""
    here, there = borders(words(source)), borders(words(target))
    numbered = {
        Link(i, j)
        for source_span, target_span in links
        for i in touched(here, source_span)
        for j in touched(there, target_span)
    }
    return tuple(sorted(numbered))


def _membership(
    text: str, pieces: Sequence[Span], text_words: Sequence[Span]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """[words, pieces]: 1 where a piece speaks for a word. [words]: whether a word is nothing but punctuation.

    Punctuation at a word's edge does not speak for it.
    """
    letters = np.cumsum([0, *map(str.isalnum, text)])  # before each character
    starts, ends = (np.array(each, int) for each in borders(pieces))
    word_starts, word_ends = (np.array(each, int) for each in borders(text_words))
    bare, kinds = letters[starts] == letters[ends], letters[word_starts] == letters[word_ends]
    inside = (starts < word_ends[:, None]) & (word_starts[:, None] < ends)
    return (inside & (kinds[:, None] | ~bare)).astype(np.float32), kinds


def touching(spans: Sequence[Span], span: Span) -> range:
    """The numbers of those of `spans`, which stand in order, that overlap `span`."""
    first = bisect_right(spans, span.start, key=_END)
    return range(first, bisect_left(spans, span.end, first, key=_START))


def borders(spans: Sequence[Span]) -> tuple[list[int], list[int]]:
    """Where spans that stand in order start, and where they end."""
    return [start for start, _ in spans], [end for _, end in spans]


def touched(borders: tuple[list[int], list[int]], span: Span) -> range:
    """The numbers of the spans with these borders that overlap `span`."""
    starts, ends = borders
    first = bisect_right(ends, span.start)
    return range(first, bisect_left(starts, span.end, first))

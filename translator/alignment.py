"""Word links from the engine's cross-attention.

OPUS-MT's `transformer-align` models train one attention head to align (Garg et al., 2019, "Jointly Learning to Align
and Translate with Transformer Models"). It says for every target subword where in the source the model looked. From
subwords to words: the letters of a word decide together, a lone word-boundary subword decides nothing, and punctuation
links to punctuation only.
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

# A target word translates a source word when at least this share of its attention lay on it.
ALIGNED = 0.4

_WORD = re.compile(r"\S+")
_START, _END = attrgetter("start"), attrgetter("end")


@lru_cache(maxsize=1024)  # the same text is linked, numbered and shown
def words(text: str) -> tuple[Span, ...]:
    """The white-space words of a text."""
    return tuple([Span._make(match.span()) for match in _WORD.finditer(text)])


def weight_on(hypothesis: Hypothesis, source: Span) -> NDArray[np.float32]:
    """For every target subword, the share of its attention that lay on the source characters `source`."""
    columns = list(touching(hypothesis.source_spans, source))
    weights: NDArray[np.float32] = hypothesis.attention[:, columns].sum(axis=1)
    return weights


def attention_on(hypothesis: Hypothesis, source: Span, target: Span) -> float:
    """The mean share of attention of the target characters `target` that lay on the source characters `source`."""
    return mean_weight(weight_on(hypothesis, source), touching(hypothesis.target_spans, target))


def mean_weight(weights: NDArray[np.float32], rows: range) -> float:
    """The mean of what `weight_on` gave for the target subwords `rows`; nothing for none."""
    if rows:
        return float(np.mean(weights[rows.start : rows.stop]))
    return 0.0


def span_links(source: str, hypothesis: Hypothesis) -> list[SpanLink]:
    """For every target word the source word it looked at most; none for a word that looked at no word of its kind."""
    source_words = words(source)
    target_words = words(hypothesis.text)
    if not source_words:
        return []
    if not target_words:
        return []
    columns, source_kinds = _membership(source, hypothesis.source_spans, source_words)
    rows, target_kinds = _membership(hypothesis.text, hypothesis.target_spans, target_words)
    weights = rows @ hypothesis.attention @ columns.T
    weights[target_kinds[:, None] != source_kinds] = 0
    best = weights.argmax(axis=1)
    links = []
    for row, word in enumerate(target_words):
        if weights[row, best[row]] > 0:
            links.append((source_words[best[row]], word))
    return links


def number(source: str, target: str, links: Iterable[SpanLink]) -> tuple[Link, ...]:
    """Span links as numbers of white-space words: every word that a link's characters touch."""
    source_borders = borders(words(source))
    target_borders = borders(words(target))
    numbered: set[Link] = set()
    for source_span, target_span in links:
        target_numbers = touched(target_borders, target_span)
        for source_number in touched(source_borders, source_span):
            numbered.update([Link(source_number, target_number) for target_number in target_numbers])
    return tuple(sorted(numbered))


def _membership(
    text: str, subwords: Sequence[Span], text_words: Sequence[Span]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Which subwords decide for which words, and which words are nothing but punctuation.

    Returns [words, subwords], 1 where a subword decides for a word, and [words]. Punctuation at the edge of a word
    does not decide for it.
    """
    letters = np.cumsum([0, *map(str.isalnum, text)])  # before each character
    starts, ends = _border_arrays(subwords)
    word_starts, word_ends = _border_arrays(text_words)
    is_bare_subword = letters[starts] == letters[ends]
    is_bare_word = letters[word_starts] == letters[word_ends]
    inside = (starts < word_ends[:, None]) & (word_starts[:, None] < ends)
    decides = inside & (is_bare_word[:, None] | ~is_bare_subword)
    return decides.astype(np.float32), is_bare_word


def _border_arrays(spans: Sequence[Span]) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    starts, ends = borders(spans)
    return np.array(starts, int), np.array(ends, int)


def touching(spans: Sequence[Span], span: Span) -> range:
    """The numbers of those of `spans`, which stand in order, that overlap `span`."""
    first = bisect_right(spans, span.start, key=_END)
    last = bisect_left(spans, span.end, first, key=_START)
    return range(first, last)


def borders(spans: Sequence[Span]) -> tuple[list[int], list[int]]:
    """Where spans that stand in order start, and where they end."""
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    return starts, ends


def touched(borders: tuple[list[int], list[int]], span: Span) -> range:
    """The numbers of the spans with these borders that overlap `span`."""
    starts, ends = borders
    first = bisect_right(ends, span.start)
    last = bisect_left(starts, span.end, first)
    return range(first, last)

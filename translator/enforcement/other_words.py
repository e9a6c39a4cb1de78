"""How much a translation looked at other words of its source than those of a match.

A word that looked at another word more than at the match translates that one, and must not give way to the match.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from glossary import Match
from translator.alignment import touching
from translator.document import Span
from translator.enforcement.draft import Draft, source_span, spans_of
from translator.enforcement.word_links import UNCOUNTED_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def weights_on_others(draft: Draft, match: Match) -> NDArray[np.float32]:
    """[target subwords, other content words of the source]: the attention of each on each."""
    hypothesis = draft.hypothesis
    own = source_span(match)
    columns = [hypothesis.attention[:, list(touching(hypothesis.source_spans, word))] for word in _others(draft, own)]
    if not columns:
        return np.zeros((len(hypothesis.target_spans), 0), np.float32)
    return np.stack([column.sum(axis=1) for column in columns], axis=1)


def most_on_one(weights: NDArray[np.float32], rows: range) -> float:
    """The attention that a target word, the subwords `rows`, had on the one word that it looked at most."""
    if not rows or not weights.shape[1]:
        return 0.0
    return float(weights[rows.start : rows.stop].mean(axis=0).max())


def _others(draft: Draft, own: Span) -> list[Span]:
    words = []
    for word in spans_of(_WORD, draft.source):
        if not word.overlaps(own) and word.of(draft.source).casefold() not in UNCOUNTED_WORDS:
            words.append(word)
    return words

"""How much a translation looked at other words of its source than those of a match.

A word that looked at another word more than at the match translates that one, and must not give way to the match.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from glossary import Match
from translator.alignment import ALIGNED, touching, weight_on
from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, source_span, spans_of
from translator.enforcement.places import is_function_word
from translator.enforcement.word_links import UNCOUNTED_WORDS
from translator.engines.base import Hypothesis

# A word that also looked at another word of the source, this share of what it looked at the match at least, may be all
# that the text has for that one.
MIN_SHARE = 1 / 3

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def weights_on_others(draft: Draft, match: Match) -> NDArray[np.float32]:
    """[target subwords, other content words of the source]: the attention of each on each."""
    return _weights_on(draft.hypothesis, _outside(draft.source, [source_span(match)]))


def most_on_one(weights: NDArray[np.float32], rows: range) -> float:
    """The attention that a target word, the subwords `rows`, had on the one word that it looked at most."""
    if not rows or not weights.shape[1]:
        return 0.0
    return float(weights[rows.start : rows.stop].mean(axis=0).max())


def of_content_words(draft: Draft, weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The weights with 0 for the function words of the draft, which are no translation of anything by themselves."""
    weights = weights.copy()
    for word in spans_of(_WORD, draft.text):
        if is_function_word(word.of(draft.text)):
            rows = touching(draft.hypothesis.target_spans, word)
            weights[rows.start : rows.stop] = 0.0
    return weights


def is_all_of_another(weights: NDArray[np.float32], rows: range, attention: float) -> bool:
    """Is a target word that looked at a match with `attention` all that the text has for another word of the source?

    It is where no other content word looked at that one more. weights: see `of_content_words`.
    """
    if not rows or not weights.shape[1]:
        return False
    on_others = weights[rows.start : rows.stop].mean(axis=0)
    other = int(on_others.argmax())
    return float(on_others[other]) >= attention * MIN_SHARE and int(weights[:, other].argmax()) in rows


def translated_words(draft: Draft) -> set[Span]:
    """The content words of the source, outside its matches, that a content word of the draft is aligned with."""
    words = _outside(draft.source, list(map(source_span, draft.matches)))
    weights = of_content_words(draft, _weights_on(draft.hypothesis, words))
    most = weights.max(axis=0, initial=0.0)
    return {word for word, weight in zip(words, most, strict=True) if weight >= ALIGNED}


def _weights_on(hypothesis: Hypothesis, words: Sequence[Span]) -> NDArray[np.float32]:
    """[target subwords, words of the source]: the attention of each on each."""
    columns = [weight_on(hypothesis, word) for word in words]
    if not columns:
        return np.zeros((len(hypothesis.target_spans), 0), np.float32)
    return np.stack(columns, axis=1)


def _outside(source: str, matches: Sequence[Span]) -> list[Span]:
    """The content words of a source outside its matches."""
    words = []
    for word in spans_of(_WORD, source):
        if not overlaps_any(word, matches) and word.of(source).casefold() not in UNCOUNTED_WORDS:
            words.append(word)
    return words

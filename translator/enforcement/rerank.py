"""Reranking: of the repaired candidates of a sentence the one that the model thinks likeliest, given its source.

The mean log-probability of all subwords counts, those of the terms included. Measured, it chooses a little better than
that of the other words alone, for it also says how well a term fits where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from translator.bitext import Status
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import Draft
from translator.enforcement.lost_numbers import lost_numbers
from translator.engines.base import Engine

# What a lost number costs, and a term or number whose place was guessed, in mean log-probability per subword.
# Calibrated on 1,500 sentences of validation and 4,000 pairs: see docs/enforcement.md.
COST_OF_LOST_NUMBER = 0.2
COST_OF_GUESS = 0.3

SourceAndText = tuple[str, str]
# For each source and text the log-probability of every subword, and of `</s>`.
Scores = Mapping[SourceAndText, Sequence[float]]


def likeliest(engine: Engine, drafts: Sequence[Sequence[Draft]]) -> list[Draft]:
    """For each task the best of its drafts, with the score of its text."""
    pairs = _unscored(engine, drafts)
    scores: Scores = {}
    if pairs:
        found = engine.score(pairs)
        scores = dict(zip(pairs, found, strict=True))
    best = []
    for each in drafts:
        scored = [_scored(draft, scores) for draft in each]
        best.append(_best(scored))
    return best


def _best(drafts: Sequence[Draft]) -> Draft:
    if len(drafts) == 1:
        return drafts[0]
    return max(drafts, key=_worth)


def _unscored(engine: Engine, drafts: Sequence[Sequence[Draft]]) -> list[SourceAndText]:
    """What the engine has not scored yet. A text that is too long keeps the score that it had before its repair."""
    pairs: dict[SourceAndText, None] = {}
    for draft in chain.from_iterable(drafts):
        if not draft.needs_score or not draft.text.strip():
            continue
        if engine.count(draft.text) <= engine.max_subwords:
            pairs[draft.source, draft.text] = None
    return list(pairs)


def _scored(draft: Draft, scores: Scores) -> Draft:
    found = scores.get((draft.source, draft.text))
    if not found:
        return draft
    score = float(np.mean(found))
    hypothesis = replace(draft.hypothesis, score=score)
    return replace(draft, hypothesis=hypothesis)


def _worth(draft: Draft) -> tuple[int, int, float]:
    """The more the better: matches that stand, none twice, then what the model thinks of the text and its numbers."""
    excess = read(draft.task, draft.hypothesis, Status.NATURAL).excess
    cost_of_numbers = COST_OF_LOST_NUMBER * len(lost_numbers(draft))
    cost_of_guesses = COST_OF_GUESS * draft.guesses
    score = draft.hypothesis.score - cost_of_numbers - cost_of_guesses
    return -draft.missing, -excess, score

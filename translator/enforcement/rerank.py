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

# What it costs, in mean log-probability per subword, that a number is lost; that a soft constraint is missing; that
# the place of a term or number was guessed; that the model translated another source, into which the English of a term
# was written; and that the text has fewer words than the source, as one has that leaves a clause out (times the share
# of words that it has fewer).
# Calibrated on 787 sentences with a repair: see docs/benchmarks.md.
COST_OF_LOST_NUMBER = 0.5
COST_OF_MISSING = 0.25
COST_OF_GUESS = 0.3
COST_OF_SOURCE_HINT = 0.1
COST_OF_SHORTNESS = 1.0

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
    """The more the better: required terms that stand, none twice; then the score of the text, less its faults."""
    excess = read(draft.task, draft.hypothesis, Status.NATURAL).excess
    faults = (
        (COST_OF_LOST_NUMBER, len(lost_numbers(draft))),
        (COST_OF_MISSING, draft.missing),
        (COST_OF_GUESS, draft.guesses),
        (COST_OF_SOURCE_HINT, _is_from_hint(draft)),
        (COST_OF_SHORTNESS, _shortness(draft)),
    )
    cost = sum(price * number for price, number in faults)
    return -draft.missing_required, -excess, draft.hypothesis.score - cost


def _is_from_hint(draft: Draft) -> bool:
    return any(place.status is Status.SOURCE for place in draft.standing)


def _shortness(draft: Draft) -> float:
    """The share of the source's number of words by which the draft is shorter."""
    wanted = len(draft.source.split())
    return max(0.0, 1 - len(draft.text.split()) / max(1, wanted))

"""Step 8: of the ways to repair a sentence the one that the model thinks likeliest, given the source as it is.

The mean log-probability of all tokens counts, those of the terms included: measured, it chooses a little better than
that of the other words alone, for it also says how well a term stands where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from translator.bitext import Status
from translator.enforcement.candidates.nbest import read
from translator.enforcement.draft import Draft, Task
from translator.enforcement.repairs.number_correction import lost
from translator.engines.base import Engine

# What a lost number, and what one of which the place was guessed costs, in mean log-probability per token.
LOST = 0.2
GUESSED = 0.3

Scores = Mapping[tuple[str, str], Sequence[float]]  # of a source and a text: of every piece, and of `</s>`


def likeliest(engine: Engine, tasks: Sequence[Task], drafts: Sequence[Sequence[Draft]]) -> list[Draft]:
    """For each task the best of its drafts, with the score of its text."""
    pairs = list(dict.fromkeys(_unscored(engine, tasks, drafts)))
    scores = dict(zip(pairs, engine.score(pairs), strict=True)) if pairs else {}
    ready = [[_scored(task, draft, scores) for draft in each] for task, each in zip(tasks, drafts, strict=True)]
    return [
        max(each, key=lambda draft: _worth(task, draft)) if len(each) > 1 else each[0]
        for task, each in zip(tasks, ready, strict=True)
    ]


def _unscored(engine: Engine, tasks: Sequence[Task], drafts: Sequence[Sequence[Draft]]) -> Iterator[tuple[str, str]]:
    """What the engine has not scored yet. A text that is too long keeps the score that it had before its repair."""
    for task, each in zip(tasks, drafts, strict=True):
        for draft in each:
            text = draft.hypothesis.text
            if draft.foreign and text.strip() and engine.count(text) <= engine.max_pieces:
                yield task.source, text


def _scored(task: Task, draft: Draft, scores: Scores) -> Draft:
    found = scores.get((task.source, draft.hypothesis.text))
    return replace(draft, hypothesis=replace(draft.hypothesis, score=float(np.mean(found)))) if found else draft


def _worth(task: Task, draft: Draft) -> tuple[int, int, float]:
    """The more the better: matches that stand, none twice, then what the model thinks of the text and its numbers."""
    excess = read(task.matches, draft.hypothesis, Status.NATURAL).excess
    return -draft.missing, -excess, draft.hypothesis.score - LOST * lost(task.source, draft) - GUESSED * draft.guesses

"""Enforcement: every required term in its place, and how it got there.

A cascade in batches, the same on every engine: ask for the n-best, choose the hypothesis that honours the most terms,
repair what is missing, prove the result. A text without terms comes out as it would without a glossary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translator.alignment import SpanLink, span_links
from translator.bitext import TermUse
from translator.enforcement.choose import choose
from translator.enforcement.draft import Draft, Task
from translator.enforcement.prove import prove, term_uses
from translator.enforcement.repair import splice, swap
from translator.engines.base import Engine, Hypothesis, Request

__all__ = ["Enforced", "Task", "enforce"]


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation in which every term of its task stands.

    score: mean log-probability per target token. unforced: the engine's own best text, where it is another one.
    """

    text: str
    terms: tuple[TermUse, ...]
    links: tuple[SpanLink, ...]
    score: float
    unforced: str | None


def enforce(engine: Engine, tasks: Sequence[Task], beam: int) -> list[Enforced]:
    """Translate the tasks, in one or two calls of the engine, and make every term stand in its translation."""
    asked = _ask(engine, tasks, beam)
    drafts = [prove(splice(swap(choose(task, hypotheses)))) for task, hypotheses in zip(tasks, asked, strict=True)]
    scores = _score(engine, tasks, asked, drafts)
    return [
        Enforced(
            draft.hypothesis.text,
            term_uses(draft),
            tuple(span_links(task.source, draft.hypothesis)),
            score,
            hypotheses[0].text if draft.hypothesis.text != hypotheses[0].text else None,
        )
        for task, hypotheses, draft, score in zip(tasks, asked, drafts, scores, strict=True)
    ]


def _ask(engine: Engine, tasks: Sequence[Task], beam: int) -> list[list[Hypothesis]]:
    """Step 1: the beam's hypotheses for a task with terms or numbers, the best one for a task without."""
    asked: dict[int, list[Hypothesis]] = {}
    for n_best, group in (
        (beam, [number for number, task in enumerate(tasks) if task.matches or task.numbers]),
        (1, [number for number, task in enumerate(tasks) if not (task.matches or task.numbers)]),
    ):
        requests = [Request(tasks[number].source) for number in group]
        if requests:
            asked.update(zip(group, engine.translate(requests, beam, n_best), strict=True))
    return [asked[number] for number in range(len(tasks))]


def _score(
    engine: Engine, tasks: Sequence[Task], asked: Sequence[list[Hypothesis]], drafts: Sequence[Draft]
) -> list[float]:
    """The engine's own score where the text is its own; a text that was repaired is scored again as it now stands."""
    scores = [draft.hypothesis.score for draft in drafts]
    repaired = [
        number
        for number, draft in enumerate(drafts)
        if all(draft.hypothesis.text != hypothesis.text for hypothesis in asked[number])
    ]
    pairs = [(tasks[number].source, drafts[number].hypothesis.text) for number in repaired]
    for number, tokens in zip(repaired, engine.score(pairs) if pairs else [], strict=True):
        scores[number] = sum(tokens) / len(tokens)
    return scores

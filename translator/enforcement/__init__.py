"""Enforcement: every required term in its place, and how it got there.

A cascade in batches, the same on every engine: ask for the n-best, choose the hypothesis that honours the most terms,
repair what is missing, prove the result. A text without terms comes out as it would without a glossary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator.alignment import SpanLink, span_links
from translator.bitext import TermUse
from translator.enforcement.choose import choose
from translator.enforcement.draft import Draft, Task
from translator.enforcement.edit import undot
from translator.enforcement.figures import mend
from translator.enforcement.prove import prove, term_uses
from translator.enforcement.repair import splice, swap
from translator.enforcement.respell import respell
from translator.engines.base import Engine, Hypothesis, Request
from translator.numbers import find

__all__ = ["Enforced", "Task", "enforce"]

WAYS = 3  # of repairing a sentence that are compared, where its terms have so many accepted targets


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
    ways = [_ways(task, choose(task, hypotheses)) for task, hypotheses in zip(tasks, asked, strict=True)]
    return [
        Enforced(
            draft.hypothesis.text,
            term_uses(draft),
            tuple(span_links(task.source, draft.hypothesis)),
            draft.hypothesis.score,
            hypotheses[0].text if draft.hypothesis.text != hypotheses[0].text else None,
        )
        for task, hypotheses, draft in zip(tasks, asked, _likeliest(engine, tasks, asked, ways), strict=True)
    ]


def _ask(engine: Engine, tasks: Sequence[Task], beam: int) -> list[list[Hypothesis]]:
    """Step 1: the beam's hypotheses for a task with terms or numbers, the best one for a task without."""
    wide = [bool(task.matches or find(task.source)) for task in tasks]
    asked: dict[int, list[Hypothesis]] = {}
    for n_best, is_wide in ((beam, True), (1, False)):
        group = [number for number in range(len(tasks)) if wide[number] is is_wide]
        if group:
            requests = [Request(tasks[number].source) for number in group]
            asked.update(zip(group, engine.translate(requests, beam, n_best), strict=True))
    return [asked[number] for number in range(len(tasks))]


def _ways(task: Task, draft: Draft) -> list[Draft]:
    """The ways to repair a draft: with the preferred targets of its missing terms, with the next accepted ones, ..."""
    missing = [match for match, place in zip(draft.matches, draft.placed, strict=True) if place is None]
    ways = max((len(match.term.targets) for match in missing), default=1)
    return [_repaired(task, replace(draft, choice=choice)) for choice in range(min(ways, WAYS))]


def _repaired(task: Task, draft: Draft) -> Draft:
    return prove(splice(undot(mend(task.source, swap(respell(draft))))))


def _likeliest(
    engine: Engine, tasks: Sequence[Task], asked: Sequence[list[Hypothesis]], ways: Sequence[list[Draft]]
) -> list[Draft]:
    """Of the ways to repair a task the one that the engine thinks likeliest, with the score of its text.

    A text that is the engine's own is not scored again.
    """
    own = [{hypothesis.text for hypothesis in hypotheses} for hypotheses in asked]
    pairs = [
        (task.source, draft.hypothesis.text)
        for task, texts, drafts in zip(tasks, own, ways, strict=True)
        for draft in drafts
        if draft.hypothesis.text not in texts
    ]
    scores = iter(engine.score(pairs) if pairs else [])
    return [
        max(
            (draft if draft.hypothesis.text in texts else _scored(draft, next(scores)) for draft in drafts),
            key=lambda draft: draft.hypothesis.score,
        )
        for texts, drafts in zip(own, ways, strict=True)
    ]


def _scored(draft: Draft, tokens: Sequence[float]) -> Draft:
    return replace(draft, hypothesis=replace(draft.hypothesis, score=sum(tokens) / len(tokens)))

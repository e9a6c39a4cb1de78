"""Candidate: what the model makes of a short text or a heading in small letters, where it is surer of that."""

from __future__ import annotations

from collections.abc import Sequence

from glossary import Case, Match
from translator.enforcement.draft import Task, source_span
from translator.engines.base import Engine, Hypothesis
from translator.language.small_letters import in_small_letters


def ask(engine: Engine, tasks: Sequence[Task], beam: int) -> list[Sequence[Hypothesis]]:
    """The hypotheses for each task, of its text as it stands or in small letters: the likelier ones.

    All are asked for at once, and in one number: the more sentences, the fuller the batches of the engine.
    """
    sources = [task.source for task in tasks]
    small: dict[int, str] = {}
    for number, task in enumerate(tasks):
        text = in_small_letters(task.source, [source_span(match) for match in task.matches if _has_own_letters(match)])
        if text != task.source:
            small[number] = text
    found = engine.translate([*sources, *small.values()], beam, beam)
    answers = list(found[: len(tasks)])
    for number, others in zip(small, found[len(tasks) :], strict=True):
        if others[0].score > answers[number][0].score:
            answers[number] = others
    return answers


def _has_own_letters(match: Match) -> bool:
    return match.term.case is Case.EXACT

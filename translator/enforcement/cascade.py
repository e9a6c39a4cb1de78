"""Enforcement: every required term in its place, and how it got there.

A cascade in batches, the same on every engine: ask for the n-best, choose the hypothesis that honours the most terms,
repair what is missing, where that is not enough ask once more, rank, prove the result. A text without terms comes out
as it would without a glossary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glossary import Match
from translator.alignment import SpanLink, span_links
from translator.bitext import Status, TermUse
from translator.enforcement.candidates.clausewise import clauses, rejoined
from translator.enforcement.candidates.name_places import places, search
from translator.enforcement.candidates.nbest import choose, read
from translator.enforcement.candidates.source_hint import reread, with_english
from translator.enforcement.draft import DOUBTFUL, Draft, Task, is_name, options
from translator.enforcement.edits import capitalised, undot
from translator.enforcement.repairs.forbidden import avoid
from translator.enforcement.repairs.name_correction import respell
from translator.enforcement.repairs.number_correction import lost, mend
from translator.enforcement.repairs.substitution import splice, swap
from translator.enforcement.repairs.symbols import signed
from translator.enforcement.rerank import likeliest
from translator.enforcement.verify import prove, term_uses
from translator.engines.base import Engine, Hypothesis, Request
from translator.language.numbers import find

__all__ = ["Enforced", "Task", "ask", "enforce", "meet"]

WAYS = 3  # of repairing a sentence that are compared, where its terms have so many accepted targets
FAINT = 0.25  # speaks for the place of a missing name at most: it is looked for in the other hypotheses, too
BEAM = 2  # of the second decode: wider ones found nothing better


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation in which every term of its task stands.

    confidences: for each of the terms, between 0 and 1, how sure its place is; 1 where the engine wrote it.
    score: mean log-probability per target token. unforced: the engine's own best text, where it is another one.
    """

    text: str
    terms: tuple[TermUse, ...]
    confidences: tuple[float, ...]
    links: tuple[SpanLink, ...]
    score: float
    unforced: str | None


def enforce(engine: Engine, tasks: Sequence[Task], beam: int) -> list[Enforced]:
    """Translate the tasks, in a few calls of the engine, and make every term stand in its translation."""
    return meet(engine, tasks, ask(engine, tasks, beam), beam)


def meet(engine: Engine, tasks: Sequence[Task], asked: Sequence[Sequence[Hypothesis]], beam: int) -> list[Enforced]:
    """Make every term stand in what the engine has answered already; see `ask`."""
    chosen = [choose(task, hypotheses) for task, hypotheses in zip(tasks, asked, strict=True)]
    drafts = [_ways(*one) for one in zip(tasks, chosen, asked, strict=True)]
    _ask_again(engine, tasks, drafts, beam)
    _ask_apart(engine, tasks, drafts, beam)
    best = likeliest(engine, tasks, drafts)  # before a sign is put in: the model may not know it
    return [
        Enforced(
            draft.hypothesis.text,
            term_uses(draft),
            tuple(place.confidence if place else 0.0 for place in draft.placed),
            tuple(span_links(task.source, draft.hypothesis)),
            draft.hypothesis.score,
            _unforced(hypotheses[0].text, draft.hypothesis.text),
        )
        for task, hypotheses, draft in zip(tasks, asked, map(signed, tasks, best), strict=True)
    ]


def ask(engine: Engine, tasks: Sequence[Task], beam: int) -> list[Sequence[Hypothesis]]:
    """Step 1: the beam's hypotheses for a task with terms or numbers, the best one for a task without."""
    wide = [bool(task.matches or find(task.source)) for task in tasks]
    asked: dict[int, Sequence[Hypothesis]] = {}
    for n_best, is_wide in ((beam, True), (1, False)):
        group = [number for number in range(len(tasks)) if wide[number] is is_wide]
        if group:
            requests = [Request(tasks[number].source) for number in group]
            asked.update(zip(group, engine.translate(requests, beam, n_best), strict=True))
    return [asked[number] for number in range(len(tasks))]


def _ways(task: Task, draft: Draft, hypotheses: Sequence[Hypothesis]) -> list[Draft]:
    """The ways to repair a draft: with the preferred targets of its missing terms, with the next accepted ones, ...;
    with a missing name at each place where it may belong; where little speaks for it, in any of the hypotheses, for
    another one may have the word beside it."""
    missing = [match for match, place in zip(draft.matches, draft.placed, strict=True) if place is None]
    ways = max((len(options(match)) for match in missing), default=1)
    chosen = [replace(draft, choice=choice) for choice in range(min(ways, WAYS))]
    lacking = [draft]
    if any(places(draft, match)[1] < FAINT for match in filter(is_name, missing)):
        others = (hypothesis for hypothesis in hypotheses if hypothesis is not draft.hypothesis)
        lacking += [read(task.matches, hypothesis, Status.N_BEST) for hypothesis in others]
    named = (way for each in lacking for way in search(task.source, respell(avoid(each))))
    return [_repaired(task, way) for way in (*chosen, *named)]


def _repaired(task: Task, draft: Draft) -> Draft:
    return prove(capitalised(task.source, splice(undot(mend(task.source, swap(respell(avoid(draft))))))))


def _unforced(written: str, text: str) -> str | None:
    """What the engine wrote by itself, where `text` is another one; a capital that it forgot makes it none."""
    return None if text in (written, written[:1].upper() + written[1:]) else written


def _ask_again(engine: Engine, tasks: Sequence[Task], drafts: Sequence[list[Draft]], beam: int) -> None:
    """Step 4: to the drafts of a task into which a term was spliced add what the model writes with its English."""
    asked: list[tuple[int, list[Match], str]] = []
    for number, (task, each) in enumerate(zip(tasks, drafts, strict=True)):
        ours = [place.match for place in each[0].placed if place and place.status in (Status.SWAPPED, Status.SPLICED)]
        if any(place and place.status is Status.SPLICED for place in each[0].placed):
            source = with_english(task.source, ours)
            if source != task.source and engine.count(source) <= engine.max_pieces:
                asked.append((number, ours, source))
    narrow = min(beam, BEAM)
    answers = engine.translate([Request(source) for _, _, source in asked], narrow, narrow) if asked else []
    for (number, ours, _), hypotheses in zip(asked, answers, strict=True):
        drafts[number].append(_repaired(tasks[number], reread(tasks[number], ours, hypotheses)))


def _ask_apart(engine: Engine, tasks: Sequence[Task], drafts: Sequence[list[Draft]], beam: int) -> None:
    """Step 5: to the drafts of a task that all lack a number, or have a name or a number at a place that is a guess,
    add what the model writes of its clauses."""
    poor = [number for number, each in enumerate(drafts) if all(_is_poor(tasks[number], draft) for draft in each)]
    apart = {number: parts for number in poor if len(parts := clauses(engine, tasks[number])) > 1}
    requests = [Request(part.of(tasks[number].source)) for number, parts in apart.items() for part in parts]
    answers = iter(engine.translate(requests, beam, 1) if requests else ())
    for number, parts in apart.items():
        best = [next(answers)[0] for _ in parts]
        drafts[number].append(_repaired(tasks[number], rejoined(tasks[number], parts, best)))


def _is_poor(task: Task, draft: Draft) -> bool:
    """Is a number lost, or does a name or a number stand where nothing but its neighbours says that it belongs?"""
    doubtful = (place.match for place in draft.placed if place and place.confidence <= DOUBTFUL)
    return draft.supplied > 0 or any(map(is_name, doubtful)) or lost(task.source, draft) > 0

"""The cascade: candidates, repairs, reranking, verification, for many sentences at once and on any engine.

1. Candidate `nbest`: the beam's hypotheses, and of them the one that honours the most terms. Short texts and headings
   are also tried in small letters (`small_letters`).
2. Repairs: each candidate goes through all of REPAIRS.
3. Candidates `source_hint` and `clausewise`: where a term had to be inserted, or a name or number was left out, the
   model is asked again, and its answers are repaired likewise.
4. Rerank: of the drafts within the bounds (no stutter, not much longer than the model's own) the likeliest is taken;
   the symbols of its numbers, its final dots and the typographic signs of its source are restored, and a part of a long
   sentence loses the capital and the full stop of a whole one.
5. Verify: what is said of the terms is read from the finished text.

A sentence without terms, names, numbers and typographic signs comes out as the engine wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from translator.alignment import SpanLink, span_links
from translator.bitext import Status, TermUse
from translator.enforcement.bounds import is_bounded, within_bounds
from translator.enforcement.candidates import clausewise, nbest, small_letters, source_hint
from translator.enforcement.candidates.name_places import with_missing_names
from translator.enforcement.draft import Draft, Task, is_copied, writable_targets
from translator.enforcement.places import likely_places
from translator.enforcement.repairs import repaired
from translator.enforcement.repairs.final_marks import restore_final_marks
from translator.enforcement.repairs.forbidden import replace_forbidden
from translator.enforcement.repairs.name_correction import correct_names
from translator.enforcement.repairs.symbols import restore_symbols
from translator.enforcement.rerank import likeliest
from translator.enforcement.typography import restore_typography
from translator.enforcement.verify import term_uses
from translator.engines.base import Engine, Hypothesis

__all__ = ["Enforced", "Task", "enforce"]

# Drafts of a sentence that differ in the accepted translations that repairs write for its missing terms.
MAX_TARGET_CHOICES = 3
# Where no more than this speaks for the place of a missing name, it is looked for in the other hypotheses, too.
FAINT_CONFIDENCE = 0.25
# Drafts of one sentence that are repaired and compared, so that the time for a sentence of very many names is bounded.
# On FLORES dev 4 sentences of 1,114 have more.
MAX_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation in which the required terms of its task stand.

    names: the names of the source; one may be missing. score: mean log-probability per target token.
    unforced: the engine's own best text, where it is another one.
    """

    text: str
    terms: tuple[TermUse, ...]
    names: tuple[TermUse, ...]
    links: tuple[SpanLink, ...]
    score: float
    unforced: str | None


def enforce(engine: Engine, tasks: Sequence[Task], beam: int) -> list[Enforced]:
    """Translate the tasks, in a few calls of the engine, and make every required term stand in its translation."""
    answers = small_letters.ask(engine, tasks, beam)
    drafts = []
    for task, hypotheses in zip(tasks, answers, strict=True):
        candidates = islice(_candidates(task, hypotheses), MAX_CANDIDATES)
        drafts.append(list(chain.from_iterable(map(repaired, candidates))))
    for propose in (source_hint.propose, clausewise.propose):
        for number, draft in propose(engine, drafts, beam):
            drafts[number] += repaired(draft)
    bounded = [within_bounds(each, own[0].text) for each, own in zip(drafts, answers, strict=True)]
    best = likeliest(engine, bounded)
    finished = [restore_final_marks(restore_symbols(draft)) for draft in best]
    return [_enforced(draft, each[0].text) for draft, each in zip(finished, answers, strict=True)]


def _candidates(task: Task, hypotheses: Sequence[Hypothesis]) -> Iterator[Draft]:
    """The drafts of a task that are made of the model's first answer.

    One for each choice among the accepted translations of its missing terms; the model's own text, where the hypothesis
    with most terms lacks some or stutters; and one for each place of a missing name.
    """
    draft = nbest.choose(task, hypotheses)
    missing = [match for match, place in zip(draft.matches, draft.placed, strict=True) if place is None]
    choices = max((len(writable_targets(match)) for match in missing), default=1)
    for choice in range(min(choices, MAX_TARGET_CHOICES)):
        yield replace(draft, target_choice=choice)
    if draft.hypothesis is not hypotheses[0] and (missing or not is_bounded(draft, hypotheses[0].text)):
        yield nbest.read(task, hypotheses[0], Status.NATURAL)
    lacking = [draft]
    names = filter(is_copied, missing)
    if any(likely_places(draft, name).confidence < FAINT_CONFIDENCE for name in names):
        others = [hypothesis for hypothesis in hypotheses if hypothesis is not draft.hypothesis]
        lacking += [nbest.read(task, hypothesis, Status.N_BEST) for hypothesis in others]
    for each in lacking:
        yield from with_missing_names(correct_names(replace_forbidden(each)))


def _enforced(draft: Draft, model_text: str) -> Enforced:
    """The result of a finished draft. A capital that the model forgot makes its text no other one."""
    is_models_own = draft.text in (model_text, model_text[:1].upper() + model_text[1:])
    draft = restore_typography(clausewise.fit_into_sentence(draft))
    return Enforced(
        draft.text,
        term_uses(draft),
        term_uses(draft, names=True),
        tuple(span_links(draft.source, draft.hypothesis)),
        draft.hypothesis.score,
        None if is_models_own else model_text,
    )

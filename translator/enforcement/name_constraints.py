"""Names beside terms: enforcement is asked to keep both, and a name is given up where nothing tells its place.

A term must stand in the translation at any price; a name is only a guess that its source is to be copied. What the
model made of a name is put right where it stands; one that it left out is put where the ranking likes it best, with a
warning. It is given up where no word beside it in the source has a translation to go by, and where it stands in the
translation already, for a source may repeat a name where English need not. That costs no second translation: the
hypotheses are there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from glossary import Case, Match, Term
from translator.bitext import Status, TermUse
from translator.document import Span
from translator.enforcement.candidates import nbest
from translator.enforcement.cascade import Enforced, Task, enforce_answers
from translator.engines.base import Engine
from translator.language import names

_WORD = re.compile(r"\w+(?:['’]\w+)*")
# A name that the model left out is given up where less than this speaks for its place; see docs/enforcement.md.
LIKELY = 0.22


@dataclass(frozen=True, slots=True)
class Asked:
    """A source text with its terms, and the names that are to be kept in it, none overlapping a term."""

    task: Task
    names: tuple[Match, ...] = ()

    @property
    def whole(self) -> Task:
        """The task with the names as terms among its own."""
        matches = sorted((*self.task.matches, *self.names), key=lambda match: match.start)
        return Task(self.task.source, tuple(matches))


def find(text: str, terms: Iterable[Match]) -> list[Match]:
    """The names of a text that stand in none of the terms, each as a match that asks for the name as it stands."""
    taken = [Span(match.start, match.end) for match in terms]
    return [
        Match(name.span.start, name.span.end, name.text, _term(name))
        for name in names.find(text)
        if not any(name.span.overlaps(span) for span in taken)
    ]


def keep(engine: Engine, asked: Sequence[Asked], beam: int) -> list[Enforced]:
    """Translations in which every term stands, and of the names those that could be kept."""
    answers = nbest.ask(engine, [one.whole for one in asked], beam)
    done: dict[int, Enforced] = {}
    left = dict(enumerate(asked))
    while left:  # each time with fewer names
        met = enforce_answers(engine, [one.whole for one in left.values()], [answers[number] for number in left], beam)
        done.update(zip(left, met, strict=True))
        left = {
            number: replace(one, names=needed)
            for number, one in left.items()
            if len(needed := _needed(one, done[number])) < len(one.names)
        }
    return [done[number] for number in range(len(asked))]


def parted(uses: Iterable[TermUse], names: Iterable[Match]) -> tuple[list[TermUse], list[TermUse]]:
    """The uses of terms, and those of names."""
    spans = {Span(match.start, match.end) for match in names}
    terms: list[TermUse] = []
    kept: list[TermUse] = []
    for use in uses:
        (kept if use.source_span in spans else terms).append(use)
    return terms, kept


def _needed(asked: Asked, result: Enforced) -> tuple[Match, ...]:
    """The names of a text but those that were left out, and of which no place can be told, or that stand already."""
    ours = {Span(match.start, match.end) for match in asked.names}
    standing = Counter(use.source for use in result.terms) | Counter(_WORD.findall(result.text))
    spare = {
        use.source_span
        for use, confidence in zip(result.terms, result.confidences, strict=True)
        if use.source_span in ours and use.status is Status.SPLICED
        if confidence < LIKELY or standing[use.source] > 1
    }
    return tuple(match for match in asked.names if Span(match.start, match.end) not in spare)


def _term(name: names.Name) -> Term:
    return Term(name.text, name.accepted, case=Case.EXACT, plural=False)

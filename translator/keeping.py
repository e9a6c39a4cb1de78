"""Names beside terms: enforcement is asked to keep both, and a name is given up where its repair may be wrong.

A term must stand in the translation at any price; a name is only a guess that its source is to be copied. So what the
model wrote is believed; a repair is where the word that went looks like the name, where the model was made to write the
name itself, or beside a name that stands beside it in the source. A sentence whose name found no such place is
translated again without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from glossary import Case, Match, Term
from translator import names
from translator.bitext import Status, TermUse
from translator.document import Span
from translator.enforcement import Enforced, Task, enforce
from translator.engines.base import Engine

_BELIEVED = frozenset({Status.NATURAL, Status.N_BEST})
_WRITTEN = frozenset({Status.SOURCE, Status.FORCED})


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
    """Translations in which every term stands, and of the names those that could be kept safely."""
    done = enforce(engine, [one.whole for one in asked], beam)
    again = {
        number: Asked(one.task, safe)
        for number, (one, result) in enumerate(zip(asked, done, strict=True))
        if len(safe := _safe(one, result)) < len(one.names)
    }
    if again:  # each time with fewer names: it ends
        for number, result in zip(again, keep(engine, list(again.values()), beam), strict=True):
            done[number] = result
    return done


def parted(uses: Iterable[TermUse], names: Iterable[Match]) -> tuple[list[TermUse], list[TermUse]]:
    """The uses of terms, and those of names."""
    spans = {Span(match.start, match.end) for match in names}
    terms: list[TermUse] = []
    kept: list[TermUse] = []
    for use in uses:
        (kept if use.source_span in spans else terms).append(use)
    return terms, kept


def _safe(asked: Asked, result: Enforced) -> tuple[Match, ...]:
    """The names of a text but those whose repair may be wrong."""
    _, kept = parted(result.terms, asked.names)
    safe = [use for use in kept if _is_safe(use, result)]
    safe += [use for use in kept if use not in safe and any(_are_together(use, one, asked, result) for one in safe)]
    doubtful = {use.source_span for use in kept if use not in safe}
    return tuple(match for match in asked.names if Span(match.start, match.end) not in doubtful)


def _is_safe(use: TermUse, result: Enforced) -> bool:
    if use.status in _BELIEVED:
        return True
    if use.status in _WRITTEN:
        return use.sure
    mangled = names.mangled(use.source, result.unforced or result.text, result.text)
    return use.status is Status.SWAPPED and mangled is not None


def _are_together(use: TermUse, other: TermUse, asked: Asked, result: Enforced) -> bool:
    """Do two names stand side by side in the source, and in the translation too, in the same order?"""
    first, second = sorted((use, other), key=attrgetter("source_span"))
    if not first.target_span or not second.target_span:
        return False
    source_gap = asked.task.source[first.source_span.end : second.source_span.start]
    return source_gap == result.text[first.target_span.end : second.target_span.start] == " "


def _term(name: names.Name) -> Term:
    return Term(name.text, name.accepted, case=Case.EXACT, plural=False)

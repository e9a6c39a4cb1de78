"""Names beside terms: enforcement is asked to keep both, and a name is given up where its repair may be wrong.

A term must stand in the translation at any price; a name is only a guess that its source is to be copied. So what the
model wrote is believed; a repair is where the lost word looks like the name, or the model was made to write the name
itself. A sentence whose name found no such place is translated again without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    doubtful = {use.source_span for use in kept if not _is_safe(use, result)}
    return tuple(match for match in asked.names if Span(match.start, match.end) not in doubtful)


def _is_safe(use: TermUse, result: Enforced) -> bool:
    if use.status in _BELIEVED:
        return True
    if use.status in _WRITTEN:
        return use.sure
    mangled = names.mangled(use.source, result.unforced or result.text, result.text)
    return use.status is Status.SWAPPED and mangled is not None


def _term(name: names.Name) -> Term:
    return Term(name.text, name.accepted, case=Case.EXACT, plural=False)

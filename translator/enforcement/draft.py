"""The values of the room: what is asked, what is placed, what has been drafted."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.term import Match
from translator.bitext import Status
from translator.document import Span
from translator.engines.base import Hypothesis


@dataclass(frozen=True, slots=True)
class Task:
    """A source text and what must stand in its translation.

    matches: the terms found in it; each of them will stand. numbers: what must stand for its numbers, as matches too;
    they count when a hypothesis is chosen and are put in the place of a wrong number, but never anywhere else.
    """

    source: str
    matches: tuple[Match, ...] = ()
    numbers: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A match that is honoured.

    span: where, in the draft's text. target: the accepted target that stands there.
    confidence: between 0 and 1, how sure we are that this is the term's place.
    """

    match: Match
    span: Span
    target: str
    status: Status
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A translation on its way: the hypothesis it stands on, and each match's place in it, if it has one.

    matches: the task's terms, so many as `terms` says, and then its numbers.
    choice: which of a term's accepted targets a repair writes; the preferred one where there are not so many.
    """

    hypothesis: Hypothesis
    matches: tuple[Match, ...]
    terms: int
    placed: tuple[Placed | None, ...]
    choice: int = 0
    excess: int = 0  # occurrences of a required target beyond those required

    @property
    def missing(self) -> int:
        return self.placed.count(None)


def source_span(match: Match) -> Span:
    return Span(match.start, match.end)

"""The values of the room: what is asked, what is placed, what has been drafted."""

from __future__ import annotations

from dataclasses import dataclass

from glossary import Match
from translator.bitext import Status
from translator.document import Span
from translator.engines.base import Hypothesis

DOUBTFUL = 0.5  # is the highest confidence in a place that was guessed: a reader should look


@dataclass(frozen=True, slots=True)
class Task:
    """A source text and the terms found in it; each of them must stand in the translation."""

    source: str
    matches: tuple[Match, ...] = ()


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

    supplied: how many numbers were put in of which the model wrote nothing.
    choice: which of a term's accepted targets a repair writes; the preferred one where there are not so many.
    """

    hypothesis: Hypothesis
    matches: tuple[Match, ...]
    placed: tuple[Placed | None, ...]
    supplied: int = 0
    choice: int = 0
    excess: int = 0  # occurrences of a required target beyond those required
    foreign: bool = False  # the text is not what the engine wrote for the source, so its score is another

    @property
    def missing(self) -> int:
        return self.placed.count(None)

    @property
    def guesses(self) -> float:
        """How many terms and numbers stand where nothing but their neighbours says that they belong, each counted by
        how little it says so."""
        guessed = (place for place in self.placed if place and place.confidence <= DOUBTFUL)
        return self.supplied + sum(1 - place.confidence for place in guessed)


def is_name(match: Match) -> bool:
    """Is the match written in English as it stands in the source?"""
    return match.term.targets[0] == match.text


def options(match: Match) -> tuple[str, ...]:
    """What a repair may write for the match: the accepted targets, but for the plural of what is kept (FGDs)."""
    preferred, *others = match.term.targets
    return (preferred, *(target for target in others if target != f"{match.text}s"))


def source_span(match: Match) -> Span:
    return Span(match.start, match.end)

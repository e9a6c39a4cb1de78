"""The values of enforcement: what a sentence requires, what stands where, and a translation that is being repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from glossary import Match, TermKind, is_common_noun
from translator.bitext import Status
from translator.document import Span
from translator.engines.base import Hypothesis
from translator.language.names import is_english_form

# The highest confidence in a place that was guessed from its neighbours: a reviewer should look at it.
MAX_GUESSED_CONFIDENCE = 0.5
# A soft constraint is given up where less than this speaks for its place; docs/enforcement.md tells how it was chosen.
MIN_SOFT_CONFIDENCE = 0.22

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Task:
    """A source text and the terms and names found in it, from left to right, none overlapping another.

    A match that is `required` must stand in the translation at any price. The others, such as names, are soft
    constraints: they stay away where nothing tells their place.
    begins_sentence, ends_sentence: False for a part of a long sentence that is not its first or its last.
    """

    source: str
    matches: tuple[Match, ...] = ()
    begins_sentence: bool = True
    ends_sentence: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A match that stands in the translation.

    span: characters of the draft's text. target: the accepted translation that stands there.
    confidence: between 0 and 1, how sure it is that this place belongs to the match; 1 where the model wrote it.
    """

    match: Match
    span: Span
    target: str
    status: Status
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A translation that is being repaired.

    placed: for each match of the task its place in the text, None where it is missing.
    inserted_numbers: how many numbers were inserted of which the model wrote nothing.
    target_choice: which of a term's accepted translations a repair writes; the first where there are not so many.
    excess: how often an accepted translation of some term stands there beyond what the source requires.
    needs_score: the text is not what the engine wrote for the source, so the hypothesis has another text's score.
    """

    task: Task
    hypothesis: Hypothesis
    placed: tuple[Placed | None, ...]
    inserted_numbers: int = 0
    target_choice: int = 0
    excess: int = 0
    needs_score: bool = False

    @property
    def source(self) -> str:
        return self.task.source

    @property
    def matches(self) -> tuple[Match, ...]:
        return self.task.matches

    @property
    def text(self) -> str:
        return self.hypothesis.text

    @property
    def standing(self) -> list[Placed]:
        """The places of the matches that are not missing."""
        return [place for place in self.placed if place is not None]

    @property
    def taken(self) -> list[Span]:
        """The characters of the text that belong to some match."""
        return [place.span for place in self.standing]

    @property
    def missing(self) -> int:
        """How many matches have no place."""
        return self.placed.count(None)

    @property
    def missing_required(self) -> int:
        """How many matches that must stand have no place."""
        pairs = zip(self.matches, self.placed, strict=True)
        return sum(match.required and place is None for match, place in pairs)

    @property
    def guesses(self) -> float:
        """How many terms and numbers stand at a guessed place, a term counted by how little speaks for its place."""
        doubts = []
        for place in self.standing:
            if place.confidence <= MAX_GUESSED_CONFIDENCE:
                doubts.append(1 - place.confidence)
        return self.inserted_numbers + sum(doubts)


def is_copied(match: Match) -> bool:
    """Is the match a name or an abbreviation that English copies, and no noun that both languages have?"""
    return match.term.targets[0] == match.text and not is_common_noun(match.term)


def stands_already(draft: Draft, match: Match) -> bool:
    """Does a copied match, or an English form of it, stand in the draft? English need not repeat a name."""
    written = _WORD.findall(draft.text)
    if match.text in written:
        return True
    return any(is_english_form(word, match.text) for word in written)


def stands_in_brackets(draft: Draft, match: Match) -> bool:
    """Is the match an abbreviation that is kept, in brackets?"""
    if match.term.kind is not TermKind.ABBREVIATION or not is_copied(match):
        return False
    if not draft.source[: match.start].endswith("("):
        return False
    return draft.source.startswith(")", match.end)


def may_do_without(draft: Draft, match: Match, confidence: float) -> bool:
    """Is a missing match to stay away? A soft constraint is, where little tells its place or it stands already."""
    if match.required:
        return False
    if match.term.verb or stands_in_brackets(draft, match):
        return True  # nothing tells the form of a verb; the other is written behind its long form, or not at all
    if confidence < MIN_SOFT_CONFIDENCE:
        return True
    return stands_already(draft, match)


def writable_targets(match: Match) -> tuple[str, ...]:
    """What a repair may write for the match: its preferred translation, and for a place its adjectives, too.

    The others are the model's to write: a plural (Iraqis, FGDs), one with an article (the North), and of what is no
    place wider words (parliament for People's Consultative Assembly).
    """
    preferred, *others = match.term.targets
    if match.term.kind is not TermKind.PLACE:
        return (preferred,)
    plurals = {f"{target}s" for target in (match.text, *match.term.targets)}
    return (preferred, *[target for target in others if target not in plurals and not target.startswith("the ")])


def source_span(match: Match) -> Span:
    return Span(match.start, match.end)


def overlaps_any(span: Span, others: Iterable[Span]) -> bool:
    """Does a span share a character with any of the others?"""
    return any(span.overlaps(other) for other in others)


def spans_of(pattern: re.Pattern[str], text: str) -> list[Span]:
    """The spans of all matches of a pattern."""
    return [Span(*found.span()) for found in pattern.finditer(text)]

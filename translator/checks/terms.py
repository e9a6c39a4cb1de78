"""A term of the glossary is missing, doubtful or forbidden, or stands more often than the source has it.

A missing term of the user's glossaries is an error, one of the built-in lists a warning. A translation that the
glossary forbids is an error. A term is doubtful where it was inserted, or where its place is not sure: one finding
names them all and shows what the model wrote by itself. A translation that stands more often than the terms of the
source ask for may have been inserted twice. With the glossary of examples/, 0.6 % false alarms on the references of
FLORES dev: terms count by occurrence, and a translator may write a pronoun.

With the entry `kapal perang`, `warship`, in the glossary:

PASS: Dua kapal perang tiba. => Two warships arrived.
FAIL: Dua kapal perang tiba. => Two ships arrived.
FAIL: Kapal perang tiba. => The warship of the warship arrived.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary import Case, Match, Term, occurrences
from translator.bitext import Finding, Pair, Severity, Status, TermUse
from translator.document import Span

ID = "terms"


def check(pair: Pair) -> Iterator[Finding]:
    for use in pair.terms:
        if use.status is Status.MISSING:
            yield _missing(use)
        for form in use.forbidden:
            yield Finding(ID, Severity.ERROR, f"{form} stands for {use.source}, which the glossary forbids")
    doubtful = [use for use in pair.terms if _is_doubtful(use)]
    if doubtful:
        uses = ", ".join([f"{use.target} for {use.source} ({use.status.value})" for use in doubtful])
        plain = f"; the model wrote: {pair.unforced}" if pair.unforced else ""
        yield Finding(ID, Severity.WARNING, f"look at {uses}{plain}")
    yield from _too_often(pair)


def _missing(use: TermUse) -> Finding:
    """A term of the user's must stand at any price; one of the built-in lists is left to the model where nothing tells
    its place."""
    if use.is_users:
        return Finding(ID, Severity.ERROR, f"{use.source} is not in the translation as {use.target}")
    return Finding(ID, Severity.WARNING, f"{use.source} is left to the model, not as {use.target} of {use.term_list}")


def _is_doubtful(use: TermUse) -> bool:
    if not use.target_span:
        return False
    if use.status is Status.SPLICED:
        return True
    return not use.sure


def _too_often(pair: Pair) -> Iterator[Finding]:
    wanted: dict[str, int] = {}
    sources: dict[str, str] = {}  # by target: the source of its last use
    for use in pair.terms:
        if use.target_span is not None:
            wanted[use.target] = wanted.get(use.target, 0) + 1
            sources[use.target] = use.source
    for target, source in sources.items():
        seen = len(_places(source, target, pair))
        if seen > wanted[target]:
            yield Finding(ID, Severity.WARNING, f"{target} stands {seen} times, the terms ask for {wanted[target]}")


def _places(source: str, target: str, pair: Pair) -> list[Span]:
    """Where a term's translation stands, in any form, except inside the translation of another term."""
    term = Term(source, (target,), case=Case.FOLD if target.islower() else Case.EXACT)
    others = []
    for use in pair.terms:
        if use.target_span and use.target != target:
            others.append(use.target_span)
    places = []
    for start, end, _ in occurrences(pair.target, Match(0, 0, source, term)):
        place = Span(start, end)
        if not any(place.overlaps(other) for other in others):
            places.append(place)
    return places

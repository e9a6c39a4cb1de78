"""Several entries for one source word: within one list a conflict, between two lists an override."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from glossary.problem import Problem, ProblemSeverity
from glossary.source.tokens import folded, plain
from glossary.term import Case, Glossary, Term

MAX_SHOWN = 20  # overrides that are told one by one; the others are counted

Identity = tuple[str, str]  # whether case counts, and the spelling


def identities(spelling: str, case: Case) -> list[Identity]:
    """What two spellings share if both would be found in the same text.

    That is the spelling as it is written and, where case does not count, the same in small letters.
    """
    as_written = ("exact", plain(spelling))
    if case is Case.EXACT:
        return [as_written]
    return [as_written, ("any", folded(spelling))]


def conflicts(terms: Iterable[Term]) -> Iterator[Problem]:
    """The errors of a list that are seen only between its columns or its rows.

    An entry in force is wrong if it forbids a translation that it also accepts, or if an earlier entry has the same
    source or variant with another translation.
    """
    owners: dict[Identity, Term] = {}
    for term in terms:
        if not term.in_force:
            continue
        contradiction = _contradiction(term)
        if contradiction:
            yield Problem(ProblemSeverity.ERROR, term.origin, contradiction)
        conflict = _conflict(term, owners)
        if conflict:
            yield Problem(ProblemSeverity.ERROR, term.origin, conflict)


def _contradiction(term: Term) -> str:
    """A message if the entry both forbids and accepts a translation; else the empty string."""
    if not term.forbidden:
        return ""
    same = plain if term.case is Case.EXACT else folded
    accepted = set(map(same, term.targets))
    for target in term.forbidden:
        if same(target) in accepted:
            return f"{target!r} is forbidden for {term.source!r}, and it is accepted; keep it in one of the columns"
    return ""


def _conflict(term: Term, owners: dict[Identity, Term]) -> str:
    """Enter the spellings of `term` into `owners`. A message if an earlier term has one of them; else empty."""
    for identity, spelling in _claims(term):
        other = owners.setdefault(identity, term)
        if other.targets == term.targets:
            continue
        here, there = _targets(term), _targets(other)
        seen = f"{spelling!r} is {here} here, but {there} at {other.origin}"
        return f"{seen}; keep one row, with | between the translations to accept"
    return ""


def merge(glossaries: Sequence[Glossary]) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    """The terms in force of all lists, and the notices: one for every spelling that a later list overrides.

    A spelling belongs to the last list that has it. An earlier entry loses it: the whole entry goes if the spelling is
    its source, else only that variant.
    """
    merged: list[Term] = []
    notices: list[str] = []
    overrides: list[str] = []
    for glossary in glossaries:
        notices += glossary.notices
        added = []
        for term in glossary.terms:
            if term.in_force:
                added.append(term)
        merged = _without_overridden(merged, added, overrides) + added
    hidden = len(overrides) - MAX_SHOWN
    notices += overrides[:MAX_SHOWN]
    if hidden > 0:
        notices.append(f"... and {hidden} more overrides")
    return tuple(merged), tuple(notices)


def _without_overridden(terms: Sequence[Term], added: Sequence[Term], overrides: list[str]) -> list[Term]:
    """What is left of `terms` when `added` come after them. Each override is told in `overrides`."""
    owners: dict[Identity, Term] = {}
    for term in added:
        for identity, _ in _claims(term):
            owners.setdefault(identity, term)
    left = []
    for term in terms:
        lost = _lost_spellings(term, owners)
        for spelling, winner in lost.items():
            if winner.targets != term.targets:
                overrides.append(_override(spelling, term, winner))
        if not lost:
            left.append(term)
        elif term.source not in lost:
            variants = tuple(variant for variant in term.variants if variant not in lost)
            left.append(replace(term, variants=variants))
    return left


def _lost_spellings(term: Term, owners: dict[Identity, Term]) -> dict[str, Term]:
    """The spellings of `term` that others own, each with its owner."""
    lost = {}
    for identity, spelling in _claims(term):
        owner = owners.get(identity)
        if owner is not None:
            lost[spelling] = owner
    return lost


def _claims(term: Term) -> Iterator[tuple[Identity, str]]:
    for spelling in (term.source, *term.variants):
        for identity in identities(spelling, term.case):
            yield identity, spelling


def _override(spelling: str, term: Term, winner: Term) -> str:
    return f"{winner.origin}: {spelling!r} is {_targets(winner)}, which overrides {_targets(term)} of {term.origin}"


def _targets(term: Term) -> str:
    return repr("|".join(term.targets))

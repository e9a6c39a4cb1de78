"""Several entries for one source: a conflict within a list, an override between lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from glossary.problem import Problem, ProblemSeverity
from glossary.source.tokens import folded, plain
from glossary.term import Case, Glossary, Term

SHOWN = 20  # overrides that are told one by one

_Identity = tuple[str, str]


def identities(spelling: str, case: Case) -> list[_Identity]:
    """What two spellings share where they claim the same text: what is written or, where case is free, that folded."""
    written = ("exact", plain(spelling))
    return [written] if case is Case.EXACT else [written, ("any", folded(spelling))]


def conflicts(terms: Iterable[Term]) -> Iterator[Problem]:
    """An error for every entry in force that forbids what it accepts, or whose source or variant an earlier entry
    translates otherwise."""
    claimed: dict[_Identity, Term] = {}
    for term in terms:
        if not term.in_force:
            continue
        if term.forbidden and (accepted := _forbidden_and_accepted(term)):
            message = (
                f"{accepted!r} is forbidden for {term.source!r}, and it is accepted; keep it in one of the columns"
            )
            yield Problem(ProblemSeverity.ERROR, term.origin, message)
        for identity, spelling in _claims(term):
            other = claimed.setdefault(identity, term)
            if other.targets != term.targets:
                message = (
                    f"{spelling!r} is {_targets(term)} here, but {_targets(other)} at {other.origin}; "
                    "keep one row, with | between the translations to accept"
                )
                yield Problem(ProblemSeverity.ERROR, term.origin, message)
                break


def merge(glossaries: Sequence[Glossary]) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    """The terms in force of all lists, and a notice for every spelling that a later list translates otherwise.

    A spelling belongs to the last list that has it: an earlier entry loses such a variant, or goes with its source.
    """
    terms: list[Term] = []
    notices: list[str] = []
    for glossary in glossaries:
        in_force = [term for term in glossary.terms if term.in_force]
        claimed = {identity: term for term in reversed(in_force) for identity, _ in _claims(term)}
        left = []
        for term in terms:
            lost = {spelling: claimed[identity] for identity, spelling in _claims(term) if identity in claimed}
            notices += [_override(spelling, term, by) for spelling, by in lost.items() if by.targets != term.targets]
            if term.source not in lost:
                left.append(replace(term, variants=tuple(v for v in term.variants if v not in lost)) if lost else term)
        terms = left + in_force
    more = [f"... and {len(notices) - SHOWN} more overrides"] if len(notices) > SHOWN else []
    told = [notice for glossary in glossaries for notice in glossary.notices]
    return tuple(terms), (*told, *notices[:SHOWN], *more)


def _claims(term: Term) -> Iterator[tuple[_Identity, str]]:
    for spelling in (term.source, *term.variants):
        for identity in identities(spelling, term.case):
            yield identity, spelling


def _forbidden_and_accepted(term: Term) -> str:
    """A translation that the entry both forbids and accepts; empty where there is none."""
    same = plain if term.case is Case.EXACT else folded
    accepted = {same(target) for target in term.targets}
    return next((target for target in term.forbidden if same(target) in accepted), "")


def _override(spelling: str, term: Term, by: Term) -> str:
    return f"{by.origin}: {spelling!r} is {_targets(by)}, which overrides {_targets(term)} of {term.origin}"


def _targets(term: Term) -> str:
    return repr("|".join(term.targets))

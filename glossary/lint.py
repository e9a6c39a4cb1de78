"""What a person should look at in a term list: what makes it unusable, and what is probably not meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from glossary.files import read
from glossary.merging import conflicts, identities
from glossary.problem import Problem, ProblemSeverity, line_of
from glossary.source.spellings import NUMBER
from glossary.source.tokens import key, without_addresses
from glossary.source.unit_numbers import filled
from glossary.term import Case, Glossary, Term
from glossary.word_lists import words

Spells = Callable[[str], bool]  # can the model write a text?

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_OPEN = re.compile(r"#(?:th)?(?!\w)")
_SPACES = re.compile(r"\s{2,}|^\s|\s$")


def lint(glossary: Glossary, spells: Spells | None = None) -> list[Problem]:
    """The problems of a term list, in its order. Errors are what `load` refuses; warnings it lets pass.

    spells: can the model write a translation? None where no model is asked.
    """
    found = [*conflicts(glossary.terms), *_repetitions(glossary)]
    checks: list[Callable[[Term], Iterator[str]]] = [*_CHECKS]
    if spells:
        checks.append(partial(_unspellable, spells))
    for term in glossary.terms:
        found += [Problem(ProblemSeverity.WARNING, term.origin, message) for check in checks for message in check(term)]
    first = glossary.terms[0] if glossary.terms else None
    if first and {first.source.casefold(), *map(str.casefold, first.targets)} & {
        "source",
        "target",
        "sumber",
        "sasaran",
    }:
        message = (
            f"{first.source!r}, {first.targets[0]!r} looks like a header; a header holds both `source` and `target`"
        )
        found.append(Problem(ProblemSeverity.WARNING, first.origin, message))
    if not glossary.terms:
        found.append(Problem(ProblemSeverity.WARNING, glossary.name, "no terms"))
    place = {term.origin: place for place, term in enumerate(glossary.terms)}
    return sorted(found, key=lambda problem: (place.get(problem.origin, -1), problem.severity))


def lint_file(path: Path, spells: Spells | None = None) -> list[Problem]:
    """The problems of the list at `path`, broken rows included, by line. Raises GlossaryError if unreadable."""
    glossary, errors = read(path)
    warnings = [problem for problem in lint(glossary, spells) if problem.severity is ProblemSeverity.WARNING]
    guessed = [
        Problem(ProblemSeverity.WARNING, str(path), notice.removeprefix(f"{path}: ")) for notice in glossary.notices
    ]
    return sorted(guessed + errors + (warnings if glossary.terms or not errors else []), key=line_of)


def _repetitions(glossary: Glossary) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], Term] = {}
    for term in glossary.terms:
        other = seen.setdefault(key(term.source), term)
        if other is term:
            continue
        if term.targets != other.targets and conflicts([other, term]):
            continue  # an error already
        if other.source == term.source:
            message = f"{term.source!r} stands at {other.origin} already; one of the two rows can go"
        elif other.source.casefold() != term.source.casefold():
            message = (
                f"{term.source!r} is found where {other.source!r} at {other.origin} is; one of the two rows can go"
            )
        else:
            message = f"{term.source!r} differs from {other.source!r} at {other.origin} only in case"
        yield Problem(ProblemSeverity.WARNING, term.origin, message)


def _short(term: Term) -> Iterator[str]:
    for spelling in (term.source, *term.variants):
        if len(spelling) == 1:
            yield f"{spelling!r} is a single character: it will be found where it is not meant"


def _untidy(term: Term) -> Iterator[str]:
    for text in (term.source, *term.targets, *term.variants):
        if _CONTROL.search(text):
            yield f"{text!r} holds a control character"
        elif _SPACES.search(text):
            yield f"{text!r} holds more white space than one blank between words"


def _unreachable(term: Term) -> Iterator[str]:
    for spelling in (term.source, *term.variants):
        if without_addresses(spelling) != spelling:
            yield f"{spelling!r} holds a URL or an e-mail address, where no term is looked for"
    for spelling in (term.source, *term.variants, *term.targets):
        if not any(map(str.isalnum, spelling)):
            yield f"{spelling!r} holds no letter and no digit"
    if "|" in term.source:
        yield f"{term.source!r} holds |, which separates nothing in a source: put other spellings under variants"


def _common(term: Term) -> Iterator[str]:
    for spelling in (term.source, *term.variants):
        word = spelling if term.case is Case.EXACT else spelling.casefold()
        if word in words("common_indonesian"):
            yield f"{spelling!r} is a very common Indonesian word: it will be found where it is not meant"
    for target in term.targets:
        word = target if term.case is Case.EXACT else target.casefold()
        if word in words("common_english"):
            yield f"{target!r} is a very common English word: where it stands says nothing about the term"


def _english(term: Term) -> Iterator[str]:
    """A source that is in English already: the columns may have been exchanged."""
    spelled = [word for spelling in (term.source, *term.variants) for word in spelling.casefold().split()]
    if not term.kept and (found := [word for word in spelled if word in words("english_only")]):
        yield f"{found[0]!r} is English: have source and target changed places?"


def _without_effect(term: Term) -> Iterator[str]:
    if term.verb and not term.source.split()[0].islower():
        yield f"{term.source!r} is marked as a verb, but forms are made of roots in small letters only"
    if NUMBER not in term.source and any(_OPEN.search(target) for target in term.targets):
        yield f"a translation of {term.source!r} leaves a number open, but its source has no {NUMBER}"


def _unspellable(spells: Spells, term: Term) -> Iterator[str]:
    for target in filled(term, "1").targets:
        if not spells(target):
            yield f"{target!r} cannot be written by the model: it will be put in afterwards"


def _itself(term: Term) -> Iterator[str]:
    same = [target for target in term.targets if target.casefold() == term.source.casefold()]
    if same and term.case is not Case.EXACT and not term.kept:
        yield f"{term.source!r} is also its own translation {same[0]!r}: case `exact` says which letters are capitals"


def _idle_variants(term: Term) -> Iterator[str]:
    found = {identities(term.source, term.case)[-1]}
    for variant in term.variants:
        identity = identities(variant, term.case)[-1]
        if identity in found:
            yield f"variant {variant!r} is found without being listed: it equals the source or another variant"
        found.add(identity)


_CHECKS: tuple[Callable[[Term], Iterator[str]], ...] = (
    *(_short, _untidy, _unreachable, _common, _english, _without_effect, _itself, _idle_variants),
)

"""What a person should look at in a term list: what makes it unusable, and what is probably not meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

from glossary.files import read
from glossary.merging import conflicts, identities
from glossary.problem import Problem, ProblemSeverity, line_of
from glossary.source.spellings import NUMBER
from glossary.source.tokens import key, without_addresses
from glossary.source.unit_numbers import filled
from glossary.term import Case, Glossary, Term, TermKind
from glossary.word_lists import words

CanWrite = Callable[[str], bool]  # can the model write this text?
TermCheck = Callable[[Term], Iterator[str]]  # yields a message for each thing to look at

_ARTICLE = re.compile(r"(?:the|an?) ")  # The Hague has a capital
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_OPEN_NUMBER = re.compile(r"#(?:th)?(?!\w)")
_SPACES = re.compile(r"\s{2,}|^\s|\s$")
_VERB = re.compile(r"(?:me|di)\w{3,}kan")
_HEADER_WORDS = {"source", "target", "sumber", "sasaran"}


def lint(glossary: Glossary, spells: CanWrite | None = None) -> list[Problem]:
    """The problems of a term list, in its order. Errors are what `load` refuses; warnings are let pass.

    spells: can the model write a translation? None where no model is asked.
    """
    found = list(conflicts(glossary.terms))
    found += _repetitions(glossary)
    checks = list(_CHECKS)
    if spells is not None:
        checks.append(partial(_unspellable, spells))
    for term, check in product(glossary.terms, checks):
        found += [_warning(term.origin, message) for message in check(term)]
    if glossary.terms:
        found += _header_as_term(glossary.terms[0])
    else:
        found.append(_warning(glossary.name, "no terms"))
    places = {term.origin: place for place, term in enumerate(glossary.terms)}
    return sorted(found, key=lambda problem: (places.get(problem.origin, -1), problem.severity))


def lint_file(path: Path, spells: CanWrite | None = None) -> list[Problem]:
    """The problems of the list at `path`, broken rows included, by line. Raises GlossaryError if it is unreadable."""
    glossary, found = read(path)
    nothing_is_sound = bool(found) and not glossary.terms
    if not nothing_is_sound:
        found += [each for each in lint(glossary, spells) if each.severity is ProblemSeverity.WARNING]
    notices = [_warning(str(path), notice.removeprefix(f"{path}: ")) for notice in glossary.notices]
    return sorted(notices + found, key=line_of)


def _warning(origin: str, message: str) -> Problem:
    return Problem(ProblemSeverity.WARNING, origin, message)


def _header_as_term(first: Term) -> list[Problem]:
    """A warning if the first term of a list looks like the names of its columns."""
    cells = {first.source.casefold(), *map(str.casefold, first.targets)}
    if cells.isdisjoint(_HEADER_WORDS):
        return []
    seen = f"{first.source!r}, {first.targets[0]!r} looks like a header"
    return [_warning(first.origin, f"{seen}; a header holds both `source` and `target`")]


def _repetitions(glossary: Glossary) -> Iterator[Problem]:
    """Entries that are found at the same places as an earlier one."""
    first_of: dict[tuple[str, ...], Term] = {}
    for term in glossary.terms:
        other = first_of.setdefault(key(term.source), term)
        if other is not term and not _in_conflict(other, term):
            yield _warning(term.origin, _repetition(other, term))


def _in_conflict(other: Term, term: Term) -> bool:
    """Are the two an error already?"""
    if term.targets == other.targets:
        return False
    return any(conflicts([other, term]))


def _repetition(other: Term, term: Term) -> str:
    there = f"at {other.origin}"
    if other.source == term.source:
        return f"{term.source!r} stands {there} already; one of the two rows can go"
    if other.source.casefold() == term.source.casefold():
        return f"{term.source!r} differs from {other.source!r} {there} only in case"
    return f"{term.source!r} is found where {other.source!r} {there} is; one of the two rows can go"


def _spellings(term: Term) -> tuple[str, ...]:
    return (term.source, *term.variants)


def _short(term: Term) -> Iterator[str]:
    for spelling in _spellings(term):
        if len(spelling) == 1:
            yield f"{spelling!r} is a single character: it will be found where it is not meant"


def _untidy(term: Term) -> Iterator[str]:
    for text in (term.source, *term.targets, *term.variants):
        if _CONTROL.search(text):
            yield f"{text!r} holds a control character"
        elif _SPACES.search(text):
            yield f"{text!r} holds more white space than one blank between words"


def _unreachable(term: Term) -> Iterator[str]:
    for spelling in _spellings(term):
        if without_addresses(spelling) != spelling:
            yield f"{spelling!r} holds a URL or an e-mail address, where no term is looked for"
    for text in (*_spellings(term), *term.targets):
        has_content = any(map(str.isalnum, text))
        if not has_content:
            yield f"{text!r} holds no letter and no digit"
    if "|" in term.source:
        yield f"{term.source!r} holds |, which separates nothing in a source: put other spellings under variants"


def _common(term: Term) -> Iterator[str]:
    written = str if term.case is Case.EXACT else str.casefold
    for spelling in _spellings(term):
        if written(spelling) in words("common_indonesian"):
            yield f"{spelling!r} is a very common Indonesian word: it will be found where it is not meant"
    for target in term.targets:
        if written(target) in words("common_english"):
            yield f"{target!r} is a very common English word: where it stands says nothing about the term"


def _english(term: Term) -> Iterator[str]:
    """A source that is in English already: the columns may have been exchanged."""
    if term.kept:
        return
    for word in " ".join(_spellings(term)).casefold().split():
        if word in words("english_only"):
            yield f"{word!r} is English: have source and target changed places?"
            return


def _without_effect(term: Term) -> Iterator[str]:
    if term.verb:
        root = term.source.split()[0]
        if not root.islower():
            yield f"{term.source!r} is marked as a verb, but forms are made of roots in small letters only"
    leave_open = [_OPEN_NUMBER.search(target) is not None for target in term.targets]
    if NUMBER not in term.source:
        if any(leave_open):
            yield f"a translation of {term.source!r} leaves a number open, but its source has no {NUMBER}"
    elif not all(leave_open):
        yield f"a translation of {term.source!r} has no {NUMBER}: the number would be lost"


def _unspellable(spells: CanWrite, term: Term) -> Iterator[str]:
    for target in filled(term, "1").targets:
        if not spells(target):
            yield f"{target!r} cannot be written by the model: it will be put in afterwards"


def _lacks_verb(term: Term) -> Iterator[str]:
    """An inflected verb that is found in this form alone, and whose English is not inflected."""
    if term.verb or term.case is Case.EXACT:
        return
    target = term.targets[0]
    if _VERB.fullmatch(term.source) and target.islower() and target.isalpha() and not target.endswith("ing"):
        seen = f"{term.source!r} looks like a form of a verb, of which only this form is found"
        yield f"{seen} and put as {target!r}: list the root, with verb `yes`"


def _itself(term: Term) -> Iterator[str]:
    """A term that is its own translation but for capitals, where the list does not say which capitals are meant."""
    if term.kept or term.case is Case.EXACT:
        return
    source = term.source.casefold()
    for target in term.targets:
        if target.casefold() == source:
            seen = f"{term.source!r} is also its own translation {target!r}"
            yield f"{seen}: case `exact` says which letters are capitals"
            return


def _begins_with_article(term: Term) -> Iterator[str]:
    """A translation that cannot stand behind a number or an adjective. A phrase (the next day) seldom does."""
    target = term.targets[0]
    if term.kind is not TermKind.PHRASE and _ARTICLE.match(target):
        seen = f"{target!r} begins with an article"
        yield f"{seen}: behind another word it reads badly (three {target} ...); it is better listed without"


def _idle_variants(term: Term) -> Iterator[str]:
    found = {identities(term.source, term.case)[-1]}
    for variant in term.variants:
        identity = identities(variant, term.case)[-1]
        if identity in found:
            yield f"variant {variant!r} is found without being listed: it equals the source or another variant"
        found.add(identity)


_CHECKS: tuple[TermCheck, ...] = (
    _short,
    _untidy,
    _unreachable,
    _common,
    _english,
    _without_effect,
    _lacks_verb,
    _itself,
    _begins_with_article,
    _idle_variants,
)

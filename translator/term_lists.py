"""The term lists of a run, read and merged. An error in a list becomes a TermListError, with its exit code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import glossary
from glossary import (
    Abbreviations,
    Case,
    EnglishSpelling,
    GlossaryError,
    Matcher,
    Term,
    abbreviation_in_english,
    abbreviations_kept,
    in_spelling,
)
from translator.errors import TermListError


class TermLists(NamedTuple):
    """The terms of a run.

    terms: of the user's lists. defaults: of the built-in lists, which give way to them. notices: for the user.
    """

    terms: tuple[Term, ...] = ()
    defaults: tuple[Term, ...] = ()
    notices: tuple[str, ...] = ()

    def matchers(self) -> tuple[Matcher, Matcher]:
        """What finds the terms as the lists say, and what finds them in any case, for text in capitals."""
        as_listed = Matcher(self.terms, self.defaults)
        in_any_case = Matcher(map(_in_any_case, self.terms), map(_in_any_case, self.defaults))
        return as_listed, in_any_case


def _in_any_case(term: Term) -> Term:
    return replace(term, case=Case.FOLD)


def load(paths: Sequence[Path]) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    """The terms of all the lists, the later ones winning, and a line for each entry that another list overrides.

    paths: files, or names of built-in lists. Raises TermListError.
    """
    try:
        return glossary.merge([glossary.load(glossary.locate(path)) for path in paths])
    except GlossaryError as error:
        raise TermListError(error.message, error.hint) from error


def in_force(
    glossaries: Sequence[Path],
    default_lists: Sequence[Path],
    abbreviations: Abbreviations = Abbreviations.ENGLISH,
    spelling: EnglishSpelling | None = None,
) -> TermLists:
    """The terms of a run. The user's lists stand as they are. Raises TermListError.

    abbreviations: what becomes of those of the built-in lists. spelling: of their English; None: as they have it.
    """
    terms, notices = load(glossaries)
    defaults, _ = load(default_lists)
    defaults = tuple(map(abbreviation_in_english, defaults))
    if abbreviations == Abbreviations.KEEP:
        defaults = tuple(abbreviations_kept(defaults))
    if spelling:
        defaults = tuple([in_spelling(term, spelling) for term in defaults])
    return TermLists(terms, tuple([_named(term) for term in defaults]), notices)


def _named(term: Term) -> Term:
    """A term of a built-in list, with the name of that list: its file's without the suffix."""
    file = term.origin.rpartition(":")[0]
    return replace(term, term_list=_stem(file))


@cache
def _stem(file: str) -> str:
    return Path(file).stem


def deciding_fields(term: Term) -> tuple[object, ...]:
    """The fields of a term that can change a translation."""
    forms = term.forbidden, term.plural, term.verb, term.needs
    return term.source, term.targets, str(term.kind), term.case.value, term.variants, *forms

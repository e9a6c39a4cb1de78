"""The term lists of a run, read and merged. An error in a list becomes a TermListError, with its exit code.

Large lists are kept between runs as they were read, so that the next run parses only the terms that its texts have.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import glossary
from glossary import (
    Abbreviations,
    EnglishSpelling,
    GlossaryError,
    IndexedTerms,
    Matcher,
    Term,
    abbreviation_in_english,
    abbreviations_kept,
    in_spelling,
    indexed,
)
from translator import kept_files
from translator.errors import TermListError
from translator.rules import rules_signature

# Terms: fewer are read from their files in less than 15 ms, so nothing is kept of them.
LEAST_KEPT = 1000


class TermLists(NamedTuple):
    """The terms of a run.

    terms: of the user's lists. defaults: of the built-in lists, which give way to them. notices: for the user.
    """

    terms: Sequence[Term] = ()
    defaults: Sequence[Term] = ()
    notices: tuple[str, ...] = ()

    def matchers(self) -> tuple[Matcher, Matcher]:
        """What finds the terms as the lists say, and what finds them in any case, for text in capitals."""
        groups = indexed(self.terms), indexed(self.defaults)
        return Matcher(*groups), Matcher(*groups, any_case=True)


class _ReadTerms(NamedTuple):
    """Terms as they were read from files, and what there is to say about them."""

    terms: IndexedTerms
    notices: tuple[str, ...]


def load(paths: Sequence[Path]) -> tuple[IndexedTerms, tuple[str, ...]]:
    """The terms of all the lists, the later ones winning, and a line for each entry that another list overrides.

    paths: files, or names of built-in lists. Raises TermListError.
    """
    return _kept(paths, "as listed", lambda terms: terms)


def in_force(
    glossaries: Sequence[Path],
    default_lists: Sequence[Path],
    abbreviations: Abbreviations = Abbreviations.ENGLISH,
    spelling: EnglishSpelling | None = None,
) -> TermLists:
    """The terms of a run. The user's lists stand as they are. Raises TermListError.

    abbreviations: what becomes of those of the built-in lists. spelling: of their English; None: as they have it.
    """

    def as_chosen(defaults: Iterable[Term]) -> Iterable[Term]:
        defaults = map(abbreviation_in_english, defaults)
        if abbreviations == Abbreviations.KEEP:
            defaults = abbreviations_kept(tuple(defaults))
        if spelling:
            defaults = [in_spelling(term, spelling) for term in defaults]
        return map(_named, defaults)

    terms, notices = load(glossaries)
    defaults, _ = _kept(default_lists, f"{abbreviations} {spelling}", as_chosen)
    return TermLists(terms, defaults, notices)


def _kept(paths: Sequence[Path], form: str, made: Callable[[Iterable[Term]], Iterable[Term]]) -> _ReadTerms:
    """The terms of the lists as `made` makes them, from an earlier run if the files are the same.

    form: what tells this making from others. Raises TermListError.
    """
    try:
        files = list(map(glossary.locate, paths))
    except GlossaryError as error:
        raise TermListError(error.message, error.hint) from error
    name = _name(files, form)
    content = kept_files.load(name) if name else None
    if content is not None:
        return _from_bytes(content)
    terms, notices = _read(files)
    found = _ReadTerms(indexed(made(terms)), notices)
    if len(terms) >= LEAST_KEPT and name == _name(files, form):  # no file has changed while it was read
        kept_files.keep(name, _to_bytes(found))
    return found


def _read(files: Sequence[Path]) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    try:
        return glossary.merge(list(map(glossary.load, files)))
    except GlossaryError as error:
        raise TermListError(error.message, error.hint) from error


def _name(files: Sequence[Path], form: str) -> str:
    """Under which the terms of these files are kept: their names, which messages tell, what they hold, and the rules.

    Empty where a file cannot be read; to read it as a list says why.
    """
    digest = hashlib.sha256(f"{rules_signature()} {form}".encode())
    try:
        for file in files:
            if not file.is_file():
                return ""
            digest.update(repr((str(file), hashlib.sha256(file.read_bytes()).digest())).encode())
    except OSError:
        return ""
    return digest.hexdigest()


def _to_bytes(found: _ReadTerms) -> bytes:
    return json.dumps(found.notices).encode("ascii") + b"\n" + found.terms.to_bytes()


def _from_bytes(content: bytes) -> _ReadTerms:
    notices, _, terms = content.partition(b"\n")
    return _ReadTerms(glossary.from_bytes(terms), tuple(json.loads(notices)))


def _named(term: Term) -> Term:
    """A term of a built-in list, with the name of that list: its file's without the suffix."""
    file = term.origin.rpartition(":")[0]
    return replace(term, term_list=_stem(file))


@cache
def _stem(file: str) -> str:
    return Path(file).stem

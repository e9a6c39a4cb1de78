"""Term lists in files: one module per format, each with `read(path)` and `render(terms)`.

A new format is a module and a line here.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from glossary.bulk import in_bulk
from glossary.problem import Problem, refuse
from glossary.term import Glossary, GlossaryError, Term


class TermFile(Protocol):
    """What a format's module offers."""

    def read(self, path: Path) -> tuple[Glossary, list[Problem]]:
        """The list at `path`: its sound rows, and what is wrong with the others. Raises OSError."""

    def render(self, terms: Sequence[Term]) -> tuple[bytes, list[Problem]]:
        """The list as a file, and a warning for each thing that it cannot hold."""


# by their suffix, each the name of a module that is loaded when it is needed
FORMATS = {".tsv": "tsv", ".csv": "csv", ".txt": "omegat", ".utf8": "omegat", ".tbx": "tbx"}


def format_of(path: Path) -> TermFile:
    """The module for a file of this name. Raises GlossaryError for a suffix that no format has."""
    name = FORMATS.get(path.suffix.lower())
    if name is None:
        known = ", ".join(FORMATS)
        close = get_close_matches(path.suffix.lower(), FORMATS, n=1)
        guess = f"did you mean {close[0]}? " if close else ""
        message = f"{path}: no glossary format has the suffix {path.suffix!r}"
        raise GlossaryError(message, f"{guess}known suffixes: {known}")
    return cast(TermFile, import_module(f"glossary.files.{name}"))


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The term list at `path` as far as it can be read, and its problems by line.

    Raises GlossaryError for a file that cannot be opened or whose suffix no format has.
    """
    format_ = format_of(path)
    if path.exists() and not path.is_file():
        raise GlossaryError(f"{path}: cannot be read: it is no regular file", "check the path after -g")
    try:
        with in_bulk():
            return format_.read(path)
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read: {error.strerror or error}", "check the path after -g") from error


def render(terms: Sequence[Term], path: Path, harmless: bool = True) -> tuple[bytes, list[Problem]]:
    """The list as a file of the name `path`, and a warning for each thing that such a file cannot hold.

    harmless: in CSV, guard the cells that a spreadsheet would take for formulas. Raises GlossaryError.
    """
    format_ = format_of(path)
    if not harmless and FORMATS[path.suffix.lower()] == "csv":
        from glossary.files import csv

        return csv.render(terms, harmless)
    return format_.render(terms)


def load(path: Path) -> Glossary:
    """The term list at `path`. Raises GlossaryError, which names every row that is wrong, up to 20."""
    glossary, problems = read(path)
    refuse(problems)
    return glossary

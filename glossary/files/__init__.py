"""Term lists in files: one module for each format, with a function `read(path)` and a function `render(terms)`.

A new format is a new module and a line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from glossary.garbage_collection import paused_garbage_collection
from glossary.problem import Problem, refuse
from glossary.term import Glossary, GlossaryError, Term


class TermFile(Protocol):
    """What the module of a format offers."""

    def read(self, path: Path) -> tuple[Glossary, list[Problem]]:
        """The list at `path`: its sound rows, and what is wrong with the others. Raises OSError."""

    def render(self, terms: Sequence[Term]) -> tuple[bytes, list[Problem]]:
        """The bytes of a file with these terms, and a warning for each thing that the format cannot hold."""


# The module of each file suffix. It is loaded when it is needed.
FORMATS = {".tsv": "tsv", ".csv": "csv", ".txt": "omegat", ".utf8": "omegat", ".tbx": "tbx"}


def format_of(path: Path) -> TermFile:
    """The module for a file of this name. Raises GlossaryError for a suffix that no format has."""
    suffix = path.suffix.lower()
    name = FORMATS.get(suffix)
    if name is not None:
        return cast(TermFile, import_module(f"glossary.files.{name}"))
    hint = f"known suffixes: {', '.join(FORMATS)}"
    close = get_close_matches(suffix, FORMATS, n=1)
    if close:
        hint = f"did you mean {close[0]}? {hint}"
    raise GlossaryError(f"{path}: no glossary format has the suffix {path.suffix!r}", hint)


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The term list at `path` as far as it can be read, and its problems by line.

    Raises GlossaryError for a file that cannot be opened or whose suffix no format has.
    """
    format_ = format_of(path)
    hint = "check the path after -g"
    if path.exists() and not path.is_file():
        raise GlossaryError(f"{path}: cannot be read: it is no regular file", hint)
    try:
        with paused_garbage_collection():
            return format_.read(path)
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read: {error.strerror or error}", hint) from error


def render(terms: Sequence[Term], path: Path, harmless: bool = True) -> tuple[bytes, list[Problem]]:
    """The bytes of a file named `path` with these terms, and a warning for each thing that such a file cannot hold.

    harmless: in CSV, mark the cells that a spreadsheet would take for formulas. Raises GlossaryError for a suffix that
    no format has.
    """
    format_ = format_of(path)
    is_csv = path.suffix.lower() == ".csv"
    if is_csv and not harmless:
        from glossary.files import csv

        return csv.render(terms, harmless)
    return format_.render(terms)


def load(path: Path) -> Glossary:
    """The term list at `path`. Raises GlossaryError, which names every wrong row, up to 20 of them."""
    glossary, problems = read(path)
    refuse(problems)
    return glossary

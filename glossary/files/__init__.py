"""Term lists in files: one module per format, each with `read(path)`. A new format is a module and a line here."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from glossary.files import tsv
from glossary.problem import Problem, refuse
from glossary.term import Glossary, GlossaryError


class TermFile(Protocol):
    """What a format's module offers."""

    def read(self, path: Path) -> tuple[Glossary, list[Problem]]:
        """The list at `path`: its sound rows, and what is wrong with the others. Raises OSError."""


FORMATS: dict[str, TermFile] = {
    ".tsv": tsv,
    ".txt": tsv,  # OmegaT's names
    ".utf8": tsv,
}


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The term list at `path` as far as it can be read, and its problems by line.

    Raises GlossaryError for a file that cannot be opened or whose suffix no format has.
    """
    format_ = FORMATS.get(path.suffix.lower())
    if format_ is None:
        known = ", ".join(FORMATS)
        raise GlossaryError(f"{path}: no glossary format has the suffix {path.suffix!r}", f"known suffixes: {known}")
    if path.exists() and not path.is_file():
        raise GlossaryError(f"{path}: cannot be read: it is no regular file", "check the path after -g")
    try:
        return format_.read(path)
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read: {error.strerror or error}", "check the path after -g") from error


def load(path: Path) -> Glossary:
    """The term list at `path`. Raises GlossaryError, which names every row that is wrong, up to 20."""
    glossary, problems = read(path)
    refuse(problems)
    return glossary

"""The built-in term lists: those that come with Padan. Each has the name of its file in the folder `data`."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from glossary.term import GlossaryError

FOLDER = Path(__file__).parent / "data"
DEFAULT = ("general", "places", "organisations", "military")  # each of them raises chrF2++: docs/benchmarks.md


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """The names of the built-in lists, sorted."""
    return tuple(sorted(path.stem for path in folder.glob("*.tsv")))


def default_lists(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files of the built-in lists that a translation uses unless the user says otherwise."""
    return tuple(folder / f"{name}.tsv" for name in DEFAULT)


def is_name(glossary: str | Path) -> bool:
    """Is this the name of a built-in list, and not the path of a file? A file has a suffix or a folder."""
    path = Path(glossary)
    if not path.name or path.suffix:
        return False
    return path.name == str(path)


def locate(glossary: str | Path, folder: Path = FOLDER) -> Path:
    """The file of a list. A list is given by its path or, if it is a built-in one, by its name.

    Raises GlossaryError for a name that no built-in list has.
    """
    if not is_name(glossary):
        return Path(glossary)
    name = str(glossary)
    known = names(folder)
    if name in known:
        return folder / f"{name}.tsv"
    raise GlossaryError(f"{name}: no built-in glossary has this name", _hint(name, known))


def _hint(name: str, known: Sequence[str]) -> str:
    listed = ", ".join(known) or "none"
    hint = f"built-in: {listed}; a file is named with its suffix: {name}.tsv"
    close = get_close_matches(name.casefold(), known, n=1)
    if close:
        return f"did you mean {close[0]}? {hint}"
    return hint

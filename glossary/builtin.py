"""The term lists that come with Padan, each known by the name of its file in `data`."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from glossary.term import GlossaryError

FOLDER = Path(__file__).parent / "data"
DEFAULT = ("places", "organisations", "military")  # with each of them BLEU and chrF2++ rise: data/README.md


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """The lists on board."""
    return tuple(sorted(path.stem for path in folder.glob("*.tsv")))


def default_lists(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files of the lists that are in force by default."""
    return tuple(folder / f"{name}.tsv" for name in DEFAULT)


def is_name(glossary: str | Path) -> bool:
    """Is a list called by a name, and not by a file's? A file has a suffix or a folder."""
    path = Path(glossary)
    return bool(path.name) and not path.suffix and path.name == str(path)


def locate(glossary: str | Path, folder: Path = FOLDER) -> Path:
    """The file of a list that is called by its path, or by its name on board. Raises GlossaryError."""
    if not is_name(glossary):
        return Path(glossary)
    name, known = str(glossary), names(folder)
    if name in known:
        return folder / f"{name}.tsv"
    close = get_close_matches(name.casefold(), known, n=1)
    on_board = f"on board: {', '.join(known) or 'none'}"
    guess = f"did you mean {close[0]}? " if close else ""
    raise GlossaryError(
        f"{name}: no glossary on board has this name", f"{guess}{on_board}; a file is named with its suffix: {name}.tsv"
    )

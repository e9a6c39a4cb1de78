"""The word lists of this package: text files in the folder `data/words`, with `#` comments."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The words of the file `name`.txt, as they stand there: lower case, separated by white space."""
    return frozenset(" ".join(lines(name)).split())


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of the file `name`.txt, without comments and blank lines."""
    path = files("glossary").joinpath("data", "words", f"{name}.txt")
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            found.append(line)
    return tuple(found)

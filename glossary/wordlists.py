"""The study's own word lists: text files of words separated by white space, with `#` comments, beside this module."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """The words of the list `name`.txt, as they stand there: lower case."""
    lines = files("glossary").joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())

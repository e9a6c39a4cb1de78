"""The word lists of the two languages, as files in `words/`: one word list or one set of kinds per file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def lines(name: str) -> list[str]:
    """The lines of the word list `name`, without blank lines and comments (`#`)."""
    text = files("translator.language").joinpath("words", f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def kinds(name: str) -> dict[str, tuple[str, ...]]:
    """The words of a list whose lines are `kind: word word ...`, by their kind."""
    found: dict[str, list[str]] = {}
    for line in lines(name):
        kind, _, words = line.partition(":")
        found.setdefault(kind, []).extend(words.split())
    return {kind: tuple(words) for kind, words in found.items()}


@cache
def words(name: str, kind: str) -> frozenset[str]:
    """The words of one kind of a list."""
    return frozenset(kinds(name)[kind])

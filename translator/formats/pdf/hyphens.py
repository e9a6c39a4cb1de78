"""Words that a line end cuts: the hyphen goes where it stands only for the cut, and stays where the word has one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPEN = re.compile(r"\w[-/]\Z")
_CUT = re.compile(r"([^\W\d_]+)-\Z")
_REST = re.compile(r"[^\W\d_]+")
_COMMON = 3  # letters with which both halves of a doubled word begin or end: sayur-mayur, kapal-kapalnya, berlari-lari


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """The words of a document inside its lines, in small letters: those with hyphens, and those without."""

    hyphenated: Set[str]
    plain: Set[str]


def words_of(lines: Iterable[str]) -> WrittenWords:
    """The words in the lines, but for those at the edges of a line, which may be cut."""
    hyphenated: set[str] = set()
    plain: set[str] = set()
    for line in lines:
        for word in _WORD.findall(line.lower())[1:-1]:
            (hyphenated if "-" in word else plain).add(word)
    return WrittenWords(hyphenated, plain)


def joined_lines(before: str, after: str, words: WrittenWords) -> str:
    """Two lines of a paragraph as one; the first may be empty."""
    if not _OPEN.search(before):
        return f"{before} {after}".lstrip()
    cut = _CUT.search(before)
    rest = _REST.match(after)
    if cut is None or rest is None:
        return before + after
    if _keeps_hyphen(cut[1], rest[0], words):
        return before + after
    return before[:-1] + after


def _keeps_hyphen(left: str, right: str, words: WrittenWords) -> bool:
    """Has the word a hyphen of its own? left, right: what stands before and behind it."""
    if not right.islower():
        return True  # non-Muslim, KRI-Nanggala
    one, other = left.lower(), right.lower()
    if f"{one}-{other}" in words.hyphenated:
        return True
    if f"{one}{other}" in words.plain:
        return False
    if one[:_COMMON] == other[:_COMMON] or one[-_COMMON:] == other[-_COMMON:]:
        return True
    if other in one or one in other:
        return True
    return one in words.plain and other in words.plain

"""Names of people in a text: which words are listed as such, and when a listed word is one there.

Many such names are Indonesian words, too (Surya, Bunga), and some have an English form in old texts (Yusuf, Daud). The
words around them tell.
"""

from __future__ import annotations

import re
from functools import cache

from translator.language.morphology import is_root, is_word
from translator.language.word_lists import lines

_MAX_LOOK = 40  # characters before a word in which the name beside it is looked for
_BETWEEN = r"(?:,? dan |, | & | )"
_BEFORE = re.compile(rf"(?<![^\W\d_])([^\W\d_]+){_BETWEEN}\Z")
_BEHIND = re.compile(rf"{_BETWEEN}([^\W\d_]+)")
_ALONE = re.compile(r"(?<=[a-z] )[A-Z][^\W\d_]*(?! [A-Z])")


@cache
def listed() -> frozenset[str]:
    """The names that English copies."""
    return frozenset(" ".join(lines("indonesian_personal_names")).split())


def is_person(source: str, word: re.Match[str]) -> bool:
    """Is a word of a text the name of a person, which English copies?

    It is where it is listed and no Indonesian word, where another name stands beside it (Budi Santoso; Yusuf, Rahmat
    dan Lina), and where it stands inside a sentence without another capital beside it (kepada Surya).
    """
    if word[0] not in listed():
        if word[0] not in _with_english_forms():
            return False
        return _is_beside_a_name(source, word)
    if not is_root(word[0].casefold()) or _ALONE.match(source, word.start()):
        return True
    return _is_beside_a_name(source, word)


def _is_beside_a_name(source: str, word: re.Match[str]) -> bool:
    """Does another name, or a word with a capital that is no Indonesian one, stand right before or after?"""
    before = _BEFORE.search(source, max(0, word.start() - _MAX_LOOK), word.start())
    behind = _BEHIND.match(source, word.end())
    return any(map(_is_name, (before, behind)))


def _is_name(beside: re.Match[str] | None) -> bool:
    if beside is None:
        return False
    return _may_be_a_name(beside[1])


def _may_be_a_name(word: str) -> bool:
    if word in _with_english_forms():
        return False
    if word in listed():
        return True
    if not word.istitle():
        return False
    return not is_word(word.casefold())


@cache
def _with_english_forms() -> frozenset[str]:
    """Names that English writes otherwise in holy books and history (Yusuf, Joseph), but not for people of today."""
    return frozenset(" ".join(lines("personal_names_with_english_forms")).split())

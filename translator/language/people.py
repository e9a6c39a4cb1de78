"""Names of people in a text: which words are listed as such, and when a listed word is one there.

Many such names are Indonesian words, too (Surya, Bunga), and some have an English form in old texts (Yusuf, Daud). The
words around them tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from translator.language.morphology import is_root, is_word
from translator.language.word_lists import lines

_BETWEEN_NAMES = frozenset({" ", ", ", " dan ", ", dan ", " & "})


@cache
def listed() -> frozenset[str]:
    """The names that English copies."""
    return frozenset(" ".join(lines("indonesian_personal_names")).split())


def is_person(source: str, words: Sequence[re.Match[str]], number: int) -> bool:
    """Is the word with this number the name of a person, which English copies?

    It is where it is listed and no Indonesian word, where another name stands beside it (Budi Santoso; Yusuf, Rahmat
    dan Lina), and where it stands inside a sentence without another capital beside it (kepada Surya).
    """
    word = words[number][0]
    if word not in listed():
        return word in _with_english_forms() and _is_beside_a_person(source, words, number)
    if not is_root(word.casefold()):
        return True
    return _is_beside_a_person(source, words, number) or _stands_alone(source, words, number)


def _is_beside_a_person(source: str, words: Sequence[re.Match[str]], number: int) -> bool:
    """Does another name, or a word with a capital that is no Indonesian one, stand right before or after?"""
    for step in (-1, 1):
        other = number + step
        if 0 <= other < len(words) and words[other][0] in ("dan", "Dan"):
            other += step
        if not 0 <= other < len(words) or not _may_be_a_name(words[other][0]):
            continue
        first, last = sorted((number, other))
        if source[words[first].end() : words[last].start()] in _BETWEEN_NAMES:
            return True
    return False


def _may_be_a_name(word: str) -> bool:
    if word in listed() or word in _with_english_forms():
        return True
    return word.istitle() and not is_word(word.casefold())


def _stands_alone(source: str, words: Sequence[re.Match[str]], number: int) -> bool:
    """Does a word follow one in small letters, and is the next in small letters or parted from it?"""
    found = words[number]
    if number == 0 or not source[: found.start()].endswith(f"{words[number - 1][0]} "):
        return False
    if not words[number - 1][0].islower():
        return False
    if number + 1 == len(words):
        return True
    following = words[number + 1]
    return following[0].islower() or source[found.end() : following.start()] != " "


@cache
def _with_english_forms() -> frozenset[str]:
    """Names that English writes otherwise in holy books and history (Yusuf, Joseph), but not for people of today."""
    return frozenset(" ".join(lines("personal_names_with_english_forms")).split())

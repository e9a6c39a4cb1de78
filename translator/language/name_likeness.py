"""What a model makes of a name that it does not know: Prasetyoyo for Prasetyo."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

# The least likeness of a name and of what a model made of it: where that has a capital, and where it has none.
RESEMBLING, ALIKE = 0.55, 0.8
_MIN_SMALL = 4  # letters of a word without a capital: shorter words resemble too many names

# Of a people or a language (Athabascans), or behind an apostrophe that the source spells otherwise (Moloka'i).
_ENGLISH_ENDING = re.compile(r"(?<!s)s|ians?|ese|['’]\w+")
_MIN_COGNATE = 8  # letters of a loan word that is recognised in its English spelling: Erik is no Eric
# Endings of Indonesian loan words with those of English; before them English has c for k.
_COGNATE_ENDINGS = (("isme", "ism"), ("is", "ist"), ("ik", "ic"), ("if", "ive"), ("al", "al"))

_ENGLISH_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")  # without its possessive


def mangled(name: str, before: str, after: str) -> str | None:
    """What the name looked like in a translation `before` it was put right: the likest word that `after` has lost."""
    kept = Counter(found[0] for found in _ENGLISH_WORD.finditer(after))
    gone: list[str] = []
    for found in _ENGLISH_WORD.finditer(before):
        kept[found[0]] -= 1
        if kept[found[0]] < 0:
            gone.append(found[0])
    likest = max(gone, key=lambda word: likeness(word, name), default=None)
    if likest is None or not may_be_mangled(likest, name):
        return None
    return likest


def may_be_mangled(word: str, name: str) -> bool:
    """Is it likely that a model wrote the word for the name? The name in small letters is a word that it meant.

    An English form of the name, such as Intercontinental for Interkontinental, is right as it is.
    """
    if is_english_form(word, name):
        return False
    if not word.islower():
        return likeness(word, name) >= RESEMBLING
    if len(word) < _MIN_SMALL or word == name.casefold():
        return False
    return likeness(word, name) >= ALIKE


@lru_cache(maxsize=8192)
def likeness(word: str, name: str) -> float:
    """Twice the letters that both have, in order, through all letters (Ratcliff and Obershelp, 1988), in any case."""
    return SequenceMatcher(None, word.casefold(), name.casefold(), autojunk=False).ratio()


def is_english_form(word: str, name: str) -> bool:
    """Is the word the name with an English ending, or a loan word as English spells it?"""
    if word == english_spelling(name):
        return True
    if not word.startswith(name):
        return False
    return bool(_ENGLISH_ENDING.fullmatch(word, len(name)))


def english_spelling(name: str) -> str | None:
    """An Indonesian loan word as English spells it: Intercontinental for Interkontinental; None for other names."""
    if len(name) < _MIN_COGNATE:
        return None
    for indonesian, english in _COGNATE_ENDINGS:
        if name.endswith(indonesian):
            stem = name.removesuffix(indonesian).replace("ks", "x").replace("k", "c")
            return stem.replace("K", "C") + english
    return None

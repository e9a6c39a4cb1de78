"""What a model makes of a name that it does not know: Prasetyoyo for Prasetyo."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

# The least likeness of a name and of what a model made of it: where that has a capital, and where it has none.
RESEMBLING, ALIKE = 0.55, 0.8
_MIN_SMALL = 4  # letters of a word without a capital: shorter words resemble too many names

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
    """Is it likely that a model wrote the word for the name? The name in small letters is a word that it meant."""
    if not word.islower():
        return likeness(word, name) >= RESEMBLING
    if len(word) < _MIN_SMALL or word == name.casefold():
        return False
    return likeness(word, name) >= ALIKE


@lru_cache(maxsize=8192)
def likeness(word: str, name: str) -> float:
    """Twice the letters that both have, in order, through all letters (Ratcliff and Obershelp, 1988), in any case."""
    return SequenceMatcher(None, word.casefold(), name.casefold(), autojunk=False).ratio()

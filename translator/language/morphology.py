"""Indonesian words and their affixes: is a word Indonesian, and what is left of it without its affixes?

The words come from the counts of parallel corpora: `words/indonesian_words.txt`, written by training/names.py, and
`words/indonesian_rare_words.txt`, written by training/vocabulary.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from glossary import NASAL_INSTEAD_OF
from translator.language.word_lists import lines

MIN_STEM = 4  # letters of a word without its affixes: shorter ones are found inside almost any word

_MIN_RESPELT = 6  # letters of a word that may have s for z: shorter ones are names
_MAX_MISSPELT = 40  # letters: the slips of a word grow with the square of its length

_NASALS = ("", "m", "n", "ng", "nge")  # what stands between me-, pe- and a root whose first sound stays
# The prefixes, by the first letter that they take from a root: me- and pe- swallow k, p, s and t.
_PREFIXES = {
    "": (
        *("", "di", "ke", "se", "ter", "ber", "per", "diper", "memper", "member", "pember", "pemper", "keber", "keter"),
        *("keper", "seber", "seper"),
        *(prefix + nasal for nasal in _NASALS for prefix in ("pe", "me")),
    ),
    **{sound: ("pe" + nasal, "me" + nasal) for sound, nasal in NASAL_INSTEAD_OF.items()},
}
_BY_PREFIX = tuple((prefix, sound) for sound, prefixes in _PREFIXES.items() for prefix in prefixes)
_CLITIC = re.compile(r"(?<=...)(?:nya|lah|kah|pun)\Z")
_SUFFIX = re.compile(r"(?:kan|an|i)\Z")


def has_clitic(word: str) -> bool:
    """Does the word end like one with -nya, -lah, -kah or -pun?"""
    return _CLITIC.search(word) is not None


def without_clitic(word: str) -> str:
    """The word without -nya, -lah, -kah or -pun."""
    return _CLITIC.sub("", word)


def stems(word: str) -> Iterator[str]:
    """What may be left of an Indonesian word without its affixes (Sneddon, Indonesian Reference Grammar, 1.2).

    One suffix, one clitic and one prefix are taken off. Where a nasal replaced the first letter of the root, the root
    is given with each letter that it may have had.
    """
    whole = without_clitic(word)
    prefixes = _prefixes(word[:1])
    for rest in dict.fromkeys((word, whole, _SUFFIX.sub("", whole), whole.removesuffix("i"))):
        for prefix, swallowed in prefixes:
            if not rest.startswith(prefix):
                continue
            stem = swallowed + rest[len(prefix) :]
            if len(stem) >= MIN_STEM and stem != word:
                yield stem


@cache
def _prefixes(letter: str) -> tuple[tuple[str, str], ...]:
    """The prefixes that begin with a letter, each with the first letter that it takes from a root."""
    return tuple([(prefix, sound) for prefix, sound in _BY_PREFIX if prefix[:1] in ("", letter)])


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Is it an Indonesian word, or a form of one? word: in small letters. Some write s for z: jenasah, ijasah."""
    if _is_form(word):
        return True
    if len(word) < _MIN_RESPELT:
        return False
    if "s" not in word:
        return False
    return _is_form(word.replace("s", "z"))


def is_root(word: str) -> bool:
    """Is it listed as an Indonesian word itself? word: in small letters."""
    return word in _words()


def _is_form(word: str) -> bool:
    known = _words()
    if word in known:
        return True
    return any(stem in known for stem in stems(word))


@lru_cache(maxsize=8192)
def is_misspelt(word: str) -> bool:
    """Is it an Indonesian word with a letter too many, two that changed places, or a vowel too few (Ssaya, Yng)?"""
    if len(word) > _MAX_MISSPELT:
        return False
    return any(len(slip) >= MIN_STEM and is_word(slip) for slip in _slips(word))


def _slips(word: str) -> set[str]:
    slips: set[str] = set()
    for cut in range(len(word) + 1):
        left, right = word[:cut].casefold(), word[cut:].casefold()
        if right:
            slips.add(left + right[1:])
        if len(right) > 1:
            slips.add(left + right[1] + right[0] + right[2:])
        slips.update([left + vowel + right for vowel in "aeiou"])
    return slips


@cache
def _words() -> frozenset[str]:
    words: set[str] = set()
    for name in ("indonesian_words", "indonesian_rare_words"):
        for line in lines(name):
            words.update(line.split())
    return frozenset(words)

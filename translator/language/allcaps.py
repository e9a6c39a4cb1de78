"""Text in capital letters: it is translated in small letters, and its translation is put into capitals.

Every function keeps the length of a text, so that spans stay valid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary import Match
from translator.language.morphology import is_word

_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]+")
_VOWEL = re.compile("[AEIOUY]")
_MAX_ABBREVIATION = 5  # letters; a longer word in capitals is a word
_MIN_LONG = 3  # words of a text that is in capitals where one of them is longer than an abbreviation
_MIN_ORDINARY = 3  # letters of a word that is no abbreviation because it is an Indonesian word
_MIN_ALONE = 4  # letters of such a word that is a line of its own: shorter ones may be abbreviations


def is_in_capitals(text: str) -> bool:
    """Does a text stand in capitals that say nothing, and not because its words are abbreviations?

    Either it has three words or more, one of them longer than an abbreviation, or half of its words or more are
    Indonesian words (DIA ADA DI SINI, TAHUKAH ANDA), but not TNI AU, AS DAN PBB, KRI NANGGALA.
    """
    if text.upper() != text:
        return False
    words = _WORD.findall(text)
    if len(words) >= _MIN_LONG and max(map(len, words)) > _MAX_ABBREVIATION:
        return True
    shortest = _MIN_ORDINARY if len(words) > 1 else _MIN_ALONE
    ordinary = 0
    for word in words:
        ordinary += len(word) >= shortest and is_word(word.lower())
    if ordinary <= 0:
        return False
    return 2 * ordinary >= len(words)


def lowered(text: str, matches: Sequence[Match]) -> str:
    """The text in small letters, except its first letter and what is an abbreviation for certain.

    A term stands as its entry writes it.
    """
    small = _lowered_words(text)
    parts = []
    done = 0
    for match in matches:
        parts.append(small[done : match.start])
        parts.append(_as_listed(match, small))
        done = match.end
    parts.append(small[done:])
    return _with_first_letter(text, "".join(parts))


def raised(text: str) -> str:
    """The text in capitals."""
    return "".join(map(_upper, text))


def _lowered_words(text: str) -> str:
    """The text in small letters, except numerals (BAB IV) and words without a vowel (KPK)."""
    parts = []
    done = 0
    for found in _WORD.finditer(text):
        word = found[0]
        parts.append(text[done : found.start()])
        parts.append(word if _stays(word) else "".join(map(_lower, word)))
        done = found.end()
    parts.append(text[done:])
    return "".join(parts)


def _stays(word: str) -> bool:
    """Is a word in capitals a Roman numeral or, for want of a vowel, an abbreviation?"""
    if not word.isascii():
        return False
    if _ROMAN.fullmatch(word):
        return True
    return _VOWEL.search(word) is None


def _as_listed(match: Match, small: str) -> str:
    """The found term as its entry writes it; a form that the entry does not write keeps its first capital."""
    for form in (match.term.source, *match.term.variants):
        if len(form) == len(match.text) and form.casefold() == match.text.casefold():
            return form
    return match.text[:1] + small[match.start + 1 : match.end]


def _with_first_letter(text: str, small: str) -> str:
    """`small`, but its first letter as `text` writes it."""
    for place, character in enumerate(small):
        if character.isalpha():
            return small[:place] + text[place] + small[place + 1 :]
    return text[:1] + small[1:]


def _lower(character: str) -> str:
    small = character.lower()
    if len(small) == 1:
        return small
    return character


def _upper(character: str) -> str:
    capital = character.upper()
    if len(capital) == 1:
        return capital
    return character

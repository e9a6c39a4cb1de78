"""Text in capital letters: it is translated in small letters, and its translation is put into capitals.

What looks like a name keeps its first capital, and what looks like an abbreviation all of them. Every function keeps
the length of a text, so that spans stay valid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary import Match
from translator.document import Span
from translator.language import people
from translator.language.morphology import is_misspelt, is_word
from translator.language.sentence_words import lexicon
from translator.language.word_lists import words

_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"\bNo(?:mor|\.)(?= ?\d)")
_ROMAN = re.compile(r"[IVX]+")
_VOWEL = re.compile("[AEIOUY]")
_MAX_ABBREVIATION = 5  # letters; a longer word in capitals is a word
_MIN_ORDINARY = 3  # letters of a word that is no abbreviation because it is an Indonesian word
_MIN_ALONE = 4  # letters of such a word that is a line of its own: shorter ones may be abbreviations
_MIN_NAME = 5  # letters of an unknown word that is a name: shorter ones are abbreviations


def is_in_capitals(text: str) -> bool:
    """Does a text stand in capitals that say nothing, and not because its words are abbreviations?

    A small letter in `No. 5` does not count. Either a word of it is longer than an abbreviation, or half of its words
    or more are Indonesian words (DIA ADA DI SINI, TAHUKAH ANDA), but not TNI AU, AS DAN PBB.
    """
    text = _NUMBERED.sub("", text)
    if text.upper() != text:
        return False
    found = _WORD.findall(text)
    if max(map(len, found), default=0) > _MAX_ABBREVIATION:
        return True
    shortest = _MIN_ORDINARY if len(found) > 1 else _MIN_ALONE
    ordinary = 0
    for word in found:
        ordinary += _is_ordinary(word.lower(), shortest)
    if ordinary <= 0:
        return False
    return 2 * ordinary >= len(found)


def _is_ordinary(word: str, shortest: int) -> bool:
    if word in words("indonesian_function_words", "short"):
        return True
    if len(word) < shortest:
        return False
    return is_word(word)


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


def without_emphasis(text: str, matches: Sequence[Match]) -> str:
    """A text that is not in capitals, with its words for emphasis (TIDAK pernah) in small letters.

    A model takes them for abbreviations. Terms stay, and so do all words that might be the name of an organisation.
    """
    parts = []
    done = 0
    for found in _WORD.finditer(text):
        word = found[0]
        if word.islower() or word.upper() != word or not _is_emphasised(found, matches):
            continue
        parts += [text[done : found.start()], "".join(map(_lower, word))]
        done = found.end()
    parts.append(text[done:])
    return "".join(parts)


def _is_emphasised(found: re.Match[str], matches: Sequence[Match]) -> bool:
    word = found[0]
    if word.lower() not in words("indonesian_function_words", "emphasised"):
        return False
    span = Span(*found.span())
    return not any(span.overlaps(Span(match.start, match.end)) for match in matches)


def raised(text: str) -> str:
    """The text in capitals."""
    return "".join(map(_upper, text))


def _lowered_words(text: str) -> str:
    """The text in small letters, except names, numerals (BAB IV) and abbreviations (KPK)."""
    parts = []
    done = 0
    found = list(_WORD.finditer(text))
    for number, word in enumerate(found):
        parts.append(text[done : word.start()])
        parts.append(_lowered_word(text, found, number))
        done = word.end()
    parts.append(text[done:])
    return "".join(parts)


def _lowered_word(text: str, found: Sequence[re.Match[str]], number: int) -> str:
    word = found[number][0]
    small = "".join(map(_lower, word))
    title = word[0] + small[1:]
    if text.startswith(".", found[number].end()) and f"{title}." in lexicon().abbreviations:
        return title
    if _stays(word):
        return word
    if is_word(small):
        return title if _is_persons(found, number) else small
    if title in people.listed():
        return title
    if len(word) < _MIN_NAME:
        return word
    return small if is_misspelt(small) else title


def _is_persons(found: Sequence[re.Match[str]], number: int) -> bool:
    """Is an Indonesian word the name of a person, because another such name stands beside it (BUDI SANTOSO)?"""
    if found[number][0].capitalize() not in people.listed():
        return False
    beside = [*found[max(0, number - 1) : number], *found[number + 1 : number + 2]]
    names = [word for word in beside if word[0].capitalize() in people.listed() and not is_word(word[0].lower())]
    return bool(names)


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

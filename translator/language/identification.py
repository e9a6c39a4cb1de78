"""Is a text Indonesian, English, or in a third language? What is not Indonesian is copied, not translated.

Every word in small letters is evidence: for Indonesian where it is an Indonesian word or a form of one and no frequent
English word, for English where it is a frequent English word, for a third language where it is one of that language's
function words. In doubt the answer is Indonesian, because a sentence that stays untranslated is worse than one in
English that goes through the model. Measured on the 997 Indonesian sentences of FLORES dev: none is called foreign, and
of the 997 English ones 99 % are called English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from translator.language.morphology import is_word
from translator.language.names import without_accents
from translator.language.placeables import without_placeables
from translator.language.word_lists import kinds, lines


class Language(StrEnum):
    """The language of a text. UNKNOWN: too little tells, as in a line of names."""

    INDONESIAN = "id"
    ENGLISH = "en"
    OTHER = "other"
    UNKNOWN = ""


_PARTS_OF_WORDS = frozenset("gmst")  # letters behind an apostrophe (it's, I'm), and in `s.d.`
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ELIDED = re.compile(r"(?:[cdjlnst]|qu|all|dell|nell|sull|un)['’]")  # before a vowel in French and Italian
_MAX_LOOKED_AT = 4000  # characters of a text: more tell nothing new
_MIN_MARGIN = 2  # words by which English must lead in a sentence
_MIN_SHARE = 0.6  # of the words that tell must be foreign
_MIN_OTHER = 3  # different function words of a third language
_MIN_OTHER_SHARE = 0.25  # of all words are function words of that language
_MAX_SHORT = 4  # words of a line in which two such words tell, if no other word tells


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How many words of a text tell for each language, and how many words it has.

    small_english: of the English ones those that are part of no title, because they have no capital inside the text.
    """

    indonesian: int
    english: int
    small_english: int
    other: int
    different: int
    words: int


def is_foreign(text: str, document: Language = Language.UNKNOWN) -> bool:
    """Is a sentence not Indonesian, so that it is copied? document: the language of the document that it stands in.

    In a document that is foreign as a whole a line that tells too little, such as a heading, is foreign, too.
    """
    language = identify(text)
    if language is Language.UNKNOWN:
        return document in (Language.ENGLISH, Language.OTHER)
    return language is not Language.INDONESIAN


def document_language(texts: Iterable[str]) -> Language:
    """The language of most words of a document's segments: INDONESIAN unless another has three times as many."""
    words = dict.fromkeys(Language, 0)
    for text in texts:
        words[identify(text)] += len(text.split())
    for language in (Language.ENGLISH, Language.OTHER):
        if words[language] > 3 * words[Language.INDONESIAN]:
            return language
    if words[Language.INDONESIAN]:
        return Language.INDONESIAN
    return Language.UNKNOWN


@lru_cache(maxsize=1024)
def identify(text: str) -> Language:
    """The language of a sentence or a heading."""
    found = _evidence(text)
    if _is_other(found):
        return Language.OTHER
    if _is_english(found):
        return Language.ENGLISH
    if found.indonesian > 0:
        return Language.INDONESIAN
    return Language.UNKNOWN


def _is_english(found: _Evidence) -> bool:
    if found.indonesian == 0 and found.words <= found.english + 1:
        return found.english > 1  # a heading: Annual Report of 2023
    if found.small_english < found.indonesian + _MIN_MARGIN:
        return False
    if found.small_english < _MIN_SHARE * (found.small_english + found.indonesian):
        return False
    return 3 * found.english >= found.words


def _is_other(found: _Evidence) -> bool:
    is_unknown = found.indonesian == found.english == 0
    if is_unknown and found.words <= _MAX_SHORT and found.different > 1:
        return True
    if found.different < _MIN_OTHER or found.other <= found.indonesian:
        return False
    if found.other < _MIN_OTHER_SHARE * found.words:
        return False
    return found.other > found.english


def _evidence(text: str) -> _Evidence:
    found = _WORD.findall(without_placeables(text[:_MAX_LOOKED_AT]))
    words = list(map(str.lower, found))
    english = list(filter(_english().__contains__, words))
    small = list(filter(_english().__contains__, [*words[:1], *filter(str.islower, found[1:])]))
    indonesian = sum(map(_is_indonesian, words))
    others = [*_best_other(words), *filter(_is_strange, found)]
    return _Evidence(indonesian, len(english), len(small), len(others), len(set(others)), len(words))


def _best_other(words: Sequence[str]) -> list[str]:
    """The function words of that third language which has most of them."""
    best: list[str] = []
    telling = list(filter(_is_no_letter, filter(_in_others().__contains__, words)))
    for function_words in _others().values():
        seen = list(filter(function_words.__contains__, telling))
        best = max(best, seen, key=len)
    return best


def _is_no_letter(word: str) -> bool:
    """Is a word more than a letter, which may be that of a formula or a list?"""
    return len(word) > 1 or not word.isascii()


def _is_strange(word: str) -> bool:
    """Has a word in small letters an accent, or an article that lost its vowel (l'arme)?"""
    if not word.islower():
        return False
    if _ELIDED.match(word):
        return True
    if word.isascii() or not word.isalpha():
        return False
    if word in _in_others():  # which are counted as such
        return False
    if without_accents(word) == word:
        return False
    return not is_word(without_accents(word))


@lru_cache(maxsize=8192)
def _is_indonesian(word: str) -> bool:
    """Is it a word or a form of one that English and Indonesian texts do not share?"""
    if word in _english() or word in _in_both():
        return False
    return is_word(word)


@cache
def _english() -> frozenset[str]:
    return frozenset(" ".join(lines("english_words")).split()) - _PARTS_OF_WORDS


@cache
def _in_both() -> frozenset[str]:
    """Words that Indonesian and English texts share, and single letters: they tell nothing."""
    return frozenset(kinds("english_function_words")["shared"])


@cache
def _in_others() -> frozenset[str]:
    """The function words of all third languages."""
    return frozenset().union(*_others().values())


@cache
def _others() -> dict[str, frozenset[str]]:
    listed = kinds("foreign_function_words")
    return {language: frozenset(words) for language, words in listed.items()}

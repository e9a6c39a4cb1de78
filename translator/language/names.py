"""Names in an Indonesian text that English copies as they stand: Prasetyo, Harvard, Tartus.

A word counts as such a name where it has a capital inside a sentence, is no form of an Indonesian word, and is not
known to be translated (Rusia, Senin, Hinduisme) nor to be an abbreviation (Kep., Cpl.). The exceptions come from the
counts of a parallel corpus: `words/capitalised_words.txt`. Names of people are listed in
`words/indonesian_personal_names.txt`.
The first word of a sentence is a name where it is a listed name of a person, where no Indonesian word is spelled like
it, or where a name follows it. In the last two cases a misspelt Indonesian word is none. A headline with capitals
throughout shows nothing about names, except those that end a line behind a colon.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import filterfalse

from translator.document import Span
from translator.language import people
from translator.language.morphology import MIN_STEM, has_clitic, is_misspelt, is_word, without_clitic
from translator.language.morphology import stems as stems
from translator.language.name_likeness import ALIKE as ALIKE
from translator.language.name_likeness import english_spelling as english_spelling
from translator.language.name_likeness import is_english_form as is_english_form
from translator.language.name_likeness import likeness as likeness
from translator.language.name_likeness import mangled as mangled
from translator.language.name_likeness import may_be_mangled as may_be_mangled
from translator.language.placeables import without_placeables
from translator.language.sentence_words import is_abbreviation
from translator.language.word_lists import lines


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text. accepted: what may stand for it in English, the name itself first.

    foreign: no Indonesian word is spelled like it.
    """

    span: Span
    text: str
    accepted: tuple[str, ...]
    foreign: bool


_MIN_LETTERS, _MAX_LETTERS = 3, 40  # of a name
_MIN_ABBREVIATION = 2  # letters
_HEADLINE_SHARE = 0.75  # of the Indonesian words of a text have a capital: it is a headline
_SURELY_PEOPLE = 2  # listed names of people in a row: they are names whatever stands before them
_INTRODUCES = re.compile(  # what stands before the names that end a headline
    r"(?:^|:|\b(?i:oleh|penulis|kepada|yth|bapak|ibu|pak|bu|sdri?|saudari?|tn|ny|haji|hj|kapten|mayor|kolonel)\.?)\s*\Z"
)
_LOOK_BACK = 20  # characters before a word that tell whether it begins a sentence

_WORD = re.compile(r"(?<![\w@#])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w@]|\.[a-z])")
_BEFORE_A_START = re.compile(r"(?:[.!?:…\"“”'‘’•–—(\[*]\s*|(?:^|\s)-\s+)\Z|^\W*\Z")
_ROMAN = re.compile(r"[IVXLC]+")
_MISREAD = re.compile(r"[ÂÃ][^\x00-\x7f]?|â")  # UTF-8 that was read as another encoding
_TRANSLATED_ENDING = re.compile(r"(?:[knrlst]asi|istis|sisi|logi|grafi|itas|tika|ural|torium|iah)\Z")
_STUTTER = re.compile(r"(..)\1(?=...)", re.IGNORECASE)
_DIGRAPHS = re.compile("ng|ny|sy|kh")  # one consonant each, written ŋ below
_FOREIGN = re.compile(
    r"""[qx] | v(?!.*(?:si|as|if|is|ik|al|el|or|er|en)$) | ([bcdfghjklmnprstvwyz])\1
    | c[hklnrst] | [bdgptwz]h | [bcdfghjlpqrtvwz]y | y(?![aeiou])
    | oo(?!rd|per) | (?<!^k)ee | ou | eau | oe | ey | w[rl] | [cjvw]$ | (?<!r)g$
    | (?:a[nr]to|a[rt]no|ando|ono|odo|oso|owo|ojo|wati)$
    | ^(?:mc|dm|[dgf]n|[bcdfgkt]w) | l[dt]$ | r[mtn]$ | [^aeiou]{4}""",
    re.VERBOSE,
)


@lru_cache(maxsize=1024)  # a sentence is asked about when it is translated and when it is checked
def find(source: str) -> tuple[Name, ...]:
    """The names of an Indonesian sentence, in order."""
    source = without_placeables(source)
    words = list(_WORD.finditer(source))
    if _has_capitals_throughout([word[0] for word in words]):
        return _closing_names(source, words)
    names = []
    for number in range(len(words)):
        name = _name(source, words, number)
        if name is not None:
            names.append(name)
    return tuple(names)


def are_all(text: str) -> bool:
    """Is a text nothing but the names of people (Hasan Santoso)?"""
    words = _WORD.findall(text)
    if ":" in text or not all(map(_copied, words)):
        return False
    listed = list(filter(people.listed().__contains__, words))
    if len(listed) >= _SURELY_PEOPLE:
        return True
    return not all(map(is_word, map(str.casefold, listed)))


def is_headline(source: str) -> bool:
    """Does a text have capitals throughout, so that they tell nothing of its words?"""
    return _has_capitals_throughout(_WORD.findall(without_placeables(source)))


def _has_capitals_throughout(words: Sequence[str]) -> bool:
    """Do most Indonesian words of a text have a capital, not counting the first word and short ones such as `di`?"""
    known = 0
    with_capital = 0
    for word in words[1:]:
        if len(word) < MIN_STEM or not is_word(word.casefold()):
            continue
        if _exceptions().get(word):
            continue
        known += 1
        with_capital += word[0].isupper()
    if with_capital > max(1, _HEADLINE_SHARE * known):
        return True
    return all(word[0].isupper() for word in words)


def _closing_names(source: str, words: Sequence[re.Match[str]]) -> tuple[Name, ...]:
    """The names that end a line with capitals throughout: alone, behind a colon or behind `Oleh`.

    Forms, minutes and bylines look like that (Ketua: Hasan Santoso). Elsewhere in a headline a capital tells nothing.
    """
    names = _last_names(source, words)
    if not names:
        return ()
    listed = sum(name.text in people.listed() for name in names)
    is_introduced = _INTRODUCES.search(source, 0, names[0].span.start)
    if listed >= _SURELY_PEOPLE or (is_introduced and (listed or names[0].foreign)):
        return tuple(names)
    return ()


def _last_names(source: str, words: Sequence[re.Match[str]]) -> list[Name]:
    """The words at the end of a line, behind its last colon, that may all be names."""
    names: list[Name] = []
    for word in reversed(words):
        accepted = _copied(word[0])
        if word[0].isupper() or not accepted:
            break
        names.append(Name(Span(*word.span()), word[0], accepted, _is_foreign(word[0])))
        if source.endswith((":", ": "), 0, word.start()):
            break
    names.reverse()
    return names


def _name(source: str, words: Sequence[re.Match[str]], number: int) -> Name | None:
    """The word with this number as a name, if it is one."""
    found = words[number]
    word = found[0]
    if not word[0].isupper():
        return None
    accepted = _accepted(word)
    is_person = people.is_person(source, found)
    if is_person:
        accepted = (word,)
    if not accepted:
        return None
    before = source[max(0, found.start() - _LOOK_BACK) : found.start()]
    if not is_person and _BEFORE_A_START.search(before) and not _begins_as_name(source, found):
        return None
    return Name(Span(*found.span()), word, accepted, _is_foreign(word))


def _begins_as_name(source: str, found: re.Match[str]) -> bool:
    """Is the first word of a sentence a name, where its capital says nothing?"""
    word = found[0]
    if word.isupper():
        return False
    following = _name_behind(source, found)
    if following in people.listed():
        return True
    if not _is_foreign(word) and not following:
        return False
    return not is_misspelt(word)


def _name_behind(source: str, found: re.Match[str]) -> str:
    """The word that looks like a name and follows after a space, as Grant does in John Grant; empty where none does."""
    if not source.startswith(" ", found.end()):
        return ""
    following = _WORD.match(source, found.end() + 1)
    if following is None or not following[0].istitle():
        return ""
    if _accepted(following[0]):
        return following[0]
    return ""


@lru_cache(maxsize=8192)
def _accepted(word: str) -> tuple[str, ...]:
    """What may stand for a word with a capital, where it is a name; else nothing."""
    if word in _exceptions():
        return _exceptions()[word]
    if _stutters(word) or is_abbreviation(word):
        return ()
    if not looks_like_a_name(word, is_word(word.casefold())):
        return ()
    forms = [word, word.replace("’", "'"), word.replace("'", "’"), without_accents(word)]
    if word.isupper():
        forms.append(f"{word}s")
    return tuple(dict.fromkeys(forms))


def _copied(word: str) -> tuple[str, ...]:
    """The same, where a word that is listed as the name of a person is one."""
    if word in people.listed():
        return (word,)
    return _accepted(word)


def _stutters(word: str) -> bool:
    """Is it a known word with two letters written twice: Desesember?"""
    single = _STUTTER.sub(r"\1", word, count=1)
    if single == word:
        return False
    if single in _exceptions():
        return True
    return is_word(single.casefold())


def looks_like_a_name(word: str, is_word: bool) -> bool:
    """The rule for a word with a capital of which nothing more is known. is_word: it is an Indonesian word, too."""
    shortest = _MIN_ABBREVIATION if word.isupper() else _MIN_LETTERS
    if is_word or not shortest <= len(word) <= _MAX_LETTERS:
        return False
    if _ROMAN.fullmatch(word) or _MISREAD.search(word):
        return False
    small = word.casefold()
    if has_clitic(word) or small.endswith("isme"):
        return False
    if not _TRANSLATED_ENDING.search(small):
        return True
    return _is_foreign(word)


def _is_foreign(word: str) -> bool:
    small = without_clitic(without_accents(word).casefold())
    return _FOREIGN.search(_DIGRAPHS.sub("ŋ", small)) is not None


def without_accents(text: str) -> str:
    """The text with its accents taken off."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(filterfalse(unicodedata.combining, decomposed))


@cache
def _exceptions() -> dict[str, tuple[str, ...]]:
    """Words with a capital of which more is known: what may stand for them, or nothing where they are translated."""
    listed = {}
    for line in lines("capitalised_words"):
        word, *accepted = line.split()
        listed[word] = tuple(accepted)
    return listed

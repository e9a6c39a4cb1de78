"""Names in an Indonesian text that English copies as they stand: Prasetyo, Harvard, Tartus.

A word is taken for such a name where it has a capital inside a sentence, is no form of an Indonesian word, and where
nothing says that convention translates it (Rusia, Senin, Hinduisme). What is known comes from the counts of a parallel
corpus: `words.txt` holds Indonesian words, `names.txt` what is seen with a capital and is an exception to that rule.
The first word of a sentence is a name only where it is spelled as no Indonesian word is, or where a name follows it,
and in neither case where it is an Indonesian word with a slip.
Headlines with capitals throughout say nothing of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files

from translator.document import Span

VERSION = "4"  # of the rules and lists: they are part of what decides a translation

# The least likeness of a name and of what a model makes of it: where that has a capital, and where it has none.
RESEMBLING, ALIKE = 0.55, 0.8


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text. accepted: what may stand for it in English, the name itself first.

    foreign: it is spelled as no Indonesian word is.
    """

    span: Span
    text: str
    accepted: tuple[str, ...]
    foreign: bool


_SHORTEST, _LONGEST = 3, 40  # letters
_STEM = 4  # letters of a word without its affixes, at least
_HEADLINE = 0.75  # of the Indonesian words of a text have a capital: it is a headline

_WORD = re.compile(r"(?<![\w@#])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w@]|\.[a-z])")
_ENGLISH_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")  # without its possessive
_BEFORE_A_START = re.compile(r"(?:[.!?:…\"“”'‘’•–—(\[*]\s*|(?:^|\s)-\s+)\Z|^\W*\Z")
_ROMAN = re.compile(r"[IVXLC]+")
_MISREAD = re.compile(r"[ÂÃ][^\x00-\x7f]?|â")
# What prefixes take from a root, and which: me- and pe- swallow its first letter.
_PREFIXES = {
    "": ("", *"di ke se ter ber per diper memper pe me pem mem pen men peng meng penge menge".split()),
    "p": ("pem", "mem"),
    "t": ("pen", "men"),
    "s": ("peny", "meny"),
    "k": ("peng", "meng"),
}
_CLITIC = re.compile(r"(?<=...)(?:nya|lah|kah|pun)\Z")
_SUFFIX = re.compile(r"(?:kan|an|i)\Z")
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
    words = list(_WORD.finditer(source))
    if _is_headline([word[0] for word in words]):
        return ()
    return tuple(name for word in words if (name := _name(source, word)))


def _is_headline(words: Sequence[str]) -> bool:
    """Have most Indonesian words of a text a capital, the first one and short ones such as `di` aside?"""
    known = [
        word[0].isupper()
        for word in words[1:]
        if len(word) >= _STEM and _is_word(word.casefold()) and not _exceptions().get(word)
    ]
    return sum(known) > max(1, _HEADLINE * len(known)) or all(word[0].isupper() for word in words)


def _name(source: str, found: re.Match[str]) -> Name | None:
    word, start = found[0], found.start()
    if not word[0].isupper():
        return None
    accepted, begins = _accepted(word), bool(_BEFORE_A_START.search(source[max(0, start - 20) : start]))
    if begins and (word.isupper() or not (_is_foreign(word) or _before_a_name(source, found)) or _is_misspelt(word)):
        return None
    return Name(Span(*found.span()), word, accepted, _is_foreign(word)) if accepted else None


def _before_a_name(source: str, found: re.Match[str]) -> bool:
    """Does a word that looks like a name follow after a space, as Grant does in John Grant?"""
    following = _WORD.match(source, found.end() + 1) if source.startswith(" ", found.end()) else None
    return following is not None and following[0].istitle() and bool(_accepted(following[0]))


def mangled(name: str, before: str, after: str) -> str | None:
    """What the name looked like in a translation `before` it was put right: the likest word that `after` has lost."""
    kept = Counter(found[0] for found in _ENGLISH_WORD.finditer(after))
    gone: list[str] = []
    for found in _ENGLISH_WORD.finditer(before):
        kept[found[0]] -= 1
        if kept[found[0]] < 0:
            gone.append(found[0])
    likest = max(gone, key=lambda word: likeness(word, name), default=None)
    return likest if likest and may_be_mangled(likest, name) else None


def may_be_mangled(word: str, name: str) -> bool:
    """Is it likely that a model wrote the word for the name? The name in small letters is a word that it meant."""
    if word.islower():
        return len(word) >= _STEM and word != name.casefold() and likeness(word, name) >= ALIKE
    return likeness(word, name) >= RESEMBLING


@lru_cache(maxsize=8192)
def likeness(word: str, name: str) -> float:
    """Twice the letters that both have, in order, through all letters (Ratcliff and Obershelp, 1988), in any case."""
    return SequenceMatcher(None, word.casefold(), name.casefold(), autojunk=False).ratio()


@lru_cache(maxsize=8192)
def _accepted(word: str) -> tuple[str, ...]:
    """What may stand for a word with a capital, where it is a name; else nothing."""
    if word in _exceptions():
        return _exceptions()[word]
    plain = _STUTTER.sub(r"\1", word, count=1)
    if plain != word and (plain in _exceptions() or _is_word(plain.casefold())):  # Desesember
        return ()
    if not looks_like_a_name(word, _is_word(word.casefold())):
        return ()
    forms = (word, word.replace("’", "'"), word.replace("'", "’"), without_accents(word))
    return tuple(dict.fromkeys((*forms, f"{word}s") if word.isupper() else forms))


def looks_like_a_name(word: str, is_word: bool) -> bool:
    """The rule for a word with a capital of which nothing more is known. is_word: it is an Indonesian word, too."""
    return (
        not is_word
        and (2 if word.isupper() else _SHORTEST) <= len(word) <= _LONGEST
        and not _ROMAN.fullmatch(word)
        and not _MISREAD.search(word)
        and not _CLITIC.search(word)
        and not word.casefold().endswith("isme")
        and not (_TRANSLATED_ENDING.search(word.casefold()) and not _is_foreign(word))
    )


def _is_foreign(word: str) -> bool:
    return bool(_FOREIGN.search(_DIGRAPHS.sub("ŋ", _CLITIC.sub("", without_accents(word).casefold()))))


@lru_cache(maxsize=8192)
def _is_word(word: str) -> bool:
    """Is it an Indonesian word, or a form of one? word: in small letters."""
    return word in _words() or any(stem in _words() for stem in stems(word))


@lru_cache(maxsize=8192)
def _is_misspelt(word: str) -> bool:
    """Is it an Indonesian word with a letter too many, two that changed places, or a vowel too few (Ssaya, Yng)?"""
    halves = [(word[:cut].casefold(), word[cut:].casefold()) for cut in range(len(word) + 1)]
    slips = {left + right[1:] for left, right in halves if right}
    slips |= {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    slips |= {left + vowel + right for left, right in halves for vowel in "aeiou"}
    return any(len(slip) >= _STEM and _is_word(slip) for slip in slips)


def stems(word: str) -> Iterator[str]:
    """What may be left of an Indonesian word without its affixes (Sneddon, Indonesian Reference Grammar, 1.2).

    One suffix, one clitic, one prefix; where a nasal took the root's first letter, with each letter it may have been.
    """
    plain = _CLITIC.sub("", word)
    for rest in dict.fromkeys((word, plain, _SUFFIX.sub("", plain), plain.removesuffix("i"))):
        for swallowed, prefixes in _PREFIXES.items():
            for prefix in prefixes:
                stem = swallowed + rest[len(prefix) :]
                if rest.startswith(prefix) and len(stem) >= _STEM and stem != word:
                    yield stem


def without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


@cache
def _words() -> frozenset[str]:
    return frozenset(word for line in _lines("words.txt") for word in line.split())


@cache
def _exceptions() -> dict[str, tuple[str, ...]]:
    return {word: tuple(accepted) for word, *accepted in map(str.split, _lines("names.txt"))}


def _lines(name: str) -> list[str]:
    lines = files("translator.language").joinpath("words", name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]

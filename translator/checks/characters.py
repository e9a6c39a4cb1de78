"""A character of the source is lost: a model drops what its vocabulary has not.

Looked at are currency signs, symbols, emoji, letters of other scripts, and words with accented letters. A sign may be
written out by its name in Unicode (`°` as degree, `€` as euro, `α` as alpha) or as it is said (`<` as below); accents
may fall. Also found is what an
engine writes for what it does not know, where the source has none: `<unk>`, `⁇`, the replacement character. Text whose
UTF-8 was read as cp1252 is passed over. Warnings. Calibrated on the references of FLORES dev: no false alarm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from translator.bitext import Finding, Origin, Pair, Severity

ID = "characters"

_MOST = 200  # different signs of one sentence
_UNKNOWN = ("<unk>", "⁇", "\N{REPLACEMENT CHARACTER}")
_LOOKED_AT = re.compile(r"[$%+<=>]|[^\x00-\x7f]")
_MISREAD = re.compile(r"(?<!\S)\S*?(?:[ÂÃ][^\x00-\x7f]|â€)\S*")
_WORD = re.compile(r"[^\W\d_]+")
_ALSO = {
    "$": ("usd",),
    "%": ("per cent",),
    "+": (" and ", "more", " over "),
    "<": ("less", " under ", "below", "fewer"),
    "=": (" is ", " are ", "equal", "means"),
    ">": ("more", " over ", "above", "higher", "least"),
    "×": ("x", "by"),
    "²": ("square", "sq"),
    "³": ("cubic",),
    "•": ("-", "*"),
}


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED:
        return
    for sign in _UNKNOWN:
        if sign in pair.target and sign not in pair.source:
            yield Finding(ID, Severity.WARNING, f"{sign} stands for something that the model does not know")
    if pair.source.isascii() and not _LOOKED_AT.search(pair.source):
        return
    source, target = _MISREAD.sub(" ", pair.source), _plain(pair.target)
    words = set(_WORD.findall(target))
    lost = [
        sign
        for sign in islice(dict.fromkeys(_LOOKED_AT.findall(source)), _MOST)
        if not _there(sign, pair.target, target)
    ]
    lost += [
        word
        for word in dict.fromkeys(_WORD.findall(source))
        if any(_is_accented(letter) for letter in word) and _plain(word) not in words
    ]
    if lost:
        yield Finding(ID, Severity.WARNING, f"lost in the translation: {' '.join(lost[:10])}")


def _there(sign: str, target: str, plain: str) -> bool:
    """Is the sign in the translation, or something that stands for it, or is it none that matters?"""
    category = unicodedata.category(sign)
    if category[0] not in "SL" or category in ("Sk", "Lm") or _is_accented(sign):
        return True
    if sign in target or _plain(sign) in plain:
        return True
    names = (word.lower() for word in unicodedata.name(sign, "").split() if word not in _GENERIC)
    return any(word in plain for word in (*names, *_ALSO.get(sign, ())))


_GENERIC = frozenset("SIGN SMALL CAPITAL LETTER WITH AND FACE WHITE BLACK HEAVY MARK ARABIC GREEK CYRILLIC".split())


def _is_accented(letter: str) -> bool:
    return not letter.isascii() and letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")


def _plain(text: str) -> str:
    """The text without accents and capitals, each character as its plainest form."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))

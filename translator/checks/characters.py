"""A character of the source is lost: a model drops what its vocabulary has not.

Looked at are currency signs, symbols, emoji, letters of other scripts, and words with accented letters. A sign may be
written out by its name in Unicode (`°` as degree, `€` as euro, `α` as alpha) or as it is said (`<` as below); accents
may fall. Told, too, are a sign that was written beside its number because the model had dropped it, and what an engine
writes for what it does not know, where the source has none: `<unk>`, `⁇`, the replacement character. Text whose UTF-8
was read as cp1252 is passed over. Warnings. Calibrated on the references of FLORES dev: no false alarm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from translator.bitext import Finding, Origin, Pair, Severity
from translator.language.symbols import OF_NUMBERS, is_said, plain

ID = "characters"

_MOST = 200  # different signs of one sentence
_UNKNOWN = ("<unk>", "⁇", "\N{REPLACEMENT CHARACTER}")
_LOOKED_AT = re.compile(r"[$%+<=>]|[^\x00-\x7f]")
_MISREAD = re.compile(r"(?<!\S)\S*?(?:[ÂÃ][^\x00-\x7f]|â€)\S*")
_WORD = re.compile(r"[^\W\d_]+")


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED:
        return
    for sign in _UNKNOWN:
        if sign in pair.target and sign not in pair.source:
            yield Finding(ID, Severity.WARNING, f"{sign} stands for something that the model does not know")
    if pair.source.isascii() and not _LOOKED_AT.search(pair.source):
        return
    source, target = _MISREAD.sub(" ", pair.source), plain(pair.target)
    words = set(_WORD.findall(target))
    signs = [sign for sign in islice(dict.fromkeys(_LOOKED_AT.findall(source)), _MOST) if _matters(sign)]
    lost = [sign for sign in signs if sign not in pair.target and not is_said(sign, target)]
    lost += [
        word
        for word in dict.fromkeys(_WORD.findall(source))
        if any(_is_accented(letter) for letter in word) and plain(word) not in words
    ]
    if lost:
        yield Finding(ID, Severity.WARNING, f"lost in the translation: {' '.join(lost[:10])}")
    before = pair.target if pair.unforced is None else pair.unforced
    added = [sign for sign in signs if sign in OF_NUMBERS and pair.target.count(sign) > before.count(sign)]
    if added:
        yield Finding(ID, Severity.WARNING, f"written beside its number: {' '.join(added)}; the model wrote: {before}")


def _matters(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] in "SL" and category not in ("Sk", "Lm") and not _is_accented(sign)


def _is_accented(letter: str) -> bool:
    return not letter.isascii() and letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")

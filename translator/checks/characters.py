"""A character of the source is lost: a model drops what its vocabulary lacks.

The check looks at currency signs, symbols, emoji, letters of other scripts, and words with accented letters. A symbol
may be written out by its name in Unicode (`°` as degree, `€` as euro, `α` as alpha) or as it is said (`<` as below);
accents may fall. It also reports a symbol that was written beside its number because the model had dropped it, and what
an engine writes for what it does not know, where the source has none: `<unk>`, `⁇`, the replacement character. Text
whose UTF-8 was read as cp1252 is ignored. Warnings. Calibrated on the references of FLORES dev: no false alarm.

PASS: Harganya €5 juta. => It costs 5 million euro.
FAIL: Harganya €5 juta. => It costs 5 million.
FAIL: Suhunya 30°. => It is 30.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from translator.bitext import Finding, Pair, Severity
from translator.language.numbers import whole_amounts
from translator.language.symbols import OF_NUMBERS, is_said, plain

ID = "characters"

_MAX_SYMBOLS = 200  # different symbols of one sentence: keeps the check linear
_MAX_SHOWN = 10  # in a message
_UNKNOWN = ("<unk>", "⁇", "\N{REPLACEMENT CHARACTER}")
_SYMBOL = re.compile(r"[$%+<=>]|[^\x00-\x7f]")
_MISREAD = re.compile(r"(?<!\S)\S*?(?:[ÂÃ][^\x00-\x7f]|â€)\S*")
_WORD = re.compile(r"[^\W\d_]+")


def check(pair: Pair) -> Iterator[Finding]:
    for unknown in _UNKNOWN:
        if unknown in pair.target and unknown not in pair.source:
            yield Finding(ID, Severity.WARNING, f"{unknown} stands for something that the model does not know")
    if pair.source.isascii() and not _SYMBOL.search(pair.source):
        return
    source = whole_amounts.without(_MISREAD.sub(" ", pair.source))
    symbols = _symbols(source)
    lost = _lost(source, symbols, pair.target)
    if lost:
        yield Finding(ID, Severity.WARNING, f"lost in the translation: {' '.join(lost[:_MAX_SHOWN])}")
    before = pair.target if pair.unforced is None else pair.unforced
    added = _added(symbols, before, pair.target)
    if added:
        yield Finding(ID, Severity.WARNING, f"written beside its number: {' '.join(added)}; the model wrote: {before}")


def _symbols(source: str) -> list[str]:
    different = dict.fromkeys(_SYMBOL.findall(source))
    return list(islice(filter(_matters, different), _MAX_SYMBOLS))


def _lost(source: str, symbols: Sequence[str], target: str) -> list[str]:
    """The symbols and the words with accented letters that nothing in the translation stands for."""
    plain_target = plain(target)
    words = set(_WORD.findall(plain_target))
    lost = []
    for symbol in symbols:
        if symbol not in target and not is_said(symbol, plain_target):
            lost.append(symbol)
    accented = filter(_has_accent, dict.fromkeys(_WORD.findall(source)))
    lost.extend([word for word in accented if plain(word) not in words])
    return lost


def _added(symbols: Sequence[str], before: str, after: str) -> list[str]:
    """The symbols of numbers that a translation has more often than before it was put right."""
    of_numbers = [symbol for symbol in symbols if symbol in OF_NUMBERS]
    return [symbol for symbol in of_numbers if after.count(symbol) > before.count(symbol)]


def _matters(symbol: str) -> bool:
    category = unicodedata.category(symbol)
    if category[0] not in "SL" or category in ("Sk", "Lm"):
        return False
    return not _is_accented(symbol)


def _has_accent(word: str) -> bool:
    return any(map(_is_accented, word))


def _is_accented(letter: str) -> bool:
    if letter.isascii() or not letter.isalpha():
        return False
    return unicodedata.name(letter, "").startswith("LATIN")

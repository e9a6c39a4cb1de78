"""Symbols (€, °, <, emoji) and what may stand for them in English: their names in Unicode, or what is said for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import filterfalse

MONEY = "$€£¥₩₹₫₱฿₽₺"
OF_NUMBERS = f"{MONEY}<>≤≥±≈~−+×÷%‰°"  # what stands beside numbers
BOXES = "☐☑☒□■▢▣◻◼◽◾⬜⬛○◯◦●◉◎🔘"  # of forms and lists
_IN_BOX = "[ _]{0,8}"  # blanks in one of brackets
BRACKET_BOX = rf"(?:\({_IN_BOX}[✓✔✗✘√]?{_IN_BOX}\)|\[{_IN_BOX}[xXvV✓✔✗✘√]?{_IN_BOX}\])(?![^\s.,;!?)])"
SYMBOL_FONTS = "\uf020-\uf0ff"  # their characters, which stand for bullets and boxes in old documents

# Words of Unicode names that do not tell one symbol from another.
_GENERIC = frozenset("SIGN SMALL CAPITAL LETTER WITH AND FACE WHITE BLACK HEAVY MARK ARABIC GREEK CYRILLIC".split())
_OTHER_WORDS = {
    "$": ("usd",),
    "%": ("per cent",),
    "+": ("and over", "and above", "and older", "or more", "or over", "more than", " over "),
    "<": ("less than", "fewer", " under ", "below"),
    "=": (" is ", " are ", "equal", "means"),
    ">": ("more than", "or more", "greater", " over ", "above", "higher", "at least"),
    "×": (" x ", " by ", "times"),
    "²": ("square", "sq"),
    "³": ("cubic",),
    "•": ("-", "*"),
    "−": ("-",),
}


def plain(text: str) -> str:
    """The text without accents and capitals, each character as its plainest form."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, decomposed))


def is_said(symbol: str, text: str) -> bool:
    """Does something stand for a symbol in a plain text: its plainest form, a word of its name, or another word?"""
    if any(word in text for word in _words_for(symbol)):
        return True
    plainest = plain(symbol)
    if plainest == symbol:
        return False
    return plainest in text


def _words_for(symbol: str) -> Iterator[str]:
    """What may be written for a symbol: the words of its name in Unicode, and what is said for it."""
    for word in unicodedata.name(symbol, "").split():
        if word not in _GENERIC:
            yield word.lower()
    yield from _OTHER_WORDS.get(symbol, ())

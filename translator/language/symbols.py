"""Signs (€, °, <, emoji) and what may stand for them in English: their names in Unicode, or what is said for them."""

from __future__ import annotations

import unicodedata

MONEY = "$€£¥₩₹₫₱฿₽₺"
OF_NUMBERS = f"{MONEY}<>≤≥±≈~−+%‰°"  # what stands beside numbers

_GENERIC = frozenset("SIGN SMALL CAPITAL LETTER WITH AND FACE WHITE BLACK HEAVY MARK ARABIC GREEK CYRILLIC".split())
_ALSO = {
    "$": ("usd",),
    "%": ("per cent",),
    "+": ("and over", "and above", "and older", "or more", "or over", "more than", " over "),
    "<": ("less than", "fewer", " under ", "below"),
    "=": (" is ", " are ", "equal", "means"),
    ">": ("more than", "or more", "greater", " over ", "above", "higher", "at least"),
    "×": ("x", "by"),
    "²": ("square", "sq"),
    "³": ("cubic",),
    "•": ("-", "*"),
    "−": ("-",),
}


def plain(text: str) -> str:
    """The text without accents and capitals, each character as its plainest form."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def is_said(sign: str, text: str) -> bool:
    """Does something stand for a sign in a plain text: its plainest form, a word of its name, or another word?"""
    names = (word.lower() for word in unicodedata.name(sign, "").split() if word not in _GENERIC)
    return any(word in text for word in (*names, *_ALSO.get(sign, ()))) or (plain(sign) != sign and plain(sign) in text)

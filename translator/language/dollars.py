"""Which country's dollars a text names, in either language: dolar Singapura, S$, Singapore dollars."""

from __future__ import annotations

import re

_NAMES = {
    "US": r"\bUS ?\$|\bUSD\b|dolar (?:AS\b|Amerika)|(?:\bU\.?S\.?|American) dollar",
    "Australian": r"\bAU?\$|\bAUD\b|dolar Australia|Australian dollar",
    "Singapore": r"\bSG?\$|\bSGD\b|dolar Singapura|Singapore(?:an)? dollar",
    "Hong Kong": r"\bHK ?\$|\bHKD\b|dolar Hong ?kong|Hong Kong dollar",
    "New Zealand": r"\bNZ ?\$|\bNZD\b|dolar Selandia|New Zealand dollar",
    "Canadian": r"\bCA?\$|\bCAD\b|dolar Kanada|Canadian dollar",
    "Taiwan": r"\bNT ?\$|\bTWD\b|dolar Taiwan|(?:Taiwan|Taiwanese) dollar",
    "Brunei": r"\bB\$|\bBND\b|dolar Brunei|Brunei(?:an)? dollar",
}
_PATTERNS = {country: re.compile(pattern, re.IGNORECASE) for country, pattern in _NAMES.items()}
_ANY = re.compile(r"\$|doll?ar|\b[A-Z]{2}D\b", re.IGNORECASE)


def named(text: str) -> tuple[str, ...]:
    """The countries whose dollars a text names, in a fixed order; none for bare dollars."""
    if not _ANY.search(text):
        return ()
    return tuple(country for country, pattern in _PATTERNS.items() if pattern.search(text))

"""Digits as Indonesian writes them, and the same digits as English writes them: 25.000,50 is 25,000.50."""

from __future__ import annotations

import re
from decimal import Decimal

SCALE_WORDS = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}
SCALES = SCALE_WORDS | {"rb": 3, "jt": 6, "M": 9, "T": 12}  # M and T only beside money

_SWAPPED = str.maketrans(".,", ",.")

GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)  # 19.000; 1.234,56
DECIMAL = re.compile(r"\d+,\d+", re.ASCII)  # 3,5
INDONESIAN = re.compile(rf"{GROUPED.pattern}|{DECIMAL.pattern}", re.ASCII)
ENGLISH_DECIMAL = re.compile(r"\d+(?:\.\d+)?", re.ASCII)  # 2.5
ENGLISH_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)  # 1,234.56, written so by mistake
# A map's scale: 1:25.000.
SCALE = re.compile(rf"(?P<map>\d{{1,3}})[ ]?:[ ]?(?P<land>{GROUPED.pattern})", re.ASCII)
INDONESIAN_OR_SCALE = re.compile(rf"{INDONESIAN.pattern}|{SCALE.pattern}", re.ASCII)
CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[.:]([0-5]\d))?(?:[.:][0-5]\d)?", re.ASCII)
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
# An address of the internet, whose groups have no leading zero: 192.168.100.200, but not 1.250.100.000.
ADDRESS = re.compile(rf"{_OCTET}(?:\.{_OCTET}){{3}}", re.ASCII)

# The number is a label, not an amount: versi 2.500, IP 192.168.100.200.
LABEL_BEFORE = re.compile(
    r"(?:\b(?:versi|bagian|subbagian|bab|subbab|butir|pasal|nomor|no\.?|seri|IP|telepon|telp\.?|HP)|(?<![A-Za-z])v)\s*$",
    re.IGNORECASE,
)


def in_english(digits: str) -> str:
    """Digits in Indonesian notation, in English notation: none is lost, not even a last zero."""
    return digits.translate(_SWAPPED)


def parsed(digits: str) -> Decimal | None:
    """The value of digits as Indonesian writes them; of 2.5 as English does, for it can be nothing else."""
    if INDONESIAN.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    if ENGLISH_DECIMAL.fullmatch(digits):
        return Decimal(digits)
    return None

"""Decimals in words: lima koma tiga, nol koma dua lima, dua koma lima juta."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from translator.language.numbers.english import values
from translator.language.numbers.english_words import SCALE_NAMES, words
from translator.language.numbers.notation import SCALE_WORDS
from translator.language.numbers.number import Number, NumberKind, number_at
from translator.language.numbers.word_values import ALL, UNITS, below_thousand, is_named, value_of

_SCALE_NAMES = r"ribu|juta|mil[iy]ar|tril[iy]un"
# Digits behind `koma`, one by one (dua lima) or as one number (dua puluh lima).
_DIGIT = "|".join(("nol", "kosong", *UNITS))
_POINT = re.compile(
    rf"""(?<![\w-])(?P<whole>nol|(?:{ALL})(?:\s+(?:{ALL})){{0,12}})\s+koma\s+
    (?P<decimals>(?:{_DIGIT}|sepuluh|sebelas)(?:\s+(?:{_DIGIT}|belas|puluh)){{0,8}})
    (?:\s+(?P<scale>{_SCALE_NAMES}))?(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGITS = {"nol": "0", "kosong": "0"} | {word: str(value) for word, value in UNITS.items()}


def points(source: str, first: int) -> Iterator[Number]:
    """Decimals in words: lima koma tiga, nol koma dua lima, dua koma lima juta."""
    if "koma" not in source.casefold():
        return
    for found in _POINT.finditer(source):
        if is_named(found, first):
            continue
        value = _point_value(found)
        if value is None:
            continue
        scale = found["scale"]
        forms = _scaled(value, scale.lower()) if scale else _point_forms(value)
        yield number_at(found.start(), found[0], forms, NumberKind.WORDS)


def _point_value(found: re.Match[str]) -> Decimal | None:
    """The value of words with `koma` between them, or None where they make no number."""
    tokens = found["whole"].lower().split()
    whole = Decimal(0) if tokens == ["nol"] else value_of(tokens)
    decimals = _decimals_of(found["decimals"].lower().split())
    if whole is None or not decimals:
        return None
    if whole == int(whole):
        return Decimal(f"{whole:f}.{decimals}")
    return None


def _decimals_of(tokens: Sequence[str]) -> str:
    """The digits behind `koma`; nothing where the words are none."""
    digits = [_DIGITS.get(token, "") for token in tokens]
    if all(digits):
        return "".join(digits)
    value = below_thousand(tokens)
    if value is None:
        return ""
    return f"{value:f}"


def _point_forms(value: Decimal) -> Iterator[str]:
    figures = f"{value:,f}"
    yield figures
    _, _, decimals = figures.partition(".")
    whole = words(int(value))
    digits = " ".join(words(int(digit)) for digit in decimals)
    yield f"{whole} point {digits}"
    yield f"{whole} point {words(int(decimals))}"
    if whole == "zero":
        yield f"point {digits}"
    yield from values(value)


def _scaled(value: Decimal, scale: str) -> Iterator[str]:
    exponent = SCALE_WORDS[scale]
    for name in SCALE_NAMES[exponent]:
        yield f"{value:f} {name}"
        for form in _point_forms(value):
            yield f"{form} {name}"
    yield from values(value.scaleb(exponent))

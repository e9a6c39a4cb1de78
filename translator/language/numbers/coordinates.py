"""Places on the globe: 106°49'10" BT is 106°49'10" E."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.language.numbers.number import Number, NumberKind, number_at

# What Indonesian and English write for the four sides: the letter, the word, and the words behind degrees.
_SIDES = {
    "LU": ("N", "north", "north latitude"),
    "LS": ("S", "south", "south latitude"),
    "BT": ("E", "east", "east longitude"),
    "BB": ("W", "west", "west longitude"),
}
_SPELLED = {"lintang utara": "LU", "lintang selatan": "LS", "bujur timur": "BT", "bujur barat": "BB"}
_COORDINATE = re.compile(
    r"""(?<![\d.,])(?P<degrees>\d{1,3}(?:[.,]\d{1,9})?)(?P<sign>[ ]?°|[ ]derajat\b|(?=[ ](?:L[US]|B[TB])\b))
    (?:[ ]?(?P<minutes>\d{1,2}(?:[.,]\d{1,9})?)[ ]?['′’](?!['′’])
      (?:[ ]?(?P<seconds>\d{1,2}(?:[.,]\d{1,9})?)[ ]?(?:["″”]|['′’]{2}))?)?
    (?:[ ]?(?P<side>L[US]|B[TB]|[Ll]intang\s(?:[Uu]tara|[Ss]elatan)|[Bb]ujur\s(?:[Tt]imur|[Bb]arat))\b)?""",
    re.VERBOSE | re.ASCII,
)

_FIGURES = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_DEGREES = re.compile("°|derajat")
_UNITS = ("degrees", "minutes", "seconds")
# Most sentences have neither, and are soon done.
_SIGN = re.compile(r"°|derajat|\d L[US]\b|\d B[TB]\b")


def find(source: str) -> Iterator[Number]:
    """The coordinates of a text: degrees with minutes, or with a side of the globe."""
    if not _SIGN.search(source):
        return
    for found in _COORDINATE.finditer(source):
        if found.lastgroup != "sign":
            yield number_at(found.start(), found[0], _forms(found), NumberKind.COORDINATE)


def _forms(found: re.Match[str]) -> Iterator[str]:
    figures = found[0].replace(",", ".")
    parts = _FIGURES.findall(figures)
    in_signs = "".join(part + sign for part, sign in zip(parts, "°'\"", strict=False))
    in_words = " ".join(f"{part} {unit}" for part, unit in zip(parts, _UNITS, strict=False))
    if not found["side"]:
        yield in_signs
        yield in_words
        return
    side = found["side"].casefold()
    sides = _SIDES[_SPELLED.get(side, side.upper())]
    position = figures[: found.start("side") - found.start()]
    is_plain = not _DEGREES.search(position)
    if "°" in position or is_plain:
        yield position + sides[0]
    if is_plain:
        yield f"{position.strip()}° {sides[0]}"
    for shown in (in_signs, in_words):
        for name in sides:
            yield f"{shown} {name}"
    yield f"{sides[0]} {in_signs}"

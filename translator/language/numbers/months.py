"""The months of dates: Mei in `12 Mei 2024` and in `bulan Mei`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.language.numbers.english import MONTHS
from translator.language.numbers.number import Number, NumberKind, number_at

_INDONESIAN = (
    ("Januari", "Jan"),
    ("Februari", "Pebruari", "Feb", "Peb"),
    ("Maret", "Mar"),
    ("April", "Apr"),
    ("Mei",),
    ("Juni", "Jun"),
    ("Juli", "Jul"),
    ("Agustus", "Agt", "Agu", "Ags"),
    ("September", "Sept", "Sep"),
    ("Oktober", "Okt"),
    ("November", "Nopember", "Nov", "Nop"),
    ("Desember", "Des"),
)
MONTHS_BY_NAME = {name: number for number, names in enumerate(_INDONESIAN, 1) for name in names}
_NAME = "|".join(MONTHS_BY_NAME)
_MONTH = re.compile(
    rf"""(?<![\w.,])(?:\d\d?\s+|(?:bulan|Bulan)\s+)(?P<dated>{_NAME})\b
    | \b(?P<dating>{_NAME})\b(?=\.?\s+(?:19|20)\d\d\b)""",
    re.VERBOSE,
)
# Most sentences have neither digits nor `bulan`: they need no search for the names of months.
_DATED = re.compile(r"\d|[Bb]ulan")
_SEPTEMBER = 9


def find(source: str) -> Iterator[Number]:
    """The names of months that stand behind a day or `bulan`, or before a year."""
    if not _DATED.search(source):
        return
    for found in _MONTH.finditer(source):
        group = "dated" if found["dated"] else "dating"
        forms = _forms(MONTHS_BY_NAME[found[group]])
        yield number_at(found.start(group), found[group], forms, NumberKind.MONTH)


def _forms(number: int) -> Iterator[str]:
    """The English forms of a month from 1 to 12."""
    name = MONTHS[number - 1]
    yield name
    yield name[:3]
    if number == _SEPTEMBER:
        yield "Sept"
    yield str(number)
    yield f"{number:02}"

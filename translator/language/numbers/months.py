"""The months of dates: Mei in `12 Mei 2024` and in `bulan Mei`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span
from translator.language.numbers.english import MONTHS
from translator.language.numbers.number import Number, NumberKind

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
_NUMBERS = {name: number for number, names in enumerate(_INDONESIAN, 1) for name in names}
_NAME = "|".join(_NUMBERS)
_MONTH = re.compile(
    rf"""(?<![\w.,])(?:\d\d?\s+|(?:bulan|Bulan)\s+)(?P<dated>{_NAME})\b
    | \b(?P<dating>{_NAME})\b(?=\.?\s+(?:19|20)\d\d\b)""",
    re.VERBOSE,
)
_DATED = re.compile(r"\d|[Bb]ulan")  # which most sentences are not, and so soon done


def find(source: str) -> Iterator[Number]:
    """The names of months that stand behind a day or `bulan`, or before a year."""
    for found in _MONTH.finditer(source) if _DATED.search(source) else ():
        group = "dated" if found["dated"] else "dating"
        number = _NUMBERS[found[group]]
        name = MONTHS[number - 1]
        forms = (name, name[:3], "Sept" if number == 9 else name, str(number), f"{number:02}")
        yield Number(Span(*found.span(group)), found[group], tuple(dict.fromkeys(forms)), NumberKind.MONTH)

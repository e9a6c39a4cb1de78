"""How long something lasts, and decades: tiga hari is three days, 1990-an is the 1990s.

Minutes and seconds are units like those of length.
"""

from __future__ import annotations

import re

from translator.language.expressions import Expression, expression_at
from translator.language.numbers.months import MONTHS_BY_NAME as MONTHS

_UNITS = {
    "jam": "hours, hour*, o'clock, o’clock, hr, hrs, h, clock*, watch*, 24/7, daily",
    "hari": "days, day*, daily",
    "minggu": "weeks, week*, wk, wks, fortnight*",
    "pekan": "weeks, week*, wk, wks, fortnight*",
    "bulan": "months, month*, mo, moon*",
    "tahun": "years, year*, yr*, annual*, anniversar*, aged, age*, old, decade*, centur*, millenni*",
    "dekade": "decades, decade*",
    "dasawarsa": "decades, decade*",
    "abad": "centuries, centur*",
}
_COUNT = (
    r"(?:(?<![\w.,/×-])\d(?:[\d.,]{0,30}\d)?|\b(?i:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus"
    r"|belas|puluh|ratus|ribu|juta))"
)
_MONTH_BEHIND = rf"(?<=bulan)\s(?:{'|'.join(MONTHS)})\b"  # enam bulan Maret: the sixth of March
_DURATION = re.compile(rf"{_COUNT}\s(?P<unit>{'|'.join(_UNITS)})(?![\w-])(?!{_MONTH_BEHIND})")
_DECADE = re.compile(r"(?<!\d)(?P<century>1\d|20)(?P<tens>\d0)(?P<ending>-an)(?!\w)", re.ASCII)
_TENS = "centur* tens twenties thirties forties fifties sixties seventies eighties nineties".split()
_AGE_BEFORE = re.compile(r"\b(?:ber)?(?:usia|umur)(?:nya)?\s.{0,20}\Z|\(\Z", re.IGNORECASE)
# Characters before a number in which the word for age can stand.
CONTEXT = 30


def find(source: str) -> list[Expression]:
    """The times behind the numbers of an Indonesian text; not those of an age, which English often leaves out.

    Of a decade the ending is looked at, for its year is a number.
    """
    found = []
    for decade in _DECADE.finditer(source):
        found.append(expression_at(decade, _english_decade(decade["century"], decade["tens"]), "ending"))
    for duration in _DURATION.finditer(source):
        if not _AGE_BEFORE.search(source, max(0, duration.start() - CONTEXT), duration.start()):
            found.append(expression_at(duration, tuple(_UNITS[duration["unit"]].split(", ")), "unit"))
    return found


def _english_decade(century: str, tens: str) -> tuple[str, ...]:
    """1990s, '90s, nineties; of 1900-an also the century."""
    name = _TENS[int(tens) // 10]
    return (f"{century}{tens}s", f"{century}{tens}'s", f"{century}{tens}’s", f"{tens}s", f"{tens}'s", name, "decade*")

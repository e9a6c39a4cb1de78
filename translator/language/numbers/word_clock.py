"""Times of day in words: pukul setengah tujuh is half past six, jam tujuh lewat sepuluh is ten past seven."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.language.numbers.english_words import words
from translator.language.numbers.number import Number, NumberKind, number_at
from translator.language.numbers.word_values import UNITS, value_of

_HOURS = {**UNITS, "sepuluh": 10, "sebelas": 11, "dua belas": 12}
_HOUR = "|".join(name.replace(" ", r"\s+") for name in sorted(_HOURS, key=len, reverse=True))
_MINUTE_WORD = "|".join((*UNITS, "sepuluh", "sebelas", "belas", "puluh", "seperempat"))
_TIME = re.compile(
    rf"""(?<![\w-])(?<!\d\s)(?:pukul|jam)\s+(?:(?P<half>setengah\s+(?P<next>{_HOUR}))
    |(?P<hour>{_HOUR})\s+(?P<sign>lewat|lebih|kurang)\s+(?P<minutes>(?:{_MINUTE_WORD})(?:\s+(?:{_MINUTE_WORD})){{0,2}})
    (?:\s+menit)?)(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_HALF, _QUARTER, _HOUR_LENGTH = 30, 15, 60


def find(source: str) -> Iterator[Number]:
    """The times of day in words that are no full hour."""
    for found in _TIME.finditer(source):
        time = _hour_and_minutes(found)
        if time:
            yield number_at(found.start(), found[0], _forms(*time), NumberKind.TIME)


def _hour_and_minutes(found: re.Match[str]) -> tuple[int, int] | None:
    """The hour, from 1 to 12, and its minutes."""
    hour = _HOURS[" ".join((found["next"] or found["hour"]).lower().split())]
    if found["half"]:
        return _before(hour), _HALF
    minutes = _minutes(found["minutes"].lower())
    if not 0 < minutes < _HOUR_LENGTH:
        return None
    if found["sign"].lower() == "kurang":
        return _before(hour), _HOUR_LENGTH - minutes
    return hour, minutes


def _before(hour: int) -> int:
    return hour - 1 or 12


def _minutes(text: str) -> int:
    if text == "seperempat":
        return _QUARTER
    return int(value_of(text.split()) or 0)


def _forms(hour: int, minutes: int) -> Iterator[str]:
    """The English forms of a time, with the hour of the morning or of the afternoon."""
    following = words(hour % 12 + 1)
    for shown in (hour, hour + 12):
        yield f"{shown}:{minutes:02}"
        yield f"{shown:02}:{minutes:02}"
        yield f"{shown}.{minutes:02}"
    if minutes == _HALF:
        yield f"half past {words(hour)}"
    elif minutes < _HALF:
        yield from _beside(minutes, "past", words(hour))
    else:
        yield from _beside(_HOUR_LENGTH - minutes, "to", following)
    yield f"{words(hour)} {words(minutes)}"


def _beside(minutes: int, link: str, hour: str) -> Iterator[str]:
    """Ten past seven, 10 minutes past seven, a quarter to eight."""
    if minutes == _QUARTER:
        yield f"quarter {link} {hour}"
    for shown in (words(minutes), str(minutes)):
        yield f"{shown} {link} {hour}"
        yield f"{shown} minutes {link} {hour}"

"""Times of day: pukul 10.30, 14.15 WIB, 07.00-09.00; and what may not stand behind them in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from translator.language.numbers.notation import LABEL_BEFORE

_ZONE = r"(?:WIB|WITA|WIT|UTC|GMT)\b"
_TO = r"(?:-|–|hingga|sampai|s\.d\.|s/d)"
_BEFORE = re.compile(
    rf"(?<!\d )\b(?:pukul|jam|pkl\.?|pk\.)\s*$|\d[.:]\d\d\s*{_TO}\s*$",
    re.IGNORECASE | re.ASCII,
)
_AFTER = re.compile(rf"\s*(?:{_TO}\s*\d\d?[.:]\d\d\s*)?{_ZONE}", re.ASCII | re.IGNORECASE)
_DAY_PART = r"(?:pagi|siang|sore|petang|malam|dini hari|waktu setempat)\b"
_AFTER_MINUTES = re.compile(rf"{_AFTER.pattern}|\s*{_DAY_PART}", re.ASCII | re.IGNORECASE)
# Digits that are no decimal, for those have a comma: with a leading zero, or behind a word for what has a time.
_BARE = re.compile(
    r"""(?:(?<![\d.,:])0\d
    |\b(?:berangkat|tiba|(?:di)?mulai|(?:di)?buka|(?:di)?tutup|selesai|berakhir|mendarat|landas|tayang|disiarkan)\s+
     (?:1\d|2[0-4]))\.[0-5]\d\Z""",
    re.IGNORECASE | re.ASCII | re.VERBOSE,
)
_DAY_PARTS = re.compile(r"\b(?:pagi|subuh|dini hari|siang|sore|petang|malam|tengah hari)\b", re.IGNORECASE)
_MORNING = frozenset({"pagi", "subuh", "dini hari"})
_AM, _PM = (" am", " a.m"), (" pm", " p.m")


def is_time(digits: str, before: str, after: str) -> bool:
    """Do digits and the words beside them say that they are a time of day? `malam` behind a whole number counts nights.

    before, after: the text on either side.
    """
    behind = _AFTER if digits.isdigit() else _AFTER_MINUTES
    if _BEFORE.search(before) or behind.match(after):
        return True
    if LABEL_BEFORE.search(before):
        return False
    return _BARE.search(before + digits) is not None


def refused(digits: str, hour: int, minutes: str, source: str) -> tuple[str, ...]:
    """What may not stand for a time: 9:30 p.m. for 09.30, 20:05 p.m. for 20.05 malam, 00:15 a.m. for 00.15.

    Nothing where twelve hours may be counted.

    minutes: two digits.
    """
    if hour <= 12:
        parts = _day_parts(source)
        is_sure = parts <= _MORNING if parts else digits[:2].isdigit()
        if not is_sure:
            return ()
    if hour == 0:
        return (*_with_halves((0,), minutes, _AM + _PM), *_with_halves((12,), minutes, _PM))
    if hour < 12:
        return tuple(_with_halves((hour,), minutes, _PM))
    if hour == 12:
        return tuple(_with_halves((hour,), minutes, _AM))
    in_24_hours = _with_halves((hour,), minutes, _AM + _PM)
    if hour == 24:
        return tuple(in_24_hours)
    return (*in_24_hours, *_with_halves((hour - 12,), minutes, _AM))


@lru_cache(maxsize=1)  # a text may have very many times
def _day_parts(source: str) -> frozenset[str]:
    """The words for parts of the day in a text."""
    return frozenset(found[0].lower() for found in _DAY_PARTS.finditer(source))


def _with_halves(hours: Iterable[int], minutes: str, halves: Sequence[str]) -> Iterator[str]:
    """Times with a half of the day behind them; a full hour also without its minutes."""
    for hour in hours:
        for shown in (str(hour), f"{hour:02}"):
            times = [f"{shown}:{minutes}", f"{shown}.{minutes}"]
            if minutes == "00":
                times.append(shown)
            yield from map("".join, product(times, halves))

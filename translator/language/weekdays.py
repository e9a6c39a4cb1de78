"""Days of the week, and the part of the day that stands behind one: Senin pagi is Monday morning.

`Minggu` is Sunday or a week, and `minggu` is always a week.
"""

from __future__ import annotations

import re

from translator.language.expressions import Expression, expression_at

_DAYS = {
    "Senin": ("Monday", "Mon"),
    "Selasa": ("Tuesday", "Tue", "Tues"),
    "Rabu": ("Wednesday", "Wed"),
    "Kamis": ("Thursday", "Thu", "Thur", "Thurs"),
    "Jumat": ("Friday", "Fri"),
    "Jum'at": ("Friday", "Fri"),
    "Jum’at": ("Friday", "Fri"),
    "Sabtu": ("Saturday", "Sat"),
    "Minggu": ("Sunday", "Sun", "week*"),
    "Ahad": ("Sunday", "Sun"),
}
# Each part of the day with all that English may call it.
_PARTS = {
    "dini hari": "early morning, early*, dawn, morning*, a.m, am, midnight, small hours, overnight, night*",
    "pagi": "morning, mornings, early, dawn, a.m, am, breakfast",
    "siang": "afternoon, afternoons, noon, midday, mid-day, daytime, lunch*, p.m, pm, a.m, am, day",
    "sore": "afternoon, afternoons, evening*, late, p.m, pm, dusk",
    "petang": "evening, evenings, afternoon*, late, p.m, pm, dusk",
    "malam": "night, night*, evening*, tonight, overnight, late, eve, midnight, p.m, pm, a.m, am",
}
_DAY = re.compile(
    rf"(?<![\w-])(?P<day>{'|'.join(_DAYS)})(?![\w-])(?:\s+(?P<part>{'|'.join(_PARTS)})(?![\w-]))?",
)


def find(source: str) -> list[Expression]:
    """The days of the week in an Indonesian text, and the parts of the day right behind them.

    A day may also stand as the source has it: Pasar Minggu is a place.
    """
    found = []
    for day in _DAY.finditer(source):
        usual, *others = _DAYS[day["day"]]
        found.append(expression_at(day, (usual, f"{usual}s", *others, day["day"]), "day"))
        if day["part"]:
            found.append(expression_at(day, tuple(_PARTS[day["part"]].split(", ")), "part"))
    return found

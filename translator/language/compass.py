"""Points of the compass: barat daya is southwest, not west."""

from __future__ import annotations

import re
from itertools import chain

from translator.document import Span
from translator.language import expressions
from translator.language.expressions import Expression, expression_at

_ENDINGS = ("", "ern*", "erly", "erlies", "ward*", "bound")
# Each point: its English words, its abbreviation, and what else is said for it.
_POINTS = {
    "barat daya": (("southwest", "south west"), "SW", ()),
    "barat laut": (("northwest", "north west"), "NW", ()),
    "timur laut": (("northeast", "north east"), "NE", ()),
    "tenggara": (("southeast", "south east"), "SE", ("south eastern*",)),
    "utara": (("north",), "N", ("arctic", "boreal*", "upper", "upstate")),
    "selatan": (("south",), "S", ("antarctic*", "austral*")),
    "timur": (("east",), "E", ("orient*", "levant*")),
    "barat": (("west",), "W", ("occident*",)),
}


def _forms(words: tuple[str, ...], abbreviation: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """The English forms of a point: northwest, northwestern, northwesterly, NW."""
    forms = [word + ending for ending in _ENDINGS for word in words]
    return (*forms, abbreviation, *others)


_FORMS = {name: _forms(*point) for name, point in _POINTS.items()}
_ALL_FORMS = tuple(dict.fromkeys(chain.from_iterable(_FORMS.values())))
# `di barat Laut Jawa` is west of the Java Sea: both words have a capital, or neither.
_POINT = re.compile(
    r"""(?<![\w-])(?:barat\s+daya|Barat\s+Daya|BARAT\s+DAYA|barat\s+laut|Barat\s+Laut|BARAT\s+LAUT
    |timur\s+laut|Timur\s+Laut|TIMUR\s+LAUT|tenggara|Tenggara|TENGGARA|utara|Utara|UTARA|selatan|Selatan|SELATAN
    |timur|Timur|TIMUR|barat|Barat|BARAT)(?![\w-])""",
    re.VERBOSE,
)


def find(source: str) -> list[Expression]:
    """The points of the compass in an Indonesian text; one in a name may stay as it is (Nusa Tenggara)."""
    points = []
    for found in _POINT.finditer(source):
        name = " ".join(found[0].lower().split())
        forms = _FORMS[name]
        if found[0][0].isupper():
            forms = (*forms, found[0])
        points.append(expression_at(found, forms))
    return points


def written(target: str) -> list[Span]:
    """Where points of the compass stand in an English text."""
    return expressions.written(_ALL_FORMS, target)

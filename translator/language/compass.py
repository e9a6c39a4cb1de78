"""Points of the compass: barat daya is southwest, not west."""

from __future__ import annotations

import re
from collections.abc import Iterable
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


_FORMS = {name.replace(" ", ""): _forms(*point) for name, point in _POINTS.items()}
_ALL_FORMS = tuple(dict.fromkeys(chain.from_iterable(_FORMS.values())))
# `di barat Laut Jawa` is west of the Java Sea: a capital of the second word wants one of the first.
_POINT = re.compile(
    r"""(?<![\w-])(?:[Bb]arat[\s-]{0,3}(?:daya|laut)|[Tt]imur[\s-]{0,3}laut
    |Barat[\s-]{1,3}(?:Daya|Laut)|Timur[\s-]{1,3}Laut|BARAT[\s-]{0,3}(?:DAYA|LAUT)|TIMUR[\s-]{0,3}LAUT
    |tenggara|Tenggara|TENGGARA|utara|Utara|UTARA|selatan|Selatan|SELATAN|timur|Timur|TIMUR|barat|Barat|BARAT
    )(?![\w-])""",
    re.VERBOSE,
)
# An English point without its ending.
_STEM = re.compile(r"(?:(?:north|south)[ -]?)?(?:east|west)|north|south", re.IGNORECASE)
_GAPS = re.compile(r"[\s-]+")
LETTERS_OF_ABBREVIATION = 2


def find(source: str) -> list[Expression]:
    """The points of the compass in an Indonesian text; one in a name may stay as it is (Nusa Tenggara)."""
    points = []
    for found in _POINT.finditer(source):
        forms = _FORMS[_GAPS.sub("", found[0].lower())]
        if found[0][0].isupper():
            forms = (*forms, found[0])
        points.append(expression_at(found, forms))
    return points


def cuts(points: Iterable[Expression], span: Span) -> bool:
    """Does a span begin inside a point, as `laut Timor` does in `barat laut Timor`? It is no sea there."""
    return any(point.span.start < span.start < point.span.end for point in points)


def written(target: str) -> list[Span]:
    """Where points of the compass stand in an English text."""
    return expressions.written(_ALL_FORMS, target)


def like(word: str, point: Expression) -> str:
    """The English of a point in the form of another point's: southwestern for Northern, SW for W."""
    if word.isupper() and len(word) <= LETTERS_OF_ABBREVIATION:
        return next(filter(str.isupper, point.accepted))
    stem = _STEM.match(word)
    ending = word[stem.end() :] if stem else ""
    form = point.accepted[0] + ending
    if word[0].isupper():
        return form.capitalize()
    return form

"""Numbers in words: dua belas ribu, setengah juta, ketiga, sepertiga.

Only those are read that must show in the English. `satu` is an article as often as a number, `dua` and `kedua` may be
both, other, again; `pertama` may be early or at first; `beberapa ratus` says no number, `puluhan ribu` its size. Words
with a capital inside a sentence belong to a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from translator.document import Span
from translator.language.numbers.english import SCALE_NAMES, fraction, halves, ordinal, values, words
from translator.language.numbers.number import Number, NumberKind

_UNITS = dict(zip("satu dua tiga empat lima enam tujuh delapan sembilan".split(), range(1, 10), strict=True))
_WHOLE = _UNITS | {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}
_ONE_OF = {f"se{name}": exponent for name, exponent in _SCALES.items()}
_ALL = "|".join(sorted((*_WHOLE, *_SCALES, *_ONE_OF, "belas", "puluh", "ratus", "setengah"), key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w-])(?P<ordinal>ke-?)?(?P<words>(?:{_ALL})(?:(?:\s+|-)(?:{_ALL})){{0,40}})(?![\w-])", re.IGNORECASE
)
_PART = re.compile(
    rf"(?<![\w-])(?P<above>se|(?:{'|'.join(_UNITS)})\s+)per(?P<below>{'|'.join([*_UNITS, 'sepuluh'])})\b(?!-)",
    re.IGNORECASE,
)
_SIZES = r"ribu|juta|mil[iy]ar|tril[iy]un"
_VAGUE = re.compile(
    rf"(?<![\w-])(?:(?P<many>belasan|puluhan|ratusan)(?:\s+(?P<of>{_SIZES}))?|(?P<alone>{_SIZES})an)\b"
    rf"(?!-|\s+(?:{_SIZES}|tahun)\b)",
    re.IGNORECASE,
)
_MANY = {
    "belasan": ("dozens", "dozen", "more than ten", "over ten", "tens"),
    "puluhan": ("dozens", "tens", "scores", "dozen"),
    "ratusan": ("hundreds", "hundred"),
}
_MANY_OF = {"belasan": ("tens",), "puluhan": ("tens", "dozens"), "ratusan": ("hundreds", "several hundred")}
_COUNTED_BEFORE = re.compile(rf"(?:\d|\b(?:{'|'.join(_UNITS)}|beberapa|belas|puluh|ratus))\s*\Z", re.IGNORECASE)
_HALF = re.compile(r"(?<![\w-])(?:setengah|separuh)\b(?=\s+dari\b)", re.IGNORECASE)
_NO_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:segi|kaki|simpang|beberapa|sekian|koma|atau|per|(?:puluh|ratus|ribu|juta)an))\s*\Z", re.IGNORECASE
)
_NO_NUMBER_AFTER = re.compile(r"\s*(?:atau|koma|\d|(?:belas|puluh|ratus|ribu|juta)an)", re.IGNORECASE)
_LEAST = 3  # below it the English may show anything
_ALSO = {
    3: ("triple", "trio", "triad", "threefold"),
    20: ("two dozen", "score"),
    4: ("quadruple", "quartet", "fourfold"),
    5: ("quintet",),
}


def find(source: str) -> Iterator[Number]:
    """The numbers in words, fractions first."""
    start = re.search(r"\w", source)
    first = start.start() if start else 0
    for found in _PART.finditer(source):
        above = 1 if found["above"].lower() == "se" else _UNITS[found["above"].strip().lower()]
        below = _WHOLE[found["below"].lower()]
        if below > above and below > 1 and not (found[0][0].isupper() and found.start() > first):
            forms = tuple(dict.fromkeys(_as_words_first(fraction(f"{above}/{below}"))))
            yield Number(Span(*found.span()), found[0], forms, NumberKind.FRACTION)
    for found in _HALF.finditer(source):
        yield Number(Span(*found.span()), found[0], ("half", "one half", "1/2", "halves"), NumberKind.FRACTION)
    for found in _VAGUE.finditer(source):
        named = found[0][0].isupper() and found.start() > first
        if not named and not _COUNTED_BEFORE.search(source, max(0, found.start() - 20), found.start()):
            yield Number(Span(*found.span()), found[0], tuple(_sizes(found)), NumberKind.VAGUE)
    for found in _NUMBER.finditer(source):
        before = source[max(0, found.start() - 20) : found.start()]
        if (found[0][0].isupper() and found.start() > first) or _NO_NUMBER_BEFORE.search(before):
            continue
        value = value_of(found["words"].lower().replace("-", " ").split())
        if value is None or value < _LEAST or _NO_NUMBER_AFTER.match(source, found.end()):
            continue
        is_ordinal = bool(found["ordinal"])
        if is_ordinal and value != int(value):
            continue
        forms = tuple(dict.fromkeys(_ordinals(int(value)) if is_ordinal else _cardinals(value)))
        yield Number(Span(*found.span()), found[0], forms, NumberKind.ORDINAL if is_ordinal else NumberKind.WORDS)


def _sizes(found: re.Match[str]) -> Iterator[str]:
    """puluhan ribu: tens of thousands."""
    many, scale = (found["many"] or "").lower(), found["of"] or found["alone"]
    if not scale:
        yield from _MANY[many]
        return
    name, names, _ = SCALE_NAMES[_SCALES[scale.lower()]]
    if many:
        yield from (f"{size} of {names}" for size in _MANY_OF[many])
        yield from (f"{size} {name}" for size in _MANY_OF[many])
    else:
        yield from (names, name)


def value_of(tokens: Sequence[str]) -> Decimal | None:
    """The value of number words, or None where they do not make one number (`tiga empat orang`, `ratus`)."""
    total, rest, last = Decimal(0), list(tokens), 15
    while rest:
        place = next((place for place, token in enumerate(rest) if token in _SCALES or token in _ONE_OF), None)
        if place is None:
            below = _below_thousand(rest)
            return None if below is None or (below != int(below) and total) else total + below
        exponent = _SCALES.get(rest[place]) or _ONE_OF[rest[place]]
        count = Decimal(1) if rest[place] in _ONE_OF and not place else _below_thousand(rest[:place])
        if exponent >= last or count is None or (rest[place] in _ONE_OF and place):
            return None
        total, rest, last = total + count.scaleb(exponent), rest[place + 1 :], exponent
    return total


def _below_thousand(tokens: Sequence[str]) -> Decimal | None:
    """The value of words without ribu, juta, ...; `setengah` may end them."""
    if not tokens:
        return None
    if tokens[-1] == "setengah":
        whole = _below_thousand(tokens[:-1]) if tokens[:-1] else Decimal(0)
        return None if whole is None or whole != int(whole) else whole + Decimal("0.5")
    total, rest = 0, list(tokens)
    for power, unit in ((100, "ratus"), (10, "puluh")):
        if len(rest) > 1 and rest[1] == unit and rest[0] in _UNITS:
            total, rest = total + power * _UNITS[rest[0]], rest[2:]
        elif rest and power == 100 and rest[0] == "seratus":
            total, rest = total + 100, rest[1:]
    if len(rest) == 2 and rest[1] == "belas" and rest[0] in _UNITS and total % 100 == 0:
        return Decimal(total + 10 + _UNITS[rest[0]])
    if len(rest) == 1 and rest[0] in _WHOLE and (_WHOLE[rest[0]] < 10 or total % 100 == 0) and rest[0] != "seratus":
        return Decimal(total + _WHOLE[rest[0]])
    return Decimal(total) if not rest else None


def _cardinals(value: Decimal) -> Iterator[str]:
    whole = int(value)
    yield from halves(value)
    if value == whole:
        yield words(whole)
        yield words(whole).replace(" and ", " ")
        if whole <= 100:
            yield ordinal(words(whole))
        yield from _ALSO.get(whole, ())
    yield from values(value)


def _ordinals(value: int) -> Iterator[str]:
    """ketiga is the third, or all three."""
    yield ordinal(words(value))
    yield words(value)
    yield str(value)


def _as_words_first(forms: Iterator[str]) -> list[str]:
    figures, *rest = forms
    return [*rest[:1], figures, *rest[1:]]

"""Numbers in words: dua belas ribu, setengah juta, ketiga, sepertiga.

Only those are found that must show in the English. `satu` is an article as often as a number; `dua` and `kedua` may be
both, other or again; `pertama` may be early or at first. `beberapa ratus` says no number; `puluhan ribu` says its size.
A word with a capital inside a sentence belongs to a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from translator.language.numbers.english import HALF, fraction, halves, values
from translator.language.numbers.english_words import SCALE_NAMES, ordinal, words
from translator.language.numbers.number import Number, NumberKind, number_at

# Below three the English may show anything: both, a pair, again.
MIN_VALUE = 3
# Up to here a cardinal may stand as an ordinal in English.
MAX_ORDINAL = 100
# Characters before a number in which a word can say that it is none.
CONTEXT = 20

_UNITS = dict(zip("satu dua tiga empat lima enam tujuh delapan sembilan".split(), range(1, 10), strict=True))
_WHOLE = _UNITS | {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}
_ONE_OF = {f"se{name}": exponent for name, exponent in _SCALES.items()}
_ALL = "|".join(sorted((*_WHOLE, *_SCALES, *_ONE_OF, "belas", "puluh", "ratus", "setengah"), key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w-])(?P<ordinal>ke-?)?(?P<words>(?:{_ALL})(?:(?:\s+|-)(?:{_ALL})){{0,40}})(?![\w-])", re.IGNORECASE
)
_PART = re.compile(
    rf"(?<![\w-])(?P<above>se|(?:{'|'.join(_UNITS)})\s+)per[ ]?(?P<below>{'|'.join([*_UNITS, 'sepuluh'])})\b(?!-)",
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
# A unit of which one speaks in halves: its English name, and how many of a smaller unit it has.
_HALVED = {
    "jam": ("hour", 60, "minute"),
    "menit": ("minute", 60, "second"),
    "hari": ("day", 24, "hour"),
    "minggu": ("week", 7, "day"),
    "bulan": ("month", 4, "week"),
    "tahun": ("year", 12, "month"),
    "abad": ("century", 100, "year"),
    "dekade": ("decade", 10, "year"),
    "lusin": ("dozen", 12, "piece"),
    "kilometer": ("kilometer", 1000, "meter"),
    "km": ("km", 1000, "m"),
    "meter": ("meter", 100, "centimeter"),
    "kilogram": ("kilogram", 1000, "gram"),
    "kilo": ("kilo", 1000, "gram"),
    "liter": ("liter", 1000, "milliliter"),
    "ton": ("ton", 1000, "kilogram"),
}
_HALVED_NAMES = "|".join(_HALVED)
_UNIT_AFTER = re.compile(rf"\s+(?P<unit>{_HALVED_NAMES})\b", re.IGNORECASE)
_HALF = re.compile(rf"(?<![\w-])(?:setengah|separuh)\b(?=\s+(?:dari|{_HALVED_NAMES})\b)", re.IGNORECASE)
_HALF_FORMS = ("half", "one half", "1/2", "½", "halves", "0.5", "semi", "halfway")
# Digits behind `koma`, one by one (dua lima) or as one number (dua puluh lima).
_DIGIT = "|".join(("nol", "kosong", *_UNITS))
_POINT = re.compile(
    rf"""(?<![\w-])(?P<whole>nol|(?:{_ALL})(?:\s+(?:{_ALL})){{0,12}})\s+koma\s+
    (?P<decimals>(?:{_DIGIT}|sepuluh|sebelas)(?:\s+(?:{_DIGIT}|belas|puluh)){{0,8}})
    (?:\s+(?P<scale>{_SIZES}))?(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:segi|kaki|simpang|beberapa|sekian|koma|atau|per|(?:puluh|ratus|ribu|juta)an))\s*\Z", re.IGNORECASE
)
_NO_NUMBER_AFTER = re.compile(r"\s*(?:atau|koma|\d|(?:belas|puluh|ratus|ribu|juta)an)", re.IGNORECASE)
_OTHER_WORDS = {
    3: ("triple", "trio", "triad", "threefold"),
    20: ("two dozen", "score"),
    4: ("quadruple", "quartet", "fourfold"),
    5: ("quintet",),
}
_LETTER = re.compile(r"\w")

# A number below a thousand, each word behind a blank: seratus | dua ratus, then dua puluh lima | dua belas | sebelas |
# lima, then setengah.
_UNIT = "|".join(_UNITS)
_BELOW_THOUSAND = re.compile(
    rf"""(?:\ (?P<hundreds>{_UNIT})\ ratus | (?P<hundred>\ seratus))?
    (?:\ (?P<tens>{_UNIT})\ puluh(?:\ (?P<unit>{_UNIT}))? | \ (?P<teens>{_UNIT})\ belas
     | (?P<ten>\ sepuluh) | (?P<eleven>\ sebelas) | \ (?P<only>{_UNIT}))?
    (?P<half>\ setengah)?""",
    re.VERBOSE,
)
_DIGITS = {"nol": "0", "kosong": "0"} | {word: str(value) for word, value in _UNITS.items()}
_WORTH = {"hundreds": 100, "tens": 10, "unit": 1, "teens": 1, "only": 1}
_ADDED: dict[str, Decimal | int] = {"hundred": 100, "teens": 10, "ten": 10, "eleven": 11, "half": HALF}


def find(source: str) -> Iterator[Number]:
    """The numbers in words, fractions first."""
    start = _LETTER.search(source)
    first = start.start() if start else 0
    return chain(
        _parts(source, first),
        _points(source, first),
        _sizes(source, first),
        _counts(source, first),
        _half(source),
    )


def _is_named(found: re.Match[str], first: int) -> bool:
    """Does a word begin with a capital inside a sentence? first: where the sentence's first word begins."""
    if found.start() <= first:
        return False
    return found[0][0].isupper()


def _parts(source: str, first: int) -> Iterator[Number]:
    """Fractions: sepertiga, dua pertiga."""
    for found in _PART.finditer(source):
        above = _UNITS.get(found["above"].strip().lower(), 1)
        below = _WHOLE[found["below"].lower()]
        if below <= above or _is_named(found, first):
            continue
        figures, in_words, *others = fraction(f"{above}/{below}")
        forms = (in_words, figures, *others)
        yield number_at(found.start(), found[0], forms, NumberKind.FRACTION)


def _half(source: str) -> Iterator[Number]:
    """A half of what is named behind it: setengah dari, setengah jam."""
    for found in _HALF.finditer(source):
        forms = chain(_HALF_FORMS, _in_smaller_unit(HALF, source, found.end()))
        yield number_at(found.start(), found[0], forms, NumberKind.FRACTION)


def _in_smaller_unit(value: Decimal, source: str, end: int) -> Iterator[str]:
    """Half an hour is 30 minutes, an hour and a half is 90. end: where the number words end in the source."""
    unit = _UNIT_AFTER.match(source, end)
    if not unit:
        return
    name, size, smaller = _HALVED[unit["unit"].lower()]
    whole, count = int(value), int(value * size)
    for ending in ("", "s"):
        yield f"{count:,} {smaller}{ending}"
        yield f"{words(count)} {smaller}{ending}"
    if whole == 1:
        yield f"a {name} and a half"
        yield f"an {name} and a half"
    for number in (str(whole), words(whole)):
        yield f"{number} {name} and a half"
        yield f"{number} {name}s and a half"


def _points(source: str, first: int) -> Iterator[Number]:
    """Decimals in words: lima koma tiga, nol koma dua lima, dua koma lima juta."""
    if "koma" not in source.casefold():
        return
    for found in _POINT.finditer(source):
        if _is_named(found, first):
            continue
        value = _point_value(found)
        if value is None:
            continue
        scale = found["scale"]
        forms = _scaled(value, scale.lower()) if scale else _point_forms(value)
        yield number_at(found.start(), found[0], forms, NumberKind.WORDS)


def _point_value(found: re.Match[str]) -> Decimal | None:
    """The value of words with `koma` between them, or None where they make no number."""
    tokens = found["whole"].lower().split()
    whole = Decimal(0) if tokens == ["nol"] else value_of(tokens)
    decimals = _decimals_of(found["decimals"].lower().split())
    if whole is None or not decimals:
        return None
    if whole == int(whole):
        return Decimal(f"{whole:f}.{decimals}")
    return None


def _decimals_of(tokens: Sequence[str]) -> str:
    """The digits behind `koma`; nothing where the words are none."""
    digits = [_DIGITS.get(token, "") for token in tokens]
    if all(digits):
        return "".join(digits)
    value = _below_thousand(tokens)
    if value is None:
        return ""
    return f"{value:f}"


def _point_forms(value: Decimal) -> Iterator[str]:
    figures = f"{value:,f}"
    yield figures
    _, _, decimals = figures.partition(".")
    whole = words(int(value))
    digits = " ".join(words(int(digit)) for digit in decimals)
    yield f"{whole} point {digits}"
    yield f"{whole} point {words(int(decimals))}"
    if whole == "zero":
        yield f"point {digits}"
    yield from values(value)


def _scaled(value: Decimal, scale: str) -> Iterator[str]:
    exponent = _SCALES[scale]
    for name in SCALE_NAMES[exponent]:
        yield f"{value:f} {name}"
        for form in _point_forms(value):
            yield f"{form} {name}"
    yield from values(value.scaleb(exponent))


def _sizes(source: str, first: int) -> Iterator[Number]:
    """Words that say the size of a number: puluhan, ratusan ribu, jutaan."""
    for found in _VAGUE.finditer(source):
        if _is_named(found, first):
            continue
        if _COUNTED_BEFORE.search(source, max(0, found.start() - CONTEXT), found.start()):
            continue
        yield number_at(found.start(), found[0], _forms_of_size(found), NumberKind.VAGUE)


def _forms_of_size(found: re.Match[str]) -> Iterator[str]:
    """puluhan ribu: tens of thousands."""
    many = (found["many"] or "").lower()
    scale = found["of"] or found["alone"]
    if not scale:
        yield from _MANY[many]
        return
    name, names, _ = SCALE_NAMES[_SCALES[scale.lower()]]
    if not many:
        yield names
        yield name
        return
    for noun in (f"of {names}", name):
        for size in _MANY_OF[many]:
            yield f"{size} {noun}"


def _counts(source: str, first: int) -> Iterator[Number]:
    """Cardinals and ordinals: dua belas ribu, kesembilan belas."""
    for found in _NUMBER.finditer(source):
        if _is_named(found, first) or _is_no_number(found, source):
            continue
        value = value_of(found["words"].lower().replace("-", " ").split())
        if value is None or not _must_show(value):
            continue
        if value % 1:
            forms = chain(_halved(value), _in_smaller_unit(value, source, found.end()))
            yield number_at(found.start(), found[0], forms, NumberKind.FRACTION)
        elif found["ordinal"]:
            yield number_at(found.start(), found[0], _ordinals(int(value)), NumberKind.ORDINAL)
        else:
            yield number_at(found.start(), found[0], _cardinals(value), NumberKind.WORDS)


def _must_show(value: Decimal) -> bool:
    """Must a value show in the English? One and two may be an article or `both`; one and a half is nothing else."""
    smallest = 1 if value % 1 else MIN_VALUE
    return value >= smallest


def _is_no_number(found: re.Match[str], source: str) -> bool:
    """Do the words beside number words say that they count nothing: segi empat, tiga atau empat?"""
    if _NO_NUMBER_BEFORE.search(source, max(0, found.start() - CONTEXT), found.start()):
        return True
    return _NO_NUMBER_AFTER.match(source, found.end()) is not None


def value_of(tokens: Sequence[str]) -> Decimal | None:
    """The value of number words, or None where they do not make one number (`tiga empat orang`, `ratus`)."""
    total, last = Decimal(0), max(SCALE_NAMES) + 1
    count: list[str] = []
    for token in tokens:
        exponent = _SCALES.get(token) or _ONE_OF.get(token)
        if exponent is None:
            count.append(token)
            continue
        value = _count_of_scale(token, count)
        if value is None or exponent >= last:
            return None
        total += value.scaleb(exponent)
        last = exponent
        count = []
    if not count:
        return total
    rest = _below_thousand(count)
    if rest is None:
        return None
    is_half_behind_scale = total > 0 and rest % 1 > 0  # dua ribu setengah
    if is_half_behind_scale:
        return None
    return total + rest


def _count_of_scale(scale: str, count: Sequence[str]) -> Decimal | None:
    """How many of a scale there are: `dua` of dua juta, one of sejuta."""
    if scale in _SCALES:
        return _below_thousand(count)
    if count:
        return None
    return Decimal(1)


def _below_thousand(tokens: Sequence[str]) -> Decimal | None:
    """The value of words without ribu, juta, ...; `setengah` may end them."""
    found = _BELOW_THOUSAND.fullmatch("".join(f" {token}" for token in tokens))
    if not found or not tokens:
        return None
    total = Decimal(0)
    for group, word in found.groupdict(default="").items():
        unit = _UNITS.get(word, 0)
        total += unit * _WORTH.get(group, 0)
        if word:
            total += _ADDED.get(group, 0)
    return total


def _cardinals(value: Decimal) -> Iterator[str]:
    whole = int(value)
    yield from halves(value)
    yield words(whole)
    yield words(whole).replace(" and ", " ")
    if whole <= MAX_ORDINAL:
        yield ordinal(words(whole))
    yield from _OTHER_WORDS.get(whole, ())
    yield from values(value)


def _halved(value: Decimal) -> Iterator[str]:
    """Two and a half; value: a number with a half, not scaled."""
    whole = int(value)
    yield f"{words(whole)} and a half"
    yield f"{words(whole)} and one half"
    yield f"{whole}½"
    yield f"{whole} ½"
    yield f"{whole} 1/2"
    yield from values(value)


def _ordinals(value: int) -> Iterator[str]:
    """ketiga is the third, or all three."""
    yield ordinal(words(value))
    yield words(value)
    yield str(value)

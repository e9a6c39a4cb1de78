"""Units and currencies behind numbers: 30 knot is 30 knots, not 30 kilometers; 20.000 dong keeps its dong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from translator.document import Span
from translator.language import expressions
from translator.language.expressions import Expression, expression_at

# The Indonesian words of a unit, a colon, its English forms; a plural brings its singular, -meters brings -metres.
_TABLE = """
kilometer km: kilometers km kms kph kmh kmph
meter m: meters m mps
sentimeter cm: centimeters cm
milimeter mm: millimeters mm
mikrometer: micrometers microns
nanometer nm: nanometers nm
mil_laut: nautical_miles nmi nm NM
mil: miles mi mph
knot: knots kn kt kts
kaki: feet foot ft foot* leg* paws '
inci inchi: inches inch in "
yard: yards yd
ton: tons tonnes metric_tons t tonnage
kuintal: quintals
kilogram kg: kilograms kilogrammes kilos kg
kilo: kilos kilograms kilogrammes kg kilometers km
gram gr g: grams grammes g
miligram mg: milligrams mg
pon: pounds lb lbs
ons: ounces oz hectograms grams
liter: liters l L
mililiter ml: milliliters ml cc
galon: gallons gal
barel: barrels bbl
hektare hektar ha: hectares ha
are: ares
acre ekar: acres
derajat: degrees ° °C °F °K ° º ºC ºF
persen: percent per_cent percentage* % pct ppt
watt: watts W
kilowatt: kilowatts kW
megawatt MW: megawatts MW
gigawatt GW: gigawatts GW
volt: volts V
ampere amper: amperes amps A
mdpl: meters_above_sea_level metres_above_sea_level above_sea_level masl
SR skala_Richter: on_the_Richter_scale Richter magnitude*
hertz Hz: hertz Hz
kilohertz kHz: kilohertz kHz
megahertz MHz: megahertz MHz
gigahertz GHz: gigahertz GHz
kilokalori kilo_kalori kkal kcal: kilocalories kcal calories
kalori: calories kcal
atmosfer: atmospheres atm
rupiah: rupiahs rupiah IDR Rp
dolar: dollars $ US$ A$ S$ AU$ NZ$ C$ HK$ USD cents buck*
euro: euros euro EUR €
poundsterling pound: pounds GBP £ sterling
yen: yen JPY ¥
yuan renminbi: yuan renminbi CNY RMB ¥
won: won KRW ₩
baht: baht bahts THB ฿
ringgit: ringgit ringgits RM MYR
peso: pesos PHP MXN
dong: dong dongs VND ₫
kyat: kyat kyats MMK
riel: riel riels KHR
kip: kip kips LAK
rupee rupe: rupees INR Rs ₹
riyal rial real: riyals rials reals SAR
dinar: dinars KWD
dirham: dirhams AED
rubel: rubles roubles RUB ₽
lira: lira liras TRY ₺
franc frank: francs CHF
krona krone: krona krone kronor kroner
rand: rand ZAR
shekel syikal: shekels NIS ILS
taka: taka BDT
detik: seconds sec secs s split*
menit: minutes min mins
WIB wib: Western_Indonesia_Time western_indonesia_time western_indonesian_time west_indonesia_time WIB UTC+7 GMT+7
WITA wita: Central_Indonesia_Time central_indonesia_time central_indonesian_time WITA UTC+8 GMT+8
WIT: Eastern_Indonesia_Time eastern_indonesia_time eastern_indonesian_time east_indonesia_time WIT UTC+9 GMT+9
"""
_SQUARE = ("square {}", "sq {}", "sq. {}", "{} squared", "{}²", "{}2", "{} 2")
_CUBIC = ("cubic {}", "cu {}", "cu. {}", "{} cubed", "{}³", "{}3", "{} 3")
_POWERS = {
    "persegi": _SQUARE,
    "kuadrat": _SQUARE,
    "²": _SQUARE,
    "2": _SQUARE,
    "kubik": _CUBIC,
    "³": _CUBIC,
    "3": _CUBIC,
}
# The part of the day behind a time, which a model takes for nights that are counted.
_DAY_PARTS = {
    "pagi": ("a.m.", "am", "morning", "dawn"),
    "subuh": ("a.m.", "am", "dawn", "early morning", "morning"),
    "dini hari": ("a.m.", "am", "early hours", "early morning", "morning", "dawn", "after midnight"),
    "siang": ("p.m.", "pm", "afternoon", "noon", "midday", "daytime", "a.m.", "am"),
    "sore": ("p.m.", "pm", "afternoon", "evening"),
    "petang": ("p.m.", "pm", "evening", "afternoon"),
    "malam": ("p.m.", "pm", "night", "evening", "tonight", "midnight", "overnight", "a.m.", "am"),
}
_HOURS_BEFORE_NOON = {"siang": (9, 10, 11), "malam": (1, 2, 3)}
_RUPIAH = ("Rp", "IDR", "rupiah", "rupiahs")
# What follows a unit that is said of a time: its English word, and the abbreviations that have it in them.
_TIMES = {
    "jam": ("hour", "/h", "kph", "kmh", "kmph", "mph", "hourly", "knot*"),
    "menit": ("minute", "/min", "rpm"),
    "detik": ("second", "/s", "/sec", "mps", "bps", "kbps", "Mbps", "Gbps"),
    "hari": ("day", "daily"),
    "minggu": ("week", "weekly"),
    "bulan": ("month", "monthly"),
    "tahun": ("year", "annual*", "yearly", "p.a"),
}
_SINGULAR = {"feet": "foot", "inches": "inch"}
LETTERS_OF_ABBREVIATION = 3
_MAX_WITHOUT_PLURAL = 3  # letters: such a word that ends in s, as gas or lbs, is no plural of ours


def _variants(word: str) -> Iterator[str]:
    """A form and its singular; of -meters and -liters also the British spellings."""
    yield word
    is_plural = word.endswith("s") and word.islower() and len(word) > _MAX_WITHOUT_PLURAL
    singular = word.removesuffix("s") if is_plural else word
    yield singular
    if singular.endswith(("meter", "liter")):
        british = f"{singular[:-2]}re"
        yield f"{british}s"
        yield british


def _read_table() -> dict[str, tuple[str, ...]]:
    """The English forms of every Indonesian word for a unit."""
    forms: dict[str, tuple[str, ...]] = {}
    for row in _TABLE.strip().splitlines():
        names, _, english = row.partition(":")
        variants = (variant for word in english.split() for variant in _variants(word.replace("_", " ")))
        accepted = tuple(dict.fromkeys(variants))
        for name in names.split():
            forms[name.replace("_", " ")] = accepted
    return forms


_FORMS = _read_table()
_QUOTES = frozenset({"'", '"'})
ZONES = frozenset({"WIB", "WITA", "WIT"})
# What a model writes for a time zone that it does not know.
_VAGUE_ZONES = ("indonesia time", "indonesian time")
_WRITTEN = tuple(dict.fromkeys(chain(*_FORMS.values(), _VAGUE_ZONES)))
_SPOKEN_FORMS = tuple(form for form in _WRITTEN if form not in _QUOTES)
_TIME_NAMES = "|".join(_TIMES)
_NAMES = "|".join(name.replace(" ", r"\s+") for name in sorted(_FORMS, key=len, reverse=True))
_COUNT = (
    r"\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|sejuta|belas|puluh|ratus|ribu"
    r"|juta|mil[iy]ar|tril[iy]un|setengah|seperempat|sepertiga|puluhan|ratusan|ribuan|jutaan|beberapa|rb|jt)\s+"
)
_UNIT = re.compile(
    rf"""(?:(?<![A-Za-z-])\d[\d.,]{{0,30}}[\s-]?|(?<![À-ɏ])[½¼¾⅓⅔⅛]\s?|{_COUNT})
    (?P<unit>{_NAMES})(?:(?:\s+(?P<power>persegi|kuadrat|kubik))|(?P<raised>[²³23]))?(?![\w]|-\w)
    (?P<rate>(?:\s+per\s+|/)(?P<time>{_TIME_NAMES})\b)?
    | \b(?P<rupiah>Rp)\.?[ \u00a0]?(?=\d)""",
    re.VERBOSE,
)
_PART = rf"(?:{'|'.join(_DAY_PARTS)})\b"
_TO = r"\s*(?:-|–|hingga|sampai|s\.d\.|s/d)\s*"
_DAY_PART = re.compile(  # also behind the end of a range: jam 7-9 malam, pukul 7 pagi sampai 9 malam
    rf"(?:\b(?:pukul|jam)\s+(?:\d[\d.:]*{_TO})?|\b{_PART}{_TO})(?P<hour>0?\d|1[0-2])(?:[.:]\d\d)?\s+(?=(?P<part>{_PART}))",
    re.IGNORECASE | re.ASCII,
)


def find(source: str) -> list[Expression]:
    """The units, currencies and parts of the day behind the numbers of an Indonesian text, and Rp before them."""
    units = [expression_at(found, _part_of_day(found), "part") for found in _DAY_PART.finditer(source)]
    for found in _UNIT.finditer(source):
        if found["rupiah"]:
            units.append(expression_at(found, _RUPIAH, "rupiah"))
            continue
        power = found["power"] or found["raised"]
        units.append(expression_at(found, _accepted(found["unit"], power), "unit"))
        if found["rate"]:
            units.append(expression_at(found, _rate(found["time"]), "rate"))
    units.sort(key=lambda unit: unit.span)
    return units


def _part_of_day(found: re.Match[str]) -> tuple[str, ...]:
    """What English writes for a part of the day; 11 siang is 11 a.m., and 1 malam is 1 a.m."""
    part, hour = found["part"].lower(), int(found["hour"])
    is_before_noon = hour in _HOURS_BEFORE_NOON.get(part, ())
    return ("a.m.", *_DAY_PARTS[part]) if is_before_noon else _DAY_PARTS[part]


def is_part_of_day(unit: Expression) -> bool:
    return unit.accepted[0] in ("a.m.", "p.m.")


def _rate(time: str) -> tuple[str, ...]:
    """What English writes for `per jam`, the usual form first."""
    word, *others = _TIMES[time]
    usual = f"per {word}"
    return (usual, f"a {word}", f"an {word}", f"each {word}", f"every {word}", f"/{word}", *others)


def _accepted(unit: str, power: str | None) -> tuple[str, ...]:
    """The English forms of a unit, or of its square or cube."""
    forms = _FORMS[" ".join(unit.split())]
    if not power:
        return forms
    return tuple(shape.format(form) for shape in _POWERS[power] for form in forms)


def written(target: str) -> list[Span]:
    """Where units and currencies stand in an English text; quotation marks may be any, not only feet and inches."""
    return expressions.written(_SPOKEN_FORMS, target)


def is_currency_before(unit: Expression) -> bool:
    """Does a unit stand before its number, as Rp does?"""
    return unit.accepted == _RUPIAH


def is_rate(unit: Expression) -> bool:
    """Does an expression say per which time: per jam?"""
    return unit.accepted[0].startswith("per ")


def usual(unit: Expression, *, is_single: bool) -> str:
    """How a unit is written in English where it was lost: an abbreviation as in the source, a word in its number."""
    is_abbreviation = len(unit.text) <= LETTERS_OF_ABBREVIATION
    if is_abbreviation and unit.text in unit.accepted:
        return unit.text
    form = unit.accepted[0]
    if not is_single:
        return form
    singular = _SINGULAR.get(form, form.removesuffix("s"))
    return singular if singular in unit.accepted else form

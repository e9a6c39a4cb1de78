"""A unit or a currency is lost or became another: 30 knot is 30 knots, not 30 kilometers.

Looked at are the units of length, area, volume, weight, speed, temperature, power and time, per cent, currencies, time
zones and parts of the day, where they stand behind a number, Rp before one, and the minus sign before degrees and per
cent. A decade is no year, and dollars of one country are not another's. Units in a term are the term's, and the years
of an age may be left out. Where the number itself is lost, nothing is said of its unit: a translator who makes 5 km
three miles changes both, and the check for numbers tells of it. Warnings. Calibrated on the references of FLORES dev:
0.1 % false alarms.

PASS: Kapal melaju 30 knot. => The ship made 30 knots.
PASS: Ia dihukum 15 tahun penjara. => He got a 15-year sentence.
PASS: Harganya Rp 5.000 per liter. => It costs 5,000 rupiah a litre.
FAIL: Kapal melaju 30 knot. => The ship made 30 kilometers per hour.
FAIL: Ia tidur jam 10 malam. => He slept 10 nights.
FAIL: Ia dihukum 15 tahun penjara. => He was jailed for 15 months.
FAIL: Ia membayar US$ 20 juta. => He paid A$20 million.
FAIL: Suhu turun hingga minus 5 derajat. => The temperature fell to 5 degrees.
FAIL: Harganya 20.000 dong. => The price is 20,000.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Pair, Severity
from translator.checks.base import lost_expressions
from translator.document import Coverage, Span
from translator.language import dollars, durations, numbers, signs, units
from translator.language.expressions import Expression

ID = "units"

# Characters between a number and its unit, or between Rp and its number.
MAX_GAP = 2


def check(pair: Pair) -> Iterator[Finding]:
    """A warning for each unit that is lost while its number stands in the translation, and one for those put right."""
    yield from _other_dollars(pair)
    expressions = [*units.find(pair.source), *durations.find(pair.source), *signs.find(pair.source)]
    if not expressions:
        return
    lost = Coverage.of(number.span for number in numbers.missing(pair.source, pair.target))
    yield from lost_expressions(ID, [unit for unit in expressions if not _is_beside_any(unit, lost)], pair)


def _other_dollars(pair: Pair) -> Iterator[Finding]:
    """A warning for dollars of a country in the place of another's. A source of bare dollars may mean any."""
    wanted = dollars.named(pair.source)
    if not wanted:
        return
    for country in dollars.named(pair.target):
        if country not in wanted:
            message = f"{country} dollars are in the translation, the source has {wanted[0]} dollars"
            yield Finding(ID, Severity.WARNING, message)


def _is_beside_any(unit: Expression, numbers_lost: Coverage) -> bool:
    """Does a unit stand beside a lost number?"""
    return numbers_lost.meets(Span(unit.span.start - MAX_GAP, unit.span.end + MAX_GAP))

"""A number of the source is not in the translation.

Each number in digits must have its counterpart: 19.000 is 19,000 in English, 3,5 is 3.5, 2 juta is 2 million. A number
that stands twice in the source must stand twice in the translation. What is copied as it stands is not looked at.
Errors. Calibrated on the references of FLORES dev: 0.7 % false alarms.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Origin, Pair, Severity
from translator.numbers import missing

ID = "numbers"


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED:
        return
    for number in missing(pair.source, pair.target):
        yield Finding(ID, Severity.ERROR, f"{number.text} is not in the translation as {number.accepted[0]}")

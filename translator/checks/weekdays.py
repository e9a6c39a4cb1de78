"""A day of the week is lost or became another: Senin is Monday, and Senin pagi is Monday morning.

A day may stay as the source has it, in a name such as Pasar Minggu. Those in a term are the term's. Warnings.
Calibrated on the references of FLORES dev: 0.0 % false alarms.

PASS: Rapat digelar Senin. => The meeting was held on Monday.
PASS: Ia tiba pada Minggu malam. => He arrived on Sunday evening.
PASS: Pasar buka tiap Rabu. => The market is open on Wednesdays.
FAIL: Rapat digelar Senin. => The meeting was held on Tuesday.
FAIL: Ia tiba pada Sabtu pagi. => He arrived on Saturday night.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Pair
from translator.checks.base import lost_expressions
from translator.language import weekdays

ID = "weekdays"


def check(pair: Pair) -> Iterator[Finding]:
    """A warning for each day, and each part of one, that is lost."""
    yield from lost_expressions(ID, weekdays.find(pair.source), pair)

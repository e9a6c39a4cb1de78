"""How exact a number is was lost or turned round: kurang lebih is about, never less than.

Looked at are kurang lebih and lebih kurang anywhere, and before a number sekitar, kira-kira, lebih dari, kurang dari,
hampir, nyaris, setidaknya, minimal, maksimal and their like, where they are not negated. Those in a term are the
term's. Warnings. Calibrated on the references of FLORES dev: 0.3 % false alarms.

PASS: Kurang lebih 500 orang hadir. => About 500 people attended.
PASS: Lebih dari 20 kapal tiba. => Over 20 ships arrived.
FAIL: Kurang lebih 500 orang hadir. => Less than 500 people attended.
FAIL: Lebih dari 20 kapal tiba. => Less than 20 ships arrived.
FAIL: Hampir 300 rumah rusak. => 300 houses were damaged.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Pair
from translator.checks.base import lost_expressions
from translator.language import approximators

ID = "approximators"


def check(pair: Pair) -> Iterator[Finding]:
    """A warning for each approximator that is lost, and one for those that were put right."""
    yield from lost_expressions(ID, approximators.find(pair.source), pair)

"""A point of the compass is lost or became another: barat daya is southwest, not west.

Looked at are the eight points, alone and in names; of a name the Indonesian word itself may stay (Nusa Tenggara). Those
in a term are the term's. Warnings. Calibrated on the references of FLORES dev: 0.2 % false alarms.

PASS: Kapal berlayar ke barat daya. => The ship sailed southwest.
PASS: Badai itu datang dari timur laut. => The storm came from the north-east.
FAIL: Kapal berlayar ke barat daya. => The ship sailed west.
FAIL: Desa itu terletak di tenggara Ambon. => The village lies northeast of Ambon.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Origin, Pair, Severity
from translator.language import compass
from translator.language.expressions import missing, outside

ID = "compass"


def check(pair: Pair) -> Iterator[Finding]:
    """A warning for each point of the compass that is lost."""
    if pair.origin is Origin.COPIED or not pair.target:
        return
    terms = [use.source_span for use in pair.terms]
    expressions = outside(compass.find(pair.source), terms)
    for expression in missing(expressions, pair.target):
        message = f"{expression.text} is not in the translation as {expression.accepted[0]}"
        yield Finding(ID, Severity.WARNING, message)

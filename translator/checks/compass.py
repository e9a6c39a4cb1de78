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

from translator.bitext import Finding, Pair
from translator.checks.base import lost_expressions
from translator.language import compass

ID = "compass"


def check(pair: Pair) -> Iterator[Finding]:
    """A warning for each point of the compass that is lost, and one for those that were put right."""
    yield from lost_expressions(ID, compass.find(pair.source), pair)

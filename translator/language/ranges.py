"""What joins the two ends of a range or a ratio: 3 s.d. 10 Mei, 08.00 s/d 15.30, 5 sampai dengan 7, 1 banding 3.

A time may have an open end: 09.00 s.d. selesai.
"""

from __future__ import annotations

import re

from translator.document import Span, spans_of
from translator.language.expressions import Expression, expression_at

_ACCEPTED = ("to", "until", "till", "through", "up to", "by", "and", "in", "against", ":", "-", "–", "—")
OPEN_END = ("until finished", "until", "till", "to finish", "to the end")
# With its full stops or slash it is no school (SD) and no software kit.
_ABBREVIATION = r"(?<![\w.])(?:s\.\s?d\.?|s/d|sd\.)(?!\w)"
_JOINT = re.compile(
    rf"{_ABBREVIATION}(?P<open>\s+selesai\b)?|(?<=\d)\s+(?P<word>sampai(?:\s+dengan)?|hingga|banding)(?=\s+\d)"
)
_END = r"(?: (?:selesai|finish(?:ed)?|complet(?:ed|ion))\b)?"
_COPIED = re.compile(
    rf"{_ABBREVIATION}{_END}|(?<= )s\.\Z|(?<=\d)\.\s?d\.(?=\s\d)|(?<=\d )[a-z]\.\s?d\.(?=\s\d)|(?<=\d )banding(?= \d)"
)  # of s.d. also a half, or with another letter (a.d.)


def find(source: str) -> list[Expression]:
    """What joins the ends of ranges in an Indonesian text."""
    joints = []
    for found in _JOINT.finditer(source):
        accepted = OPEN_END if found["open"] else _ACCEPTED
        joints.append(expression_at(found, accepted, "word" if found["word"] else 0))
    return joints


def copied(target: str) -> list[Span]:
    """Where the Indonesian abbreviation stands in an English text."""
    return spans_of(_COPIED.finditer(target))

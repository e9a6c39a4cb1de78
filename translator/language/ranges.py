"""What joins the two ends of a range or a ratio: 3 s.d. 10 Mei, 08.00 s/d 15.30, 5 sampai dengan 7, 1 banding 3."""

from __future__ import annotations

import re

from translator.document import Span
from translator.language.expressions import Expression, expression_at

_ACCEPTED = ("to", "until", "till", "through", "up to", "by", "and", "in", "against", ":", "-", "–", "—")
# With its full stops or slash it is no school (SD) and no software kit.
_ABBREVIATION = r"(?<![\w.])(?:s\.\s?d\.?|s/d|sd\.)(?!\w)"
_JOINT = re.compile(rf"{_ABBREVIATION}|(?<=\d)\s+(?P<word>sampai(?:\s+dengan)?|hingga|banding)(?=\s+\d)")
_COPIED = re.compile(rf"{_ABBREVIATION}|(?<=\d )banding(?= \d)")


def find(source: str) -> list[Expression]:
    """What joins the ends of ranges in an Indonesian text."""
    joints = []
    for found in _JOINT.finditer(source):
        joints.append(expression_at(found, _ACCEPTED, "word" if found["word"] else 0))
    return joints


def copied(target: str) -> list[Span]:
    """Where the Indonesian abbreviation stands in an English text."""
    return [Span(*found.span()) for found in _COPIED.finditer(target)]

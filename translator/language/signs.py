"""The minus sign, or its word, before a number of degrees or of per cent."""

from __future__ import annotations

import re

from translator.language.expressions import Expression, expression_at

_MINUS = ("minus", "negative", "below", "sub", "subzero", "-", "\N{MINUS SIGN}", "\N{EN DASH}")
# What tells of a change of so many per cent to less.
_FALLS = (
    *("contract*", "cut*", "declin*", "decreas*", "deficit*", "down", "drop*", "fall*", "fell", "loss*", "lower*"),
    *("reduc*", "shrank", "shrink*", "shrunk", "slump*"),
)
_SIGN = re.compile(
    r"""(?P<sign>\b[Mm]inus(?=\s) | (?<=\s)(?<!\d\s)[-\N{MINUS SIGN}\N{EN DASH}](?=\d))
    (?=\s?(?:\d[\d.,]{0,30}|[a-z]{3,10}(?:\s(?:belas|puluh)(?:\s[a-z]{3,10})?)?)\s?
       (?:(?P<percent>%|persen\b)|[°º]|derajat\b))""",
    re.VERBOSE,
)


def find(source: str) -> list[Expression]:
    """The minus signs of an Indonesian text."""
    found = []
    for sign in _SIGN.finditer(source):
        english = (*_MINUS, *_FALLS) if sign["percent"] else _MINUS
        found.append(expression_at(sign, english, "sign"))
    return found

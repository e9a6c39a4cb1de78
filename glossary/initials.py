"""Initials that stand for the name of a person: `berinisial AS`, `inisial M.A. dan RS (31)`. They are no abbreviations.

In a row of several the last one stands behind a conjunction, so that in `berinisial AS, TNI aktif` only AS is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_INITIALS = r"(?:(?:[A-Z]\.){2,4}|[A-Z]{1,4}(?![\w.-]*\w))"
_ONE = rf"{_INITIALS}(?: alias [A-Z][a-z]+)?(?: \(\d{{1,3}}(?: tahun)?\))?"
_ROW = re.compile(
    rf"\b(?:[Bb]erinisial|[Ii]nisial|(?:BER)?INISIAL)(?:nya)?\s[\"“'‘]?"
    rf"(?P<row>{_ONE}(?:(?:, {_ONE})*,? (?:dan|serta|atau|alias) {_ONE})?)"
)
_EACH = re.compile(_INITIALS)


def find_initials(text: str) -> Iterator[tuple[int, int]]:
    """Where the initials of people stand in an Indonesian text: [start, end) in characters, from left to right."""
    for row in _ROW.finditer(text):
        for initials in _EACH.finditer(text, *row.span("row")):
            yield initials.span()

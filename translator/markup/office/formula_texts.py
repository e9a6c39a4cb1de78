"""Texts in formulas and in formats of numbers, which stay as they are: what a user should know of them."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_WORD = re.compile(r'"[^"]*[^\W\d_]{3}[^"]*"')  # in quotes, longer than `Rp` and `kg`
_MAX_PLACES_TOLD = 5  # that a notice names, so that it stays one line on a screen


@dataclass(slots=True)
class FormulaTexts:
    """literals: for each place with a formula, the texts in it. formats: how many formats of numbers hold words."""

    literals: list[tuple[str, str]] = field(default_factory=list)
    formats: int = 0

    def note_formula(self, formula: str, place: str) -> None:
        for literal in _LITERAL.findall(formula):
            self.literals.append((place, literal.replace('""', '"')))

    def note_number_format(self, format_: str) -> None:
        self.formats += _WORD.search(format_) is not None

    def notices(self, cells: Container[str]) -> list[str]:
        """What a user should know. cells: the texts of cells."""
        notices = []
        places = []
        for place, literal in dict.fromkeys(self.literals):
            if literal in cells:
                places.append(f"{place} ({literal!r:.40})")
        if places:
            told = ", ".join(places[:_MAX_PLACES_TOLD])
            more = ", ..." if len(places) > _MAX_PLACES_TOLD else ""
            notices.append(f"formulas compare with the text of a cell, and stay as they are: {told}{more}")
        if self.formats:
            notices.append(f"formats of numbers that hold words were left: {self.formats}")
        return notices

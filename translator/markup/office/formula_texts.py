"""Texts in formulas and in formats of numbers, which stay as they are: what a user should know of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from translator.markup.office.formula_calls import needing_text

_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_WORD = re.compile(r'"[^"]*[^\W\d_]{3}[^"]*"')  # in quotes, longer than `Rp` and `kg`
_MAX_PLACES_TOLD = 5  # that a notice names, so that it stays one line on a screen
# Functions that take texts apart, and those that know wildcards.
_PARTS = re.compile(r"\b(?:SEARCH|FIND|LEFT|RIGHT|MID|REPLACE|SUBSTITUTE|TEXTBEFORE|TEXTAFTER)B?\(", re.IGNORECASE)
_MATCHES = re.compile(r"(?:LOOKUP|MATCH|(?:COUNT|SUM|AVERAGE)IFS?|MAXIFS|MINIFS)\(", re.IGNORECASE)
_WILDCARD = re.compile(r"[*?~.]+")  # also those of regular expressions, which LibreOffice may use
_LEAST_PART = 3  # characters of a text that make it likely that a formula seeks it in another
_MAX_SOUGHT = 200  # parts that are sought in all cells, which takes time for each of them


@dataclass(frozen=True, slots=True)
class LiteralText:
    """A text in a formula. is_part: the formula may seek it in other texts."""

    place: str
    text: str
    is_part: bool = False


@dataclass(slots=True)
class FormulaTexts:
    """literals: the texts in formulas. needing: the places of the first formulas for which the text of a cell must be
    as it is, each with its function. formats: how many formats of numbers hold words.
    """

    literals: list[LiteralText] = field(default_factory=list)
    needing: list[str] = field(default_factory=list)
    formats: int = 0

    def note_formula(self, formula: str, place: str) -> None:
        takes_parts = _PARTS.search(formula) is not None
        knows_wildcards = _MATCHES.search(formula) is not None
        for literal in _LITERAL.findall(formula):
            text = literal.replace('""', '"')
            has_wildcard = knows_wildcards and _WILDCARD.search(text) is not None
            self.literals.append(LiteralText(place, text, takes_parts or has_wildcard))
        if len(self.needing) <= _MAX_PLACES_TOLD:
            self.needing += [f"{place} ({name})" for name in dict.fromkeys(needing_text(formula))]

    def note_number_format(self, format_: str) -> None:
        self.formats += _WORD.search(format_) is not None

    def notices(self, cells: Collection[str]) -> list[str]:
        """What a user should know. cells: the texts of cells."""
        notices = []
        places = list(self._places(cells))
        if places:
            told = ", ".join(places[:_MAX_PLACES_TOLD])
            more = ", ..." if len(places) > _MAX_PLACES_TOLD else ""
            notices.append(f"formulas depend on the text of a cell, and stay as they are: {told}{more}")
        if self.formats:
            notices.append(f"formats of numbers that hold words were left: {self.formats}")
        return notices

    def _places(self, cells: Collection[str]) -> Iterator[str]:
        if not cells:
            return
        whole = frozenset(map(str.casefold, cells))
        known = _CellTexts(whole, "\n".join(whole))
        for literal in dict.fromkeys(self.literals):
            if known.has(literal):
                yield f"{literal.place} ({literal.text!r:.40})"
        yield from self.needing


@dataclass(slots=True)
class _CellTexts:
    """The texts of cells in small letters, as formulas compare them. joined: all in one. sought: parts, and whether a
    cell has them.
    """

    whole: frozenset[str]
    joined: str
    sought: dict[str, bool] = field(default_factory=dict)

    def has(self, literal: LiteralText) -> bool:
        """Is a text in a formula that of a cell, or a part of it where the formula seeks parts?"""
        text = literal.text.casefold()
        wanted = text.lstrip("<>=") or text
        if not self.whole.isdisjoint({text, wanted}):
            return True
        return literal.is_part and self._has_part(max(_WILDCARD.split(wanted), key=len).strip())

    def _has_part(self, part: str) -> bool:
        if sum(map(str.isalpha, part)) < _LEAST_PART:
            return False
        if part not in self.sought and len(self.sought) < _MAX_SOUGHT:
            self.sought[part] = part in self.joined
        return self.sought.get(part, False)

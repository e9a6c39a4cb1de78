"""The calls of functions in a formula of a sheet, and those of them that need the text of a cell as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_MAX_FORMULA = 8192  # characters, as Excel has it; in a longer one no call is looked for
_TOKEN = re.compile(r"""\"(?:[^"]|"")*"|'[^']*'|\[[^\[\]]*\]|[\w.]+|\S""")
_LOOKUPS = frozenset({"LOOKUP", "VLOOKUP", "HLOOKUP", "XLOOKUP", "MATCH", "XMATCH"})
_CRITERIA = frozenset({"COUNTIF", "COUNTIFS", "SUMIF", "SUMIFS", "AVERAGEIF", "AVERAGEIFS", "MAXIFS", "MINIFS"})
# They make a reference of their first argument, or seek it in other texts.
_TAKE_TEXT = frozenset({"INDIRECT", "SEARCH", "SEARCHB", "FIND", "FINDB"})
_MAY_NEED_TEXT = re.compile(r'INDIRECT\(|(?:SEARCH|FIND)B?\(\s*[^"\s]', re.IGNORECASE)
_MAY_LOOK_UP = re.compile(r"(?:LOOKUP|MATCH|(?:COUNT|SUM|AVERAGE|MAX|MIN)IFS?)\(", re.IGNORECASE)
_JOINS = re.compile(r"&|\b(?:CONCAT|CONCATENATE|TEXTJOIN)\(", re.IGNORECASE)
# What joins no two texts: an operator before the value of a criterion, and an empty text behind it.
_NO_JOIN = re.compile(r'"[<>=]*"\s*&|&\s*""')
# What names no cell: a text, the number of a row or column, the name of a function.
_NO_CELL = re.compile(r'"(?:[^"]|"")*"|\b(?:ROWS?|COLUMNS?)\([^()]*\)|(?<![\w.])[\w.]+\(', re.IGNORECASE)
_LITERAL = re.compile(r'"(?:[^"]|"")*"')
_NAME = re.compile(r"[\w.]+")
_OPENING = frozenset("({")
_CLOSING = frozenset(")}")
_ENDING = frozenset(",;") | _CLOSING  # what stands behind an argument
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Call:
    """name: in capitals, without what stands before a full stop, as in `_xlfn.XLOOKUP`."""

    name: str
    arguments: tuple[str, ...]


def calls(formula: str) -> Iterator[Call]:
    """The calls in a formula, an inner one before the one around it."""
    opened: list[tuple[str, list[int]]] = []  # names, and where the signs before and behind the arguments stand
    before = ""
    for token in _TOKEN.finditer(formula):
        sign = token[0]
        if sign in _OPENING:
            opened.append((before, [token.start()]))
        elif sign in _ENDING and opened:
            name, signs = opened[-1]
            signs.append(token.start())
            if sign in _CLOSING:
                opened.pop()
                yield Call(_function(name), _between(formula, signs))
        before = sign


def needing_text(formula: str) -> Iterator[str]:
    """The functions in a formula for which the text of a cell must be as it is.

    A reference is made of it, it is sought in other texts, or it is joined to a key or a criterion.
    """
    may_join = _JOINS.search(formula) and _MAY_LOOK_UP.search(formula)
    may_need = may_join or _MAY_NEED_TEXT.search(formula)
    if not may_need or len(formula) > _MAX_FORMULA:
        return
    for call in filter(_needs_text, calls(formula)):
        yield call.name


def _needs_text(call: Call) -> bool:
    first, *others = call.arguments
    if call.name in _TAKE_TEXT:
        return _names_cell(first)
    if call.name in _LOOKUPS:
        return _joins_cell(first) and not any(map(_joins_cell, others[:1]))
    return call.name in _CRITERIA and any(map(_joins_cell, others))


def _names_cell(argument: str) -> bool:
    return _LETTER.search(_NO_CELL.sub("", argument)) is not None


def _joins_cell(argument: str) -> bool:
    """Does an argument join the text of a cell to something?"""
    joined = _LITERAL.sub("", _NO_JOIN.sub("", argument))
    return _JOINS.search(joined) is not None and _names_cell(joined)


def _function(before: str) -> str:
    """The name of a function; empty where what stands before a bracket is none."""
    if _NAME.fullmatch(before) is None:
        return ""
    return before.rpartition(".")[2].upper()


def _between(text: str, signs: list[int]) -> tuple[str, ...]:
    """What stands between signs of one character each."""
    return tuple([text[before + 1 : behind] for before, behind in pairwise(signs)])

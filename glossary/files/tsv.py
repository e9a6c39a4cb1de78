"""Term lists as tab-separated text: Padan's own format, and what DeepL and OmegaT write.

UTF-8 with or without a byte order mark, any line end. Lines that begin with `#` are comments; blank ones are skipped.
Without a header a row is source, target and perhaps a comment. A first row that holds `source` and `target` is a
header, and then the columns may stand in any order. Cells are plain: no quoting, outer white space dropped, missing
ones at the end of a row empty. `|` stands between the alternatives of a target and between variants.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from glossary.merging import conflicts
from glossary.problem import Problem, Severity, line_of
from glossary.term import Case, Glossary, Kind, Term, TermStatus
from glossary.tokens import key

COLUMNS = (
    *("source", "target", "kind", "case", "variants", "note"),
    *("forbidden", "plural", "verb", "status", "domain", "context", "reference"),
)
_YES_OR_NO = {"yes": True, "no": False}
_WITHOUT_HEADER = ("source", "target", "note")

_Choice = TypeVar("_Choice", bound=StrEnum)


class _Row(NamedTuple):
    line: int
    cells: list[str]


class _RowError(Exception):
    """What is wrong with a line, and what was wanted."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The list at `path`: its sound rows, and the problems of the others by line. Raises OSError."""
    wrong: list[_RowError] = []
    terms: list[Term] = []
    try:
        columns, rows = _columns(_rows(path.read_bytes()))
        for row in rows:
            try:
                terms.append(_term(columns, row, f"{path}:{row.line}"))
            except _RowError as error:
                wrong.append(error)
    except _RowError as error:
        wrong.append(error)
    problems = [Problem(Severity.ERROR, f"{path}:{error.line}", str(error)) for error in wrong]
    problems += conflicts(terms)
    return Glossary(str(path), tuple(terms)), sorted(problems, key=line_of)


def _rows(data: bytes) -> list[_Row]:
    """The rows of a file, comments and blank lines left out."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|\n|\r", data[: error.start])) + 1
        seen = f"byte 0x{data[error.start]:02X} is not UTF-8"
        raise _RowError(line, f"{seen}; save the glossary as UTF-8 text") from error
    if "\0" in text:
        raise _RowError(text[: text.index("\0")].count("\n") + 1, "a NUL byte; wanted a text file, not a binary one")
    lines = enumerate(re.split(r"\r\n|\n|\r", text), 1)
    return [
        _Row(line, [cell.strip() for cell in content.split("\t")])
        for line, content in lines
        if content.strip() and not content.lstrip().startswith("#")
    ]


def _columns(rows: list[_Row]) -> tuple[Sequence[str], list[_Row]]:
    """The names of the columns, and the rows that are terms."""
    names = [cell.casefold() for cell in rows[0].cells] if rows else []
    if not {"source", "target"}.issubset(names):
        return _WITHOUT_HEADER, rows
    while not names[-1]:
        names.pop()
    for name in names:
        if name not in COLUMNS:
            raise _RowError(rows[0].line, _unknown("column", name, COLUMNS))
        if names.count(name) > 1:
            raise _RowError(rows[0].line, f"column {name!r} stands twice in the header")
    return names, rows[1:]


def _term(columns: Sequence[str], row: _Row, origin: str) -> Term:
    cells = row.cells
    if any(cells[len(columns) :]):
        more = "; more columns need a header" if columns is _WITHOUT_HEADER else ""
        raise _RowError(row.line, f"{len(cells)} cells for {len(columns)} columns ({', '.join(columns)}){more}")
    cell = dict(zip(columns, cells, strict=False))
    source, targets = cell["source"], _alternatives(cell.get("target", ""))
    if not key(source):
        raise _RowError(row.line, "no source; wanted source, tab, target")
    if not targets:
        raise _RowError(row.line, f"no target for {source!r}; wanted source, tab, target")
    kind, case, status = cell.get("kind"), cell.get("case"), cell.get("status")
    return Term(
        source,
        targets,
        _choice(Kind, "kind", kind, row.line) if kind else None,
        _choice(Case, "case", case, row.line) if case else Case.FOLD,
        _alternatives(cell.get("variants", "")),
        cell.get("note", ""),
        origin,
        _alternatives(cell.get("forbidden", "")),
        _flag("plural", cell.get("plural") or "yes", row.line),
        _flag("verb", cell.get("verb") or "no", row.line),
        _choice(TermStatus, "status", status, row.line) if status else TermStatus.APPROVED,
        cell.get("domain", ""),
        cell.get("context", ""),
        cell.get("reference", ""),
    )


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if key(part))


def _flag(column: str, seen: str, line: int) -> bool:
    try:
        return _YES_OR_NO[seen.casefold()]
    except KeyError as error:
        raise _RowError(line, _unknown(column, seen, list(_YES_OR_NO))) from error


def _choice(choices: type[_Choice], column: str, seen: str, line: int) -> _Choice:
    try:
        return choices(seen.casefold())
    except ValueError as error:
        raise _RowError(line, _unknown(column, seen, [choice.value for choice in choices])) from error


def _unknown(what: str, seen: str, known: Sequence[str]) -> str:
    close = get_close_matches(seen.casefold(), known, n=1)
    guess = f"; did you mean {close[0]!r}?" if close else ""
    return f"unknown {what} {seen!r}{guess} (known: {', '.join(known)})"

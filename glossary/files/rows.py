"""What all tables of terms share: which columns there are, what a row means, and which rows are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple, TypeVar

from glossary.merging import conflicts
from glossary.problem import Problem, ProblemSeverity, line_of
from glossary.source.spellings import NUMBER
from glossary.source.tokens import is_blank
from glossary.term import Case, Glossary, Term, TermKind, TermStatus

COLUMNS = (
    *("source", "target", "kind", "case", "variants", "note"),
    *("forbidden", "plural", "verb", "status", "domain", "context", "reference", "needs"),
)
WITHOUT_HEADER = ("source", "target", "note")
# What the columns are called in tables of others: else such a first row would be a term.
_HEADINGS = {
    "source": (
        "indonesia",
        "indonesian",
        "bahasa indonesia",
        "sumber",
        "bahasa sumber",
        "istilah",
        "id",
        "source language",
    ),
    "target": (
        "inggris",
        "english",
        "bahasa inggris",
        "sasaran",
        "bahasa sasaran",
        "terjemahan",
        "en",
        "target language",
    ),
    "note": ("notes", "comment", "comments", "catatan", "keterangan"),
}
_COLUMN_OF = {heading: column for column, headings in _HEADINGS.items() for heading in headings}

_Choice = TypeVar("_Choice")
_Default = TypeVar("_Default")

_YES_OR_NO = {"yes": True, "no": False}
_SAID = {True: "yes", False: "no", None: ""}
_KINDS: dict[str, TermKind] = {kind.value: kind for kind in TermKind}
_CASES: dict[str, Case] = {case.value: case for case in Case}
_STATUSES: dict[str, TermStatus] = {status.value: status for status in TermStatus}


class TermRow(NamedTuple):
    """The cells of a row without their outer white space. line: the line in which the row begins, from 1."""

    line: int
    cells: list[str]


class RowError(Exception):
    """What is wrong with a line, and what was wanted."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def glossary_of(
    path: Path, rows: Sequence[TermRow], notice: str = "", between: str = "tab"
) -> tuple[Glossary, list[Problem]]:
    """The list that the rows of the file `path` make: the sound rows, and the problems of the others by line.

    between: the name of what separates the cells, for messages.
    """
    terms: list[Term] = []
    try:
        columns, rows = _columns(rows)
    except RowError as error:
        return judged(path, terms, [error], notice)
    wrong: list[RowError] = []
    for row in rows:
        try:
            terms.append(_term(columns, row, f"{path}:{row.line}", between))
        except RowError as error:
            wrong.append(error)
    return judged(path, terms, wrong, notice)


def judged(
    path: Path, terms: Iterable[Term], wrong: Iterable[RowError], *notices: str
) -> tuple[Glossary, list[Problem]]:
    """The list of these terms, and by line what is wrong: rows that make no term, and conflicts between terms.

    notices: what the user should know about the file; empty ones do not count.
    """
    kept = tuple(terms)
    problems = [Problem(ProblemSeverity.ERROR, f"{path}:{error.line}", str(error)) for error in wrong]
    empty = "" if kept or problems else "no terms in it"
    told = tuple(f"{path}: {notice}" for notice in (*notices, empty) if notice)
    glossary = Glossary(str(path), kept, told)
    problems += conflicts(glossary.terms)
    return glossary, sorted(problems, key=line_of)


def is_comment(cells: Sequence[str]) -> bool:
    """Is a row a comment, or empty?"""
    if not any(cells):
        return True
    return cells[0].startswith("#")


def has_header(cells: Sequence[str]) -> bool:
    """Does a first row name the columns?"""
    return {"source", "target"}.issubset(map(_column, cells))


def _column(heading: str) -> str:
    folded = heading.casefold()
    return _COLUMN_OF.get(folded, folded)


def _columns(rows: Sequence[TermRow]) -> tuple[Sequence[str], Sequence[TermRow]]:
    """The names of the columns, and the rows that are terms. Raises RowError for a wrong header."""
    if not rows:
        return WITHOUT_HEADER, rows
    header, *others = rows
    if not has_header(header.cells):
        return WITHOUT_HEADER, rows
    names = list(map(_column, header.cells))
    while not names[-1]:
        names.pop()
    for name in names:
        if name not in COLUMNS:
            raise RowError(header.line, _unknown("column", name, COLUMNS))
        if names.count(name) > 1:
            raise RowError(header.line, f"column {name!r} stands twice in the header")
    return names, others


def _term(columns: Sequence[str], row: TermRow, origin: str, between: str) -> Term:
    """The entry of a row. Raises RowError."""
    _refuse_surplus_cells(columns, row)
    line = row.line
    cell = dict(zip(columns, row.cells, strict=False)).get
    source = cell("source", "")
    targets = _alternatives(cell("target"))
    if is_blank(source):
        raise RowError(line, f"no source; wanted source, {between}, target")
    if not targets:
        raise RowError(line, f"no target for {source!r}; wanted source, {between}, target")
    if source.count(NUMBER) > 1:
        raise RowError(line, f"{source!r} leaves two numbers open; one {NUMBER} is the most")
    return Term(
        source,
        targets,
        _choice(_KINDS, "kind", cell("kind"), line, None),
        _choice(_CASES, "case", cell("case"), line, Case.FOLD),
        _alternatives(cell("variants")),
        cell("note", ""),
        origin,
        _alternatives(cell("forbidden")),
        _choice(_YES_OR_NO, "plural", cell("plural"), line, None),
        _choice(_YES_OR_NO, "verb", cell("verb"), line, False),
        _choice(_STATUSES, "status", cell("status"), line, TermStatus.APPROVED),
        cell("domain", ""),
        cell("context", ""),
        cell("reference", ""),
        _alternatives(cell("needs")),
    )


def _refuse_surplus_cells(columns: Sequence[str], row: TermRow) -> None:
    surplus = row.cells[len(columns) :]
    if not any(surplus):
        return
    advice = "; more columns need a header" if columns is WITHOUT_HEADER else ""
    seen = f"{len(row.cells)} cells for {len(columns)} columns ({', '.join(columns)})"
    raise RowError(row.line, f"{seen}{advice}")


def _alternatives(cell: str | None) -> tuple[str, ...]:
    """The parts of a cell that `|` separates, without blank ones."""
    if not cell:
        return ()
    if "|" not in cell:
        if is_blank(cell):
            return ()
        return (cell,)
    return tuple(part.strip() for part in cell.split("|") if not is_blank(part))


def _choice(
    choices: Mapping[str, _Choice], column: str, cell: str | None, line: int, default: _Default
) -> _Choice | _Default:
    """What a cell chooses, or `default` where it is empty. Raises RowError."""
    if not cell:
        return default
    try:
        return choices[cell.casefold()]
    except KeyError as error:
        raise RowError(line, _unknown(column, cell, list(choices))) from error


def _unknown(what: str, seen: str, known: Sequence[str]) -> str:
    close = get_close_matches(seen.casefold(), known, n=1)
    guess = f"; did you mean {close[0]!r}?" if close else ""
    return f"unknown {what} {seen!r}{guess} (known: {', '.join(known)})"


def cells_of(term: Term) -> dict[str, str]:
    """The cells of a term by their columns. What equals the default is empty."""
    cells = {
        "source": term.source,
        "target": "|".join(term.targets),
        "kind": term.kind or "",
        "case": term.case.value,
        "variants": "|".join(term.variants),
        "note": term.note,
        "forbidden": "|".join(term.forbidden),
        "plural": _SAID[term.plural],
        "verb": "",
        "status": term.status.value,
        "domain": term.domain,
        "context": term.context,
        "reference": term.reference,
        "needs": "|".join(term.needs),
    }
    if term.case is Case.FOLD:
        cells["case"] = ""
    if term.status is TermStatus.APPROVED:
        cells["status"] = ""
    if term.verb:
        cells["verb"] = "yes"
    return cells


def table_of(terms: Sequence[Term]) -> tuple[list[list[str]], list[Problem]]:
    """A header with the columns that the terms need, and a row for each term.

    A term that would be read as a comment has no row but a warning.
    """
    rows = []
    lost = []
    for term in terms:
        if term.source.startswith("#"):
            lost.append(dropped(term, f"left out: {term.source!r} would be read as a comment"))
        else:
            rows.append(cells_of(term))
    used = ["source", "target"]
    for column in COLUMNS[2:]:
        is_needed = any(row[column] for row in rows)
        if is_needed:
            used.append(column)
    table = [used]
    for row in rows:
        table.append([row[column] for column in used])
    return table, lost


def dropped(term: Term, message: str) -> Problem:
    """A warning that the new file lacks something of a term."""
    return Problem(ProblemSeverity.WARNING, term.origin, message)

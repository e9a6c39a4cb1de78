"""What all tables of terms share: which columns there are, what a row says, and which row is wrong."""

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
    *("forbidden", "plural", "verb", "status", "domain", "context", "reference"),
)
WITHOUT_HEADER = ("source", "target", "note")

_Choice = TypeVar("_Choice")


_YES_OR_NO = {"yes": True, "no": False}
_KINDS: dict[str, TermKind] = {kind.value: kind for kind in TermKind}
_CASES: dict[str, Case] = {case.value: case for case in Case}
_STATUSES: dict[str, TermStatus] = {status.value: status for status in TermStatus}


class TermRow(NamedTuple):
    """The cells of a row without their outer white space. line: where it begins, from 1."""

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
    """The list that the rows of the file `path` make: the sound ones, and the problems of the others by line.

    between: what stands between cells, for messages.
    """
    wrong: list[RowError] = []
    terms: list[Term] = []
    try:
        columns, rows = _columns(rows)
        for row in rows:
            try:
                terms.append(_term(columns, row, f"{path}:{row.line}", between))
            except RowError as error:
                wrong.append(error)
    except RowError as error:
        wrong.append(error)
    return judged(path, terms, wrong, notice)


def judged(
    path: Path, terms: Iterable[Term], wrong: Iterable[RowError], notice: str = ""
) -> tuple[Glossary, list[Problem]]:
    """The list of these terms, and by line what is wrong: with rows that make no term, and between terms."""
    glossary = Glossary(str(path), tuple(terms), (f"{path}: {notice}",) if notice else ())
    problems = [Problem(ProblemSeverity.ERROR, f"{path}:{error.line}", str(error)) for error in wrong]
    problems += conflicts(glossary.terms)
    return glossary, sorted(problems, key=line_of)


def is_comment(cells: Sequence[str]) -> bool:
    """Is a row a comment, or empty?"""
    return not any(cells) or cells[0].startswith("#")


def has_header(cells: Sequence[str]) -> bool:
    """Does a first row name the columns?"""
    return {"source", "target"}.issubset(map(str.casefold, cells))


def _columns(rows: Sequence[TermRow]) -> tuple[Sequence[str], Sequence[TermRow]]:
    """The names of the columns, and the rows that are terms."""
    if not rows or not has_header(rows[0].cells):
        return WITHOUT_HEADER, rows
    names = [cell.casefold() for cell in rows[0].cells]
    while not names[-1]:
        names.pop()
    for name in names:
        if name not in COLUMNS:
            raise RowError(rows[0].line, _unknown("column", name, COLUMNS))
        if names.count(name) > 1:
            raise RowError(rows[0].line, f"column {name!r} stands twice in the header")
    return names, rows[1:]


def _term(columns: Sequence[str], row: TermRow, origin: str, between: str) -> Term:
    cells = row.cells
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        more = "; more columns need a header" if columns is WITHOUT_HEADER else ""
        raise RowError(row.line, f"{len(cells)} cells for {len(columns)} columns ({', '.join(columns)}){more}")
    cell = dict(zip(columns, cells, strict=False)).get
    source, targets = cell("source", ""), _alternatives(cell("target"))
    if is_blank(source):
        raise RowError(row.line, f"no source; wanted source, {between}, target")
    if not targets:
        raise RowError(row.line, f"no target for {source!r}; wanted source, {between}, target")
    if NUMBER in source and source.count(NUMBER) > 1:
        raise RowError(row.line, f"{source!r} leaves two numbers open; one {NUMBER} is the most")
    line = row.line
    return Term(
        source,
        targets,
        _choice(_KINDS, "kind", kind, line) if (kind := cell("kind")) else None,
        _choice(_CASES, "case", case, line) if (case := cell("case")) else Case.FOLD,
        _alternatives(cell("variants")),
        cell("note", ""),
        origin,
        _alternatives(cell("forbidden")),
        _choice(_YES_OR_NO, "plural", plural, line) if (plural := cell("plural")) else True,
        _choice(_YES_OR_NO, "verb", verb, line) if (verb := cell("verb")) else False,
        _choice(_STATUSES, "status", status, line) if (status := cell("status")) else TermStatus.APPROVED,
        cell("domain", ""),
        cell("context", ""),
        cell("reference", ""),
    )


def _alternatives(cell: str | None) -> tuple[str, ...]:
    if not cell:
        return ()
    if "|" not in cell:
        return () if is_blank(cell) else (cell,)
    return tuple(part.strip() for part in cell.split("|") if not is_blank(part))


def _choice(choices: Mapping[str, _Choice], column: str, seen: str, line: int) -> _Choice:
    try:
        return choices[seen.casefold()]
    except KeyError as error:
        raise RowError(line, _unknown(column, seen, list(choices))) from error


def _unknown(what: str, seen: str, known: Sequence[str]) -> str:
    close = get_close_matches(seen.casefold(), known, n=1)
    guess = f"; did you mean {close[0]!r}?" if close else ""
    return f"unknown {what} {seen!r}{guess} (known: {', '.join(known)})"


def cells_of(term: Term) -> dict[str, str]:
    """The cells of a term by their columns; what is as if it were not said is empty."""
    return {
        "source": term.source,
        "target": "|".join(term.targets),
        "kind": term.kind or "",
        "case": "" if term.case is Case.FOLD else term.case,
        "variants": "|".join(term.variants),
        "note": term.note,
        "forbidden": "|".join(term.forbidden),
        "plural": "" if term.plural else "no",
        "verb": "yes" if term.verb else "",
        "status": "" if term.status is TermStatus.APPROVED else term.status,
        "domain": term.domain,
        "context": term.context,
        "reference": term.reference,
    }


def table_of(terms: Sequence[Term]) -> tuple[list[list[str]], list[Problem]]:
    """A header with the columns that the terms need, and a row for each; a warning for each term that has none."""
    rows = [cells_of(term) for term in terms if not term.source.startswith("#")]
    used = [column for column in COLUMNS if column in ("source", "target") or any(row[column] for row in rows)]
    comments = [term for term in terms if term.source.startswith("#")]
    lost = [dropped(term, f"left out: {term.source!r} would be read as a comment") for term in comments]
    return [used, *([row[column] for column in used] for row in rows)], lost


def dropped(term: Term, message: str) -> Problem:
    """A warning that the new file lacks something of a term."""
    return Problem(ProblemSeverity.WARNING, term.origin, message)

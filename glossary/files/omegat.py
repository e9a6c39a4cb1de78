"""Term lists as OmegaT keeps them: tab-separated .utf8 or .txt files of source, target and comment, without a header.

OmegaT shows every row of a source, so the rows of one source are one entry here, their targets its alternatives. A file
with a header is read as our own TSV.
Source of the form: OmegaT 3.6's manual, chapter "Glossaries".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from glossary.files import tsv
from glossary.files.decoding import decode
from glossary.files.rows import WITHOUT_HEADER, RowError, TermRow, cells_of, dropped, glossary_of, has_header, judged
from glossary.problem import Problem
from glossary.term import Glossary, Term

_LOST = ("kind", "case", "forbidden", "plural", "verb", "domain", "context", "reference")


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The list at `path`: its sound rows, and the problems of the others by line. Raises OSError."""
    try:
        rows = tsv.rows(decode(path.read_bytes())[0])
        return glossary_of(path, rows if rows and has_header(rows[0].cells) else _joined(rows))
    except RowError as error:
        return judged(path, (), [error])


def _joined(rows: Sequence[TermRow]) -> list[TermRow]:
    """The rows, the targets of one source in one row."""
    found: dict[str, TermRow] = {}
    for row in rows:
        source, target = row.cells[0], row.cells[1] if len(row.cells) > 1 else ""
        first = found.get(source)
        if first is None or not target or len(row.cells) > len(WITHOUT_HEADER):
            found[source if first is None else f"{source}\t{row.line}"] = row
        elif target not in first.cells[1].split("|"):
            first.cells[1] = f"{first.cells[1]}|{target}"
    return list(found.values())


def render(terms: Sequence[Term]) -> tuple[bytes, list[Problem]]:
    """The list as a file, and a warning for each thing that it cannot hold."""
    lost = list(_lost(terms))
    rows = [
        (spelling, target, term.note)
        for term in terms
        if term.in_force
        for spelling in (term.source, *term.variants)
        if not spelling.startswith("#")
        for target in term.targets
    ]
    lines = ("\t".join(map(tsv.one_line, row)).rstrip("\t") + "\n" for row in rows)
    return "".join(lines).encode("utf-8-sig"), lost


def _lost(terms: Sequence[Term]) -> Iterator[Problem]:
    for term in terms:
        if not term.in_force:
            yield dropped(term, f"left out: {term.source!r} is {term.status}, and OmegaT would show it as if in force")
            continue
        if term.source.startswith("#"):
            yield dropped(term, f"left out: {term.source!r} would be read as a comment")
        cells = cells_of(term)
        if columns := [column for column in _LOST if cells[column]]:
            yield dropped(term, f"OmegaT has no column for {', '.join(columns)} of {term.source!r}")
        if term.variants:
            yield dropped(term, f"variants of {term.source!r} become rows of their own: {', '.join(term.variants)}")

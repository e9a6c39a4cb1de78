"""Term lists as OmegaT keeps them: tab-separated .utf8 or .txt files of source, target and comment, without a header.

OmegaT shows every row of a source. So the rows of one source are one entry here, and their targets are its
alternatives. A file with a header is read as our own TSV.
Source of the form: OmegaT 3.6's manual, chapter "Glossaries".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from glossary.files import tsv
from glossary.files.decoding import decode
from glossary.files.rows import WITHOUT_HEADER, RowError, TermRow, cells_of, dropped, glossary_of, has_header, judged
from glossary.problem import Problem
from glossary.term import Glossary, Term

_NO_COLUMN = ("kind", "case", "forbidden", "plural", "verb", "domain", "context", "reference", "needs")


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The list at `path`: its sound rows, and the problems of the others by line. Raises OSError."""
    try:
        text, _ = decode(path.read_bytes())
        rows = tsv.rows(text)
        is_own_tsv = bool(rows) and has_header(rows[0].cells)
        return glossary_of(path, rows if is_own_tsv else _joined(rows))
    except RowError as error:
        return judged(path, (), [error])


def _joined(rows: Sequence[TermRow]) -> list[TermRow]:
    """The rows, with all targets of one source in one row. A row without a target, or too long, stays alone."""
    first_of: dict[str, TermRow] = {}
    joined = []
    for row in rows:
        source, *rest = row.cells
        has_target = bool(rest) and bool(rest[0])
        if not has_target or len(row.cells) > len(WITHOUT_HEADER):
            joined.append(row)
            continue
        first = first_of.setdefault(source, row)
        if first is row:
            joined.append(row)
            continue
        targets = first.cells[1].split("|")
        if rest[0] not in targets:
            first.cells[1] = "|".join((*targets, rest[0]))
    return joined


def render(terms: Sequence[Term]) -> tuple[bytes, list[Problem]]:
    """The bytes of the file, and a warning for each thing that it cannot hold."""
    lost = list(chain.from_iterable(map(_lost, terms)))
    lines: list[str] = []
    for term in terms:
        if term.in_force:
            lines += _lines(term)
    return "".join(lines).encode("utf-8-sig"), lost


def _lines(term: Term) -> Iterator[str]:
    """A line for each spelling and each translation of an entry."""
    for spelling in (term.source, *term.variants):
        if spelling.startswith("#"):
            continue
        for target in term.targets:
            cells = map(tsv.one_line, (spelling, target, term.note))
            yield "\t".join(cells).rstrip("\t") + "\n"


def _lost(term: Term) -> Iterator[Problem]:
    """A warning for each thing of an entry that OmegaT cannot hold."""
    if not term.in_force:
        yield dropped(term, f"left out: {term.source!r} is {term.status}, and OmegaT would show it as if in force")
        return
    if term.source.startswith("#"):
        yield dropped(term, f"left out: {term.source!r} would be read as a comment")
    cells = cells_of(term)
    columns = list(filter(cells.get, _NO_COLUMN))
    if columns:
        yield dropped(term, f"OmegaT has no column for {', '.join(columns)} of {term.source!r}")
    if term.variants:
        yield dropped(term, f"variants of {term.source!r} become rows of their own: {', '.join(term.variants)}")

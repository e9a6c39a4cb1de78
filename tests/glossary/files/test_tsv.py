from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.files import load, tsv
from glossary.problem import Problem, ProblemSeverity
from glossary.term import Case, Glossary, GlossaryError, Term, TermKind

DATA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "cases" / "term_lists.json").read_text(encoding="utf-8"))


def write(folder: Path, data: bytes) -> Path:
    path = folder / "terms.tsv"
    path.write_bytes(data)
    return path


def term(
    path: Path, line: int, source: str, targets: list[str], kind: str, case: str, variants: list[str], note: str
) -> Term:
    chosen = TermKind(kind) if kind else None
    return Term(source, tuple(targets), chosen, Case(case), tuple(variants), note, f"{path}:{line}")


@pytest.mark.parametrize("case", DATA["read"], ids=lambda case: case["why"])
def test_a_sound_list_is_read_whole(case: dict[str, Any], tmp_path: Path) -> None:
    path = write(tmp_path, case["text"].encode())
    told = () if case["terms"] else (f"{path}: no terms in it",)
    assert load(path) == Glossary(str(path), tuple(term(path, *row) for row in case["terms"]), told)


@pytest.mark.parametrize("case", DATA["refused"], ids=lambda case: case["why"])
def test_every_wrong_row_is_named_with_its_line(case: dict[str, Any], tmp_path: Path) -> None:
    path = write(tmp_path, case["text"].encode())
    with pytest.raises(GlossaryError) as error:
        load(path)
    lines = error.value.message.splitlines()
    assert [line.split(": ")[0] for line in lines] == [f"{path}:{line}" for line, _ in case["errors"]]
    for line, (_, words) in zip(lines, case["errors"], strict=True):
        assert words.format(path=path) in line


def test_bytes_that_are_not_utf8_are_named_with_their_line(tmp_path: Path) -> None:
    path = write(tmp_path, b"Rusia\tRussia\r\nS\xe3o Tom\xe9\tS\xe3o Tom\xe9\r\n")
    with pytest.raises(GlossaryError) as error:
        load(path)
    assert error.value.message == f"{path}:2: byte 0xE3 is not UTF-8; save the glossary as UTF-8 text"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path, "São Tomé\tSão Tomé\r\n".encode(encoding))
    assert [term.source for term in load(path).terms] == ["São Tomé"]


def test_what_a_row_cannot_hold_is_said() -> None:
    data, lost = tsv.render([Term("a", ("b",), note="x\ty\nz", origin="t:3"), Term("#a", ("b",), origin="t:4")])
    assert data == b"source\ttarget\tnote\na\tb\tx y z\n"
    assert list(map(str, lost)) == [
        "t:4: left out: '#a' would be read as a comment",
        "t:3: a tab or line break of 'a' becomes a space",
    ]


def test_no_more_than_twenty_problems_are_told(tmp_path: Path) -> None:
    path = write(tmp_path, b"Rusia\n" * 25)
    with pytest.raises(GlossaryError) as error:
        load(path)
    lines = error.value.message.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "... and 5 more"


def test_reading_returns_the_sound_rows_beside_the_problems(tmp_path: Path) -> None:
    path = write(tmp_path, b"Rusia\nIran\tIran\n")
    wrong = Problem(ProblemSeverity.ERROR, f"{path}:1", "no target for 'Rusia'; wanted source, tab, target")
    assert tsv.read(path) == (Glossary(str(path), (Term("Iran", ("Iran",), origin=f"{path}:2"),)), [wrong])


@given(st.binary(max_size=80) | st.text("ab|#\t\r\n \ufeff\0source target", max_size=80).map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    glossary, problems = tsv.read(write(tmp_path_factory.mktemp("any"), data))
    assert all(entry.source and entry.targets for entry in glossary.terms)
    assert all(problem.origin.startswith(f"{glossary.name}:") for problem in problems)


@pytest.mark.parametrize(
    "header", ["Bahasa Indonesia\tEnglish", "Istilah\tTerjemahan\tCatatan", "INDONESIA\tInggris\tkind"]
)
def test_a_first_row_of_usual_headings_is_no_term(header: str, tmp_path: Path) -> None:
    path = write(tmp_path, f"{header}\nkapal\tvessel\n".encode())
    assert [(term.source, term.targets) for term in load(path).terms] == [("kapal", ("vessel",))]

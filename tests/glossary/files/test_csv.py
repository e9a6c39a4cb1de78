from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.files import csv, load
from glossary.term import GlossaryError, Term


def write(folder: Path, data: bytes) -> Path:
    path = folder / "terms.csv"
    path.write_bytes(data)
    return path


def loaded(folder: Path, text: str) -> list[tuple[int, str, tuple[str, ...], str]]:
    terms = load(write(folder, text.encode())).terms
    return [(int(t.origin.rpartition(":")[2]), t.source, t.targets, t.note) for t in terms]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Rusia,Russia\nIran,Iran\n", [(1, "Rusia", ("Russia",), ""), (2, "Iran", ("Iran",), "")]),
        ("source;target\r\nRusia;Russia|Russian\r\n", [(2, "Rusia", ("Russia", "Russian"), "")]),
        ("source\ttarget\nRusia\tRussia\n", [(2, "Rusia", ("Russia",), "")]),
        ("sep=;\r\nRusia;Russia\r\n", [(2, "Rusia", ("Russia",), "")]),
        ("source,target,note\nRusia,Russia,a;b;c;d\n", [(2, "Rusia", ("Russia",), "a;b;c;d")]),
        ('Rusia,"Russia, the"\n', [(1, "Rusia", ("Russia, the",), "")]),
        ('Rusia,Russia,"says ""no"""\n', [(1, "Rusia", ("Russia",), 'says "no"')]),
        (
            'Rusia,Russia,"two\nlines"\n\n# x\nIran,Iran\n',
            [(1, "Rusia", ("Russia",), "two\nlines"), (5, "Iran", ("Iran",), "")],
        ),
        ("Rusia,Russia,'=1+1\n", [(1, "Rusia", ("Russia",), "=1+1")]),
        ("Rusia,Russia,'twas\n", [(1, "Rusia", ("Russia",), "'twas")]),
        ("", []),
    ],
)
def test_commas_semicolons_quotes_and_line_breaks_are_read(
    text: str, terms: list[tuple[int, str, tuple[str, ...], str]], tmp_path: Path
) -> None:
    assert loaded(tmp_path, text) == terms


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'Rusia,Russia,"two\nlines"\nIran\n', "3: no target for 'Iran'; wanted source, comma, target"),
        (b'Rusia,Russia\nIran,"Ir"an\n', "2: not CSV: ',' expected after '\"'"),
        (b'Rusia,Russia\nIran,"Iran\n', "2: not CSV: unexpected end of data"),
        (b"Rusia,Russia\nIr\0an,Iran\n", "2: a NUL byte"),
        (b"Rusia,Russia\n\x81,\xe9\n", "2: byte 0x81 is not UTF-8, and byte 0x81 not cp1252"),
    ],
)
def test_what_is_wrong_is_said_with_the_line_where_the_row_begins(data: bytes, message: str, tmp_path: Path) -> None:
    path = write(tmp_path, data)
    with pytest.raises(GlossaryError) as error:
        load(path)
    assert error.value.message.startswith(f"{path}:{message}")


def test_a_list_from_a_spreadsheet_on_windows_is_read_with_a_notice(tmp_path: Path) -> None:
    path = write(tmp_path, "source;target\r\nSão Tomé;São Tomé\r\n".encode("cp1252"))
    glossary = load(path)
    assert [term.targets for term in glossary.terms] == [("São Tomé",)]
    assert glossary.notices == (
        f"{path}: byte 0xE3 is not UTF-8 in line 2: read as cp1252; "
        "save the glossary as UTF-8 text if its letters come out wrong",
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(encoding: str, tmp_path: Path) -> None:
    assert loaded(tmp_path, "") == []
    glossary = load(write(tmp_path, "São,Tomé\r\n".encode(encoding)))
    assert ([term.source for term in glossary.terms], glossary.notices) == (["São"], ())


def test_no_cell_is_a_formula_unless_asked_for() -> None:
    term = Term("-", ("=1+1", "x"), note="@x", context="'=y", domain="a=b")
    harmless, _ = csv.render([term])
    assert harmless.decode("utf-8-sig").splitlines()[1] == "'-,'=1+1|x,'@x,a=b,''=y"
    plain, _ = csv.render([term], harmless=False)
    assert plain.decode("utf-8-sig").splitlines()[1] == "-,=1+1|x,@x,a=b,''=y"


@given(st.binary(max_size=80) | st.text("ab|#,;\"'=\t\r\n \ufeff\0source target", max_size=80).map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    glossary, problems = csv.read(write(tmp_path_factory.mktemp("any"), data))
    assert all(entry.source and entry.targets for entry in glossary.terms)
    assert all(problem.origin.startswith(f"{glossary.name}:") for problem in problems)

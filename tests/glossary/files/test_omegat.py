from __future__ import annotations

from pathlib import Path

import pytest

from glossary.files import load
from glossary.term import GlossaryError, TermKind


def write(folder: Path, text: str) -> Path:
    path = folder / "terms.utf8"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_rows_of_one_source_are_one_entry(tmp_path: Path) -> None:
    path = write(tmp_path, "Rusia\tRussia\ta country\nIran\tIran\nRusia\tRussian\nRusia\tRussia\n")
    assert [(term.source, term.targets, term.note, term.origin) for term in load(path).terms] == [
        ("Rusia", ("Russia", "Russian"), "a country", f"{path}:1"),
        ("Iran", ("Iran",), "", f"{path}:2"),
    ]


def test_a_file_with_a_header_is_a_list_of_ours(tmp_path: Path) -> None:
    path = write(tmp_path, "source\ttarget\tkind\nRusia\tRussia\tplace\nRusia\tMuscovy\tplace\n")
    with pytest.raises(GlossaryError, match=r"terms\.utf8:3: 'Rusia' is 'Muscovy' here"):
        load(path)
    path = write(tmp_path, "source\ttarget\tkind\nRusia\tRussia\tplace\n")
    assert [term.kind for term in load(path).terms] == [TermKind.PLACE]


@pytest.mark.parametrize(
    ("text", "message"),
    [("Rusia\tRussia\nIran\n", ":2: no target for 'Iran'"), ("Rusia\tRussia\nRusia\n", ":2: no target for 'Rusia'")],
)
def test_a_broken_row_is_named(text: str, message: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(GlossaryError) as error:
        load(path)
    assert error.value.message.startswith(f"{path}{message}")

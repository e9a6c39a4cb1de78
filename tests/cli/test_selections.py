"""Tables and data have text only where --columns and --fields say so."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from translator.cli import main

TABLE = "no,judul\n1,Kapal itu tiba di pelabuhan.\n"
STARTER = ("--model", "starter", "-b", "tsv")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> int:
    return main(["translate", *arguments])


def test_a_single_table_without_a_choice_is_2(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_text(TABLE)
    assert run("a.csv", *STARTER) == 2
    assert "a.csv is a table, and none of its columns is chosen; name them: --columns" in capfd.readouterr().err
    assert not Path("a.en.csv").exists()


def test_the_chosen_columns_are_translated_in_place() -> None:
    Path("a.csv").write_text(TABLE)
    assert run("a.csv", "--columns", "judul", *STARTER) == 0
    first, second, end = Path("a.en.csv").read_text().split("\n")
    assert (first, end) == ("no,judul", "")
    assert second.startswith("1,")
    assert "ship" in second
    assert "row 2, column 2" in Path("a.en.csv.id-en.tsv").read_text()


def test_in_a_folder_what_is_not_chosen_is_skipped_and_reported(capfd: pytest.CaptureFixture[str]) -> None:
    Path("arsip").mkdir()
    Path("arsip/a.csv").write_text(TABLE)
    Path("arsip/b.json").write_text('{"isi": "Kapal itu tiba."}')
    Path("padan.toml").write_text("[fields]\n'*.json' = 'isi'\n")
    assert run("arsip", "-o", "out", *STARTER) == 0
    err = capfd.readouterr().err
    assert "skipped: arsip/a.csv: none of its columns is chosen; --columns chooses them" in err
    assert "padan.toml of this folder is in force: [fields]" in err
    assert sorted(path.name for path in Path("out").glob("[bi]*")) == ["b.json", "b.json.id-en.tsv", "index.html"]


def test_standard_input_may_be_json_lines(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"a": "Kapal itu tiba.", "b": 1.50}\n{"b": 2}\n')))
    assert run("-", "--format", "jsonl", "--fields", "a", "--model", "starter") == 0
    first, second, end = capfdbinary.readouterr().out.split(b"\n")
    assert (second, end) == (b'{"b": 2}', b"")
    assert first.endswith(b'", "b": 1.50}')
    assert b"Kapal" not in first

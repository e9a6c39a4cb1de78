"""`padan glossary` as a user sees it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from translator.cli import main

TERMS = "kapal perang\twarship\nRusia\tRussia|Russian\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("terms.tsv").write_text(TERMS)
    Path("kinds.tsv").write_text("source\ttarget\tkind\nRusia\tRussian Federation\tplace\n")


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(["glossary", *args])
    return (code, *capfd.readouterr())


def test_matches_are_rows_with_their_place(capfd: pytest.CaptureFixture[str]) -> None:
    Path("berita.txt").write_text("Judul\r\n\r\n  Rusia mengirim kapal-kapal perangnya.\rRusia", newline="")
    code, out, err = run(capfd, "match", "berita.txt", "-g", "terms.tsv", "--json")
    rows = [
        {"line": 3, "start": 2, "end": 7, "text": "Rusia", "source": "Rusia", "target": "Russia", "kind": None},
        {
            "line": 3,
            "start": 17,
            "end": 38,
            "text": "kapal-kapal perangnya",
            "source": "kapal perang",
            "target": "warship",
            "kind": None,
        },
        {"line": 4, "start": 0, "end": 5, "text": "Rusia", "source": "Rusia", "target": "Russia", "kind": None},
    ]
    assert (code, [json.loads(line) for line in out.splitlines()], err) == (0, rows, "")


def test_matches_can_be_read(capfd: pytest.CaptureFixture[str]) -> None:
    Path("berita.txt").write_text("Rusia mengirim kapal perang.\n")
    code, out, err = run(capfd, "match", "berita.txt", "-g", "terms.tsv", "-g", "kinds.tsv")
    assert (code, out) == (
        0,
        "1:0-5\tRusia -> Russian Federation\t(Rusia, place)\n1:15-27\tkapal perang -> warship\t(kapal perang)\n",
    )
    assert err.startswith("note: ")


def test_a_byte_order_mark_is_not_a_character_of_the_line(capfd: pytest.CaptureFixture[str]) -> None:
    Path("berita.txt").write_bytes("\ufeffRusia".encode())
    assert run(capfd, "match", "berita.txt", "-g", "terms.tsv")[1] == "1:0-5\tRusia -> Russia\t(Rusia)\n"


def test_standard_input_is_read_too() -> None:
    command = [sys.executable, "-m", "translator", "glossary", "match", "-", "-g", "terms.tsv"]
    done = subprocess.run(command, input="Di Rusia\n", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1:3-8\tRusia -> Russia\t(Rusia)\n", "")


def test_a_sound_list_lints_well(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "lint", "terms.tsv", "kinds.tsv") == (0, "", "2 files: 0 errors, 0 warnings\n")


def test_a_conflict_is_said_with_its_line_and_is_6(capfd: pytest.CaptureFixture[str]) -> None:
    Path("bad.tsv").write_text("Rusia\tRussia\nSuriah\tSyria\nRusia\tRusland\n")
    code, out, err = run(capfd, "lint", "bad.tsv")
    assert (code, out.startswith("bad.tsv:3: error: "), err) == (6, True, "1 file: 1 error, 0 warnings\n")
    code, out, err = run(capfd, "lint", "--json", "bad.tsv")
    found = json.loads(out)
    assert (code, err, found["ok"], found["exit_code"]) == (6, "", False, 6)
    assert found["findings"] == {"error": 1, "warning": 0}
    assert {problem["origin"] for problem in found["problems"]} == {"bad.tsv:3"}


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["match", "tiada.txt", "-g", "terms.tsv"], 5, "tiada.txt: no such file"),
        (["match", "terms.tsv", "-g", "tiada.tsv"], 6, "tiada.tsv: cannot be read: No such file or directory"),
        (["match", "terms.tsv", "-g", "bad.tsv"], 6, "bad.tsv:1: "),
        (["match", "terms.tsv"], 2, "missing option '-g' / '--glossary'"),
        (["match", "biner.txt", "-g", "terms.tsv"], 5, "biner.txt, line 1: a NUL character"),
        (["lint", "tiada.tsv"], 6, "tiada.tsv: error: cannot be read"),
    ],
)
def test_bad_input_is_one_line(capfd: pytest.CaptureFixture[str], args: list[str], code: int, said: str) -> None:
    Path("bad.tsv").write_text("Rusia\n")
    Path("biner.txt").write_bytes(b"PK\0\1")
    found, out, err = run(capfd, *args)
    assert (found, said in out + err, "Traceback" in err) == (code, True, False)

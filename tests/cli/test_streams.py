"""Standard streams that are closed, full, or read by nobody, in real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PADAN = f"{sys.executable} -m translator"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Kapal itu tiba.\n" * 3)
    Path("g.tsv").write_text("kapal\tship\n")


def shell(command: str) -> tuple[int, str, str]:
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}  # as users have it
    bash = ["bash", "-c", f"set -o pipefail; {command}"]
    done = subprocess.run(bash, capture_output=True, text=True, check=False, env=buffered)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", ["translate a.txt -q -o b.txt", "glossary match a.txt -g g.tsv", "--help"])
def test_a_reader_that_went_away_ends_it_quietly(command: str) -> None:
    assert shell(f"{PADAN} {command} | sleep 0") == (141, "", "")


@pytest.mark.parametrize("json", ["", "--json"])
@pytest.mark.parametrize("command", ["translate a.txt -q -o b.txt", "glossary match a.txt -g g.tsv", "doctor"])
def test_standard_output_that_cannot_be_written_is_one_line(command: str, json: str) -> None:
    for target, reason in ((">/dev/full", "No space left on device"), (">&-", "it is closed")):
        code, _, err = shell(f"{PADAN} {command} {json} {target}")
        assert (code, err) == (2, f"padan: cannot write to standard output: {reason}; name an output with -o\n")
    assert Path("b.txt").exists() == ("translate" in command)


@pytest.mark.parametrize("target", ["2>&-", "2>/dev/full"])
def test_standard_error_that_cannot_be_written_stops_nothing(target: str) -> None:
    assert shell(f"{PADAN} translate a.txt {target}") == (0, "a.en.txt\n", "")


def test_standard_input_has_no_log() -> None:
    message = "padan: --log is of the translation of files, and standard input is none; leave it out\n"
    assert shell(f"{PADAN} translate - --log a.jsonl < a.txt") == (2, "", message)


@pytest.mark.parametrize("command", ["translate -", "glossary match - -g g.tsv"])
def test_standard_input_that_is_closed_is_5(command: str) -> None:
    message = "padan: cannot read standard input: it is closed; pipe a text into it\n"
    assert shell(f"{PADAN} {command} <&-") == (5, "", message)


def test_terms_are_looked_for_in_standard_input_that_is_no_larger_than_a_file_may_be() -> None:
    message = "padan: standard input is larger than 67,108,864 bytes, which is the most; split it\n"
    assert shell(f"yes | {PADAN} glossary match - -g g.tsv")[1:] == ("", message)


def test_the_translation_of_standard_input_does_not_overwrite_the_glossary() -> None:
    message = "padan: the output g.tsv is the file g.tsv, which is read; choose another name with -o\n"
    assert shell(f"{PADAN} translate - -g g.tsv -o g.tsv --force < a.txt") == (2, "", message)


@pytest.mark.skipif(os.geteuid() == 0, reason="root enters every folder")
def test_a_home_that_cannot_be_entered_has_no_configuration(own_home: Path) -> None:
    own_home.chmod(0)
    try:
        assert shell(f"{PADAN} translate a.txt -q")[0] == 0
    finally:
        own_home.chmod(0o700)

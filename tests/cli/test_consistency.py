"""`--abbreviations` and `--spelling` as a user sees them, with the starter model."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.cli import main

NEWS = "Kodim 0501 tiba.\nPrajurit Kodim itu tiba.\nPertahanan udara kuat.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(NEWS)


def lines(*args: str) -> list[str]:
    assert main(["translate", "a.txt", "--model", "starter", "--quiet", "-b", "tsv", *args]) == 0
    return Path("a.en.txt").read_text().splitlines()


def test_abbreviations_become_english_by_default() -> None:
    assert ["Kodim" in line for line in lines()[:2]] == [False, False]


def test_abbreviations_are_introduced_at_their_first_place() -> None:
    first, second, _ = lines("--abbreviations", "first")
    assert "Command (Kodim)" in first
    assert "Command" not in second
    assert "Kodim" in second
    assert lines() != [first, second]


def test_abbreviations_stay_where_the_user_says_so() -> None:
    Path("padan.toml").write_text('[translate]\nabbreviations = "keep"\n')
    assert ["Kodim" in line and "Command" not in line for line in lines()[:2]] == [True, True]


@pytest.mark.parametrize(("spelling", "word"), [("american", "defense"), ("british", "defence")])
def test_the_included_lists_follow_one_spelling(spelling: str, word: str) -> None:
    assert word in lines("--spelling", spelling)[2].lower()


@pytest.mark.parametrize("option", ["--abbreviations", "--spelling"])
def test_another_value_is_wrong_usage(option: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", "a.txt", option, "swahili"]) == 2
    assert option in capfd.readouterr().err

"""`--abbreviations` and `--spelling` as a user sees them, with the starter model."""

from __future__ import annotations

import json
import re
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


def test_what_varies_in_a_folder_is_in_its_index_and_in_the_json(capfd: pytest.CaptureFixture[str]) -> None:
    Path("news").mkdir()
    Path("terms.tsv").write_text("kapal perang\twarship|battleship\n")
    for name, word in (("a", "warship"), ("b", "battleship")):
        Path("news", f"{name}.txt").write_text("Kapal perang tiba.\n")
        Path("terms.tsv").write_text(f"kapal perang\t{word}\n")
        args = "translate", "news", "-o", "out", "--include", f"{name}.txt", "-g", "terms.tsv", "--json"
        assert main([*args, "--model", "starter"]) == 0
    assert json.loads(capfd.readouterr().out.splitlines()[-1])["variations"] == []
    page = Path("out", "index.html").read_text()
    assert "<td>kapal perang</td><td>battleship</td><td>1</td><td>1</td>" in page
    assert "<td></td><td>warship</td><td>1</td><td>1</td>" in page


def test_a_document_is_translated_the_same_in_a_folder_and_alone() -> None:
    Path("news").mkdir()
    texts = {"a": NEWS, "b": "Dua kapal perang tiba.\n" + NEWS, "c": NEWS[::-1] + NEWS}
    for name, text in texts.items():
        Path("news", f"{name}.txt").write_text(text)
    options = ["--model", "starter", "--quiet", "-b", "tsv", "--abbreviations", "first"]
    assert main(["translate", "news", "-o", "out", *options]) == 0
    for name in texts:
        assert main(["translate", f"news/{name}.txt", "-o", f"{name}.en.txt", *options]) == 0
        assert Path(f"{name}.en.txt").read_bytes() == Path("out", f"{name}.txt").read_bytes()


def test_a_document_has_one_english_for_one_term(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("Kapal perang itu tiba.\nDua kapal perang Rusia tenggelam.\nIa melihat kapal perang.\n")
    Path("terms.tsv").write_text("kapal perang\tbattleship|warship|fighting ship\n")
    args = ["translate", "a.txt", "-g", "terms.tsv", "--model", "starter", "--json", "-b", "tsv"]
    assert main(args) == 0
    said = json.loads(capfd.readouterr().out)
    assert (said["variations"], said["terms"]) == ([], {"required": 3, "met": 3, "sure": 3})
    found = re.findall("battleship|warship|fighting ship", Path("a.en.txt").read_text().lower())
    assert len(found) == 3
    assert len(set(found)) == 1

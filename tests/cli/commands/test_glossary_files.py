"""`padan glossary list` and `convert` as a user sees them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from glossary import load, names
from translator.cli import main

TERMS = "source\ttarget\tkind\tstatus\nRusia\tRussia|Russian\tplace\t\nkapal perang\twarship\tvessel\tproposed\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("terms.tsv").write_text(TERMS)


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(["glossary", *args])
    return (code, *capfd.readouterr())


def test_the_entries_of_a_list_are_shown_with_what_they_are(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "list", "terms.tsv") == (
        0,
        "Rusia -> Russia|Russian\t(place)\nkapal perang -> warship\t(vessel, proposed)\n",
        "",
    )
    code, out, _ = run(capfd, "list", "terms.tsv", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, [(row["source"], row["targets"], row["status"]) for row in rows]) == (
        0,
        [("Rusia", ["Russia", "Russian"], "approved"), ("kapal perang", ["warship"], "proposed")],
    )


def test_the_lists_built_in_are_shown_with_their_counts(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "list", "--json")
    assert (code, tuple(json.loads(line)["name"] for line in out.splitlines())) == (0, names())
    code, out, err = run(capfd, "list")
    assert (code, len(out.splitlines())) == (0, len(names()))
    assert bool(names()) != ("no built-in glossary" in err)


def test_an_unknown_name_is_6_and_says_which_lists_are_built_in(capfd: pytest.CaptureFixture[str]) -> None:
    for command in (["list", "militer"], ["convert", "militer", "x.csv"], ["match", "terms.tsv", "-g", "militer"]):
        code, _, err = run(capfd, *command)
        assert (code, err.startswith("padan: militer: no built-in glossary has this name; ")) == (6, True)


def test_a_list_is_written_in_another_format_and_what_is_lost_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "convert", "terms.tsv", "terms.utf8")
    assert (code, out) == (0, "terms.utf8\n")
    assert err.splitlines() == [
        "warning: terms.tsv:2: OmegaT has no column for kind of 'Rusia'",
        "warning: terms.tsv:3: left out: 'kapal perang' is proposed, and OmegaT would show it as if in force",
        "2 terms, 2 warnings",
    ]
    assert [term.targets for term in load(Path("terms.utf8")).terms] == [("Russia", "Russian")]


def test_there_and_back_a_list_is_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "convert", "terms.tsv", "terms.csv", "-q") == (0, "terms.csv\n", "")
    assert run(capfd, "convert", "terms.csv", "again", "--to", "tsv", "-q") == (0, "again\n", "")
    assert Path("again").read_text() == TERMS


def test_what_is_there_is_overwritten_by_force_only(capfd: pytest.CaptureFixture[str]) -> None:
    Path("terms.csv").write_text("mine")
    assert run(capfd, "convert", "terms.tsv", "terms.csv")[::2] == (
        2,
        "padan: terms.csv exists; --force overwrites it\n",
    )
    assert Path("terms.csv").read_text() == "mine"
    assert run(capfd, "convert", "terms.tsv", "terms.csv", "--force")[0] == 0
    code, _, err = run(capfd, "convert", "terms.tsv", "./terms.tsv", "--force")
    assert (code, err) == (2, "padan: terms.tsv is read for this; give the output another name\n")
    assert Path("terms.tsv").read_text() == TERMS


def test_formulas_are_harmless_unless_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    Path("sums.tsv").write_text("jumlah\t=1+1\n")
    run(capfd, "convert", "sums.tsv", "sums.csv")
    assert Path("sums.csv").read_text("utf-8-sig").splitlines()[1] == "jumlah,'=1+1"
    run(capfd, "convert", "sums.tsv", "sums.csv", "--force", "--formulas")
    assert Path("sums.csv").read_text("utf-8-sig").splitlines()[1] == "jumlah,=1+1"


def test_an_output_of_no_known_kind_is_6(capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capfd, "convert", "terms.tsv", "terms.xyz")
    assert (code, "no glossary format has the suffix '.xyz'" in err, "or --to FORMAT" in err) == (6, True, True)


def test_a_broken_list_is_6_with_its_line(capfd: pytest.CaptureFixture[str]) -> None:
    Path("bad.csv").write_text('Rusia,Russia,"x\ny"\nIran\n')
    code, _, err = run(capfd, "convert", "bad.csv", "bad.tsv")
    assert (code, err.startswith("padan: bad.csv:3: no target for 'Iran'")) == (6, True)
    assert not Path("bad.tsv").exists()

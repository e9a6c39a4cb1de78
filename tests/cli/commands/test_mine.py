"""`padan glossary mine` as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary import TermStatus, load
from translator.cli import main

PAIRS = [
    ("Kapal patroli tiba.", "The patrol boat arrived."),
    ("Ada kapal patroli.", "There is a patrol boat."),
    ("Kami melihat kapal patroli besar.", "We saw a big patrol boat."),
    ("Kami tiba.", "We arrived."),
    ("Ada kota besar.", "There is a big town."),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pairs.tsv").write_text("".join(f"{source}\t{target}\n" for source, target in PAIRS))


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(["glossary", *args])
    return (code, *capfd.readouterr())


def test_proposals_are_a_glossary_of_which_nothing_is_in_force(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "mine", "pairs.tsv", "-o", "new.tsv")
    assert (code, out, err) == (0, "new.tsv\n", "5 pairs: 1 proposal\n")
    (term,) = load(Path("new.tsv")).terms
    assert (term.source, term.targets, term.status) == ("kapal patroli", ("patrol boat",), TermStatus.PROPOSED)
    assert run(capfd, "lint", "new.tsv")[0] == 0
    assert run(capfd, "match", "pairs.tsv", "-g", "new.tsv") == (0, "", "")


def test_without_an_output_they_are_shown(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "mine", "pairs.tsv")
    assert (code, out.splitlines()[0]) == (0, "source\ttarget\tnote\tstatus\tcontext")
    assert out.splitlines()[1].startswith("kapal patroli\tpatrol boat\t3 of 3\tproposed\t")


def test_what_a_glossary_has_is_not_proposed(capfd: pytest.CaptureFixture[str]) -> None:
    Path("terms.tsv").write_text("kapal patroli\tpatrol vessel\n")
    assert run(capfd, "mine", "pairs.tsv", "-g", "terms.tsv") == (0, "source\ttarget\n", "5 pairs: 0 proposals\n")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["none.tsv"], 5, "none.tsv"),
        (["pairs.tsv", "-o", "there.tsv"], 2, "there.tsv exists; --force overwrites it"),
        (["pairs.tsv", "-o", "new.xyz"], 6, "no glossary format has the suffix '.xyz'"),
        (["pairs.tsv", "-g", "bad.tsv"], 6, "bad.tsv"),
    ],
)
def test_bad_input_is_one_line(capfd: pytest.CaptureFixture[str], args: list[str], code: int, said: str) -> None:
    Path("there.tsv").touch()
    found, _, err = run(capfd, "mine", *args)
    assert (found, said in err, "Traceback" in err) == (code, True, False)


@pytest.mark.parametrize("output", ["pairs.tsv", "terms.tsv", "link.tsv"])
def test_what_is_read_is_never_overwritten_not_even_by_force(capfd: pytest.CaptureFixture[str], output: str) -> None:
    Path("terms.tsv").write_text("kota\ttown\n")
    Path("link.tsv").symlink_to("pairs.tsv")
    before = Path(output).read_bytes()
    said = f"padan: {output} is read for this; give the output another name\n"
    assert run(capfd, "mine", "pairs.tsv", "-g", "terms.tsv", "-o", output, "--force") == (2, "", said)
    assert Path(output).read_bytes() == before


def test_what_a_terminal_would_obey_is_not_proposed_and_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    pairs = [f"{source}\t{target}\n" for source, target in PAIRS]
    evil = [line.replace("patroli", "pat\x1b[2Jroli\u202e").replace("boat", "bo\x9bat") for line in pairs]
    Path("pairs.tsv").write_text("".join(evil))
    code, out, _ = run(capfd, "mine", "pairs.tsv")
    assert (code, out.splitlines()[1].split("\t")[:2]) == (0, ["kapal pat[2Jroli", "patrol boat"])
    assert [char for char in out if not char.isprintable() and char not in "\t\n"] == []


def test_wrong_rows_are_told_one_by_one(capfd: pytest.CaptureFixture[str]) -> None:
    Path("bad.tsv").write_text("kapal\n\tship\n")
    code, _, err = run(capfd, "mine", "pairs.tsv", "-g", "bad.tsv")
    first, second = err.splitlines()
    assert (code, first) == (6, "padan: bad.tsv:1: no target for 'kapal'; wanted source, tab, target")
    assert second.startswith("padan: bad.tsv:2: no source; wanted source, tab, target; correct these rows; ")

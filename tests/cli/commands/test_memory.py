"""`padan memory`, and `padan translate` with a memory, as a user sees them, with the starter model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translator.bilingual import tsv
from translator.bitext import Origin
from translator.cli import main
from translator.memory import store

SENTENCE = "Pasukan musuh menembak kapal patroli itu."
REVIEW = "The patrol boat came under enemy fire."
TABLE = f"source\ttarget\n{SENTENCE}\t{REVIEW}\nPenembakan itu berhenti.\tThe shooting stopped.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two documents, and the reviewed translations of two sentences."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"a.txt": f"{SENTENCE}\nKapal itu tiba.\n", "x/b.txt": "Kapal itu tiba. Hujan turun.\n"}.items():
        Path("arsip", name).parent.mkdir(parents=True, exist_ok=True)
        Path("arsip", name).write_text(text)
    Path("ulasan.tsv").write_text(TABLE)
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(args)
    return (code, *capfd.readouterr())


def translated(capfd: pytest.CaptureFixture[str], output: str, *args: str) -> dict[str, object]:
    command = ["translate", "arsip", "-o", output, "-b", "tsv", "--model", "starter", "--json"]
    summary: dict[str, object] = json.loads(run(capfd, *command, *args)[1])
    assert summary["exit_code"] == 0
    return summary


def contents(output: str) -> dict[str, bytes]:
    """What was written, without the overview, which names its folder."""
    paths = [path for path in Path(output).rglob("*") if path.is_file() and ".padan" not in path.parts]
    return {str(path.relative_to(output)): path.read_bytes() for path in paths if path.name != "index.html"}


def test_with_a_memory_the_files_are_the_same_to_the_byte_as_without(capfd: pytest.CaptureFixture[str]) -> None:
    assert translated(capfd, "one")["from_memory"] == 0
    assert translated(capfd, "other", "--no-memory")["from_memory"] == 0
    assert translated(capfd, "third", "--memory", "one")["from_memory"] == 4
    assert contents("one") == contents("other") == contents("third")
    assert [Path(output, ".padan", "memory.sqlite").exists() for output in ("one", "other", "third")] == [
        True,
        False,
        False,
    ]


def test_a_review_does_its_files_again_and_comes_back_in_new_ones(capfd: pytest.CaptureFixture[str]) -> None:
    translated(capfd, "english")
    before = contents("english")
    assert run(capfd, "memory", "import", "ulasan.tsv", "--memory", "english") == (0, "", "2 reviewed, 0 of engines\n")
    Path("arsip", "c.txt").write_text(f"Hujan turun. {SENTENCE}\n")
    dry = run(capfd, "translate", "arsip", "-o", "english", "-b", "tsv", "--model", "starter", "--dry-run")[1]
    assert [line.split(" -> ")[0] for line in dry.splitlines()] == ["arsip/a.txt", "arsip/c.txt"]
    assert "(a reviewed translation in it has changed)" in dry
    assert translated(capfd, "english")["outputs"] == [
        "english/a.txt",
        "english/a.txt.id-en.tsv",
        "english/c.txt",
        "english/c.txt.id-en.tsv",
    ]
    after = contents("english")
    assert after["a.txt"].decode().splitlines()[0] == REVIEW
    assert after["a.txt"].splitlines()[1] == before["a.txt"].splitlines()[1]
    assert after["c.txt"].decode().endswith(f"{REVIEW}\n")
    row = tsv.read(Path("english/a.txt.id-en.tsv"))[0]
    assert (row.pair.origin, row.pair.reviewed) == (Origin.MEMORY, True)
    assert translated(capfd, "english")["unchanged"] == 3
    assert contents("english") == after
    translated(capfd, "again", "--memory", "english")
    assert contents("again") == after


def test_a_sentence_that_is_like_a_reviewed_one_has_it_offered(capfd: pytest.CaptureFixture[str]) -> None:
    run(capfd, "memory", "import", "ulasan.tsv", "--memory", "m.sqlite")
    Path("d.txt").write_text("Pasukan musuh menembak kapal patroli ini.\n")
    command = ["translate", "d.txt", "-b", "tsv", "--model", "starter", "--memory", "m.sqlite"]
    assert run(capfd, *command)[0] == 0
    (row,) = tsv.read(Path("d.en.txt.id-en.tsv"))
    assert [(offer.score, offer.source, offer.target) for offer in row.pair.fuzzy] == [(95, SENTENCE, REVIEW)]
    assert row.pair.target != REVIEW


def test_rows_of_an_engine_do_not_count_as_reviewed(capfd: pytest.CaptureFixture[str]) -> None:
    translated(capfd, "english")
    args = ["memory", "import", "english/a.txt.id-en.tsv", "ulasan.tsv", "--memory", "m.sqlite", "--json"]
    assert json.loads(run(capfd, *args)[1]) == {
        "ok": True,
        "exit_code": 0,
        "reviewed": 2,
        "imported": 2,
        "failures": [],
    }


def test_a_file_of_several_that_cannot_be_read_is_3_and_the_only_one_5(capfd: pytest.CaptureFixture[str]) -> None:
    missing = "cannot read fehlt.tsv: No such file or directory; check its name and permissions"
    code, _, err = run(capfd, "memory", "import", "fehlt.tsv", "ulasan.tsv", "--memory", "m.sqlite")
    assert (code, err.splitlines()) == (
        3,
        [
            f"padan: {missing}",
            "2 reviewed, 0 of engines",
            "padan: 1 of 2 files could not be read; the others are in the memory",
        ],
    )
    code, _, err = run(capfd, "memory", "import", "fehlt.tsv", "--memory", "m.sqlite")
    assert (code, err.splitlines()[-1]) == (5, f"padan: {missing}")


def test_a_word_is_shown_in_its_sentences_in_either_language(capfd: pytest.CaptureFixture[str]) -> None:
    run(capfd, "memory", "import", "ulasan.tsv", "--memory", "m.sqlite")
    assert run(capfd, "memory", "search", "tembak", "--memory", "m.sqlite") == (
        0,
        "reviewed: ulasan.tsv\n"
        "  Pasukan musuh [menembak] kapal patroli itu.\n"
        "  The patrol boat came under enemy fire.\n"
        "reviewed: ulasan.tsv\n"
        "  [Penembakan] itu berhenti.\n"
        "  The shooting stopped.\n",
        "2 found\n",
    )
    found = json.loads(run(capfd, "memory", "search", "shoot", "--memory", "m.sqlite", "--json")[1])
    assert found["matches"] == [
        {
            "source": "Penembakan itu berhenti.",
            "target": "The shooting stopped.",
            "origin": "reviewed",
            "document": "ulasan.tsv",
            "source_spans": [],
            "target_spans": [[4, 12]],
        }
    ]
    err = run(capfd, "memory", "search", "itu", "--limit", "1", "--memory", "m.sqlite")[2]
    assert err == "1 shown, and there are more: --limit\n"
    assert run(capfd, "memory", "search", "?!", "--memory", "m.sqlite")[0] == 2


@pytest.mark.parametrize("suffix", [".tmx", ".tsv", ".jsonl"])
def test_what_is_exported_can_be_imported_again(capfd: pytest.CaptureFixture[str], suffix: str) -> None:
    translated(capfd, "english")
    run(capfd, "memory", "import", "ulasan.tsv", "--memory", "english")
    assert run(capfd, "memory", "export", f"m{suffix}", "--memory", "english") == (0, f"m{suffix}\n", "")
    code, _, err = run(capfd, "memory", "export", f"m{suffix}", "--memory", "english")
    assert (code, err) == (2, f"padan: m{suffix} exists; --force overwrites it\n")
    args = ["memory", "import", f"m{suffix}", "--memory", "other"]
    assert run(capfd, *args) == (0, "", "2 reviewed, 3 of engines\n")
    run(capfd, "memory", "export", f"m{suffix}", "--reviewed", "--force", "--memory", "english")
    assert run(capfd, *args)[2] == "2 reviewed, 0 of engines\n"


def test_a_memory_is_not_exported_over_itself(capfd: pytest.CaptureFixture[str]) -> None:
    with store.opened(Path("m.tsv")):
        pass
    before = Path("m.tsv").read_bytes()
    code, _, err = run(capfd, "memory", "export", "./m.tsv", "--force", "--memory", "m.tsv")
    assert (code, err) == (2, "padan: m.tsv is read for this; give the output another name\n")
    assert Path("m.tsv").read_bytes() == before


def test_a_memory_is_not_exported_to_any_kind_of_file(capfd: pytest.CaptureFixture[str]) -> None:
    run(capfd, "memory", "import", "ulasan.tsv", "--memory", "m.sqlite")
    code, _, err = run(capfd, "memory", "export", "m.docx", "--memory", "m.sqlite")
    assert (code, err) == (
        2,
        "padan: m.docx: a memory is not written in this format; choose one of .tmx, .tsv, .jsonl\n",
    )


def test_the_entries_are_counted_and_the_useless_ones_removed(capfd: pytest.CaptureFixture[str]) -> None:
    translated(capfd, "english")
    run(capfd, "memory", "import", "ulasan.tsv", "--memory", "english")
    found = json.loads(run(capfd, "memory", "stats", "--memory", "english", "--json")[1])
    assert (found["entries"], found["outdated"]) == ({"reviewed": 2, "imported": 0, "engine": 3}, 0)
    assert run(capfd, "memory", "stats", "--memory", "english")[1].startswith("reviewed: 2\nimported: 0\nengine: 3\n")
    assert run(capfd, "memory", "prune", "--unused", "3", "--memory", "english") == (0, "0 removed\n", "")
    assert run(capfd, "memory", "prune", "--reviewed", "--memory", "english")[0] == 2


@pytest.mark.parametrize("command", ["search itu", "stats", "prune", "export x.tsv"])
def test_a_memory_that_is_not_there_is_2_and_is_not_made(capfd: pytest.CaptureFixture[str], command: str) -> None:
    message = "padan: there is no translation memory at m.sqlite; padan memory import makes one\n"
    assert run(capfd, "memory", *command.split(), "--memory", "m.sqlite") == (2, "", message)
    assert not Path("m.sqlite").exists()


def test_a_file_that_is_no_memory_is_2_before_anything_is_translated(capfd: pytest.CaptureFixture[str]) -> None:
    command = ["translate", "arsip", "-o", "english", "--model", "starter", "--memory"]
    message = "padan: ulasan.tsv is no translation memory; name another file with --memory\n"
    assert run(capfd, *command, "ulasan.tsv") == (2, "", message)
    assert contents("english") == {}
    assert Path("ulasan.tsv").read_text() == TABLE


def test_a_source_is_never_made_a_memory_even_if_it_is_empty(capfd: pytest.CaptureFixture[str]) -> None:
    Path("kosong.txt").touch()
    code, _, err = run(capfd, "translate", "kosong.txt", "--memory", "kosong.txt")
    hint = "choose another file with --memory"
    assert (code, err) == (2, f"padan: the memory kosong.txt is a source of this run; {hint}\n")
    assert Path("kosong.txt").read_bytes() == b""


def test_the_command_line_says_with_or_without_a_memory_and_a_folder_s_padan_toml_not_where(
    capfd: pytest.CaptureFixture[str],
) -> None:
    code, _, err = run(capfd, "translate", "arsip/a.txt", "--memory", "m.sqlite", "--no-memory")
    assert (code, err) == (2, "padan: --memory and --no-memory in one run; leave one of them out\n")
    Path("padan.toml").write_text("[translate]\nno-memory = true\n")
    translated(capfd, "english")
    assert not Path("english", ".padan", "memory.sqlite").exists()
    translated(capfd, "english", "--memory", "m.sqlite", "--force")
    assert Path("m.sqlite").exists()
    Path("padan.toml").write_text('[translate]\nmemory = "m.sqlite"\n')
    assert run(capfd, "translate", "arsip/a.txt")[0] == 7

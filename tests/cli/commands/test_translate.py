"""`padan translate` as a user sees it, with the starter model."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from safetensors.torch import load_file, save_file

from translator import models
from translator.cli import main

TERMS = "kapal perang\twarship\nRusia\tRussia|Russian\n"
NEWS = "Kapal perang Rusia tiba di pelabuhan.\n\n  Sebanyak 19.000 prajurit ikut serta.\n"
STARTER = "note: model: starter, "


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("berita.id.txt").write_text(NEWS)
    Path("terms.tsv").write_text(TERMS)
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(["translate", *args])
    return (code, *capfd.readouterr())


def piped(data: bytes, *args: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "translator", "translate", *args]
    return subprocess.run(command, input=data, capture_output=True, check=False)


def names(folder: Path = Path()) -> set[str]:
    """The files below a folder, but for its ledger and its index."""
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name for name in found if ".padan/" not in name and not name.endswith("index.html")}


def test_one_file_is_translated_beside_its_source_and_its_terms_are_met(capfd: pytest.CaptureFixture[str]) -> None:
    before = hashlib.sha256(Path("berita.id.txt").read_bytes()).digest()
    code, out, err = run(capfd, "berita.id.txt", "-g", "terms.tsv", "--no-default-glossary")
    assert (code, out) == (0, "berita.en.txt\n")
    made = {"berita.en.txt", "berita.en.txt.id-en.tsv", "berita.en.txt.id-en.html"}
    assert names() == {"berita.id.txt", "terms.tsv", *made}
    first, blank, second, end = Path("berita.en.txt").read_text().split("\n")
    assert "warship" in first.lower()
    assert "Russia" in first
    assert (blank, second[:2], "19,000" in second, end) == ("", "  ", True, "")
    notice, line, summary = err.splitlines()
    assert notice.startswith(STARTER)
    assert line == "[1/1] berita.id.txt: 2 sentences"
    assert summary.startswith("1 file; 2 sentences; 11 words; ")
    assert "terms 2 of 2 met" in summary
    assert hashlib.sha256(Path("berita.id.txt").read_bytes()).digest() == before


def test_running_twice_is_harmless_and_an_edited_translation_is_not_overwritten(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run(capfd, "berita.id.txt")[0] == 0
    assert run(capfd, "berita.id.txt", "-g", "terms.tsv")[0] == 0
    Path("berita.en.txt").write_text("By hand.\n")
    code, out, err = run(capfd, "berita.id.txt")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert Path("berita.en.txt").read_text() == "By hand.\n"
    assert run(capfd, "berita.id.txt", "--force")[0] == 0


def test_the_built_in_lists_are_obeyed_where_nobody_says_otherwise(capfd: pytest.CaptureFixture[str]) -> None:
    Path("kabar.txt").write_text("Panglima TNI tiba di Laut Cina Selatan.\n")
    _, out, _ = run(capfd, "kabar.txt", "-b", "jsonl", "--json")
    summary = json.loads(out)
    assert summary["terms"] == {"required": 0, "met": 0, "sure": 0}
    assert (summary["builtin_terms"]["required"], summary["builtin_terms"]["met"]) == (2, 2)
    assert "South China Sea" in Path("kabar.en.txt").read_text()
    _, out, _ = run(capfd, "kabar.txt", "-b", "jsonl", "--json", "--no-default-glossary", "--force")
    assert json.loads(out)["terms"] == {"required": 0, "met": 0, "sure": 0}


def test_everything_is_said_in_one_json_object(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "berita.id.txt", "-g", "terms.tsv", "--no-default-glossary", "-b", "jsonl", "--json")
    summary = json.loads(out)
    (notice,) = summary.pop("notices")
    assert (code, err, notice.startswith("model: starter, ")) == (0, "", True)
    rows = [json.loads(line) for line in Path("berita.en.txt.id-en.jsonl").read_text().splitlines()]
    warnings = sum(finding["severity"] == "warning" for row in rows for finding in row["findings"])
    assert (type(summary.pop("seconds")), len(summary.pop("signature"))) == (float, 16)
    assert summary.pop("numbers")["met"] == 1
    assert summary == {
        "ok": True,
        "exit_code": 0,
        "files": {"done": 1, "failed": 0, "skipped": 0},
        "unchanged": 0,
        "sentences": 2,
        "from_memory": 0,
        "words": 11,
        "terms": {"required": 2, "met": 2, "sure": 2},
        "builtin_terms": {"required": 0, "met": 0, "sure": 0},
        "names": {"required": 0, "met": 0, "sure": 0},
        "findings": {"error": 0, "warning": warnings},
        "variations": [],
        "model": "starter",
        "engine": "ct2",
        "outputs": ["berita.en.txt", "berita.en.txt.id-en.jsonl"],
        "failures": [],
    }


def test_quiet_is_the_name_of_what_was_written_and_no_more(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "berita.id.txt", "-q", "-b", "") == (0, "berita.en.txt\n", "")
    assert names() == {"berita.id.txt", "terms.tsv", "berita.en.txt"}


def test_a_folder_is_mirrored_and_one_bad_file_does_not_stop_the_rest(capfd: pytest.CaptureFixture[str]) -> None:
    for name, data in {"a.txt": b"Satu.\n", "x/b.txt": b"Dua.\n", "biner.txt": b"PK\0\1", "foto.jpg": b"\xff"}.items():
        Path("arsip", name).parent.mkdir(parents=True, exist_ok=True)
        Path("arsip", name).write_bytes(data)
    code, out, err = run(capfd, "arsip", "-o", "english", "-b", "tsv")
    assert (code, out) == (3, "english/a.txt\nenglish/x/b.txt\n")
    assert names(Path("english")) == {"a.txt", "a.txt.id-en.tsv", "x/b.txt", "x/b.txt.id-en.tsv"}
    assert "note: skipped: arsip/foto.jpg is a file of the unknown kind '.jpg'" in err
    assert err.splitlines()[-1] == "padan: 1 of 3 files failed; the others are done"
    assert (code, json.loads(run(capfd, "arsip", "-o", "english", "--json")[1])["files"]) == (
        3,
        {"done": 2, "failed": 1, "skipped": 1},
    )


def test_of_several_sources_one_that_is_missing_fails_alone(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "berita.id.txt", "tiada.txt", "-o", "english/", "--json")
    summary = json.loads(out)
    assert (code, summary["exit_code"], summary["error"]["code"], summary["files"]["done"]) == (3, 3, "some-failed", 1)
    assert [failure["source"] for failure in summary["failures"]] == ["tiada.txt"]
    assert err == ""


def test_standard_input_is_translated_to_standard_output_and_no_file_is_written() -> None:
    done = piped(NEWS.replace("\n", "\r\n").encode(), "-", "-g", "terms.tsv")
    first, blank, second, end = done.stdout.decode().split("\r\n")
    assert (done.returncode, blank, second[:2], end, "Russia" in first) == (0, "", "  ", "", True)
    assert done.stderr.decode().startswith(STARTER)
    assert names() == {"berita.id.txt", "terms.tsv"}
    assert piped(b"Rusia.\n", "-", "-o", "-").stdout == piped(b"Rusia.\n", "-").stdout != b""
    assert names() == {"berita.id.txt", "terms.tsv"}


def test_standard_input_and_json_give_the_translation_in_the_object() -> None:
    done = piped(b"Rusia.\n", "-", "--json")
    summary = json.loads(done.stdout)
    assert (done.returncode, done.stderr, summary["translation"][-1], summary["outputs"]) == (0, b"", "\n", [])


def test_standard_input_may_be_written_to_a_file_with_what_is_asked_for() -> None:
    done = piped(b"Rusia.\n", "-", "-o", "news.txt", "-b", "tsv")
    assert (done.returncode, done.stdout) == (0, b"news.txt\n")
    assert names() == {"berita.id.txt", "terms.tsv", "news.txt", "news.txt.id-en.tsv"}
    again = piped(b"Rusia.\n", "-", "-o", "news.txt")
    assert (again.returncode, again.stdout) == (0, b"news.txt\n")


def test_an_error_calls_standard_input_by_its_name() -> None:
    done = piped(b"Rusia.\n", "-", "--format", "docx")
    assert (done.returncode, done.stdout) == (5, b"")
    assert done.stderr.startswith(b"padan: standard input is plain text, so not what its suffix says")


def test_standard_input_may_be_of_any_kind() -> None:
    page = b"<meta charset=iso-8859-1><p lang=id>Kapal <b>perang</b> tiba.<pre>caf\xe9</pre>\r\n"
    done = piped(page, "-", "--format", "html")
    assert done.returncode == 0
    assert done.stdout.startswith(b"<meta charset=iso-8859-1><p lang=en>")
    assert done.stdout.endswith(b"<pre>caf\xe9</pre>\r\n")
    assert b"Kapal" not in done.stdout
    result = json.loads(piped(page, "-", "--format", "html", "--json").stdout)
    assert base64.b64decode(result["translation_base64"]) == done.stdout
    result = json.loads(piped(b"# Rusia\n", "-", "--format", "md", "--json").stdout)
    assert result["translation"] == "# Russia\n"


def test_the_kind_of_a_file_is_not_said(capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capfd, "berita.id.txt", "--format", "md")
    assert (code, err) == (
        2,
        "padan: --format is for standard input (-); of a file, its suffix says the kind; leave it out\n",
    )


def test_an_unknown_kind_of_standard_input_is_2(capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capfd, "-", "--format", "pages")
    assert code == 2
    assert err.startswith("padan: unknown kind of document 'pages'; known are txt, md, ")


@pytest.mark.parametrize("args", [["-", "berita.id.txt"], ["-", "-b", "tsv"], ["-", "-o", "english/"]])
def test_what_standard_input_cannot_do_is_said(args: list[str]) -> None:
    done = piped(b"Rusia.\n", *args)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def test_nothing_in_gives_nothing_out() -> None:
    done = piped(b"", "-")
    assert (done.returncode, done.stdout) == (0, b"")


def test_an_empty_file_is_an_empty_translation(capfd: pytest.CaptureFixture[str]) -> None:
    Path("kosong.txt").touch()
    assert run(capfd, "kosong.txt", "-q") == (0, "kosong.en.txt\n", "")
    assert Path("kosong.en.txt").read_bytes() == b""


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "berita.id.txt", "--dry-run", "-b", "tsv")
    assert (code, out, err) == (0, "berita.id.txt -> berita.en.txt, berita.en.txt.id-en.tsv\n", "")
    code, out, err = run(capfd, "berita.id.txt", "--dry-run", "--json", "-b", "tsv")
    jobs = [{"source": "berita.id.txt", "outputs": ["berita.en.txt", "berita.en.txt.id-en.tsv"]}]
    files = {"done": 0, "failed": 0, "skipped": 0}
    assert (code, json.loads(out), err) == (
        0,
        {"ok": True, "dry_run": True, "files": files, "jobs": jobs, "notices": []},
        "",
    )
    assert names() == {"berita.id.txt", "terms.tsv"}


def test_strict_makes_an_error_of_the_checks_an_exit_code(capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(models.FOLDER / "hf", "babbler")
    weights = load_file("babbler/model.safetensors")
    weights["final_logits_bias"][0, 3] += 1000  # whatever it reads, this model writes one piece only
    save_file(weights, "babbler/model.safetensors", {"format": "pt"})
    options = ["--engine", "marian", "--model", "babbler", "--beam", "1"]
    code, _, err = run(capfd, "berita.id.txt", "--strict", *options)
    assert (code, err.splitlines()[-1]) == (8, "padan: the checks found 3 errors; the bilingual file shows where")
    assert Path("berita.en.txt").exists()


def test_padan_toml_gives_the_defaults_and_its_errors_are_7(capfd: pytest.CaptureFixture[str]) -> None:
    Path("padan.toml").write_text('[translate]\nglossary = "terms.tsv"\nbilingual = "jsonl"\n')
    assert run(capfd, "berita.id.txt", "-q") == (0, "berita.en.txt\n", "")
    assert "Russia" in Path("berita.en.txt.id-en.jsonl").read_text()
    Path("padan.toml").write_text("[translate]\nbeem = 1\n")
    assert run(capfd, "berita.id.txt") == (7, "", "padan: padan.toml:2: unknown key beem; did you mean beam?\n")
    assert json.loads(run(capfd, "berita.id.txt", "--json")[1])["exit_code"] == 7
    assert run(capfd, "--help")[0] == 0


def test_a_padan_toml_that_came_with_a_folder_is_told_and_cannot_overwrite_a_file(
    capfd: pytest.CaptureFixture[str],
) -> None:
    Path("padan.toml").write_text('[translate]\nbilingual = "jsonl"\nbeam = 1\n')
    _, _, err = run(capfd, "berita.id.txt")
    assert err.startswith("note: padan.toml of this folder is in force: bilingual, beam\n")
    told = json.loads(run(capfd, "berita.id.txt", "--json")[1])
    assert told["notices"][0] == "padan.toml of this folder is in force: bilingual, beam"
    Path("home").mkdir()
    Path("home/profile").write_text("Mine.\n")
    Path("padan.toml").write_text('[translate]\noutput = "home/profile"\nforce = true\nquiet = true\n')
    code, out, err = run(capfd, "berita.id.txt")
    said = "padan: padan.toml:2: output: may not be set in the padan.toml of a folder, "
    assert (code, out, err.count("\n"), err.startswith(said)) == (7, "", 1, True)
    assert Path("home/profile").read_text() == "Mine.\n"


def test_the_user_s_own_padan_toml_may_say_where_to_write(capfd: pytest.CaptureFixture[str], own_home: Path) -> None:
    (own_home / ".config" / "padan").mkdir(parents=True)
    (own_home / ".config" / "padan" / "padan.toml").write_text('[translate]\noutput = "~/news.txt"\nquiet = true\n')
    assert run(capfd, "berita.id.txt") == (0, f"{own_home}/news.txt\n", "")


def damaged(name: str) -> None:
    shutil.copytree(models.FOLDER / "hf", name)
    weights = Path(name, "model.safetensors")
    weights.write_bytes(weights.read_bytes()[:100_000])


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["tiada.txt"], 5, "cannot read tiada.txt: no such file"),
        (["biner.txt"], 5, "zip archive"),
        (["kapal.docx"], 5, "kapal.docx is plain text, so not what its suffix says"),
        (["gambar.jpg"], 5, "unknown kind '.jpg'"),
        (["berita.id.txt", "-g", "rusak.tsv"], 6, "rusak.tsv:2"),
        (["berita.id.txt", "-g", "tiada.tsv"], 6, "tiada.tsv"),
        (["berita.id.txt", "--dry-run", "-g", "rusak.tsv"], 6, "rusak.tsv:2"),
        (["berita.id.txt", "--model", "tiada"], 4, "no model 'tiada'"),
        (["berita.id.txt", "--model", "."], 4, "model.safetensors"),
        (["berita.id.txt", "-o", "terms.tsv/news.txt"], 2, "terms.tsv is not a folder"),
        (["berita.id.txt", "-o", "berita.id.txt"], 2, "is the source"),
        (["berita.id.txt", "-o", "news.docx"], 2, "is a .txt, and news.docx is named otherwise"),
        (["-", "-o", "news.docx"], 2, "the translation of - is a .txt, and news.docx is named otherwise"),
        (["berita.id.txt", "-b", "tsvv"], 2, "did you mean 'tsv'?"),
        (["berita.id.txt", "--encoding", "klingon"], 2, "unknown encoding 'klingon'"),
        (["berita.id.txt", "--encoding", "base64"], 2, "unknown encoding 'base64'"),
        (["berita.id.txt", "--encoding", "idna"], 2, "'idna' is not the encoding of a document"),
        (["berita.id.txt", "--encoding", "unicode_escape"], 2, "is not the encoding of a document"),
        (["berita.id.txt", "--threads", "100000"], 2, "100000 is not in the range"),
        (["berita.id.txt", "--log", "terms.tsv", "-g", "terms.tsv"], 2, "the log terms.tsv is a source or an output"),
        (["berita.id.txt", "--log", "keras.tsv", "-g", "terms.tsv"], 2, "keras.tsv is a file of this run by another"),
        (["x.id-en.txt"], 5, "is named as a bilingual file of Padan's"),
        (["berita.id.txt", "--beam", "0"], 2, "beam"),
        (["berita.id.txt", "--engine", "ct3"], 2, "'ct2', 'marian'"),
    ],
)
def test_bad_input_is_one_clear_line_and_its_exit_code(
    capfd: pytest.CaptureFixture[str], args: list[str], code: int, said: str
) -> None:
    Path("rusak.tsv").write_text("Rusia\tRussia\nhanya satu kolom\n")
    Path("biner.txt").write_bytes(b"PK\3\4\0\0")
    Path("kapal.docx").write_text("Kapal.\n")
    Path("gambar.jpg").write_bytes(b"\xff\xd8")
    Path("x.id-en.txt").write_text("Kapal.\n")
    os.link("terms.tsv", "keras.tsv")
    before = names()
    found, out, err = run(capfd, *args, "-q")
    assert (found, out, err.count("\n"), said in err) == (code, "", 1, True), err
    assert names() == before
    found, out, err = run(capfd, *args, "--json")
    told = json.loads(out)
    assert (found, err, told["ok"], told["exit_code"], said in told["error"]["message"] + told["error"]["hint"]) == (
        code,
        "",
        False,
        code,
        True,
    )


def test_a_damaged_model_is_one_clear_line(capfd: pytest.CaptureFixture[str]) -> None:
    damaged("model")
    code, out, err = run(capfd, "berita.id.txt", "--model", "model", "-q")
    assert (code, out, err.count("\n"), err.startswith("padan: model: ")) == (4, "", 1, True), err


@pytest.mark.parametrize(("encoding", "notice"), [("utf-16", ""), ("utf-8-sig", ""), ("cp1252", "cp1252")])
def test_encodings_are_recognised_and_a_guess_is_said(
    capfd: pytest.CaptureFixture[str], encoding: str, notice: str
) -> None:
    Path("lama.txt").write_bytes("Kafé itu tutup.\n".encode(encoding))
    code, out, err = run(capfd, "lama.txt", "-b", "tsv")
    assert (code, out) == (0, "lama.en.txt\n")
    notes = [line for line in err.splitlines() if line.startswith("note: ") and not line.startswith(STARTER)]
    assert [notice in note for note in notes] == ([True] if notice else [])
    assert Path("lama.en.txt.id-en.tsv").read_text().count("Kafé itu tutup.") == 1


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_whole_files_only(asked: signal.Signals) -> None:
    Path("arsip").mkdir()
    Path("arsip/a.txt").write_text("Satu kota.\n")
    Path("arsip/b.txt").write_text("".join(f"Kapal nomor {n} tiba di kota itu.\n" for n in range(5000)))
    command = [sys.executable, "-m", "translator", "translate", "arsip", "-o", "english", "--beam", "1", "-b", "tsv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("[1/2]"):
                process.send_signal(asked)
        assert process.stdout is not None
        assert (process.wait(), process.stdout.read() in ("english/a.txt\n", "")) == (130, True)
    assert names(Path("english")) == {"a.txt", "a.txt.id-en.tsv"}
    # the first where the window in hand was done in time, the second where it was not
    endings = [
        "padan: interrupted: 1 of 2 files are finished; they stay; the same command goes on from there\n",
        "padan: interrupted; what was finished stays finished: the same command goes on from there\n",
    ]
    assert line in endings


def test_a_reader_that_stops_reading_is_no_fault() -> None:
    command = [sys.executable, "-m", "translator", "glossary", "match", "banyak.txt", "-g", "terms.tsv"]
    Path("banyak.txt").write_text("Rusia\n" * 50_000)
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")

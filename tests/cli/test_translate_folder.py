"""`padan translate FOLDER -o DIR`, again and again, as a user sees it, with the starter model."""

from __future__ import annotations

import gc
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.test_atomic_write import temporary
from translator.atomic_write import Writer, this_process
from translator.batch.lock import locked
from translator.cli import main

UNKNOWN = "note: skipped: arsip/foto.jpg is a file of the unknown kind '.jpg'\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two documents and a picture, and a glossary."""
    monkeypatch.chdir(tmp_path)
    for name, data in {"a.txt": b"Rusia itu jauh.\n", "x/b.txt": b"Kapal tiba.\n", "foto.jpg": b"\xff"}.items():
        Path("arsip", name).parent.mkdir(parents=True, exist_ok=True)
        Path("arsip", name).write_bytes(data)
    Path("terms.tsv").write_text("Rusia\tRussia\n")
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(["translate", *args])
    return (code, *capfd.readouterr())


def again(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    return run(capfd, "arsip", "-o", "english", "-b", "tsv", *args)


def contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and ".padan" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def remembered(folder: Path) -> list[tuple[object, ...]]:
    """What stands in the memory of an output folder, in the order of its keys."""
    with closing(sqlite3.connect(folder / ".padan" / "memory.sqlite")) as memory:
        query = "SELECT key, kind, source, target, pair, rules, document FROM entries ORDER BY key"
        return memory.execute(query).fetchall()


def test_a_folder_that_has_not_changed_needs_neither_reader_nor_engine(capfd: pytest.CaptureFixture[str]) -> None:
    again(capfd)
    code = """
import sys
from translator.cli import main
assert main(["translate", "arsip", "-o", "english", "-b", "tsv"]) == 0
print(*sorted({"numpy", "ctranslate2", "translator.formats.txt"} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == f"{UNKNOWN}2 unchanged, 1 skipped\n\n"


def test_a_folder_of_which_nothing_can_be_translated_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = again(capfd, "--include", "*.doc")
    assert code == 0
    assert "nothing to translate: no file is of a known kind and left by --include and --exclude" in err


def test_what_is_finished_is_skipped_and_no_model_is_loaded(capfd: pytest.CaptureFixture[str]) -> None:
    assert again(capfd)[:2] == (0, "english/a.txt\nenglish/x/b.txt\n")
    before = contents(Path("english"))
    assert again(capfd) == (0, "", f"{UNKNOWN}2 unchanged, 1 skipped\n")  # no line about the model
    assert contents(Path("english")) == before
    summary = json.loads(again(capfd, "--json")[1])
    assert (summary["files"], summary["unchanged"], summary["outputs"], summary["model"]) == (
        {"done": 0, "failed": 0, "skipped": 3},
        2,
        [],
        "starter",
    )


def test_what_a_run_left_that_was_killed_at_the_index_is_cleared_though_nothing_is_to_do(
    capfd: pytest.CaptureFixture[str],
) -> None:
    again(capfd)
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    left = Path("english", temporary(Writer(this_process().machine, gone.pid).mark, 1))
    left.touch()
    assert again(capfd)[0] == 0
    assert not left.exists()


def test_no_model_is_loaded_for_a_folder_without_a_source_that_can_be_read(capfd: pytest.CaptureFixture[str]) -> None:
    assert again(capfd)[0] == 0
    Path("arsip/rusak.txt").write_bytes(b"PK\0")
    code, out, err = again(capfd)
    assert (code, out, err.splitlines()[-1]) == (3, "", "padan: 1 of 3 files failed; the others are done")
    assert "note: model" not in err
    assert '>rusak.txt<small class="error">' in Path("english/index.html").read_text()


def test_a_document_is_read_once_also_the_first(capfd: pytest.CaptureFixture[str]) -> None:
    code = """
import sys
from translator.cli import main

def tell(event, args):
    if event == "open" and str(args[0]).startswith("arsip/"):
        print(args[0], file=sys.stderr)

sys.addaudithook(tell)
sys.exit(main(sys.argv[1:]))
"""
    command = [sys.executable, "-c", code, "translate", "arsip", "-o", "english", "--model", "starter", "-q"]
    assert subprocess.run(command, check=False).returncode == 0
    assert capfd.readouterr().err.split() == ["arsip/a.txt", "arsip/x/b.txt"]


def test_a_source_that_is_to_be_written_twice_fails_twice_in_the_index(capfd: pytest.CaptureFixture[str]) -> None:
    Path("arsip/x/rusak.txt").write_bytes(b"PK\0")
    assert again(capfd, "arsip/x")[0] == 3
    page = Path("english/index.html").read_text()
    assert [f'>{name}<small class="error">' in page for name in ("rusak.txt", "x/rusak.txt")] == [True, True]


def test_a_dry_run_says_what_would_be_done_and_why_and_writes_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    outputs = "english/{0}, english/{0}.id-en.tsv"
    lines = [f"arsip/{name} -> {outputs.format(name)} (new)" for name in ("a.txt", "x/b.txt")]
    assert again(capfd, "--dry-run")[:2] == (0, "\n".join([*lines, ""]))
    assert not Path("english").exists()
    assert again(capfd, "-g", "terms.tsv", "-q")[0] == 0
    Path("terms.tsv").write_text("Rusia\tthe Russian Federation\n")
    Path("english/x/b.txt").write_text("By hand.\n")
    before = contents(Path("english"))
    code, out, err = again(capfd, "-g", "terms.tsv", "--dry-run")
    assert (code, out) == (0, f"arsip/a.txt -> {outputs.format('a.txt')} (a term in it has changed)\n")
    assert "note: unchanged: arsip/x/b.txt\nnote: english/x/b.txt was edited; it would stay as it is\n" in err
    told = json.loads(again(capfd, "--dry-run", "--json", "--force")[1])
    assert [job["reason"] for job in told["jobs"]] == ["--force", "--force"]
    assert contents(Path("english")) == before


def test_an_edited_translation_and_a_source_that_is_gone_are_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert again(capfd, "-q")[0] == 0
    Path("english/a.txt").write_text("By hand.\n")
    Path("arsip/x/b.txt").unlink()
    code, out, err = again(capfd)
    assert (code, out) == (0, "")
    assert "note: english/a.txt was edited; it stays as it is\n" in err
    assert f"note: {Path.cwd() / 'arsip/x/b.txt'} is gone; its translation english/x/b.txt stays\n" in err
    assert contents(Path("english"))["a.txt"] == b"By hand.\n"
    Path("arsip/a.txt").write_text("Rusia itu luas.\n")
    code, out, err = again(capfd)
    assert (code, out) == (3, "")
    assert "padan: english/a.txt exists and is not of Padan's making, or was edited; --force overwrites it\n" in err
    assert again(capfd, "--force")[:2] == (0, "english/a.txt\n")


def test_strict_speaks_for_files_of_earlier_runs_too(capfd: pytest.CaptureFixture[str]) -> None:
    import sqlite3

    assert again(capfd, "-q")[0] == 0
    with sqlite3.connect("english/.padan/ledger.sqlite") as ledger:
        ledger.execute("UPDATE files SET errors = 2 WHERE name = CAST('a.txt' AS BLOB)")
    ledger.close()
    assert again(capfd, "--strict", "-q") == (
        8,
        "",
        "padan: the checks found 2 errors; the bilingual file shows where\n",
    )


def test_patterns_hidden_names_and_links_are_options(capfd: pytest.CaptureFixture[str]) -> None:
    Path("arsip/.rahasia.txt").write_text("Rusia.\n")
    Path("arsip/tautan.txt").symlink_to("a.txt")
    assert again(capfd, "-q", "--include", "*a*.txt", "--exclude", "x")[1] == "english/a.txt\n"
    assert again(capfd, "-q", "--hidden", "--follow-links")[1].splitlines() == [
        "english/.rahasia.txt",
        "english/tautan.txt",
        "english/x/b.txt",
    ]


def test_a_log_has_an_object_for_every_event(capfd: pytest.CaptureFixture[str]) -> None:
    assert again(capfd, "--include", "a.txt", "-q", "--log", "log.jsonl")[0] == 0
    Path("arsip/rusak.txt").write_bytes(b"PK\0")
    assert again(capfd, "-q", "--log", "log.jsonl")[0] == 3
    events = [json.loads(line) for line in Path("log.jsonl").read_text().splitlines()]
    assert [(event["event"], event.get("source")) for event in events] == [
        ("start", None),
        ("done", "arsip/a.txt"),
        ("end", None),
        ("start", None),
        ("skipped", "arsip/foto.jpg"),
        ("skipped", "arsip/a.txt"),
        ("failed", "arsip/rusak.txt"),
        ("done", "arsip/x/b.txt"),
        ("end", None),
    ]
    assert (events[1]["outputs"], events[1]["sentences"], events[1]["words"]) == (
        ["english/a.txt", "english/a.txt.id-en.tsv"],
        1,
        3,
    )
    assert events[6]["error"]["code"] == "source"
    assert (events[-1]["exit_code"], events[-1]["files"]) == (3, {"done": 1, "failed": 1, "skipped": 2})


def test_a_log_that_would_spoil_a_file_or_cannot_be_written_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    for name, said in {"arsip/a.txt": "is a source or an output", "tiada/log": "No such file or directory"}.items():
        code, out, err = again(capfd, "--log", name)
        assert (code, out, said in err) == (2, "", True)
    assert Path("arsip/a.txt").read_bytes() == b"Rusia itu jauh.\n"


def test_a_log_tells_an_error_that_ends_the_run(capfd: pytest.CaptureFixture[str]) -> None:
    assert again(capfd, "--model", "tiada", "--log", "log.jsonl")[0] == 4
    end = json.loads(Path("log.jsonl").read_text().splitlines()[-1])
    assert (end["event"], end["exit_code"], end["error"]["code"]) == ("end", 4, "model")


def test_a_second_run_says_who_holds_the_folder(capfd: pytest.CaptureFixture[str]) -> None:
    with locked(Path("english/.padan/lock")):
        code, out, err = again(capfd, "-q")
    assert (code, out) == (2, "")
    assert err.startswith(f"padan: english is being written to by process {os.getpid()} on ")


def test_a_killed_run_goes_on_where_it_was_and_gives_the_same_bytes(capfd: pytest.CaptureFixture[str]) -> None:
    for number in range(12):
        Path(f"arsip/n{number}.txt").write_text("".join(f"Kapal nomor {number}{n} tiba.\n" for n in range(40)))
    command = [sys.executable, "-m", "translator", "translate", "arsip", "-o", "english", "--beam", "1", "-b", "tsv"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("[3/14]"):
                process.send_signal(signal.SIGKILL)
    before = {path: path.stat().st_mtime_ns for path in Path("english").glob("*.txt")}
    code, out, err = again(capfd, "--beam", "1")
    assert (code, len(out.splitlines()) < 12, f"the run before, process {process.pid} on " in err) == (0, True, True)
    assert {path: path.stat().st_mtime_ns for path in before if f"{path}\n" not in out}.items() <= before.items()
    assert run(capfd, "arsip", "-o", "whole/english", "--beam", "1", "-b", "tsv", "-q")[0] == 0
    assert contents(Path("english")) == contents(Path("whole/english"))


def test_a_second_signal_stops_at_once() -> None:
    Path("arsip/b.txt").write_text("".join(f"Kapal nomor {n} tiba di kota itu.\n" for n in range(5000)))
    command = [sys.executable, "-m", "translator", "translate", "arsip", "-o", "english", "-b", "tsv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = []
        for line in process.stderr:
            told.append(line)
            if line.startswith(("[1/3]", "stopping")):
                process.send_signal(signal.SIGINT)
    assert (process.returncode, told[-1]) == (
        130,
        "padan: interrupted; what was finished stays finished: the same command goes on from there\n",
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "padan-test", str(disk)]
    if os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a small disk")
    yield disk
    gc.collect()  # an error and its traceback hold each other, and the file for what was too much for the memory
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_fails_the_files_that_do_not_fit(capfd: pytest.CaptureFixture[str], small_disk: Path) -> None:
    Path("arsip/besar.txt").write_text("5\n" * 20_000)  # copied as it stands, and its table is many times as long
    code, out, err = run(capfd, "arsip", "-o", str(small_disk / "english"), "-b", "tsv")
    assert (code, out.splitlines()) == (3, [f"{small_disk}/english/a.txt", f"{small_disk}/english/x/b.txt"])
    assert err.count("No space left on device") == 1
    assert "note: not all was kept in the translation memory: there is little space left on the disk of " in err
    assert list(small_disk.rglob(".padan-*")) == []


def test_a_disk_without_any_space_stops_the_run(capfd: pytest.CaptureFixture[str], small_disk: Path) -> None:
    (small_disk / "full").write_bytes(b"x" * 240 * 1024)
    for number in range(4):
        text = "".join(f"Kapal nomor {number}{n} tiba.\n" for n in range(300))
        Path(f"arsip/n{number}.txt").write_text(text)
    code, _, err = run(capfd, "arsip", "-o", str(small_disk / "english"), "-b", "tsv", "--beam", "1", "--include", "n*")
    failures = [line for line in err.splitlines() if line.startswith("padan: cannot write ")]
    is_full = "No space left on device" in failures[0] or "disk is full" in failures[0]
    assert (code, len(failures), is_full) == (3, 1, True), err
    assert "padan: the disk is full: 1 of 4 files are finished; free space; the same command goes on" in err
    assert list(small_disk.rglob(".padan-*")) == []


def test_pipes_in_the_place_of_our_own_files_are_not_waited_for(capfd: pytest.CaptureFixture[str]) -> None:
    Path("english/.padan").mkdir(parents=True)
    os.mkfifo("english/index.html")
    code, out, err = again(capfd)
    assert (code, out) == (0, "english/a.txt\nenglish/x/b.txt\n")
    assert "note: no index was written: english/index.html is not a regular file; remove it\n" in err
    os.mkfifo("padan.toml")
    assert again(capfd) == (7, "", "padan: padan.toml: not a regular file; it must be UTF-8 text in TOML\n")
    Path("padan.toml").unlink()
    for name in ("lock", "ledger.sqlite"):
        Path("english/.padan", name).unlink()
        os.mkfifo(Path("english/.padan", name))
        message = f"padan: cannot use english/.padan/{name}: not a regular file; remove it\n"
        assert again(capfd, "-q") == (2, "", message)
        Path("english/.padan", name).unlink()


def test_a_damaged_ledger_is_one_clear_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert again(capfd, "-q")[0] == 0
    path = Path("english/.padan/ledger.sqlite")
    path.write_bytes(path.read_bytes()[:5000])
    for args in ([], ["--dry-run"]):
        code, out, err = again(capfd, "-q", *args)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith(f"padan: {path} is damaged: ")
    path.unlink()
    assert again(capfd, "-q")[0] == 0


@pytest.mark.parametrize("name", ["english/.padan/log", "english/.padan/ledger.sqlite", "english/index.html"])
def test_a_log_is_not_written_among_our_own_files(capfd: pytest.CaptureFixture[str], name: str) -> None:
    assert again(capfd, "-q")[0] == 0
    before = contents(Path("english"))
    code, out, err = again(capfd, "--log", name)
    assert (code, out, f"the log {name} is a source or an output of this run" in err) == (2, "", True)
    assert contents(Path("english")) == before


def test_a_name_without_room_for_a_bilingual_file_fails_alone_before_the_work(
    capfd: pytest.CaptureFixture[str],
) -> None:
    Path("arsip", "n" * 250 + ".txt").write_text("Kapal.\n")
    code, out, err = again(capfd)
    assert (code, out) == (3, "english/a.txt\nenglish/x/b.txt\n")
    assert "the name has 264 bytes, 255 are the most; give the source a shorter name, or name the output with -o" in err


def test_a_source_folder_that_cannot_be_written_is_no_hindrance(capfd: pytest.CaptureFixture[str]) -> None:
    for path in (Path("arsip/x"), Path("arsip")):
        path.chmod(0o555)
    try:
        assert again(capfd, "-q")[0] == 0
    finally:
        for path in (Path("arsip"), Path("arsip/x")):
            path.chmod(0o755)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_without_permission_is_one_clear_line(capfd: pytest.CaptureFixture[str]) -> None:
    Path("english").mkdir(mode=0o555)
    code, out, err = again(capfd, "-q")
    assert (code, out, err.count("\n"), "Permission denied" in err) == (2, "", 1, True)


def test_a_folder_in_the_place_of_an_output_fails_alone(capfd: pytest.CaptureFixture[str]) -> None:
    Path("english/a.txt").mkdir(parents=True)
    code, out, err = again(capfd, "-q")
    assert (code, out) == (3, "english/x/b.txt\n")
    assert "padan: cannot write english/a.txt: it is a folder; " in err


def test_what_is_not_indonesian_is_copied_and_told_in_a_mixed_folder(capfd: pytest.CaptureFixture[str]) -> None:
    english = "Annual Report\n\nThe committee published its findings last week.\n\nSummary\n"
    german = "Der Bericht wurde gestern von der Kommission vorgelegt.\n"
    mixed = "Kapal itu tiba tadi malam.\nThe committee published its findings last week.\n"
    for name, text in {"report.txt": english, "bericht.txt": german, "campur.txt": mixed}.items():
        Path("arsip", name).write_text(text)
    assert again(capfd)[0] == 0
    assert Path("english/report.txt").read_text() == english
    assert Path("english/bericht.txt").read_text() == german
    assert Path("english/campur.txt").read_text().splitlines()[1] == mixed.splitlines()[1]
    rows = Path("english/campur.txt.id-en.tsv").read_text().splitlines()
    assert ["engine" in rows[1], "copied" in rows[2], '""check"": ""language""' in rows[2]] == [True, True, True]

"""A folder that is watched is translated again whenever its files have changed and are at rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from translator.cli import main
from translator.cli.watch import Seen, look, repeat
from translator.errors import InterruptError, SourceError

ONE, TWO, THREE = {"a": (1, 1)}, {"a": (2, 2)}, {"a": (3, 3)}


class Story:
    """What is seen at each look; when all is told, the run is to stop. translated: after how many looks."""

    def __init__(self, *seen: Seen, codes: tuple[int, ...] = ()) -> None:
        self.seen, self.codes = list(seen), list(codes)
        self.looks = 0
        self.translated: list[int] = []
        self.stop = threading.Event()

    def look(self) -> Seen:
        self.looks += 1
        if self.looks == len(self.seen):
            self.stop.set()
        return self.seen[self.looks - 1]

    def translate(self) -> int:
        self.translated.append(self.looks)
        return self.codes.pop(0) if self.codes else 0

    def tell(self) -> int:
        return repeat(self.translate, self.look, self.stop, every=0)


@pytest.mark.parametrize(
    ("seen", "translated"),
    [
        ([ONE, ONE, ONE], [1]),
        ([ONE, TWO, TWO, TWO], [1, 3]),
        ([ONE, TWO, THREE, THREE, THREE], [1, 4]),
        ([ONE, TWO, ONE, ONE], [1]),
        ([ONE, {}, {}, TWO, TWO], [1, 3, 5]),
    ],
)
def test_it_is_translated_once_more_when_what_has_changed_is_at_rest(seen: list[Seen], translated: list[int]) -> None:
    story = Story(*seen)
    assert (story.tell(), story.translated) == (0, translated)


def test_a_run_that_is_cut_short_gives_its_code_and_any_other_goes_on() -> None:
    assert Story(ONE, TWO, TWO, ONE, codes=(3, 3)).tell() == 0
    assert Story(ONE, TWO, TWO, codes=(0, InterruptError.exit_code)).tell() == InterruptError.exit_code


def test_an_error_of_the_first_run_ends_it_and_that_of_a_later_one_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    errors = [SourceError("torn"), None]

    def translate() -> int:
        error = errors.pop()
        if error:
            raise error
        return 0

    story = Story(ONE, TWO, TWO, TWO)
    assert repeat(translate, story.look, story.stop, every=0) == 0
    assert capfd.readouterr().err == "padan: torn\n"
    errors.append(SourceError("torn"))
    with pytest.raises(SourceError):
        repeat(translate, lambda: ONE, threading.Event(), every=0)


def test_every_file_below_a_folder_is_seen_and_what_is_gone_is_not(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for name in ("terms.tsv", "x/a.txt"):
        (tmp_path / name).write_text("abc")
        os.utime(tmp_path / name, ns=(5, 5))
    (tmp_path / "x/broken.txt").symlink_to("nowhere")
    wanted = {str(tmp_path / "terms.tsv"): (3, 5), str(tmp_path / "x/a.txt"): (3, 5)}
    assert look([tmp_path / "terms.tsv", tmp_path / "x", tmp_path / "gone"]) == wanted


def test_new_files_are_translated_as_they_come_and_sigterm_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("arsip").mkdir()
    Path("arsip/a.txt").write_text("Kapal itu tiba.\n")
    command = [sys.executable, "-m", "translator", "translate", "arsip", "-o", "english", "--beam", "1", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "english/a.txt\n"
        Path("arsip/b.txt").write_text("Dua kapal tiba.\n")
        assert process.stdout.readline() == "english/b.txt\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait() in (0, InterruptError.exit_code)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["a.txt", "--watch"], "--watch is for the files of a folder, and there is one file"),
        (["-", "--watch"], "--watch is for the files of a folder, and standard input is one document"),
        ([".", "-o", "../english", "--watch", "--dry-run"], "--dry-run is done once, and --watch has no end"),
        (
            [".", "-o", "../english", "--watch", "--shard", "merge"],
            "--shard merge is done once, and --watch has no end",
        ),
    ],
)
def test_what_cannot_be_watched_is_an_error(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], message: str
) -> None:
    (tmp_path / "arsip").mkdir()
    monkeypatch.chdir(tmp_path / "arsip")
    Path("a.txt").write_text("Kapal itu tiba.\n")
    assert main(["translate", *args]) == 2
    assert capfd.readouterr().err.startswith(f"padan: {message}")


def test_what_the_run_writes_itself_is_no_change(tmp_path: Path) -> None:
    for name in ("a.txt", "log.jsonl", "m.sqlite", "m.sqlite-wal"):
        (tmp_path / name).write_text("x")
    seen = look([tmp_path], [tmp_path / "log.jsonl", tmp_path / "m.sqlite"])
    assert list(seen) == [str(tmp_path / "a.txt")]


def test_linked_folders_are_looked_at_where_links_are_followed(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text("x")
    watched = tmp_path / "watched"
    watched.mkdir()
    (watched / "link").symlink_to(inner, target_is_directory=True)
    (inner / "up").symlink_to(watched, target_is_directory=True)
    assert list(look([watched])) == []
    assert list(look([watched], follow_links=True)) == [str(watched / "link" / "a.txt")]

"""A file is written whole or not at all, and what a killed run left is cleared."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from translator.atomic_write import (
    STALE,
    StagedFile,
    Writer,
    clear_stale,
    discard,
    place,
    stage,
    this_process,
    write_whole,
)
from translator.errors import OutputError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_with_its_folders_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.txt", b"one")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"one"
    assert names(tmp_path / "a") == ["b.txt"]


def test_the_mode_of_a_file_that_is_replaced_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0o640)
    write_whole(tmp_path / "a.txt", b"two")
    assert ((tmp_path / "a.txt").read_bytes(), (tmp_path / "a.txt").stat().st_mode & 0o777) == (b"two", 0o640)


def test_a_new_file_is_for_the_eyes_of_those_who_may_read_another(tmp_path: Path) -> None:
    for mode, wanted in ((0o600, 0o600), (0o400, 0o600), (0o755, 0o644)):
        (tmp_path / "source.txt").unlink(missing_ok=True)
        (tmp_path / "source.txt").touch()
        (tmp_path / "source.txt").chmod(mode)
        place(stage(tmp_path / f"{mode}.txt", b"", like=tmp_path / "source.txt"))
        assert (tmp_path / f"{mode}.txt").stat().st_mode & 0o777 == wanted & ~umask()
    place(stage(tmp_path / "new.txt", b"", like=tmp_path / "gone.txt"))
    assert (tmp_path / "new.txt").stat().st_mode & 0o777 == 0o666 & ~umask()


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_of_chunks_one_is_held_at_a_time(tmp_path: Path) -> None:
    chunks = (bytes([number]) * 2**20 for number in range(100))
    tracemalloc.start()
    write_whole(tmp_path / "a.txt", chunks)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert ((tmp_path / "a.txt").stat().st_size, peak < 4 * 2**20) == (100 * 2**20, True)


def test_a_staged_file_knows_its_sum_and_takes_its_place_or_goes(tmp_path: Path) -> None:
    one, two = stage(tmp_path / "a.txt", [b"o", b"ne"]), stage(tmp_path / "b.txt", b"two", "choose another")
    assert one == StagedFile(tmp_path / "a.txt", one.temporary, hashlib.sha256(b"one").hexdigest(), "")
    assert names(tmp_path) == sorted([Path(one.temporary).name, Path(two.temporary).name])
    place(one)
    discard(two)
    assert (names(tmp_path), (tmp_path / "a.txt").read_bytes()) == (["a.txt"], b"one")


def test_what_fails_while_it_is_made_or_judged_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"on"
        raise OutputError("no more")

    def refuse() -> None:
        raise OutputError("edited")

    with pytest.raises(OutputError, match="no more"):
        write_whole(tmp_path / "a.txt", failing())
    with pytest.raises(OutputError, match="edited"):
        place(stage(tmp_path / "a.txt", b"one"), refuse)
    assert names(tmp_path) == []


def test_where_a_folder_is_in_the_way_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "a.txt" / "b").mkdir(parents=True)
    with pytest.raises(OutputError, match=r"cannot write .*a\.txt: Is a directory") as raised:
        write_whole(tmp_path / "a.txt", b"two", "choose another")
    assert (raised.value.hint, names(tmp_path)) == ("choose another", ["a.txt"])


def test_what_dead_runs_left_is_cleared_and_what_living_ones_write_is_not(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    mark = Writer(this_process().machine, gone.pid).mark
    dead, ours, old = temporary(mark, 0), temporary(this_process().mark, 1), temporary(this_process().mark, 2)
    others = [".padan-notes", ".padan-12-x.txt", "padan-1-x", f".padan-{mark}-x", f".padan-{mark}-abcdef_1"]
    for name in (dead, ours, old, *others):
        (tmp_path / name).touch()
    (tmp_path / f".padan-{mark}-folder").mkdir()
    os.utime(tmp_path / old, (time.time() - STALE - 9,) * 2)
    clear_stale(tmp_path)
    assert names(tmp_path) == sorted([ours, *others, f".padan-{mark}-folder"])
    clear_stale(tmp_path / "nowhere")


def test_what_another_machine_writes_is_cleared_only_when_its_writer_is_known_to_be_dead(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    killed, other = Writer("node-7", gone.pid), Writer("node-8", gone.pid)
    written = [temporary(killed.mark, 1), temporary(other.mark, 2)]
    for name in written:
        (tmp_path / name).touch()
    clear_stale(tmp_path)
    assert names(tmp_path) == sorted(written)
    clear_stale(tmp_path, [killed])
    assert names(tmp_path) == written[1:]


def temporary(mark: str, number: int) -> str:
    return f".padan-{mark}-abcdef_{number}.tmp"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_device_or_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="no ordinary file"):
        write_whole(pipe, b"a")
    assert (names(tmp_path), pipe.is_fifo()) == (["pipe"], True)

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from translator import kept_files

NAME = "a" * 64


@pytest.fixture
def path() -> Path:
    """The file of something that was kept."""
    kept_files.keep(NAME, b"kapal")
    assert kept_files.load(NAME) == b"kapal"
    return kept_files.folder() / NAME


def test_what_was_never_kept_is_not_there() -> None:
    assert kept_files.load(NAME) is None


def test_only_the_user_may_see_what_is_kept(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("place", range(37))
def test_a_flipped_bit_is_noticed_wherever_it_is(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert kept_files.load(NAME) is None


@pytest.mark.parametrize("length", [0, 5, 31, 32, 36])
def test_half_a_file_is_noticed(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])
    assert kept_files.load(NAME) is None


def test_a_file_under_another_name_is_not_believed(path: Path) -> None:
    other = "b" * 64
    path.rename(path.with_name(other))
    assert kept_files.load(other) is None


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_may_write_is_not_believed(path: Path, mode: int) -> None:
    path.chmod(mode)
    assert kept_files.load(NAME) is None


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file away")
def test_what_another_user_made_is_not_believed(path: Path) -> None:
    os.chown(path, 12345, -1)
    assert kept_files.load(NAME) is None


def test_a_folder_in_the_place_of_a_file_costs_nothing_but_time() -> None:
    (kept_files.folder() / NAME).mkdir(parents=True)
    kept_files.keep(NAME, b"kapal")
    assert kept_files.load(NAME) is None


def test_a_cache_that_cannot_be_written_costs_nothing_but_time() -> None:
    kept_files.folder().parent.mkdir(parents=True)
    kept_files.folder().write_text("in the way")
    kept_files.keep(NAME, b"kapal")
    assert kept_files.load(NAME) is None


def test_the_last_used_files_stay(path: Path) -> None:
    for number in range(kept_files.KEPT):
        kept_files.keep(str(number), b"rudal")
        os.utime(path.with_name(str(number)), (number, number))
    os.utime(path, (0, 0))
    assert kept_files.load(NAME) == b"kapal"  # and so it is used last
    kept_files.keep("new", b"rudal")
    left = {file.name for file in path.parent.iterdir()}
    assert len(left) == kept_files.KEPT
    assert {NAME, "new", "2"} <= left
    assert not {"0", "1"} & left


def test_what_a_killed_run_left_is_removed(path: Path) -> None:
    left = path.with_name(".padan-00000000-1-abcdefgh.tmp")
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    kept_files.keep(NAME, b"rudal")
    assert not left.exists()

"""A folder to work in is gone afterwards; what others left is removed, but not what they are still making."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from translator.atomic_write import PREFIX, STALE, Writer, this_process
from translator.work_folder import work_folder


def left_by(writer: Writer, parent: Path, age: float = 0.0) -> str:
    folder = parent / f"{PREFIX}{writer.mark}-abcdefgh"
    (folder / "made").mkdir(parents=True)
    (folder / "made" / "model.bin").touch()
    os.utime(folder, (time.time() - age,) * 2)
    return folder.name


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_is_inside_its_parent_which_is_made_and_gone_afterwards(tmp_path: Path) -> None:
    parent = tmp_path / "padan" / "models"
    with work_folder(parent) as folder, work_folder(parent) as other:
        (folder / "made").mkdir()
        assert names(parent) == sorted([folder.name, other.name])
    assert names(parent) == []


def test_what_a_dead_process_of_this_machine_left_is_removed_and_what_a_living_one_makes_is_not(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    left_by(Writer(this_process().machine, gone.pid), tmp_path)
    ours = left_by(this_process(), tmp_path)
    with work_folder(tmp_path):
        pass
    assert names(tmp_path) == [ours]


def test_what_another_machine_makes_is_removed_after_a_day_whatever_processes_live_here(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    new = left_by(Writer("node-7", gone.pid), tmp_path)
    left_by(Writer("node-8", os.getpid()), tmp_path, age=STALE + 9)
    with work_folder(tmp_path):
        pass
    assert names(tmp_path) == [new]


def test_other_names_are_left_alone(tmp_path: Path) -> None:
    others = sorted([f"{PREFIX}pull-opus", f"{PREFIX}notes", "model", f"{PREFIX}12-abc"])
    for name in others:
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (0, 0))
    with work_folder(tmp_path):
        pass
    assert names(tmp_path) == others

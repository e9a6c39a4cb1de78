"""One run at a time, and a dead one keeps nobody out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from translator.atomic_write import Writer, this_process
from translator.batch.lock import LockedError, dead_holder, locked, shared
from translator.errors import OutputError

HOLD = """
import sys, time
from pathlib import Path
from translator.batch.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def holder(file: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(file)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_who_holds_the_lock_is_said(tmp_path: Path) -> None:
    file = tmp_path / "english" / ".padan" / "lock"
    with holder(file) as process:
        with (
            pytest.raises(LockedError, match=rf"english is being written to by process {process.pid} on ") as raised,
            locked(file),
        ):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()
        with locked(file) as killed:
            pass
    assert raised.value.exit_code == 2
    assert killed is not None
    assert killed.writer == Writer(this_process().machine, process.pid)
    assert str(killed) == f"process {process.pid} on {this_process().machine}, since {killed.since}"
    with locked(file) as killed:
        assert killed is None


def test_shards_hold_a_lock_together_and_a_run_holds_it_alone(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    with shared(file, 1), shared(file, 2), pytest.raises(LockedError, match="another run or its shards"), locked(file):
        pass
    with locked(file), pytest.raises(LockedError, match=f"process {os.getpid()} on "), shared(file, 1):
        pass


def test_of_a_lock_that_nobody_holds_it_is_known_who_died_with_it(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    assert dead_holder(file) is None
    with locked(file):
        told = file.read_bytes()
    assert dead_holder(file) is None
    file.write_bytes(told)
    holder = dead_holder(file)
    assert (holder and holder.writer) == this_process()


def test_a_run_that_ends_with_an_error_was_not_killed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="mine"), locked(tmp_path / "lock"):
        raise ValueError("mine")
    with locked(tmp_path / "lock") as killed:
        assert killed is None


@pytest.mark.parametrize(
    "before", [b"", b"{", b"[]", b"\xff\xfe", b'{"process": 1}', b'{"process": "x", "machine": 2}']
)
def test_a_lock_that_says_nothing_useful_is_taken_over(tmp_path: Path, before: bytes) -> None:
    (tmp_path / "lock").write_bytes(before)
    with locked(tmp_path / "lock") as killed:
        assert killed is None


def test_where_no_lock_can_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "english").touch()
    with pytest.raises(OutputError, match="Not a directory"), locked(tmp_path / "english" / ".padan" / "lock"):
        pass


def test_the_lock_names_its_owner(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"):
        assert f'"process": {os.getpid()}' in (tmp_path / "lock").read_text()
    assert (tmp_path / "lock").read_text() == ""


def test_a_pipe_in_the_place_of_the_lock_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lock")
    with pytest.raises(OutputError, match="not a regular file"), locked(tmp_path / "lock"):
        pass

"""One run at a time in an output folder, or the shards of one.

The kernel keeps the lock for as long as the process lives, so that a dead owner never holds it: with flock on POSIX
systems, which network file systems carry to all machines, with locked bytes far behind the text on Windows. What the
file says is who holds it; of a holder that died it says so to the next one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from translator.atomic_write import Writer, this_process
from translator.errors import LockedError, OutputError

if sys.platform == "win32":
    import msvcrt

    LOCKED_BYTE = 2**30  # far behind what the file says, which others may read while it is locked
    MOST_SHARDS = 2**16

    def _try_to_lock(handle: FileIO, share: int) -> None:
        """Lock one byte for a share, else all of them. Raises BlockingIOError where another process holds them."""
        handle.seek(LOCKED_BYTE + share)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1 if share else MOST_SHARDS)
        except PermissionError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def _try_to_lock(handle: FileIO, share: int) -> None:
        """Raises BlockingIOError where another process holds the lock."""
        fcntl.flock(handle, (fcntl.LOCK_SH if share else fcntl.LOCK_EX) | fcntl.LOCK_NB)


@dataclass(frozen=True, slots=True)
class LockHolder:
    """A run that holds a lock, or held it when it died."""

    writer: Writer
    since: str

    def __str__(self) -> str:
        return f"process {self.writer.process} on {self.writer.machine}, since {self.since}"


@contextmanager
def locked(file: Path) -> Iterator[LockHolder | None]:
    """Hold the lock `file` alone; gives the run that held it when it died, None where there was none.

    Raises LockedError where another run holds it, OutputError where the file cannot be used.
    """
    with _open(file) as handle:
        _take(handle, file)
        before = _holder(handle)
        ours = this_process()
        _write(handle, json.dumps({"process": ours.process, "machine": ours.machine, "since": _now()}))
        try:
            yield before
        finally:
            _write(handle, "")


@contextmanager
def shared(file: Path, share: int) -> Iterator[None]:
    """Hold the lock `file` together with the other shards, so that no run takes it alone. Raises as `locked`.

    share: the number of the shard, from 1.
    """
    with _open(file) as handle:
        _take(handle, file, share)
        yield


def dead_holder(file: Path) -> LockHolder | None:
    """The run that held the lock `file` when it died, if nobody can hold it now."""
    with suppress(OSError), file.open("rb", buffering=0) as handle:
        return _holder(handle)
    return None


def _open(file: Path) -> FileIO:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and not file.is_file():
            raise OutputError(f"cannot use {file}: not a regular file", "remove it")
        return file.open("a+b", buffering=0)
    except OSError as error:
        raise OutputError(f"cannot write {file}: {error.strerror}", "choose another place with -o") from error


def _take(handle: FileIO, file: Path, share: int = 0) -> None:
    """share: of a shard; 0: the lock is held alone."""
    try:
        _try_to_lock(handle, share)
    except BlockingIOError:
        holder = _holder(handle) or "another run or its shards"
        raise LockedError(f"{file.parent.parent} is being written to by {holder}", "wait for its end") from None
    except OSError as error:
        raise OutputError(f"cannot lock {file}: {error.strerror}", "choose a folder on another disk with -o") from error


def _holder(handle: FileIO) -> LockHolder | None:
    """Who wrote the file last; None where nobody did, or where that run came to its end."""
    handle.seek(0)
    try:
        told = json.loads(handle.read())
        return LockHolder(Writer(str(told["machine"]), int(told["process"])), str(told["since"]))
    except (ValueError, KeyError, TypeError):
        return None


def _write(handle: FileIO, text: str) -> None:
    with suppress(OSError):  # a full disk: the lock holds all the same
        handle.truncate(0)
        handle.write(text.encode())


def _now() -> str:
    return datetime.now(UTC).isoformat(sep=" ", timespec="seconds")

"""One run at a time in an output folder.

The kernel keeps the lock for as long as the process lives, so that a dead owner never holds it: with flock on POSIX
systems, with a locked byte far behind the text on Windows. What the file says is for people.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from translator.errors import LockedError, OutputError

if sys.platform == "win32":
    import msvcrt

    LOCKED_BYTE = 2**30  # far behind what the file says, which others may read while it is locked

    def _try_to_lock(handle: FileIO) -> None:
        """Raises BlockingIOError where another process holds the lock."""
        handle.seek(LOCKED_BYTE)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def _try_to_lock(handle: FileIO) -> None:
        """Raises BlockingIOError where another process holds the lock."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(file: Path) -> Iterator[str]:
    """Hold the lock `file`; gives a line about a run that held it and died, empty where there was none.

    Raises LockedError where another run holds it, OutputError where the file cannot be used.
    """
    with _open(file) as handle:
        _take(handle, file)
        before = _owner(handle)
        owner = {"process": os.getpid(), "machine": socket.gethostname(), "since": _now()}
        _write(handle, json.dumps(owner))
        try:
            yield f"the run before, {before}, was killed: this one goes on after it" if before else ""
        finally:
            _write(handle, "")


def _open(file: Path) -> FileIO:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and not file.is_file():
            raise OutputError(f"cannot use {file}: not a regular file", "remove it")
        return file.open("a+b", buffering=0)
    except OSError as error:
        raise OutputError(f"cannot write {file}: {error.strerror}", "choose another place with -o") from error


def _take(handle: FileIO, file: Path) -> None:
    try:
        _try_to_lock(handle)
    except BlockingIOError:
        owner = _owner(handle) or "another run"
        raise LockedError(f"{file.parent.parent} is being written to by {owner}", "wait for its end") from None
    except OSError as error:
        raise OutputError(f"cannot lock {file}: {error.strerror}", "choose a folder on another disk with -o") from error


def _owner(handle: FileIO) -> str:
    """Who wrote the file last; empty where nobody did, or where that run came to its end."""
    handle.seek(0)
    try:
        owner = json.loads(handle.read())
        return f"process {owner['process']} on {owner['machine']}, since {owner['since']}"
    except (ValueError, KeyError, TypeError):
        return ""


def _write(handle: FileIO, text: str) -> None:
    with suppress(OSError):  # a full disk: the lock holds all the same
        handle.truncate(0)
        handle.write(text.encode())


def _now() -> str:
    return datetime.now(UTC).isoformat(sep=" ", timespec="seconds")

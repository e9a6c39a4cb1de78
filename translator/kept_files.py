"""What can be made again and is kept between runs, as files in the user's cache.

A file is believed only if it is whole, belongs to the user of this process, and nobody else may write to it. A cache
that cannot be read or written costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from translator import folders
from translator.atomic_write import clear_stale, write_whole
from translator.errors import OutputError

KEPT = 20  # files, the last used ones; a list of 100,000 terms takes 16 MB
_SUM = 32  # bytes of the sha256 that a file begins with
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def folder() -> Path:
    return folders.cache() / "terms"


def load(name: str) -> bytes | None:
    """What was kept under a name; None where there is nothing, or nothing that may be believed."""
    path = folder() / name
    try:
        with path.open("rb") as file:
            if not _is_own(os.fstat(file.fileno())):
                return None
            data = file.read()
    except OSError:
        return None
    with suppress(OSError):
        os.utime(path)  # the last used ones stay
    content = data[_SUM:]
    if data[:_SUM] != _seal(name, content):
        return None
    return content


def keep(name: str, content: bytes) -> None:
    """Keep something under a name, if that is possible."""
    with suppress(OutputError, OSError):
        place = folder()
        place.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
        clear_stale(place)
        write_whole(place / name, _seal(name, content) + content)
        os.chmod(place / name, stat.S_IRUSR | stat.S_IWUSR)
        _remove_oldest(place)


def _is_own(status: os.stat_result) -> bool:
    """Is this a regular file of the user's that nobody else may write to?"""
    user: Callable[[], int] = getattr(os, "geteuid", lambda: status.st_uid)  # Windows has none
    if not stat.S_ISREG(status.st_mode) or status.st_uid != user():
        return False
    return not status.st_mode & _OTHERS_WRITE


def _seal(name: str, content: bytes) -> bytes:
    digest = hashlib.sha256(name.encode())
    digest.update(content)
    return digest.digest()


def _remove_oldest(place: Path) -> None:
    files = sorted(place.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)

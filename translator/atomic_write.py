"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from translator.errors import OutputError

PREFIX = ".padan-"  # of temporary files; what is left of a killed run is known by it
STALE = 24 * 3600  # seconds: no file takes so long to write
_TEMPORARY = re.compile(rf"{re.escape(PREFIX)}(\d+)-\w+")


def write_whole(path: Path, data: bytes, hint: str = "", like: Path | None = None) -> None:
    """Put `data` at `path` in one step: a reader sees the old file or the new one, never half of it.

    The mode of a file that is replaced is kept; a new one may be read by those who may read the file `like`.
    hint: what the user can do where it fails. Raises OutputError where the system refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o7777 if path.exists() else _mode(like) & ~_umask()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{PREFIX}{os.getpid()}-")
        try:
            with open(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, mode)
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {path}: {reason}", hint) from error


def clear_stale(folder: Path) -> None:
    """Remove from `folder` the temporary files of runs that are dead; what cannot be removed stays."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = _TEMPORARY.fullmatch(entry.name)
            if name and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if not lives(int(name[1])) or time.time() - entry.stat().st_mtime > STALE:
                        os.unlink(entry)


def lives(process: int) -> bool:
    """Is there a process of this number?"""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _mode(like: Path | None) -> int:
    try:
        return like.stat().st_mode & 0o666 | stat.S_IWUSR if like else 0o666
    except OSError:  # it is gone
        return 0o666


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

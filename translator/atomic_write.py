"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import socket
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translator.errors import DiskFullError, OutputError, reason_of

PREFIX = ".padan-"  # of temporary files; what a killed run left is known by it
STALE = 24 * 3600  # seconds: no file takes so long to write, and no model to convert
CHUNK = 2**16  # characters of a file that are held at once
READABLE_BY_ALL = 0o666  # before the umask
# Bytes. A disk with less takes no translation any more, however small: a document with its table and its page needs a
# few blocks of 4 KB each, and so does the ledger.
LEAST_SPACE = 64 * 1024
NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
SUFFIX = ".tmp"
# The machine, the process and the eight letters that tempfile draws: no name that a person gives a file.
_TEMPORARY = re.compile(rf"{re.escape(PREFIX)}([0-9a-f]{{8}}-\d+)-[a-z0-9_]{{8}}{re.escape(SUFFIX)}")


@dataclass(frozen=True, slots=True)
class Writer:
    """A process that writes files. machine: the name of the computer that it runs on."""

    machine: str
    process: int

    @property
    def mark(self) -> str:
        """What the names of its temporary files say of it."""
        return f"{hashlib.sha256(self.machine.encode()).hexdigest()[:8]}-{self.process}"


def this_process() -> Writer:
    return Writer(_machine(), os.getpid())


@cache
def _machine() -> str:
    return socket.gethostname()


@dataclass(frozen=True, slots=True)
class FileMark:
    """By what a file is known to be the same: whatever is put in its place or written into it makes another mark.

    modified, changed: in nanoseconds, the time of its data, and of anything about it.
    """

    device: int
    inode: int
    size: int
    modified: int
    changed: int


def mark_of(path: Path) -> FileMark | None:
    """The mark of what stands at `path`; None where nothing does."""
    try:
        stat_ = path.lstat()
    except OSError:
        return None
    return FileMark(stat_.st_dev, stat_.st_ino, stat_.st_size, stat_.st_mtime_ns, stat_.st_ctime_ns)


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A file that is whole on the disk under a temporary name, until `place` gives it its own name.

    sha256: of its bytes. hint: what the user can do where it cannot be placed.
    """

    path: Path
    temporary: str
    sha256: str
    hint: str


def write_whole(path: Path, data: bytes | Iterable[bytes], hint: str = "") -> None:
    """Put `data` at `path` in one step: a reader sees the old file or the new one, never half of it.

    data: bytes, or chunks of them, of which one is held at a time. hint: what the user can do where it fails. The mode
    of a file that is replaced is kept. Raises OutputError where the system refuses, DiskFullError where there is no
    space.
    """
    place(stage(path, data, hint))


def stage(path: Path, data: bytes | Iterable[bytes], hint: str = "", like: Path | None = None) -> StagedFile:
    """Write `data` to a temporary file beside `path`. It is to be placed or discarded.

    like: a file; those who may read it may read a new file. Raises as `write_whole`.
    """
    chunks = (data,) if isinstance(data, bytes) else data
    refuse_device(path)
    with system_errors_told(path, hint):
        _make_folder(path.parent)
        mode = _mode_for(path, like)
        temporary, sha256 = _write_temporary(path.parent, chunks)
        staged = StagedFile(path, temporary, sha256, hint)
        try:
            os.chmod(temporary, mode)
        except BaseException:
            discard(staged)
            raise
    return staged


def place(staged: StagedFile, judge: Callable[[], None] = lambda: None) -> None:
    """Put a staged file in its place in one step.

    judge: called right before that; where it raises, nothing is put there. Raises as `write_whole`.
    """
    try:
        judge()
        with system_errors_told(staged.path, staged.hint):
            os.replace(staged.temporary, staged.path)
    except BaseException:
        discard(staged)
        raise


def discard(staged: StagedFile) -> None:
    """Remove the temporary file of a staged one."""
    _remove(staged.temporary)


def free_space_at(output: Path) -> int:
    """How many bytes are free on the disk where `output` is or will be."""
    return shutil.disk_usage(nearest_folder(output)).free


def nearest_folder(output: Path) -> Path:
    """The folder where `output` is or will be; the nearest one above it where that is still to be made."""
    folder = output.absolute().parent
    while not os.path.isdir(folder):
        folder = folder.parent
    return folder


def in_chunks(lines: Iterable[str]) -> Iterator[str]:
    """Text in chunks of some thousand characters: single lines would make many small writes."""
    waiting: list[str] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= CHUNK:
            yield "".join(waiting)
            waiting = []
            size = 0
    if waiting:
        yield "".join(waiting)


def sha256_of(chunks: Iterable[bytes]) -> str:
    """The sha256 of a file that consists of these chunks."""
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def clear_stale(folder: Path, dead: Collection[Writer] = ()) -> None:
    """Remove from `folder` the temporary files of runs that are dead; what cannot be removed stays.

    dead: processes, of any machine, that are known to be dead. Of another machine's process nothing else can be known.
    """
    marks = {writer.mark for writer in dead}
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = _TEMPORARY.fullmatch(entry.name)
            if name and entry.is_file(follow_symlinks=False):
                _remove_stale(entry, name[1], marks)


def is_abandoned(about: os.stat_result, mark: str, dead: Collection[str] = ()) -> bool:
    """Is a temporary file or folder left over? mark: of its writer. dead: marks of writers that are known to be dead.

    Of another machine's process nothing but its age tells.
    """
    age = time.time() - about.st_mtime
    if age > STALE:
        return True
    if mark in dead:
        return True
    return _died_here(mark)


def _lives(process: int) -> bool:
    """Is there a process of this number? On Windows nobody knows: asking like this would end it."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def refuse_device(path: Path) -> None:
    """Raises OutputError for a device, a pipe or the like, which would give way to an ordinary file."""
    is_usual = path.is_file() or path.is_dir()
    if os.path.exists(path) and not is_usual:
        raise OutputError(f"cannot write {path}: it is no ordinary file", "name another file")


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, which may be thousands: `mkdir(parents=True)` recurses."""
    missing = []
    while not os.path.isdir(folder):
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(exist_ok=True)


@contextmanager
def system_errors_told(path: Path, hint: str) -> Iterator[None]:
    """What the system refuses is an error of ours that names the file."""
    try:
        yield
    except OSError as error:
        kind = DiskFullError if error.errno in NO_SPACE else OutputError
        raise kind(f"cannot write {path}: {reason_of(error)}", hint) from error


def _write_temporary(folder: Path, chunks: Iterable[bytes]) -> tuple[str, str]:
    """Write chunks to a new file in `folder`, down to the disk; the file's path and its sha256."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=f"{PREFIX}{this_process().mark}-", suffix=SUFFIX)
    digest = hashlib.sha256()
    try:
        with open(handle, "wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _remove(name)
        raise
    return name, digest.hexdigest()


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _remove_stale(entry: os.DirEntry[str], mark: str, dead: Collection[str]) -> None:
    with suppress(OSError):
        if is_abandoned(entry.stat(), mark, dead):
            os.unlink(entry)


def _died_here(mark: str) -> bool:
    """Is the writer with this mark a process of this machine that is no more?"""
    process = int(mark.partition("-")[2])
    is_ours = Writer(_machine(), process).mark == mark
    if not is_ours:
        return False
    return not _lives(process)


def _mode_for(path: Path, like: Path | None) -> int:
    """The mode of the file that is put at `path`."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    return _mode_like(like) & ~_umask()


def _mode_like(like: Path | None) -> int:
    if like is None:
        return READABLE_BY_ALL
    try:
        return like.stat().st_mode & READABLE_BY_ALL | stat.S_IWUSR
    except OSError:  # the file is gone
        return READABLE_BY_ALL


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""The models that were pulled or imported: a folder each, with a manifest, under padan/models in XDG_DATA_HOME.

A model is made in a temporary folder beside them and renamed into its place, so it is there whole or not at all.
"""

from __future__ import annotations

import fcntl
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator.atomic_write import PREFIX, lives
from translator.errors import ModelError, OutputError, UsageError
from translator.models import catalogue, manifest

STARTER = "starter"
_NAME = re.compile(r"[A-Za-z0-9][\w.+-]{0,99}")
_TEMPORARY = re.compile(rf"{re.escape(PREFIX)}(\d+)-\w+")


@dataclass(frozen=True, slots=True)
class Installed:
    """A model in the store. about: what its manifest says; empty where that cannot be read."""

    name: str
    folder: Path
    about: dict[str, Any] = field(default_factory=dict)

    @property
    def repair(self) -> str:
        """The command that makes the model whole again."""
        source = str(self.about.get("source", ""))
        if not source:
            return f"padan model remove {self.name}, then pull or import it again"
        if not self.about.get("pulled"):
            return f"padan model import {shlex.quote(source)} --name {self.name}"
        entry = catalogue.known(source)
        usual = entry.name if entry else source.partition("/")[2]
        return f"padan model pull {entry.name if entry else source}" + f" --name {self.name}" * (self.name != usual)


def home() -> Path:
    """Where models are kept: padan/models in XDG_DATA_HOME, or in ~/.local/share."""
    root = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (root if root.is_absolute() else Path("~/.local/share").expanduser()) / "padan" / "models"


def installed() -> list[Installed]:
    """All models in the store, by name."""
    try:
        folders = sorted(path for path in home().iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return []
    return [read(folder) for folder in folders]


def read(folder: Path) -> Installed:
    """The model in a folder of the store, as its manifest describes it; no other file is looked at."""
    return Installed(folder.name, folder, _about(folder))


def find(name: str) -> Installed | None:
    """The model of this name, or of another of the catalogue's names for it, or pulled from this repository."""
    entry = catalogue.known(name)
    pulled = (one for one in installed() if one.about.get("pulled") and one.about.get("source") == name)
    return find_named(name) or (find_named(entry.name) if entry else None) or next(pulled, None)


def best() -> Installed | None:
    """The model with the highest published BLEU, else the newest; None where there is none.

    One whose manifest cannot be read comes first, to be refused: it may have been the best.
    """

    def rank(one: Installed) -> tuple[bool, float, str]:
        return not one.about, float(one.about.get("bleu") or 0), str(one.about.get("date", ""))

    return max(installed(), key=rank, default=None)


def default() -> str:
    """The name of the model that translates where none is named."""
    found = best()
    return found.name if found else STARTER


def verify(one: Installed) -> dict[str, Any]:
    """What the manifest says, once every file has been compared with it. Raises ModelError with what repairs it."""
    return manifest.verify(one.folder, one.repair)


def check_name(name: str) -> str:
    """Raises UsageError where `name` cannot name a model."""
    if name == STARTER or not _NAME.fullmatch(name):
        hint = "letters, digits, . _ + and -, and not `starter`"
        raise UsageError(f"{name!r} cannot be the name of a model", f"choose another with --name: {hint}")
    return name


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder to make a model in, gone afterwards; what killed processes left is cleared. Raises OutputError."""
    try:
        home().mkdir(parents=True, exist_ok=True)
        for left in home().glob(f"{PREFIX}*"):
            name = _TEMPORARY.fullmatch(left.name)
            if name and not lives(int(name[1])):
                shutil.rmtree(left, ignore_errors=True)
        folder = tempfile.TemporaryDirectory(dir=home(), prefix=f"{PREFIX}{os.getpid()}-", ignore_cleanup_errors=True)
    except OSError as error:
        raise _unwritable(error) from error
    with folder as opened:
        try:
            yield Path(opened)
        except OSError as error:
            raise _unwritable(error) from error


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other process downloads. The system ends the wait when the other one dies."""
    try:
        home().mkdir(parents=True, exist_ok=True)
        file = (home() / ".lock").open("ab")
    except OSError as error:
        raise _unwritable(error) from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def put(made: Path, name: str, force: bool) -> Installed:
    """Move a finished model, made in a `workshop`, into its place.

    One that is there and damaged is replaced, one of the same content left. Raises OutputError where another one is
    there, unless `force`.
    """
    place, about = home() / name, _about(made)
    there = find_named(name)
    if there and is_whole(there):
        if there.about.get("files") == about.get("files"):
            return there
        if not force:
            raise OutputError(f"another model {name} is here", "--name gives this one another name, --force replaces")
    if place.exists():
        place.rename(made.parent / "replaced")
    try:
        made.rename(place)
    except OSError:
        if not place.is_dir():  # else another process was faster
            raise
    return Installed(name, place, _about(place))


def find_named(name: str) -> Installed | None:
    """The model of this very name."""
    return next((one for one in installed() if one.name == name), None)


def remove(one: Installed) -> int:
    """Delete a model; how many bytes that frees. Raises OutputError."""
    size = sum(path.stat().st_size for path in one.folder.rglob("*") if path.is_file())
    with workshop() as folder:
        one.folder.rename(folder / "removed")  # at once, so that nobody finds half a model
    return size


def is_whole(one: Installed) -> bool:
    """Is every file as the manifest says?"""
    try:
        verify(one)
    except ModelError:
        return False
    return True


def _about(folder: Path) -> dict[str, Any]:
    try:
        return manifest.read(folder)
    except ModelError:
        return {}


def _unwritable(error: OSError) -> OutputError:
    seen = f"cannot read or write {error.filename or home()}: {error.strerror or error}"
    return OutputError(seen, "free space, or name another place with XDG_DATA_HOME")

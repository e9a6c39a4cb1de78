"""The models that were pulled or imported: a folder each, with a manifest, under padan/models in XDG_DATA_HOME.

A model is made in a temporary folder beside them and renamed into its place, so it is there whole or not at all.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from translator import folders
from translator.atomic_write import PREFIX
from translator.errors import ModelError, OutputError, UsageError, reason_of
from translator.models import catalogue, manifest
from translator.models.manifest import Manifest
from translator.work_folder import work_folder

STARTER = "starter"
_NAME = re.compile(r"[A-Za-z0-9][\w.+-]{0,99}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Installed:
    """A model in the store.

    manifest: None where it cannot be read. problem: why it cannot; empty where it can.
    """

    name: str
    folder: Path
    manifest: Manifest | None = None
    problem: str = ""

    @property
    def repair(self) -> str:
        """The command that makes the model whole again; what a shell would not take as it stands is quoted."""
        about = self.manifest
        if about is None or not about.source:
            return f"padan model remove {shlex.quote(self.name)}, then pull or import it again"
        if not about.pulled:
            return f"padan model import {shlex.quote(about.source)} --name {shlex.quote(self.name)}"
        public = catalogue.known(about.source)
        asked = public.name if public else about.source
        usual = asked.rpartition("/")[2]
        command = f"padan model pull {shlex.quote(asked)}"
        if self.name != usual:
            command += f" --name {shlex.quote(self.name)}"
        return command


def home() -> Path:
    """Where models are kept."""
    return folders.data() / "models"


def installed() -> list[Installed]:
    """All models in the store, by name; also those whose manifest cannot be read."""
    try:
        entries = sorted(home().iterdir())
    except OSError:
        return []
    found = []
    for path in entries:
        if path.is_dir() and not path.name.startswith("."):
            found.append(read(path))
    return found


def read(folder: Path) -> Installed:
    """The model in a folder of the store, as its manifest describes it; no other file is looked at."""
    try:
        return Installed(folder.name, folder, manifest.read(folder))
    except ModelError as error:
        return Installed(folder.name, folder, problem=error.message)


def find(name: str) -> Installed | None:
    """The model of this name, or of another of the catalogue's names for it, or pulled from this repository."""
    here = installed()
    for wanted in (name, catalogue.name_of(name)):
        for one in here:
            if one.name == wanted:
                return one
    for one in here:
        if one.manifest and one.manifest.pulled and one.manifest.source == name:
            return one
    return None


def best() -> Installed | None:
    """The model with the highest published BLEU, else the newest; None where there is none.

    The score counts of models that this machine has pulled; what an imported package says of itself does not. A model
    whose manifest cannot be read is passed over.
    """
    ranked = []
    for one in installed():
        if one.manifest:
            ranked.append((one.manifest.trusted_bleu, one.manifest.date, one.name, one))
    if not ranked:
        return None
    return max(ranked)[-1]


def default() -> str:
    """The name of the model that translates where none is named."""
    found = best()
    if found:
        return found.name
    return STARTER


def unreadable() -> list[Installed]:
    """The models that are passed over, since their manifests cannot be read."""
    return [one for one in installed() if not one.manifest]


def verify(one: Installed) -> Manifest:
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
        with work_folder(home()) as folder:
            yield folder
    except OSError as error:
        raise _unwritable(error) from error


@contextmanager
def exclusive() -> Iterator[None]:
    """Wait until no other process downloads. The system ends the wait when the other one dies."""
    try:
        home().mkdir(parents=True, exist_ok=True)
        file = (home() / ".lock").open("ab")
    except OSError as error:
        raise _unwritable(error) from error
    with file:
        _lock(file)
        yield


def _lock(file: IO[bytes]) -> None:
    try:
        import fcntl
    except ImportError:  # as on Windows: two downloads at once each do the whole work, and the first one stays
        return
    fcntl.flock(file, fcntl.LOCK_EX)


def partial_download(name: str) -> Path:
    """The folder that keeps what an interrupted download of a model has received."""
    return home() / f"{PREFIX}pull-{name}"


def partial_name(name: str) -> str:
    """The name under which an interrupted download of this model is kept; empty where there is none."""
    for wanted in (name, catalogue.name_of(name), name.rpartition("/")[2]):
        if _NAME.fullmatch(wanted) and partial_download(wanted).is_dir():
            return wanted
    return ""


def put(made: Path, name: str, force: bool) -> Installed:
    """Move a finished model, made in a `workshop`, into its place.

    One that is there and damaged is replaced, one of the same content left. Raises OutputError where another one is
    there, unless `force`.
    """
    place, new = home() / name, read(made)
    there = find_named(name)
    if there and there.manifest and is_whole(there):
        if new.manifest and there.manifest.files == new.manifest.files:
            return there
        if not force:
            raise name_is_taken(name)
    if place.exists():
        place.rename(made.parent / "replaced")
    try:
        made.rename(place)
    except OSError:
        if not place.is_dir():  # else another process was faster
            raise
    return read(place)


def name_is_taken(name: str) -> OutputError:
    """The error for a name that another model has."""
    return OutputError(f"another model {name} is here", "--name gives this one another name, --force replaces")


def find_named(name: str) -> Installed | None:
    """The model of this very name."""
    for one in installed():
        if one.name == name:
            return one
    return None


def remove(name: str) -> int:
    """Delete a model, and what an interrupted download of it has left; how many bytes that frees.

    Raises OutputError.
    """
    freed = 0
    with workshop() as folder:
        for number, path in enumerate((home() / name, partial_download(name))):
            with suppress(FileNotFoundError):
                path.rename(folder / str(number))  # at once, so that nobody finds half a model
        for path in filter(Path.is_file, folder.rglob("*")):
            freed += path.stat().st_size
    return freed


def is_whole(one: Installed) -> bool:
    """Is every file as the manifest says?"""
    try:
        verify(one)
    except ModelError:
        return False
    return True


def _unwritable(error: OSError) -> OutputError:
    seen = f"cannot read or write {error.filename or home()}: {reason_of(error)}"
    return OutputError(seen, "free space, or name another place with XDG_DATA_HOME")

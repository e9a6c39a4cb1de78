"""How a model comes into the store: pulled over the network, or imported from a disk."""

from __future__ import annotations

import hashlib
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from translator.atomic_write import refuse_device
from translator.errors import ModelError, OutputError, reason_of
from translator.models import archive, catalogue, hub, manifest, store
from translator.models.catalogue import PublicModel
from translator.models.forms import ModelForm, form
from translator.models.install import install
from translator.models.manifest import Manifest
from translator.models.store import Installed
from translator.models.transfer import Progress

FOLDER_LENGTH = 16  # hexadecimal digits that name the folder of a revision
PACKAGE = "package.zip"


def pull(
    public: PublicModel, progress: Progress, name: str = "", revision: str = "", force: bool = False
) -> tuple[Installed, bool]:
    """Download a model and put it in the store; and whether that was needed.

    One that is here, whole and of this revision is not asked for again, unless `force`. What an interrupted download
    has received is kept, and the next one goes on from there. Raises ModelError, OutputError.
    """
    name = store.check_name(name or public.name)
    wanted = revision or public.revision
    with store.exclusive():
        there = store.find_named(name)
        if there and there.manifest and not force and store.is_whole(there):
            if _is_wanted(there.manifest, public, wanted):
                return there, False
            if there.manifest.source != public.source:
                raise store.name_is_taken(name)
        source, commit = _download(public, wanted, store.partial_download(name), progress)
        about = replace(_published(public), source=public.source, pulled=True, revision=wanted, commit=commit)
        try:
            made = _install(source, name, about, force=True)
        except OutputError:  # the disk is full: what has come stays
            raise
        except Exception:
            if source.is_file():  # a package, whose sum nobody knows: it may be damaged
                source.unlink()
            raise
        shutil.rmtree(store.partial_download(name), ignore_errors=True)
        return made, True


def import_model(path: Path, name: str = "", force: bool = False) -> tuple[Installed, bool]:
    """Put the model in a folder or a .zip into the store; and whether it was not there before.

    Raises ModelError where there is no model, OutputError where another one has its name, unless `force`.
    """
    if not path.exists():
        raise ModelError(f"{path}: no such file or folder", "give a model's folder, or its .zip")
    place = path.resolve()
    called = place.name.removesuffix(".zip").removesuffix(".padan")
    public = catalogue.known(called)
    about = _published(public) if public else Manifest()
    source = str(place) if str(place).isprintable() else ""
    about = replace(about, source=source, revision=public.revision if public else "")
    before = {one.name for one in store.installed() if one.manifest}
    made = _install(path, name or about.name, about, force, called)
    return made, made.name not in before


def export(one: Installed, out: Path, force: bool = False) -> None:
    """Write a model, whole, to a .zip that can be imported. Raises ModelError where it is damaged, OutputError."""
    store.verify(one)
    refuse_device(out)
    if out.exists() and not force:
        raise OutputError(f"{out} is there already", "choose another name with -o, or --force")
    try:
        archive.pack(one.folder, out)
    except OSError as error:
        raise OutputError(f"cannot write {out}: {reason_of(error)}", "choose another place with -o") from error


def _download(public: PublicModel, wanted: str, partial: Path, progress: Progress) -> tuple[Path, str]:
    """Bring the files of a model into the folder `partial`; where they lie there, and the commit that they are of."""
    if not public.repository:
        source = partial / PACKAGE
        hub.download(public.url, source, progress)
        return source, ""
    commit = hub.commit(public.repository, wanted)
    revision = commit or wanted
    source = partial / hashlib.sha256(revision.encode()).hexdigest()[:FOLDER_LENGTH]
    hub.fetch(public.repository, revision, source, progress)
    return source, commit


def _install(path: Path, name: str, about: Manifest, force: bool, called: str = "") -> Installed:
    """name: what the model is to be called; empty: as an export says, else `called`."""
    with store.workshop() as work:
        folder = path
        if path.is_file():
            folder = archive.unpack(path, work / "unpacked")
        if not name and form(folder) is ModelForm.PADAN:
            name = manifest.read(folder, "export it again").name
        name = store.check_name(name or _tidy(called))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        install(folder, work / "made", replace(about, name=name, date=now))
        return store.put(work / "made", name, force)


def _tidy(called: str) -> str:
    """A file's name as a name for a model."""
    ascii_name = re.sub(r"[^\w.+-]+", "-", called, flags=re.ASCII)
    return ascii_name.strip(".+-_")[:100] or "model"


def _published(public: PublicModel) -> Manifest:
    return Manifest(
        name=public.name,
        bleu=public.bleu,
        test=public.test,
        bleu_source=public.bleu_source,
        licence=public.licence,
    )


def _is_wanted(about: Manifest, public: PublicModel, revision: str) -> bool:
    if about.source != public.source:
        return False
    return revision in (about.revision, about.commit)

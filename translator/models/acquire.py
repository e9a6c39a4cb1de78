"""How a model comes into the store: pulled over the network, or imported from a disk."""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from translator.atomic_write import PREFIX
from translator.errors import ModelError, OutputError
from translator.models import archive, catalogue, hub, manifest, store
from translator.models.catalogue import Entry
from translator.models.forms import Form, form
from translator.models.hub import Told
from translator.models.install import furnish
from translator.models.store import Installed


def pull(entry: Entry, told: Told, name: str = "", revision: str = "", force: bool = False) -> tuple[Installed, bool]:
    """Download a model and put it in the store; and whether that was needed.

    One that is here, whole and of this revision is not asked for again, unless `force`. What an interrupted download
    has received is kept, and the next one goes on from there. Raises ModelError, OutputError.
    """
    name, wanted = store.check_name(name or entry.name), revision or entry.revision
    with store.alone():
        there = store.find_named(name)
        if there and not force and _is(there, entry, wanted):
            return there, False
        if there and not force and store.is_whole(there) and there.about.get("source") != entry.source:
            raise OutputError(f"another model {name} is here", "--name gives this one another name, --force replaces")
        partial = store.home() / f"{PREFIX}pull-{name}"
        if entry.repository:
            commit = hub.commit(entry.repository, wanted)
            source = partial / commit[:12]
            hub.fetch(entry.repository, commit, source, told)
        else:
            commit, source = "", partial / Path(entry.url).name
            hub.download(entry.url, source, told)
        about = _published(entry) | {"source": entry.source, "pulled": True, "revision": wanted, "commit": commit}
        try:
            made = _take(source, name, about, force=True)
        except ModelError:
            if source.is_file():  # a package, whose sum nobody knows: it may be damaged
                source.unlink()
            raise
        shutil.rmtree(partial, ignore_errors=True)
        return made, True


def bring(path: Path, name: str = "", force: bool = False) -> tuple[Installed, bool]:
    """Put the model in a folder or a .zip into the store; and whether it was not there before.

    Raises ModelError where there is no model, OutputError where another one has its name, unless `force`.
    """
    if not path.exists():
        raise ModelError(f"{path}: no such file or folder", "give a model's folder, or its .zip")
    called = path.resolve().name.removesuffix(".zip").removesuffix(".padan")
    entry = catalogue.known(called)
    about = _published(entry) if entry else {}
    about |= {"source": str(path.resolve()), "pulled": False, "revision": entry.revision if entry else "", "commit": ""}
    before = {one.name for one in store.installed() if one.about}
    made = _take(path, name or (entry.name if entry else ""), about, force, called)
    return made, made.name not in before


def export(one: Installed, out: Path, force: bool = False) -> None:
    """Write a model, whole, to a .zip that `bring` takes. Raises ModelError where it is damaged, OutputError."""
    store.verify(one)
    if out.exists() and not force:
        raise OutputError(f"{out} is there already", "choose another name with -o, or --force")
    try:
        archive.pack(one.folder, out)
    except OSError as error:
        raise OutputError(f"cannot write {out}: {error.strerror or error}", "choose another place with -o") from error


def _take(path: Path, name: str, about: dict[str, Any], force: bool, called: str = "") -> Installed:
    """name: what the model is to be called; empty: as an export says, else `called`."""
    with store.workshop() as work:
        folder = archive.unpack(path, work / "unpacked") if path.is_file() else path
        if not name:
            exported = manifest.verify(folder, "export it again")["name"] if form(folder) is Form.PADAN else ""
            name = exported or _tidy(called)
        name = store.check_name(name)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        told = furnish(folder, work / "made", {"name": name, **about, "date": now})
        if told["name"] != name:  # an export that is given another name
            manifest.write(work / "made", told | {"name": name})
        return store.put(work / "made", name, force)


def _tidy(called: str) -> str:
    """A file's name as a name for a model."""
    return re.sub(r"[^\w.+-]+", "-", called).strip(".+-_") or "model"


def _published(entry: Entry) -> dict[str, Any]:
    return {"bleu": entry.bleu, "test": entry.test, "bleu_source": entry.bleu_source, "licence": entry.licence}


def _is(there: Installed, entry: Entry, revision: str) -> bool:
    """Is this model whole, and the wanted one?"""
    with suppress(ModelError):
        about = store.verify(there)
        return about.get("source") == entry.source and revision in (about.get("revision"), about.get("commit"))
    return False

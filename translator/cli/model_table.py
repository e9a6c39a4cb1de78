"""What `padan model` shows of the models that are here and of those that could be."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from translator import models
from translator.errors import ModelError
from translator.models import catalogue, store
from translator.models.catalogue import Entry
from translator.models.store import Installed

KEYS = ("bleu", "test", "bleu_source", "licence", "source", "revision", "commit", "date")
REST = ("form", "quantization", "language_token", "alignment", "golden")


def rows() -> list[dict[str, Any]]:
    """All models: first those that are here, the best one first, then those that could be pulled."""
    used = store.default()
    here = sorted([starter(), *store.installed()], key=lambda one: -float(one.about.get("bleu") or 0))
    found = [_row(one, one.name == used) for one in here]
    sources = {one.about.get("source") for one in here} | {one.name for one in here}
    others = [entry for entry in catalogue.entries() if not {entry.source, entry.name} & sources]
    return found + [_public(entry) for entry in others]


def facts(name: str) -> dict[str, Any]:
    """What is known of a model: on this machine, else in the catalogue. Raises ModelError."""
    entry = catalogue.known(name)
    if name != store.STARTER and not store.find(name) and entry:
        return _public(entry)
    one = installed(name)
    known = {key: one.about.get(key) for key in REST}
    return _row(one, one.name == store.default()) | known | {"folder": str(one.folder)}


def checks(names: tuple[str, ...]) -> list[tuple[str, int, ModelError | None]]:
    """Each model with the number of its files, and what is wrong with it. Raises ModelError for an unknown name."""
    found = [installed(name) for name in names] or [starter(), *store.installed()]
    return [(one.name, len(one.about.get("files", ())), _wrong(one)) for one in found]


def installed(name: str) -> Installed:
    """The model of this name on this machine. Raises ModelError."""
    if name == store.STARTER:
        return starter()
    if one := store.find(name):
        return one
    near = get_close_matches(name, [store.STARTER, *(one.name for one in store.installed())], 1)
    hint = f"did you mean {near[0]}?" if near else "`padan model list` shows which are"
    raise ModelError(f"no model {name!r} on this machine", hint)


def starter() -> Installed:
    """The starter as if it were in the store."""
    return store.read(models.FOLDER)


def _wrong(one: Installed) -> ModelError | None:
    try:
        if one.name == store.STARTER:
            models.starter()
        else:
            store.verify(one)
    except ModelError as error:
        return error
    return None


def _row(one: Installed, used: bool) -> dict[str, Any]:
    size = sum(file["size"] for file in one.about.get("files", {}).values())
    entry = catalogue.known(one.name)
    told = {key: one.about.get(key) for key in KEYS}
    return {
        "name": one.name,
        "installed": True,
        "used": used,
        "size": size,
        **told,
        "notes": entry.notes if entry else "",
    }


def _public(entry: Entry) -> dict[str, Any]:
    told = {key: getattr(entry, key, None) for key in KEYS}
    return {"name": entry.name, "installed": False, "used": False, "size": entry.size, **told, "notes": entry.notes}

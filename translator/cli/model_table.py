"""What `padan model` shows of the models that are here and of those that could be."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from translator import models
from translator.errors import ModelError
from translator.models import catalogue, store
from translator.models.catalogue import PublicModel
from translator.models.manifest import Manifest
from translator.models.store import Installed

KEYS = ("bleu", "test", "bleu_source", "licence", "source", "revision", "commit", "date")
REST = ("form", "quantization", "language_token", "alignment", "golden")


def rows() -> list[dict[str, Any]]:
    """All models: first those that are here, the best one first, then those that could be pulled."""
    used = store.default()
    here = sorted([starter(), *store.installed()], key=_published, reverse=True)
    names = {one.name for one in here}
    for one in here:
        if one.manifest:
            names.add(one.manifest.source)
    found = [_row(one, one.name == used) for one in here]
    for public in catalogue.public_models():
        if names.isdisjoint((public.source, public.name)):
            found.append(_public(public))
    return found


def facts(name: str) -> dict[str, Any]:
    """What is known of a model: on this machine, else in the catalogue. Raises ModelError."""
    public = catalogue.known(name)
    if public and not store.find(name):
        return _public(public)
    one = installed(name)
    if not one.manifest:
        raise ModelError(one.problem, one.repair)
    known = {key: getattr(one.manifest, key) for key in REST}
    return {**_row(one, one.name == store.default()), **known, "folder": str(one.folder)}


def checks(names: tuple[str, ...]) -> list[tuple[str, int, ModelError | None]]:
    """Each model with the number of its files, and what is wrong with it. Raises ModelError for an unknown name."""
    looked_at = list(map(installed, names))
    if not looked_at:
        looked_at = [starter(), *store.installed()]
    found = []
    for one in looked_at:
        files = len(one.manifest.files) if one.manifest else 0
        found.append((one.name, files, _wrong(one)))
    return found


def installed(name: str) -> Installed:
    """The model of this name on this machine. Raises ModelError."""
    if name == store.STARTER:
        return starter()
    found = store.find(name)
    if found:
        return found
    names = [store.STARTER, *[one.name for one in store.installed()]]
    near = get_close_matches(name, names, 1)
    hint = f"did you mean {near[0]}?" if near else "`padan model list` shows which are"
    raise ModelError(f"no model {name!r} on this machine", hint)


def starter() -> Installed:
    """The starter as if it were in the store."""
    return store.read(models.FOLDER)


def _published(one: Installed) -> float:
    """The published score of a model, or what it claims; 0 where none is known."""
    if not one.manifest or one.manifest.bleu is None:
        return 0.0
    return one.manifest.bleu


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
    about = one.manifest or Manifest()
    public = catalogue.known(one.name)
    return {
        "name": one.name,
        "installed": True,
        "used": used,
        "size": about.size,
        **{key: getattr(about, key) for key in KEYS},
        "notes": public.notes if public else "",
        "claimed": _is_claimed(one),
        "problem": one.problem,
    }


def _is_claimed(one: Installed) -> bool:
    """Is the score only what an imported model says of itself?"""
    about = one.manifest
    if about is None or about.bleu is None:
        return False
    if about.pulled:
        return False
    return one.name != store.STARTER


def _public(public: PublicModel) -> dict[str, Any]:
    return {
        "name": public.name,
        "installed": False,
        "used": False,
        "size": public.size,
        **{key: getattr(public, key, None) for key in KEYS},
        "notes": public.notes,
        "claimed": False,
        "problem": "",
    }

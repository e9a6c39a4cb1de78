"""The models on this machine: which one is meant, whether it is whole, and the form that an engine reads."""

from __future__ import annotations

import atexit
import difflib
import os
import shlex
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from translator import folders
from translator.errors import ModelError, reason_of
from translator.models import catalogue, manifest, store
from translator.models.forms import WANTED, ModelForm, check_hf, form
from translator.models.store import STARTER, Installed

FOLDER = Path(__file__).parent.parent / "starter"
REINSTALL = "install padan again: pip install --force-reinstall --no-deps padan"


@dataclass(frozen=True, slots=True)
class Model:
    """A model that was found.

    hf, ct2: its folders in the Hugging Face form and in the CTranslate2 form, where it has them.
    notice: one line that the user should see; empty where there is nothing to say.
    """

    name: str
    hf: Path | None = None
    ct2: Path | None = None
    notice: str = ""

    def form(self, engine: str) -> Path:
        """The folder that `engine` reads. Raises ModelError where the model does not have that form."""
        folder, other = (self.ct2, "marian") if engine == "ct2" else (self.hf, "ct2")
        if folder is None:
            seen = f"the model {self.name} has no form that the engine {engine} can read"
            raise ModelError(seen, f"use it with --engine {other}")
        return folder


def resolve(name: str | None) -> Model:
    """The model of this name, or in this folder; None: the best on this machine.

    The best is, of those that were pulled, the one with the highest published BLEU, else the newest of those that were
    pulled or imported; else the starter. One whose manifest cannot be read is passed over, and the notice says so.
    Raises ModelError where there is none, and where it is not whole or not a MarianMT model.
    """
    if not name:
        return _best()
    if name == STARTER:
        return starter()
    found = store.find(name)
    if found:
        return _from_store(found)
    return _named(name)


def starter(folder: Path = FOLDER) -> Model:
    """The model inside the package; every file is compared with its manifest. Raises ModelError."""
    about = manifest.verify(folder, REINSTALL)
    notice = (
        f"model: {about.name}, the small one inside padan (BLEU {about.bleu} on {about.test}): its English is "
        "poor; for a full one: padan model pull, or --model DIR"
    )
    return Model(about.name, folder / "hf", folder / "ct2", notice)


def converted(model: Model, cache: Path | None = None) -> Model:
    """The same model with its CTranslate2 form, which is made and kept in `cache` if it has none.

    cache: None for the user's. Where it cannot be written, the form is made for this run only, and the notice says so.
    Raises ModelError where the model cannot be converted.
    """
    if model.ct2:
        return model
    assert model.hf, "a model has one form at least"
    from translator.models.cache import cached

    cache = cache or user_cache()
    try:
        return replace(model, ct2=cached(model.hf, cache))
    except OSError as error:
        reason = reason_of(error)
    own = Path(tempfile.mkdtemp(prefix="padan-"))
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    notice = f"{cache} cannot be written ({reason}): the model was converted for this run only"
    try:
        return replace(model, ct2=cached(model.hf, own), notice=notice)
    except OSError as error:
        raise ModelError(f"{model.hf}: cannot be converted: {error}", "free space, or use --engine marian") from error


def user_cache() -> Path:
    """Where converted models are kept."""
    return folders.cache() / "ct2"


def _best() -> Model:
    found = store.best()
    model = _from_store(found) if found else starter()
    notices = [f"{one.problem}: this model is passed over; {one.repair}" for one in store.unreadable()]
    if model.notice:
        notices.append(model.notice)
    return replace(model, notice="; ".join(notices))


def _from_store(one: Installed) -> Model:
    """Every file is compared with the manifest first."""
    store.verify(one)
    hf, ct2 = one.folder / "hf", one.folder / "ct2"
    return Model(one.name, hf if hf.is_dir() else None, ct2 if ct2.is_dir() else None)


def _named(name: str) -> Model:
    """A model in a folder of the user's."""
    folder = Path(os.path.expanduser(name))
    if folder.is_dir():
        return _local(folder)
    if folder.is_file():
        hint = f"padan model import {shlex.quote(name)}, or --model DIR"
        raise ModelError(f"the model {name} is a file: {WANTED}", hint)
    public = catalogue.known(name)
    if public:
        raise ModelError(f"the model {name} is not on this machine", f"get it: padan model pull {public.name}")
    names = [STARTER, *[one.name for one in store.installed()]]
    near = difflib.get_close_matches(name.lower(), names, 1)
    if near:
        raise ModelError(f"no model {name!r}", f"did you mean {near[0]}?")
    raise ModelError(f"no model {name!r}: no such name, no such folder", f"--model {STARTER}, or --model DIR: {WANTED}")


def _local(folder: Path) -> Model:
    kind = form(folder)
    if kind in (ModelForm.MARIAN, ModelForm.CT2):
        seen = f"{folder}: a model in {kind}'s form; {WANTED}"
        raise ModelError(seen, f"bring it in first: padan model import {shlex.quote(str(folder))}")
    check_hf(folder)
    return Model(folder.resolve().name, hf=folder)

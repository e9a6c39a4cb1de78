"""The models on this machine: which one is meant, whether it is whole, and the form that an engine reads."""

from __future__ import annotations

import atexit
import difflib
import json
import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from translator import conversion, manifest
from translator.errors import ModelError

STARTER = "starter"
FOLDER = Path(__file__).parent / "starter"
NEEDED = (conversion.WEIGHTS, *conversion.OTHERS)
WANTED = f"a folder with {', '.join(NEEDED[:-1])} and {NEEDED[-1]} was wanted"


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
        folder = self.ct2 if engine == "ct2" else self.hf
        if folder is None:
            raise ModelError(f"the model {self.name} has no form that the engine {engine} can read")
        return folder


def resolve(name: str | None) -> Model:
    """The model of this name, or in this folder; None: the best on this machine, which today is the starter.

    Raises ModelError where there is none, and where it is not whole or not a MarianMT model.
    """
    if name is None or name == STARTER:
        return starter()
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _local(folder)
    if folder.exists():
        raise ModelError(f"the model {name} is a file: {WANTED}", "give its folder: --model DIR")
    if difflib.get_close_matches(name.lower(), [STARTER]):
        raise ModelError(f"no model {name!r}", f"did you mean {STARTER}?")
    raise ModelError(f"no model {name!r}: no such name, no such folder", f"--model {STARTER}, or --model DIR: {WANTED}")


def starter(folder: Path = FOLDER) -> Model:
    """The model inside the package; every file is compared with its manifest. Raises ModelError."""
    about = manifest.verify(folder, "install padan again: pip install --force-reinstall --no-deps padan")
    notice = (
        f"model: {about['name']}, the small one inside padan (BLEU {about['bleu']} on {about['test']}): its English is "
        "poor; for a full MarianMT model: --model DIR"
    )
    return Model(about["name"], folder / "hf", folder / "ct2", notice)


def converted(model: Model, cache: Path | None = None) -> Model:
    """The same model with its CTranslate2 form, which is made and kept in `cache` if it has none.

    cache: None for the user's. Where it cannot be written, the form is made for this run only, and the notice says so.
    Raises ModelError where the model cannot be converted.
    """
    if model.ct2:
        return model
    assert model.hf, "a model has one form at least"
    cache = cache or user_cache()
    try:
        return replace(model, ct2=conversion.cached(model.hf, cache))
    except OSError as error:
        reason = error.strerror or str(error)
    own = Path(tempfile.mkdtemp(prefix="padan-"))
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    notice = f"{cache} cannot be written ({reason}): the model was converted for this run only"
    try:
        return replace(model, ct2=conversion.cached(model.hf, own), notice=notice)
    except OSError as error:
        raise ModelError(f"{model.hf}: cannot be converted: {error}", "free space, or use --engine marian") from error


def user_cache() -> Path:
    """Where converted models are kept: padan/ct2 in XDG_CACHE_HOME, or in ~/.cache."""
    root = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (root if root.is_absolute() else Path("~/.cache").expanduser()) / "padan" / "ct2"


def _local(folder: Path) -> Model:
    """A model in the Hugging Face form, in a folder of the user's."""
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if "config.json" not in missing:
        _check_config(folder / "config.json")
    if missing == [conversion.WEIGHTS] and (folder / "pytorch_model.bin").is_file():
        seen = "its weights are a pickle, pytorch_model.bin, which is never opened here"
        raise ModelError(f"{folder}: {seen}; model.safetensors was wanted", "get or save the model with safetensors")
    if missing:
        raise ModelError(f"{folder}: {', '.join(missing)} not found; {WANTED}", "get the model again, all of its files")
    return Model(folder.resolve().name, hf=folder)


def _check_config(path: Path) -> None:
    try:
        config = json.loads(path.read_bytes())
        kind = config.get("model_type")
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(f"{path}: not a configuration that can be read: {error}") from error
    if kind != "marian":
        seen = f"not a MarianMT model: its model_type is {kind!r}, 'marian' was wanted"
        raise ModelError(
            f"{path.parent}: {seen}", "use one such as Helsinki-NLP/opus-mt-id-en, in the Hugging Face form"
        )
    if not config.get("share_encoder_decoder_embeddings", True):
        raise ModelError(f"{path.parent}: two vocabularies, source and target; a shared one was wanted")

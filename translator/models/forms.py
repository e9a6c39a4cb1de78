"""The forms in which a model comes, and what a folder must hold to be one."""

from __future__ import annotations

import shlex
from enum import StrEnum
from pathlib import Path

from translator.errors import ModelError
from translator.model_files import read_json
from translator.models import manifest

WEIGHTS, PICKLE = "model.safetensors", "pytorch_model.bin"
CONFIG = "config.json"
OTHERS = (CONFIG, "vocab.json", "source.spm", "target.spm")
TARGET_VOCABULARY = "target_vocab.json"  # where source and target have one each
NEEDED = (WEIGHTS, *OTHERS)
WANTED = f"a folder with {', '.join(NEEDED[:-1])} and {NEEDED[-1]} was wanted"


class ModelForm(StrEnum):
    """The form of the model in a folder. PADAN: what `padan model export` packs."""

    PADAN = "padan"
    HF = "Hugging Face"
    MARIAN = "OPUS-MT"
    CT2 = "CTranslate2"


def form(folder: Path) -> ModelForm:
    """Which form the model in `folder` has. Raises ModelError where the folder holds no model."""
    if (folder / manifest.NAME).is_file() and (folder / "ct2").is_dir():
        return ModelForm.PADAN
    if (folder / "decoder.yml").is_file():
        return ModelForm.MARIAN
    if (folder / "model.bin").is_file():
        return ModelForm.CT2
    if any((folder / name).is_file() for name in (WEIGHTS, PICKLE, CONFIG)):
        return ModelForm.HF
    seen = f"{folder}: no model found; {WANTED}, or one in OPUS-MT's or CTranslate2's form"
    raise ModelError(seen, "give the folder that holds its files")


def check_hf(folder: Path, pickle: bool = False) -> None:
    """Raises ModelError where `folder` is not a complete MarianMT model; pickle: its weights may be one."""
    wanted = list(NEEDED)
    if (folder / CONFIG).is_file() and _has_two_vocabularies(folder / CONFIG):
        wanted.append(TARGET_VOCABULARY)
    missing = []
    for name in wanted:
        if not (folder / name).is_file():
            missing.append(name)
    if not missing:
        return
    if missing != [WEIGHTS] or not (folder / PICKLE).is_file():
        raise ModelError(f"{folder}: {', '.join(missing)} not found; {WANTED}", "get the model again, all of its files")
    if not pickle:
        seen = f"its weights are a pickle, {PICKLE}, which is never opened here"
        hint = f"padan model import {shlex.quote(str(folder))} turns them into safetensors, once"
        raise ModelError(f"{folder}: {seen}; {WEIGHTS} was wanted", hint)


def _has_two_vocabularies(path: Path) -> bool:
    """Does this configuration ask for a vocabulary of each side? Raises ModelError where it is not of a MarianMT."""
    try:
        config = read_json(path)
        kind = config.get("model_type")
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(f"{path}: not a configuration that can be read: {error}") from error
    if kind != "marian":
        seen = f"not a MarianMT model: its model_type is {kind!r:.40}, 'marian' was wanted"
        hint = "use one such as Helsinki-NLP/opus-mt-id-en, in the Hugging Face form"
        raise ModelError(f"{path.parent}: {seen}", hint)
    return not config.get("share_encoder_decoder_embeddings", True)

"""The forms in which a model comes, and what a folder must hold to be one."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path

from translator.errors import ModelError
from translator.models import manifest

WEIGHTS, PICKLE = "model.safetensors", "pytorch_model.bin"
OTHERS = ("config.json", "vocab.json", "source.spm", "target.spm")
TARGET_VOCABULARY = "target_vocab.json"  # where source and target have one each
NEEDED = (WEIGHTS, *OTHERS)
WANTED = f"a folder with {', '.join(NEEDED[:-1])} and {NEEDED[-1]} was wanted"


class Form(StrEnum):
    """Of a folder. PADAN: what `padan model export` packs."""

    PADAN = "padan"
    HF = "Hugging Face"
    MARIAN = "OPUS-MT"
    CT2 = "CTranslate2"


def form(folder: Path) -> Form:
    """Raises ModelError where the folder holds no model."""
    if (folder / manifest.NAME).is_file() and (folder / "ct2").is_dir():
        return Form.PADAN
    if (folder / "decoder.yml").is_file():
        return Form.MARIAN
    if (folder / "model.bin").is_file():
        return Form.CT2
    if any((folder / name).is_file() for name in (WEIGHTS, PICKLE, "config.json")):
        return Form.HF
    seen = f"{folder}: no model found; {WANTED}, or one in OPUS-MT's or CTranslate2's form"
    raise ModelError(seen, "give the folder that holds its files")


def check_hf(folder: Path, pickle: bool = False) -> None:
    """Raises ModelError where `folder` is not a complete MarianMT model; pickle: its weights may be one."""
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if "config.json" not in missing and _separate(folder / "config.json"):
        missing += [name for name in (TARGET_VOCABULARY,) if not (folder / name).is_file()]
    if missing == [WEIGHTS] and (folder / PICKLE).is_file():
        if pickle:
            return
        seen = f"its weights are a pickle, {PICKLE}, which is never opened here"
        hint = f"padan model import {folder} turns them into safetensors, once"
        raise ModelError(f"{folder}: {seen}; {WEIGHTS} was wanted", hint)
    if missing:
        raise ModelError(f"{folder}: {', '.join(missing)} not found; {WANTED}", "get the model again, all of its files")


def _separate(path: Path) -> bool:
    """Has the model two vocabularies?"""
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
    return not config.get("share_encoder_decoder_embeddings", True)

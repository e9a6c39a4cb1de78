"""The CTranslate2 form of a model: made once from the Hugging Face form and kept under the content of its files."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from translator import manifest
from translator.engines.base import content
from translator.errors import ModelError, OutputError
from translator.writing import PREFIX, write_whole

WEIGHTS = "model.safetensors"
OTHERS = ("config.json", "vocab.json", "source.spm", "target.spm")
INT8 = "int8_float32"
STALE = 24 * 3600  # seconds: no conversion takes so long, so its temporary folder is left over from a killed run


def cached(model: Path, cache: Path) -> Path:
    """The int8 form of the model in the Hugging Face form at `model`, in the folder `cache`; made if it is not there.

    Every file in the cache is compared with its manifest; what is damaged is made again. Two processes may convert at
    once: each works in a folder of its own, and the first to finish puts it in place. Raises OSError where `cache`
    cannot be written, ModelError where the model cannot be converted.
    """
    place = cache / f"{_identity(model, cache)}-int8"
    if _whole(place):
        return place
    cache.mkdir(parents=True, exist_ok=True)
    _clear(cache)
    with tempfile.TemporaryDirectory(dir=cache, prefix=PREFIX) as folder:
        made = Path(folder) / "made"
        convert(model, made)
        manifest.write(made, {"form": "ctranslate2", "quantization": INT8})
        try:
            made.rename(place)
        except OSError:  # it exists: another process was faster, or it is the damaged one
            if not _whole(place):
                place.rename(Path(folder) / "damaged")
                made.rename(place)
    return place


def convert(model: Path, out: Path, quantization: str = INT8) -> None:
    """Write the CTranslate2 form of `model` to the new folder `out`, with all that the engine needs.

    quantization: as CTranslate2 calls it. Imports torch and transformers. Raises ModelError where CTranslate2 would
    not translate as the model does.
    """
    from ctranslate2.converters import TransformersConverter
    from transformers import MarianTokenizer

    from translator.engines import marian

    class Converter(TransformersConverter):  # type: ignore[misc]
        """CTranslate2's own, given a model that was loaded strictly."""

        def load_model(self, *_: object, **__: object) -> object:
            return loaded

        def load_tokenizer(self, *_: object, **__: object) -> object:
            return tokenizer

    loaded = marian.load_model(model)
    _check_start(model, loaded)
    try:
        with marian.quiet():
            tokenizer = MarianTokenizer.from_pretrained(model, local_files_only=True)
    except Exception as error:  # transformers raises of every kind for a damaged file
        raise ModelError(f"{model}: its tokenizer cannot be read: {error}", "get the model again") from error
    try:
        with marian.quiet():
            Converter(str(model)).convert(str(out), quantization=quantization)
    except (ValueError, KeyError, RuntimeError) as error:
        raise ModelError(f"{model}: cannot be converted for CTranslate2: {error}", "try --engine marian") from error
    for name in ("source.spm", "target.spm"):
        (out / name).write_bytes((model / name).read_bytes())
    config = json.loads((out / "config.json").read_bytes())
    config["max_position_embeddings"] = loaded.config.max_position_embeddings
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def _check_start(folder: Path, model: Any) -> None:
    """CTranslate2 starts Marian's decoder from zero, transformers from an embedding; and it drops the last row."""
    start = model.model.decoder.embed_tokens.weight[model.config.decoder_start_token_id]
    if start.abs().max() > 0:
        raise ModelError(
            f"{folder}: the embedding that its decoder starts from is not zero, as it is in CTranslate2",
            "use it with --engine marian",
        )
    if model.config.pad_token_id != model.config.vocab_size - 1:
        raise ModelError(f"{folder}: <pad> is not its last token, as CTranslate2 wants", "use it with --engine marian")


def _identity(model: Path, cache: Path) -> str:
    """The sha256 of the files that make the model. The weights are read once, and known again by their file's data."""
    weights = (model / WEIGHTS).resolve()
    stat = weights.stat()
    seen = f"{weights}|{stat.st_size}|{stat.st_mtime_ns}|{stat.st_ino}"
    known = cache / f"{hashlib.sha256(seen.encode()).hexdigest()[:32]}.sha256"
    try:
        digest = known.read_text()
    except FileNotFoundError:
        digest = content(weights)
        with suppress(OutputError):
            write_whole(known, digest.encode())
    return hashlib.sha256(f"{digest} {content(*(model / name for name in OTHERS))}".encode()).hexdigest()


def _whole(place: Path) -> bool:
    if not place.is_dir():
        return False
    try:
        manifest.verify(place, "")
    except ModelError:
        return False
    return True


def _clear(cache: Path) -> None:
    """Remove what killed conversions left."""
    for left in cache.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE:
                shutil.rmtree(left) if left.is_dir() else os.unlink(left)

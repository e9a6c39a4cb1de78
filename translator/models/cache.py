"""The CTranslate2 forms of models in folders of the user's: made once, kept under the content of their files."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from translator.atomic_write import PREFIX, write_whole
from translator.engines import model_card
from translator.engines.base import content
from translator.errors import ModelError, OutputError
from translator.models import conversion, golden, manifest
from translator.models.forms import OTHERS, TARGET_VOCABULARY, WEIGHTS

STALE = 24 * 3600  # seconds: no conversion takes so long, so its temporary folder is left over from a killed run
VERSION = 2  # of the conversion: another one makes another form


def cached(model: Path, cache: Path) -> Path:
    """The form that suits this processor of the model in the Hugging Face form at `model`, in the folder `cache`.

    It is made if it is not there, and its golden sentences are tried then.

    Every file in the cache is compared with its manifest; what is damaged is made again. Two processes may convert at
    once: each works in a folder of its own, and the first to finish puts it in place. Raises OSError where `cache`
    cannot be written, ModelError where the model cannot be converted.
    """
    quantization = conversion.quantization()
    place = cache / f"{_identity(model, cache)}-{quantization.removesuffix('_float32')}"
    if _whole(place):
        return place
    cache.mkdir(parents=True, exist_ok=True)
    _clear(cache)
    with tempfile.TemporaryDirectory(dir=cache, prefix=PREFIX) as folder:
        made = Path(folder) / "made"
        alignment = conversion.convert(model, made, quantization)
        about = {"form": "ctranslate2", "quantization": quantization, "alignment": alignment.as_json()}
        manifest.write(made, about | {"golden": golden.passed(made)})
        try:
            made.rename(place)
        except OSError:  # it exists: another process was faster, or it is the damaged one
            if not _whole(place):
                place.rename(Path(folder) / "damaged")
                made.rename(place)
    return place


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
    others = [model / name for name in (*OTHERS, TARGET_VOCABULARY, model_card.NAME) if (model / name).is_file()]
    return hashlib.sha256(f"{VERSION} {digest} {content(*others)}".encode()).hexdigest()


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
                shutil.rmtree(left) if left.is_dir() else left.unlink()

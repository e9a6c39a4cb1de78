"""The CTranslate2 forms of models in folders of the user's: made once, kept under the content of their files."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from translator.atomic_write import clear_stale, write_whole
from translator.engines import model_card
from translator.errors import ModelError, OutputError
from translator.model_files import content
from translator.models import conversion, golden, manifest
from translator.models.forms import OTHERS, TARGET_VOCABULARY, WEIGHTS
from translator.models.manifest import Manifest
from translator.work_folder import work_folder

VERSION = 3  # of the conversion: another one makes another form
KEY_LENGTH = 32  # hexadecimal digits, enough to tell files apart


def cached(model: Path, cache: Path) -> Path:
    """The form that suits this processor of the model in the Hugging Face form at `model`, in the folder `cache`.

    It is made if it is not there, and its golden sentences are tried then.

    Every file in the cache is compared with its manifest; what is damaged is made again. Two processes may convert at
    once: each works in a folder of its own, and the first to finish puts it in place. Raises OSError where `cache`
    cannot be written, ModelError where the model cannot be converted.
    """
    quantization = conversion.quantization()
    place = cache / f"{_identity(model, cache)}-{quantization.removesuffix('_float32')}"
    if _is_whole(place):
        return place
    with work_folder(cache) as folder:
        clear_stale(cache)
        made = folder / "made"
        alignment = conversion.convert(model, made, quantization)
        about = Manifest(
            form="ctranslate2",
            quantization=quantization,
            alignment=alignment.as_json(),
            golden=golden.passed(made),
        )
        manifest.write(made, about)
        _put(made, place, folder / "damaged")
    return place


def _put(made: Path, place: Path, away: Path) -> None:
    """Move what was made to its place; something damaged that is there goes `away`."""
    try:
        made.rename(place)
    except OSError:  # it exists: another process was faster, or it is the damaged one
        if not _is_whole(place):
            place.rename(away)
            made.rename(place)


def _identity(model: Path, cache: Path) -> str:
    """The sha256 of the files that make the model. The weights are read once, and known again by their file's data."""
    weights = (model / WEIGHTS).resolve()
    stat = weights.stat()
    seen = f"{weights}|{stat.st_size}|{stat.st_mtime_ns}|{stat.st_ino}"
    key = hashlib.sha256(seen.encode("utf-8", "surrogateescape")).hexdigest()
    known = cache / f"{key[:KEY_LENGTH]}.sha256"
    try:
        digest = known.read_text()
    except FileNotFoundError:
        digest = content(weights)
        with suppress(OutputError):
            write_whole(known, digest.encode())
    others = []
    for name in (*OTHERS, TARGET_VOCABULARY, model_card.NAME):
        if (model / name).is_file():
            others.append(model / name)
    return hashlib.sha256(f"{VERSION} {digest} {content(*others)}".encode()).hexdigest()


def _is_whole(place: Path) -> bool:
    if not place.is_dir():
        return False
    try:
        manifest.verify(place, "")
    except ModelError:
        return False
    return True

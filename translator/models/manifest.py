"""The manifest of a model's folder: what it is, and the size and sha256 of every file in it.

A flipped bit in weights loads without an error and translates into nonsense: only the sum of the file tells.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from translator.atomic_write import write_whole
from translator.errors import ModelError

NAME = "manifest.json"
SUM = "sha256"  # of the manifest itself, without this field


def write(folder: Path, about: Mapping[str, Any]) -> None:
    """Describe `folder` as it is now. about: the model's name, quality, licence; whatever JSON can hold."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / NAME)
    files = {
        path.relative_to(folder).as_posix(): {"size": path.stat().st_size, "sha256": _sha256(path)} for path in paths
    }
    told = {**about, "files": files}
    write_whole(folder / NAME, (json.dumps({**told, SUM: _sum(told)}, indent=2) + "\n").encode())


def verify(folder: Path, hint: str) -> dict[str, Any]:
    """Compare every file with the manifest; what the manifest says about the model.

    hint: what a user should do about a damaged model. Raises ModelError that names the first file that is not right.
    """
    about = read(folder, hint)
    try:
        for name, wanted in about.pop("files").items():
            _compare(folder / name, wanted["size"], wanted["sha256"], hint)
    except FileNotFoundError as error:
        raise ModelError(f"{error.filename}: not found, the model is not complete", hint) from error
    except OSError as error:
        raise ModelError(f"{error.filename}: cannot be read: {error.strerror}", hint) from error
    return about


def read(folder: Path, hint: str = "") -> dict[str, Any]:
    """What the manifest says, `files` among it, each with `size` and `sha256`; no file is looked at.

    Raises ModelError where there is no manifest, or it is not as it was written.
    """
    try:
        about = json.loads((folder / NAME).read_bytes())
        right = about.pop(SUM) == _sum(about)
    except FileNotFoundError as error:
        raise ModelError(f"{error.filename}: not found, the model is not complete", hint) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{folder / NAME}: not a manifest that can be read: {error}", hint) from error
    if not right:
        raise ModelError(f"{folder / NAME}: damaged: its own sum is wrong", hint)
    return dict(about)


def _compare(path: Path, size: int, sha256: str, hint: str) -> None:
    if (seen := path.stat().st_size) != size:
        raise ModelError(f"{path}: damaged: {seen} bytes, {size} were wanted", hint)
    if (found := _sha256(path)) != sha256:
        raise ModelError(f"{path}: damaged: its sha256 begins {found[:8]}, {sha256[:8]} was wanted", hint)


def _sum(about: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(about).encode()).hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""The manifest of a model's folder: what the model is, and the size and sha256 of every file in it.

A flipped bit in weights loads without an error and translates into nonsense: only the sum of the file tells. A manifest
may come from anybody, inside a package; so each field is checked when it is read, and nothing else of it is believed.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path, PurePosixPath
from typing import Any

from translator.atomic_write import write_whole
from translator.errors import ModelError
from translator.model_files import read_json, sha256

NAME = "manifest.json"
SUM = "sha256"  # of the manifest itself, without this field
FILES = "files"
MAX_FILES = 200  # a model has about a dozen
MAX_TEXT = 5000  # characters of a field; a path is the longest, with 4,096 on Linux
MAX_BLEU = 100.0
MAX_COUNT = 1_000_000  # of layers, heads and tokens; the last layer may be told as -1
MAX_FILE = 1 << 40  # bytes
NUMBERS_OF_ALIGNMENT = ("layer", "head", "right", "tokens", "accuracy")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FILE_NAME = re.compile(r"([A-Za-z0-9][\w.+-]*/)?[A-Za-z0-9][\w.+-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class FileSum:
    """What a file must be: its size in bytes and its sha256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of a model.

    bleu, test, bleu_source: its published score, the test set, and who published it. source: a repository, an address
    or a path. pulled: this machine downloaded it from there; else all the fields are only what a package says of
    itself. revision, commit: of a repository. date: when it was installed, in ISO 8601. alignment: the attention head
    that gives the word links, as `Alignment.as_json` tells it. golden: how many golden sentences it translated.
    files: by their names in the folder, with `/`.
    """

    name: str = ""
    bleu: float | None = None
    test: str = ""
    bleu_source: str = ""
    licence: str = ""
    source: str = ""
    pulled: bool = False
    revision: str = ""
    commit: str = ""
    date: str = ""
    form: str = ""
    quantization: str = ""
    language_token: str = ""
    alignment: Mapping[str, float] = field(default_factory=dict)
    golden: str = ""
    files: Mapping[str, FileSum] = field(default_factory=dict)

    @property
    def trusted_bleu(self) -> float:
        """The score by which models are ranked; 0 where it is unknown, or is only claimed by an imported package."""
        if not self.pulled or self.bleu is None:
            return 0.0
        return self.bleu

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files.values())

    def as_json(self) -> dict[str, Any]:
        """All fields but `files`."""
        found = {}
        for each in fields(self):
            if each.name != FILES:
                found[each.name] = getattr(self, each.name)
        return found


_TEXTS = frozenset(each.name for each in fields(Manifest) if each.type == "str")


def write(folder: Path, about: Manifest) -> Manifest:
    """Describe `folder` as it is now; the manifest with its files. Raises OutputError."""
    described = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != folder / NAME:
            name = path.relative_to(folder).as_posix()
            described[name] = {"size": path.stat().st_size, "sha256": sha256(path)}
    known = {key: value for key, value in about.as_json().items() if value not in (None, "", False, {})}
    document = {**known, FILES: described}
    signed = {**document, SUM: sum_of(document)}
    write_whole(folder / NAME, (json.dumps(signed, indent=2) + "\n").encode())
    return parse(document)


def verify(folder: Path, hint: str) -> Manifest:
    """Compare every file with the manifest; what the manifest says.

    hint: what a user should do about a damaged model. Raises ModelError that names the first file that is not right.
    """
    about = read(folder, hint)
    try:
        for name, wanted in about.files.items():
            _compare(folder / name, wanted, hint)
    except FileNotFoundError as error:
        raise ModelError(f"{error.filename}: not found, the model is not complete", hint) from error
    except OSError as error:
        raise ModelError(f"{error.filename}: cannot be read: {error.strerror}", hint) from error
    return about


def read(folder: Path, hint: str = "") -> Manifest:
    """What the manifest says; no other file is looked at.

    Raises ModelError where there is no manifest, where it is not as it was written, or where a field is not of its
    kind.
    """
    path = folder / NAME
    try:
        document = read_json(path)
        if not isinstance(document, dict) or SUM not in document:
            raise ValueError(f"an object with its own {SUM} was wanted")
        is_right = document.pop(SUM) == sum_of(document)
    except FileNotFoundError as error:
        raise ModelError(f"{path}: not found, the model is not complete", hint) from error
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"{path}: not a manifest that can be read: {error}", hint) from error
    if not is_right:
        raise ModelError(f"{path}: damaged: its own sum is wrong", hint)
    try:
        return parse(document)
    except ValueError as error:
        raise ModelError(f"{path}: not a manifest of a model: {error}", hint) from error


def parse(document: Mapping[str, Any]) -> Manifest:
    """A manifest from the object in its file; fields of other names are left out.

    Raises ValueError that names the field that is missing or not of its kind.
    """
    known: dict[str, Any] = {}
    for key in _TEXTS & document.keys():
        known[key] = _text(key, document[key])
    pulled = document.get("pulled", False)
    if not isinstance(pulled, bool):
        raise ValueError(f"pulled is {pulled!r:.40}, true or false was wanted")
    bleu, alignment = _bleu(document.get("bleu")), _alignment(document.get("alignment", {}))
    return Manifest(**known, bleu=bleu, pulled=pulled, alignment=alignment, files=_files(document.get(FILES)))


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{key} is {value!r:.40}, a text was wanted")
    if len(value) > MAX_TEXT or not value.isprintable():
        raise ValueError(f"{key} is {value!r:.40}, at most {MAX_TEXT} printable characters were wanted")
    return value


def _bleu(value: object) -> float | None:
    if value is None:
        return None
    if not _is_number(value) or not 0 <= value <= MAX_BLEU:  # type: ignore[operator]
        raise ValueError(f"bleu is {value!r:.40}, a number from 0 to {MAX_BLEU:.0f} was wanted")
    return value  # type: ignore[return-value]


def _alignment(value: object) -> dict[str, float]:
    if value == {}:
        return {}
    if not isinstance(value, dict) or set(value) != set(NUMBERS_OF_ALIGNMENT):
        raise ValueError(f"alignment is {value!r:.40}, the numbers {', '.join(NUMBERS_OF_ALIGNMENT)} were wanted")
    for key, number in value.items():
        if not _is_number(number) or not -1 <= number <= MAX_COUNT:
            raise ValueError(f"{key} of alignment is {number!r:.40}, a number was wanted")
    return value


def _files(value: object) -> dict[str, FileSum]:
    if not isinstance(value, dict) or not 0 < len(value) <= MAX_FILES:
        raise ValueError(f"files: an object of 1 to {MAX_FILES} files was wanted")
    found = {}
    for name, seen in value.items():
        if not _FILE_NAME.fullmatch(name) or ".." in PurePosixPath(name).parts:
            raise ValueError(f"files: {name!r:.60} is not the name of a file of a model")
        found[name] = _file_sum(name, seen)
    return found


def _file_sum(name: str, value: object) -> FileSum:
    wanted = "a size in bytes and a sha256 were wanted"
    if not isinstance(value, dict):
        raise ValueError(f"files: {name}: {wanted}")
    size, digest = value.get("size"), value.get("sha256")
    if type(size) is not int or not 0 <= size <= MAX_FILE:
        raise ValueError(f"files: {name}: {wanted}")
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        raise ValueError(f"files: {name}: {wanted}")
    return FileSum(size, digest)


def _is_number(value: object) -> bool:
    if not isinstance(value, int | float):
        return False
    return not isinstance(value, bool)


def _compare(path: Path, wanted: FileSum, hint: str) -> None:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ModelError(f"{path}: damaged: it is not a regular file", hint)
    if status.st_size != wanted.size:
        raise ModelError(f"{path}: damaged: {status.st_size} bytes, {wanted.size} were wanted", hint)
    found = sha256(path)
    if found != wanted.sha256:
        raise ModelError(f"{path}: damaged: its sha256 begins {found[:8]}, {wanted.sha256[:8]} was wanted", hint)


def sum_of(document: Mapping[str, Any]) -> str:
    """The sum that a manifest holds of itself; document: without it."""
    return hashlib.sha256(json.dumps(document).encode()).hexdigest()

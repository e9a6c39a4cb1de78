"""Reading the files of a model. Somebody else made them, so they may be of any kind, any size and any depth."""

from __future__ import annotations

import hashlib
import json
import stat
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

# The largest files of public Marian models: vocabularies of 3 MB, SentencePiece models of 1 MB, model cards of 20 kB.
MAX_SIDE_FILE = 16 << 20  # bytes of a vocabulary or a SentencePiece model
MAX_DESCRIPTION = 4 << 20  # bytes of a configuration, a manifest or a model card
# Nanoseconds: a file that was changed less than this ago may change again within one tick of the file system.
SETTLED = 2_000_000_000


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of a regular file. Raises OSError, and ValueError for a file that is no file or too large."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError("it is not a regular file")
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise ValueError(f"more than {limit:,} bytes")
    return data


def read_json(path: Path, limit: int = MAX_DESCRIPTION) -> Any:
    """The JSON value in a file. Raises OSError, and ValueError for everything that is not JSON of a sound size."""
    data = read_bytes(path, limit)
    try:
        return json.loads(data)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def sha256(path: Path) -> str:
    """The sha256 of a file, in hexadecimal; a process reads a file once for as long as the file stays the same.

    Weights have hundreds of megabytes, and a run asks for their sum several times: to verify the model and to sign its
    translations. Raises OSError.
    """
    status = path.stat()
    seen = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    if time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) < SETTLED:
        return _read_sha256(path)
    return _known_sha256(path.absolute(), seen)


def content(*files: Path) -> str:
    """The sha256 of what `files` hold together, in hexadecimal."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(bytes.fromhex(sha256(path)))
    return digest.hexdigest()


@lru_cache(maxsize=1000)
def _known_sha256(path: Path, seen: tuple[int, ...]) -> str:  # noqa: ARG001
    """seen: what the file system says of the file; other data mean another content."""
    return _read_sha256(path)


def _read_sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

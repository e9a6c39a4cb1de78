"""Downloads: from the Hugging Face hub, or a mirror of it (HF_ENDPOINT), and of single packages.

What arrives is compared with the size and the sum that the hub has announced: sha256 for large files, git's own for
small ones.

Nothing that a server says becomes a path: files have the names that are asked for.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translator.errors import ModelError, OutputError, PadanError, first_line
from translator.model_files import MAX_SIDE_FILE
from translator.models.archive import MAX_BYTES
from translator.models.forms import CONFIG, OTHERS, PICKLE, TARGET_VOCABULARY, WEIGHTS
from translator.models.transfer import AGAIN, BUSY, Progress, Transfer, patiently, retry_after

OPTIONAL = (TARGET_VOCABULARY, "generation_config.json", "tokenizer_config.json", "README.md")
OFFLINE = "without a network, bring the model on a disk: padan model import PATH"
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def commit(repository: str, revision: str) -> str:
    """The commit that `revision` means now, in 40 hexadecimal digits; empty where a mirror does not say.

    Raises ModelError.
    """
    with _understood(repository):
        found = _head(repository, CONFIG, revision)
    if found is None:
        raise ModelError(f"{repository}: no such model on the hub, or no {CONFIG} in it", "check its name")
    said = found.commit_hash or ""
    if said and not _COMMIT.fullmatch(said):
        seen = f"the hub names the commit {said!r:.60}; 40 hexadecimal digits were wanted"
        raise ModelError(f"{repository}: {seen}", "use another mirror (HF_ENDPOINT)")
    return said


def fetch(repository: str, revision: str, folder: Path, progress: Progress) -> None:
    """Download the files of a MarianMT model into `folder`; what is there already is not asked for again.

    Of weights in both forms only the safetensors are taken. Raises ModelError, OutputError where it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*OTHERS, *OPTIONAL, WEIGHTS):
        _fetch_file(repository, revision, folder, name, progress)
    if not (folder / WEIGHTS).is_file():
        _fetch_file(repository, revision, folder, PICKLE, progress)


def download(url: str, file: Path, progress: Progress) -> None:
    """Download a single package; nobody publishes its sum. Raises ModelError, OutputError."""
    if file.is_file():
        return
    part = file.with_name(f"{file.name}.part")
    file.parent.mkdir(parents=True, exist_ok=True)
    with _understood(url):
        Transfer(url, part, {}, None, MAX_BYTES, progress).run()
    part.replace(file)


def _fetch_file(repository: str, revision: str, folder: Path, name: str, progress: Progress) -> None:
    """Download one file, unless it is here. One that is not needed may be missing."""
    from huggingface_hub import hf_hub_url
    from huggingface_hub.utils import build_hf_headers

    if (folder / name).is_file():
        return
    part = folder / f"{name}.part"
    with _understood(f"{repository}, {name}"):
        found = _head(repository, name, revision)
        if found is None:
            if name in OTHERS or name == PICKLE:
                raise ModelError(f"{repository}: {name} is not there: not a whole MarianMT model", "use another")
            return
        url = hf_hub_url(repository, name, revision=revision, endpoint=_endpoint())
        headers = build_hf_headers(library_name="padan")
        limit = MAX_BYTES if name in (WEIGHTS, PICKLE) else MAX_SIDE_FILE
        Transfer(url, part, headers, found.size, limit, progress).run()
    _check(part, found.etag or "")
    part.replace(folder / name)


def _endpoint() -> str | None:
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or None


def _head(repository: str, name: str, revision: str) -> Any:
    """What the hub says of a file; None where there is no such file. Asked again for a while where it is too busy."""
    from huggingface_hub import get_hf_file_metadata, hf_hub_url
    from huggingface_hub.errors import HfHubHTTPError

    url = hf_hub_url(repository, name, revision=revision, endpoint=_endpoint())

    def ask() -> Any:
        try:
            return get_hf_file_metadata(url, endpoint=_endpoint(), library_name="padan")
        except HfHubHTTPError as error:
            is_missing = error.response.headers.get("X-Error-Code") in (None, "EntryNotFound")
            if error.response.status_code == 404 and is_missing:
                return None
            raise

    return patiently(ask)


def _check(part: Path, etag: str) -> None:
    """Raises ModelError where a file is not what the hub has announced, and removes it: it cannot be taken up."""
    found = _sum(part, etag)
    if found != etag:
        part.unlink()
        seen = f"its sum begins {found[:8]}, {etag[:8]} was announced"
        raise ModelError(f"{part.stem}: damaged on the way: {seen}", AGAIN)


def _sum(file: Path, etag: str) -> str:
    """The sum of a file, of the kind that `etag` is: sha256, or git's for a blob; else `etag`, which tells nothing."""
    if _SHA256.fullmatch(etag):
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    if _COMMIT.fullmatch(etag):
        data = file.read_bytes()
        return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    return etag


@contextmanager
def _understood(what: str) -> Iterator[None]:
    """Turn whatever the hub and its library say into one of our errors."""
    from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled
    from huggingface_hub.utils import logging

    level = logging.get_verbosity()
    logging.set_verbosity_error()  # it tells each retry
    try:
        yield
    except PadanError:
        raise
    except OfflineModeIsEnabled as error:
        raise ModelError(f"{what}: HF_HUB_OFFLINE is set", OFFLINE) from error
    except HfHubHTTPError as error:
        raise _refused(what, error) from error
    except OSError as error:
        if error.errno is not None:
            raise OutputError(f"cannot write {error.filename or what}: {error.strerror}", "free space") from error
        raise ModelError(f"{what}: {first_line(error)}", AGAIN) from error
    except Exception as error:  # of its HTTP library, which has changed its name twice
        raise ModelError(f"{what}: cannot be reached: {first_line(error)}", f"{AGAIN}; {OFFLINE}") from error
    finally:
        logging.set_verbosity(level)


def _refused(what: str, error: Any) -> ModelError:
    """The answer of a hub that does not give what was asked for."""
    from huggingface_hub.errors import GatedRepoError, RepositoryNotFoundError

    status = error.response.status_code
    if status in (401, 403) or isinstance(error, GatedRepoError):
        hint = "check its name; for one that is not public, set HF_TOKEN"
        return ModelError(f"{what}: the hub refuses it ({status})", hint)
    if status == 404 or isinstance(error, RepositoryNotFoundError):
        return ModelError(f"{what}: not on the hub ({status})", "check its name and revision")
    if status == BUSY:
        seconds = retry_after(error.response.headers)
        when = f"in {seconds} seconds" if seconds else "in some minutes"
        return ModelError(f"{what}: the hub has had too many requests (429)", f"try again {when}")
    return ModelError(f"{what}: the hub answered {status}", AGAIN)

"""Downloads: from the Hugging Face hub, or a mirror of it (HF_ENDPOINT), and of single packages.

huggingface_hub 2.4 throws away what an interrupted `hf_hub_download` has received, and begins again. So files are
fetched one by one with its `http_get`, which resumes, into files that stay until they are whole: a cut connection is
taken up where it broke, in this run or the next. What arrives is compared with the size and the sum that the hub has
announced: sha256 for large files, git's own for small ones.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from translator.errors import ModelError, OutputError, PadanError
from translator.models.forms import OTHERS, PICKLE, TARGET_VOCABULARY, WEIGHTS

OPTIONAL = (TARGET_VOCABULARY, "generation_config.json", "tokenizer_config.json", "README.md")
CHUNK = 1 << 18  # bytes: the library's own 10 MB are lost when the connection breaks, and make a jumpy bar
TRIES = 4  # of asking a hub that is too busy
PATIENCE = 15  # seconds: who is asked to wait longer is told so
OFFLINE = "without a network, bring the model on a disk: padan model import PATH"

Told = Callable[[str, int, int], None]  # file, bytes that are here, bytes in all (0: unknown)


def commit(repository: str, revision: str) -> str:
    """What `revision` means now. Raises ModelError."""
    with _understood(repository):
        found = _head(repository, "config.json", revision)
        if found is None:
            raise ModelError(f"{repository}: no such model on the hub, or no config.json in it", "check its name")
        return str(found.commit_hash or revision)


def fetch(repository: str, revision: str, folder: Path, told: Told) -> None:
    """Download the files of a MarianMT model into `folder`; what is there already is not asked for again.

    Of weights in both forms only the safetensors are taken. Raises ModelError, OutputError where it cannot be written.
    """
    from huggingface_hub import hf_hub_url
    from huggingface_hub.utils import build_hf_headers

    folder.mkdir(parents=True, exist_ok=True)
    for name in (*OTHERS, *OPTIONAL, WEIGHTS, PICKLE):
        if (folder / name).is_file() or (name == PICKLE and (folder / WEIGHTS).is_file()):
            continue
        with _understood(f"{repository}, {name}"):
            found = _head(repository, name, revision)
            if found is None:
                if name in OTHERS or name == PICKLE:
                    raise ModelError(f"{repository}: {name} is not there: not a whole MarianMT model", "use another")
                continue
            url = hf_hub_url(repository, name, revision=revision, endpoint=_endpoint())
            part = folder / f"{name}.part"
            _get(url, part, found.size, build_hf_headers(library_name="padan"), told)
        _check(part, found.etag or "")
        part.replace(folder / name)


def download(url: str, file: Path, told: Told) -> None:
    """Download a single package; nobody publishes its sum. Raises ModelError, OutputError."""
    if file.is_file():
        return
    part = file.with_name(f"{file.name}.part")
    file.parent.mkdir(parents=True, exist_ok=True)
    with _understood(url):
        _get(url, part, None, {}, told)
    part.replace(file)


def _endpoint() -> str | None:
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or None


def _head(repository: str, name: str, revision: str) -> Any:
    """What the hub says of a file; None where there is no such file. Asked again for a while where it is too busy."""
    from huggingface_hub import get_hf_file_metadata, hf_hub_url
    from huggingface_hub.errors import HfHubHTTPError

    url = hf_hub_url(repository, name, revision=revision, endpoint=_endpoint())
    for tried in range(TRIES):
        try:
            return get_hf_file_metadata(url, endpoint=_endpoint(), library_name="padan")
        except HfHubHTTPError as error:
            status, wait = error.response.status_code, _wait(error.response.headers) or 2**tried
            if status == 404 and error.response.headers.get("X-Error-Code") in (None, "EntryNotFound"):
                return None
            if (status != 429 and status < 500) or wait > PATIENCE or tried == TRIES - 1:
                raise
        time.sleep(wait)
    return None


def _wait(headers: Mapping[str, str]) -> int:
    """How many seconds the hub asks to wait; 0 where it does not say."""
    said = headers.get("Retry-After", "")
    return int(said) if said.isdecimal() else 0


def _get(url: str, part: Path, size: int | None, headers: dict[str, Any], told: Told) -> None:
    from huggingface_hub import constants
    from huggingface_hub.file_download import http_get

    class Bar:
        """What the library takes for its progress bar."""

        def __init__(self, *_: object, initial: int = 0, total: int | None = None, **__: object) -> None:
            self.at, self.total = initial, total or size or 0
            told(part.stem, self.at, self.total)

        def update(self, more: int) -> None:
            self.at += more
            told(part.stem, self.at, self.total)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None: ...

    constants.DOWNLOAD_CHUNK_SIZE = CHUNK
    with part.open("ab") as file:
        if size is not None and file.tell() > size:
            file.truncate(0)
            file.seek(0)
        plain = {**headers, "Accept-Encoding": "identity"}  # a part of a compressed file cannot be taken up again
        bar: Any = Bar
        http_get(url, file, resume_size=file.tell(), headers=plain, expected_size=size, tqdm_class=bar)


def _check(part: Path, etag: str) -> None:
    """Raises ModelError where a file is not what the hub has announced, and removes it: it cannot be taken up."""
    if (found := _sum(part, etag)) != etag:
        part.unlink()
        seen = f"its sum begins {found[:8]}, {etag[:8]} was announced"
        raise ModelError(f"{part.stem}: damaged on the way: {seen}", "run the same command again")


def _sum(file: Path, etag: str) -> str:
    """The sum of a file, of the kind that `etag` is: sha256, or git's for a blob; else `etag`, which tells nothing."""
    if re.fullmatch(r"[0-9a-f]{64}", etag):
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    if re.fullmatch(r"[0-9a-f]{40}", etag):
        data = file.read_bytes()
        return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    return etag


@contextmanager
def _understood(what: str) -> Iterator[None]:
    """Turn whatever the hub and its library say into one of our errors."""
    from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, OfflineModeIsEnabled, RepositoryNotFoundError
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
        status = error.response.status_code
        if status in (401, 403) or isinstance(error, GatedRepoError):
            hint = "check its name; for one that is not public, set HF_TOKEN"
            raise ModelError(f"{what}: the hub refuses it ({status})", hint) from error
        if status == 404 or isinstance(error, RepositoryNotFoundError):
            raise ModelError(f"{what}: not on the hub ({status})", "check its name and revision") from error
        if status == 429:
            when = f"in {seconds} seconds" if (seconds := _wait(error.response.headers)) else "in some minutes"
            raise ModelError(f"{what}: the hub has had too many requests (429)", f"try again {when}") from error
        raise ModelError(f"{what}: the hub answered {status}", "run the same command again") from error
    except OSError as error:
        if error.errno is not None:
            raise OutputError(f"cannot write {error.filename or what}: {error.strerror}", "free space") from error
        raise ModelError(f"{what}: {_line(error)}", "run the same command again") from error
    except Exception as error:  # of its HTTP library, which has changed its name twice
        raise ModelError(
            f"{what}: cannot be reached: {_line(error)}", f"run the same command again; {OFFLINE}"
        ) from error
    finally:
        logging.set_verbosity(level)


def _line(error: Exception) -> str:
    return " ".join((str(error) or type(error).__name__).split("\n")[0].split())

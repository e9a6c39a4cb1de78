"""Downloads: from the Hugging Face hub, or a mirror of it (HF_ENDPOINT), and of single packages.

huggingface_hub 2.4 throws away what an interrupted `hf_hub_download` has received, and waits for as long as a server
asks it to. So files are fetched here one by one with its session, into files that stay until they are whole: a cut
connection is taken up where it broke, in this run or the next. What arrives is compared with the size and the sum that
the hub has announced: sha256 for large files, git's own for small ones.

Nothing that a server says becomes a path: files have the names that are asked for.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO, Any

from translator.errors import ModelError, OutputError, PadanError, first_line
from translator.model_files import MAX_SIDE_FILE
from translator.models.archive import MAX_BYTES
from translator.models.forms import CONFIG, OTHERS, PICKLE, TARGET_VOCABULARY, WEIGHTS

OPTIONAL = (TARGET_VOCABULARY, "generation_config.json", "tokenizer_config.json", "README.md")
CHUNK = 1 << 18  # bytes: larger ones are lost when the connection breaks, and make a jumpy bar
TRIES = 4  # of asking a hub that is too busy, and of taking up a connection that breaks without a byte
MAX_WAIT = 15  # seconds: who is asked to wait longer is told so
TIMEOUT = 30  # seconds without a byte
BUSY = 429
OFFLINE = "without a network, bring the model on a disk: padan model import PATH"
AGAIN = "run the same command again"
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")

Progress = Callable[[str, int, int], None]  # file, bytes that are here, bytes in all (0: unknown)


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
        _Download(url, part, {}, None, MAX_BYTES, progress).run()
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
        _Download(url, part, headers, found.size, limit, progress).run()
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

    return _patiently(ask)


def _patiently(ask: Callable[[], Any]) -> Any:
    """The answer to a question to the hub, which is asked again for a while where the hub is too busy."""
    from huggingface_hub.errors import HfHubHTTPError

    for tried in range(TRIES - 1):
        try:
            return ask()
        except HfHubHTTPError as error:
            status = error.response.status_code
            wait = retry_after(error.response.headers) or 2**tried
            is_passing = status == BUSY or status >= 500
            if not is_passing or wait > MAX_WAIT:
                raise
        time.sleep(wait)
    return ask()


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> int:
    """How many seconds a server asks to wait, in a number or a date (RFC 9110, section 10.2.3); 0 where it does not."""
    said = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", said):
        return int(said)
    try:
        when = parsedate_to_datetime(said)
    except ValueError:
        return 0
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    now = now or datetime.now(UTC)
    return max(0, round((when - now).total_seconds()))


class _Download:
    """A file that is being downloaded to `part`, which may hold its beginning.

    size: as announced, None where nobody has. limit: the most bytes that are taken.
    """

    def __init__(
        self, url: str, part: Path, headers: Mapping[str, Any], size: int | None, limit: int, progress: Progress
    ) -> None:
        self._url = url
        self._part = part
        self._headers = {**headers, "Accept-Encoding": "identity"}  # a part of a compressed file cannot be taken up
        self._size = size
        self._limit = limit
        self._progress = progress

    def run(self) -> None:
        """Receive all of it. A connection that breaks is taken up again for as long as something arrives.

        Raises ModelError, and what the library raises.
        """
        self._check_limit(self._size or 0)
        if self._size is not None and self._here() > self._size:
            self._part.unlink()
        if self._here() == self._size:
            self._progress(self._part.stem, self._size, self._size)
            return
        left = TRIES
        while left:
            before = self._here()
            try:
                _patiently(self._receive)
                break
            except (PadanError, OSError):  # the hub's refusals are among the latter
                raise
            except Exception:  # of the HTTP library: the connection broke
                left = TRIES if self._here() > before else left - 1
                if not left:
                    raise
            time.sleep(1)
        self._check_size()

    def _receive(self) -> None:
        from huggingface_hub.utils import get_session, hf_raise_for_status

        start = self._here()
        headers = dict(self._headers)
        if start:
            headers["Range"] = f"bytes={start}-"
        with get_session().stream("GET", self._url, headers=headers, timeout=TIMEOUT) as response:
            if response.status_code == 416 and self._size is None:  # all of it is here, or more than there is
                self._part.unlink()
                raise ConnectionError("the file is asked for anew")
            hf_raise_for_status(response)
            if response.status_code != 206:  # it does not know ranges, and begins anew
                start = 0
            total = self._size or start + _length(response.headers)
            with self._part.open("ab") as file:
                file.truncate(start)
                self._write(file, response.iter_bytes(CHUNK), start, total)

    def _write(self, file: IO[bytes], chunks: Iterator[bytes], start: int, total: int) -> None:
        here = start
        self._progress(self._part.stem, here, total)
        for chunk in chunks:
            file.write(chunk)
            here += len(chunk)
            self._check_limit(here)
            self._progress(self._part.stem, here, total)

    def _here(self) -> int:
        """How many bytes are here."""
        try:
            return self._part.stat().st_size
        except FileNotFoundError:
            return 0

    def _check_limit(self, size: int) -> None:
        if size > self._limit:
            self._part.unlink(missing_ok=True)
            seen = f"more than {self._limit:,} bytes"
            raise ModelError(f"{self._part.stem}: {seen}, too large for a file of a model", "use another model")

    def _check_size(self) -> None:
        if self._size is not None and self._here() != self._size:
            seen = f"the file should be of size {self._size} but has size {self._here()}"
            raise ModelError(f"{self._part.stem}: {seen}", AGAIN)


def _length(headers: Mapping[str, str]) -> int:
    """The bytes that an answer says it has; 0 where it does not say."""
    said = headers.get("Content-Length", "")
    if re.fullmatch(r"[0-9]{1,15}", said):
        return int(said)
    return 0


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

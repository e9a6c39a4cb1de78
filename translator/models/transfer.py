"""A file on its way from a server: a connection that breaks is taken up where it broke, in this run or the next.

huggingface_hub 2.4 throws away what an interrupted `hf_hub_download` has received, and waits for as long as a server
asks it to. So files are received here with its session, one by one, into files that stay until they are whole.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO, Any

from translator.errors import ModelError, PadanError

CHUNK = 1 << 18  # bytes: larger ones are lost when the connection breaks, and make a jumpy bar
TRIES = 4  # of asking a server that is too busy, and of taking up a connection that breaks without a byte
MAX_WAIT = 15  # seconds: who is asked to wait longer is told so
TIMEOUT = 30  # seconds without a byte
BUSY = 429
AGAIN = "run the same command again"

Progress = Callable[[str, int, int], None]  # file, bytes that are here, bytes in all (0: unknown)


class Transfer:
    """A file that comes from `url` into the file `part`, which may hold its beginning.

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
                patiently(self._receive)
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


def patiently(ask: Callable[[], Any]) -> Any:
    """The answer to a question to a server, which is asked again for a while where it is too busy."""
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

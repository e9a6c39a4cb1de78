"""A hub of our own on this machine: it serves models as the Hugging Face hub does, and goes wrong on demand."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LARGE = 1_000_000  # bytes: from here on a file is known by its sha256, below by git's sum


@dataclass
class Hub:
    """What is served, and the faults by the name of the file.

    files: by repository and name. cut: break the connection after so many bytes, so many times. status: answer with it,
    so many times. wrong: serve other bytes. longer, slow: serve more bytes, or little by little.
    """

    files: dict[str, Path]
    url: str = ""
    cut: dict[str, tuple[int, int]] = field(default_factory=dict)
    status: dict[str, tuple[int, int]] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    longer: set[str] = field(default_factory=set)
    slow: set[str] = field(default_factory=set)
    wait: str = "0"  # seconds, where it answers with a status
    commit: str = COMMIT  # what it says that the files are of
    only: str = ""  # GET or HEAD: the method that is answered with a status; empty: both
    asked: list[tuple[str, str, str]] = field(default_factory=list)  # method, file, range

    def got(self, name: str) -> list[str]:
        """The ranges that were asked for of a file."""
        return [span for method, file, span in self.asked if (method, file) == ("GET", name)]


@contextmanager
def serving(files: dict[str, Path]) -> Iterator[Hub]:
    """files: paths below the server's root, such as `owner/name/config.json`."""
    hub = Hub(files)

    class Handler(_Handler):
        served = hub

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hub.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def repository(name: str, folder: Path) -> dict[str, Path]:
    """The files of a folder as those of a repository."""
    return {f"{name}/{path.name}": path for path in folder.iterdir()}


class _Handler(BaseHTTPRequestHandler):
    served: Hub
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, body: bool) -> None:
        hub, path = self.served, unquote(self.path).lstrip("/")
        owner, _, rest = path.partition("/resolve/")
        file = f"{owner}/{rest.partition('/')[2]}" if rest else path
        name, span = file.rpartition("/")[2], self.headers.get("Range", "")
        hub.asked.append((self.command, name, span))
        status, left = hub.status.get(name, (0, 0))
        if left and hub.only in ("", self.command):
            hub.status[name] = status, left - 1
            return self._say(status, {"Retry-After": hub.wait})
        if file not in hub.files:
            known = any(each.startswith(f"{owner}/") for each in hub.files)
            return self._say(404, {"X-Error-Code": "EntryNotFound" if known else "RepoNotFound"})
        data = hub.files[file].read_bytes()
        announced, total = _etag(data), len(data)
        if name in hub.wrong:
            data = bytes([data[0] ^ 1]) + data[1:]
        if name in hub.longer:
            data += b"more"
        start = int(span.removeprefix("bytes=").removesuffix("-")) if span else 0
        size = len(data) if body else total
        headers = {"ETag": f'"{announced}"', "X-Repo-Commit": hub.commit, "Content-Length": str(size - start)}
        if span:
            headers["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
        self._say(206 if span else 200, headers)
        if body:
            self._send(name, data[start:])
        return None

    def _send(self, name: str, data: bytes) -> None:
        hub = self.served
        most, left = hub.cut.get(name, (0, 0))
        if left and len(data) > most:
            hub.cut[name] = most, left - 1
            self.wfile.write(data[:most])
            self.close_connection = True
            return
        step = len(data) // 20 + 1 if name in hub.slow else len(data) or 1
        for at in range(0, len(data), step):
            self.wfile.write(data[at : at + step])
            time.sleep(0.02 if name in hub.slow else 0)

    def _say(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for key, value in {"Content-Length": "0", **headers}.items():
            self.send_header(key, value)
        self.end_headers()

    def log_message(self, *_: Any) -> None: ...


def _etag(data: bytes) -> str:
    if len(data) >= LARGE:
        return hashlib.sha256(data).hexdigest()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()

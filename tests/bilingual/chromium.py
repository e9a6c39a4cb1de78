"""A headless Chromium, driven over its DevTools pipe: commands and events as JSON, each ended by a NUL byte."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe"),
]
PATIENCE = 180  # seconds after which a browser that hangs is ended
LAUNCH = "import os, sys; _, i, o, *run = sys.argv; os.dup2(int(i), 3); os.dup2(int(o), 4); os.execv(run[0], run)"


class Tab:
    """A page that is open. events: what the browser told, in order."""

    def __init__(self, commands: BinaryIO, answers: BinaryIO) -> None:
        self._commands, self._answers = commands, answers
        self._number = 0
        self._session: dict[str, str] = {}
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = {"sessionId": self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]}
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """The browser's answer to a command of the DevTools protocol."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": params} | self._session
        self._commands.write(json.dumps(command).encode() + b"\0")
        self._commands.flush()
        while (answer := self._read()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, answer
        return dict(answer["result"])

    def open(self, page: Path) -> None:
        self.events.clear()
        self.call("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def point(self, element: str) -> None:
        """Move the mouse to the middle of an element, given as a JavaScript expression."""
        x, y = self._middle(element)
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def click(self, element: str) -> None:
        x, y = self._middle(element)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def tap(self, element: str) -> None:
        x, y = self._middle(element)
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def press(self, key: str) -> None:
        code = {"Escape": 27}.get(key, 0)  # by which the browser itself knows a key
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code)

    def screen(self, width: int, height: int, dark: bool = False, scale: int = 1) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 700}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def picture(self, whole: bool = False) -> bytes:
        """What the screen shows, as PNG; `whole`: the page to its end."""
        return base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"])

    def _middle(self, element: str) -> tuple[float, float]:
        """The middle of an element, once the page has come to rest: what scrolling brings in is laid out only then."""
        for _ in range(50):
            self.run(f"{element}.scrollIntoView({{block: 'center', behavior: 'instant'}})")
            frame = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 10)))"
            self.call("Runtime.evaluate", expression=frame, awaitPromise=True)
            x, y = self.run(f"(r => [r.x + r.width / 2, r.y + r.height / 2])({element}.getBoundingClientRect())")
            if self.run(f"{element}.contains(document.elementFromPoint({x}, {y}))"):
                break
        return x, y

    def _read(self) -> dict[str, Any]:
        message = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "chromium went away"
            message += byte
        return dict(json.loads(message))


@contextmanager
def chromium(folder: Path) -> Iterator[Tab]:
    """A browser with an empty profile in `folder`, and one tab. It reads commands from 3 and writes answers to 4."""
    assert PROGRAM
    pipes = [*os.pipe(), *os.pipe()]
    reads, commands, answers, writes = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in pipes)
    for end in pipes:
        os.close(end)
    browser = subprocess.Popen(
        [sys.executable, "-c", LAUNCH, str(reads), str(writes), PROGRAM, *QUIET, f"--user-data-dir={folder}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
        pass_fds=(reads, writes),
    )
    os.close(reads)
    os.close(writes)
    guard = threading.Timer(PATIENCE, browser.kill)
    guard.start()
    try:
        with open(commands, "wb") as to_browser, open(answers, "rb") as from_browser:
            tab = Tab(to_browser, from_browser)
            yield tab
            tab.call("Browser.close")
    finally:
        guard.cancel()
        browser.kill()
        browser.wait()

"""Ctrl-C and `kill`: once, the run ends after the window in flight; twice, at once.

A handler of Python waits until the engine comes back from a window, which may take a minute. So the system writes each
signal into a socket, and a thread that waits at its other end acts at once.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from translator.cli import console

ASKING = (signal.SIGINT, signal.SIGTERM)
INTERRUPTED = 130
SHOW_CURSOR = "\x1b[?25h"  # which a progress bar has hidden


@contextmanager
def heard(quiet: bool) -> Iterator[threading.Event]:
    """Gives an event that is set by the first signal that asks to end; the second ends the process."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked  # only the main thread may say what a signal does
        return
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    with ours, theirs:
        listener = threading.Thread(target=_listen, args=(ours, asked, quiet), daemon=True)
        listener.start()
        before = {number: signal.signal(number, lambda *_: None) for number in ASKING}
        fd = signal.set_wakeup_fd(theirs.fileno())
        try:
            yield asked
        finally:
            signal.set_wakeup_fd(fd)
            for number, handler in before.items():
                signal.signal(number, handler)
            theirs.shutdown(socket.SHUT_RDWR)
            listener.join()


def _listen(ours: socket.socket, asked: threading.Event, quiet: bool) -> None:
    while numbers := ours.recv(16):
        for _ in [number for number in numbers if number in ASKING]:
            if asked.is_set():
                _stop_now()
            asked.set()
            if not quiet:
                console.say("stopping after the sentences in hand; once more stops at once")


def _stop_now() -> None:
    if sys.stderr.isatty():
        sys.stderr.write(SHOW_CURSOR)
    console.say("padan: interrupted; what was finished stays finished: the same command goes on from there")
    os._exit(
        INTERRUPTED
    )  # the engine cannot be stopped otherwise; whatever is half written is cleared at the next start

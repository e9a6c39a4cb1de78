"""Ctrl-C and `kill`: the run ends after what is in hand, or after GRACE seconds; the second one ends it at once.

A handler of Python waits until the engine comes back from a window, which may take a minute. So the system writes each
signal into a socket, and a thread that waits at its other end acts. Where a regular expression holds the interpreter,
that thread cannot act; but there Python calls the handlers, which set the system's alarm clock.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from translator.cli import console
from translator.errors import InterruptError

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM)
GRACE = 1.5  # seconds in which a run may come to its end by itself; a user waits two at most
SHOW_CURSOR = "\x1b[?25h"  # which a progress bar has hidden
_HAS_ALARM = hasattr(signal, "setitimer")  # not on Windows


@contextmanager
def stop_requests(quiet: bool, grace: float = GRACE) -> Iterator[threading.Event]:
    """Gives an event that is set by the first signal that asks to end.

    The second signal ends the process, and so does the end of the grace time, in seconds.
    """
    requested = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield requested  # only the main thread may say what a signal does
        return
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    with ours, theirs:
        listener = threading.Thread(target=_listen, args=(ours, requested, quiet, grace), daemon=True)
        listener.start()
        fd = signal.set_wakeup_fd(theirs.fileno())
        before: dict[signal.Signals, signal._HANDLER] = {}
        try:
            _set_handlers(grace, before)
            yield requested
        finally:
            if _HAS_ALARM:
                signal.setitimer(signal.ITIMER_REAL, 0)
            signal.set_wakeup_fd(fd)
            for number, handler in before.items():
                signal.signal(number, handler)
            theirs.shutdown(socket.SHUT_RDWR)
            listener.join()


def _set_handlers(grace: float, before: dict[signal.Signals, signal._HANDLER]) -> None:
    """Take the signals that ask to end, and the alarm; what handled them goes into `before`.

    Also where the caller ignores one, as a shell does for what runs behind it: whoever sends it then means this run.
    """

    def start_clock(*_: object) -> None:
        if _HAS_ALARM:
            signal.setitimer(signal.ITIMER_REAL, max(grace, 0.001))

    for number in ENDING_SIGNALS:
        before[number] = signal.signal(number, start_clock)
    if _HAS_ALARM:
        before[signal.SIGALRM] = signal.signal(signal.SIGALRM, lambda *_: _stop_now())


def _listen(ours: socket.socket, requested: threading.Event, quiet: bool, grace: float) -> None:
    deadline = float("inf")
    while True:
        ours.settimeout(None if not requested.is_set() else max(deadline - time.monotonic(), 0.001))
        try:
            numbers = ours.recv(16)
        except TimeoutError:
            _stop_now()
        if not numbers:
            return
        for number in numbers:
            if number not in ENDING_SIGNALS:
                continue
            if requested.is_set():
                _stop_now()
            deadline = time.monotonic() + grace
            requested.set()
            if grace and not quiet:
                console.say("stopping after the sentences in hand; once more stops at once")


def _stop_now() -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(SHOW_CURSOR)
    hint = "what was finished stays finished: the same command goes on from there"
    console.complain(InterruptError("interrupted", hint))
    # The engine cannot be stopped otherwise; whatever is half written is cleared at the next start.
    os._exit(InterruptError.exit_code)

"""Ctrl-C and `kill` end a run within two seconds, whatever is in hand."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

MOST = 2.0  # seconds
WORK = {
    "sleep": "time.sleep(60)",
    "a long calculation": "sum(number * number for number in range(10**10))",
    "a regular expression": "re.fullmatch('(a|aa)+b', 'a' * 100)",
    "a library that does not call Python": "hashlib.pbkdf2_hmac('sha256', b'a', b'b', 10**9)",
}
PROGRAM = """
import hashlib, re, sys, time
from translator.cli.signals import stop_requests
with stop_requests(quiet=False, grace=float(sys.argv[1])):
    print("ready", flush=True)
    {work}
"""


def start(work: str, grace: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM.format(work=work), str(grace)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.2)  # until it is at work
    return process


@pytest.mark.parametrize("name", WORK)
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_ends_whatever_is_in_hand_after_the_grace_time(name: str, asked: signal.Signals) -> None:
    with start(WORK[name], grace=1.0) as process:
        started = time.monotonic()
        process.send_signal(asked)
        _, err = process.communicate(timeout=20)
        lasted = time.monotonic() - started
    ending = "padan: interrupted; what was finished stays finished: the same command goes on from there"
    assert (process.returncode, err.splitlines()[-1], 0.9 < lasted < 1.0 + MOST) == (130, ending, True)


def test_without_a_grace_time_the_first_signal_ends_it_at_once() -> None:
    with start(WORK["a library that does not call Python"], grace=0) as process:
        started = time.monotonic()
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err.count("\n"), time.monotonic() - started < MOST) == (130, 1, True)


def test_what_comes_to_its_end_in_time_goes_its_own_way() -> None:
    with start("time.sleep(0.5); sys.exit(7)", grace=20) as process:
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (7, "stopping after the sentences in hand; once more stops at once\n")

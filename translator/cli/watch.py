"""`--watch`: whenever files of a folder come or change, the folder is translated again.

The folder is looked at every few seconds: that works on every file system, also where another machine writes the files.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import filterfalse
from pathlib import Path

from glossary import is_name
from translator.cli import console, run
from translator.cli.output import RunOutput, RunRequest
from translator.cli.signals import stop_requests
from translator.errors import InterruptError, PadanError, UsageError
from translator.settings import Settings

EVERY = 2.0  # seconds between two looks
Seen = dict[str, tuple[int, int]]  # for each file its size and when its data last changed, in nanoseconds


def watch(request: RunRequest, settings: Settings, output: RunOutput) -> int:
    """Translate a folder now and whenever it changes, until a signal asks to end. Raises what the first run raises."""
    for option, is_given in (("--dry-run", request.dry_run), ("--shard merge", request.merge)):
        if is_given:
            raise UsageError(f"{option} is done once, and --watch has no end", "leave one of them out")
    inputs = list(map(Path, request.sources))
    inputs += filterfalse(is_name, settings.glossaries)

    own = list(filter(None, (request.log, settings.memory)))
    follow_links = request.wanted.follow

    with stop_requests(output.silent) as stop_requested:

        def translate() -> int:
            return run.files(request, settings, RunOutput(output.as_json, output.quiet), stop_requested)

        return repeat(translate, lambda: look(inputs, own, follow_links), stop_requested)


def repeat(translate: Callable[[], int], look: Callable[[], Seen], stop: threading.Event, every: float = EVERY) -> int:
    """Translate, and again whenever what is seen has changed and stays the same for `every` seconds.

    Gives 0 where it is stopped while it waits, else the exit code of the run that was cut short.
    """
    done = latest = look()
    code = translate()
    while not stop.wait(every):
        before, latest = latest, look()
        is_at_rest = latest == before  # no file is still being written
        if latest == done or not is_at_rest:
            continue
        done = latest
        try:
            code = translate()
        except PadanError as error:  # it may be right again after the next change
            console.complain(error)
    return code if code == InterruptError.exit_code else 0


def look(inputs: Sequence[Path], own: Sequence[Path] = (), follow_links: bool = False) -> Seen:
    """All files that a run may read. own: files that it writes itself, which may stand among them."""
    seen = {}
    for path in _files(inputs, follow_links):
        with suppress(OSError):  # it is gone in the meantime
            stat = os.stat(path)
            seen[os.path.abspath(path)] = stat.st_size, stat.st_mtime_ns
    for file in own:
        for suffix in ("", "-wal", "-shm"):  # of a memory
            seen.pop(os.path.abspath(file) + suffix, None)
    return seen


def _files(inputs: Sequence[Path], follow_links: bool) -> Iterator[str]:
    entered = set()
    for path in inputs:
        if not path.is_dir():
            yield str(path)
        for folder, below, names in os.walk(path, followlinks=follow_links):
            real = os.path.realpath(folder)
            if real in entered:  # a link to a folder above it
                below.clear()
                continue
            entered.add(real)
            yield from (os.path.join(folder, name) for name in names)

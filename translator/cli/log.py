"""`--log FILE`: what happens in a run, a JSON object a line, added to the end of the file.

Every line has `time` (UTC) and `event`: `start` and `end` of the run; `done`, `failed` or `skipped` for a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from translator.batch.report import Outcome, counts_as_json
from translator.cli import console
from translator.errors import OutputError, PadanError


class Log:
    """An open log. file: None: nobody wants it."""

    def __init__(self, file: TextIO | None = None) -> None:
        self.file = file

    def tell(self, event: str, **values: Any) -> None:
        """Raises OutputError where the line cannot be written."""
        if self.file is None:
            return
        time = datetime.now(UTC).isoformat(timespec="milliseconds")
        try:
            self.file.write(json.dumps({"time": time, "event": event, **values}) + "\n")
            self.file.flush()
        except OSError as error:
            self.file = None
            raise _unwritable("the log", error) from error

    def outcome(self, outcome: Outcome) -> None:
        """A file that is done with."""
        source = str(outcome.source)
        if outcome.error:
            self.tell("failed", source=source, error=console.detail(outcome.error))
        else:
            written = list(map(str, outcome.written))
            self.tell("done", source=source, outputs=written, **counts_as_json(outcome.counts))


@contextmanager
def opened(path: Path | None) -> Iterator[Log]:
    """The log at `path`; an error that comes through is its end. Raises OutputError where it cannot be written."""
    if path is None:
        yield Log()
        return
    try:
        file = path.open("a", encoding="utf-8")
    except OSError as error:
        raise _unwritable(f"the log {path}", error) from error
    with file:
        log = Log(file)
        try:
            yield log
        except PadanError as error:
            log.tell("end", exit_code=error.exit_code, error=console.detail(error))
            raise


def _unwritable(what: str, error: OSError) -> OutputError:
    return OutputError(f"cannot write {what}: {error.strerror}", "choose another place with --log")

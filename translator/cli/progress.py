"""How the work goes: a bar on a terminal, plain lines in a log, nothing where nobody looks."""

from __future__ import annotations

import os
import sys
import time
from typing import Self

from translator.cli import console

EVERY = 10.0  # seconds between two lines about one document in a log


class Silence:
    """Says nothing; the others say more. A context: what was shown is cleared away at its end."""

    def __init__(self, jobs: int) -> None:
        self.jobs, self.number, self.total, self.done, self.name = jobs, 0, 0, 0, ""

    def start(self, name: str, sentences: int) -> None:
        self.number, self.total, self.done, self.name = self.number + 1, sentences, 0, name

    def advance(self, sentences: int) -> None:
        self.done += sentences

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    @property
    def label(self) -> str:
        return f"[{self.number}/{self.jobs}] {self.name}"


class Lines(Silence):
    """A line when a document begins, and one now and then while it lasts."""

    def __init__(self, jobs: int, every: float = EVERY) -> None:
        super().__init__(jobs)
        self.every, self.said = every, 0.0

    def start(self, name: str, sentences: int) -> None:
        super().start(name, sentences)
        console.say(f"{self.label}: {sentences} sentence{'' if sentences == 1 else 's'}")
        self.said = time.monotonic()

    def advance(self, sentences: int) -> None:
        super().advance(sentences)
        if self.done < self.total and time.monotonic() - self.said >= self.every:
            console.say(f"{self.label}: {self.done} of {self.total} sentences")
            self.said = time.monotonic()


class Bar(Silence):
    """A bar for the document in hand."""

    def __init__(self, jobs: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        super().__init__(jobs)
        name = TextColumn("{task.description}", markup=False)
        self.bar = Progress(
            *(name, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self.task = self.bar.add_task("", total=None)

    def start(self, name: str, sentences: int) -> None:
        super().start(name, sentences)
        self.bar.reset(self.task, total=sentences, description=console.harmless(self.label))

    def advance(self, sentences: int) -> None:
        super().advance(sentences)
        self.bar.advance(self.task, sentences)

    def __enter__(self) -> Self:
        self.bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.bar.stop()


def shown(jobs: int, quiet: bool) -> Silence:
    """What fits standard error: `jobs` documents are to come."""
    if quiet:
        return Silence(jobs)
    return Bar(jobs) if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else Lines(jobs)

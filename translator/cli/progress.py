"""How the work goes: a bar on a terminal, plain lines in a log, nothing where nobody looks."""

from __future__ import annotations

import os
import sys
import time
from typing import Self

from translator.batch.report import several
from translator.cli import console

EVERY = 10.0  # seconds between two lines in a log while one document lasts
WIDTH = 40  # characters of a file's name beside the bar
LONGEST_IN_SECONDS = 90  # a longer time is given in minutes
LONGEST_IN_MINUTES = 90  # a longer time is given in hours
SHORTEST_TIME = 0.001  # seconds, so that there is a rate at once


class SilentProgress:
    """Says nothing; the others say more. A context: what was shown is cleared away at its end.

    jobs: documents to come, `size` bytes in all. Of those that were read, the sentences are counted; how many there
    will be in all is reckoned from the bytes.
    """

    def __init__(self, jobs: int, size: int = 0) -> None:
        self.jobs, self.size = jobs, size
        self.finished = self.done = self.sentences = self.read = 0
        self.waiting: dict[str, int] = {}

    def start(self, name: str, sentences: int, size: int) -> None:
        self.sentences += sentences
        self.read += size
        self.waiting[name] = sentences

    def advance(self, sentences: int) -> None:
        self.done += sentences

    def finish(self, name: str) -> None:
        self.finished += 1
        self.waiting.pop(name, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    @property
    def total(self) -> int:
        """All sentences to come, as far as is known."""
        if not self.read:
            return self.sentences
        return max(self.sentences, round(self.sentences * self.size / self.read))


class LineProgress(SilentProgress):
    """A line for each document that is done with, and one now and then while it lasts."""

    def __init__(self, jobs: int, size: int = 0, every: float = EVERY) -> None:
        super().__init__(jobs, size)
        self.every, self.began = every, time.monotonic()
        self.said = self.began

    def advance(self, sentences: int) -> None:
        super().advance(sentences)
        now = time.monotonic()
        is_time = now - self.said >= self.every
        if is_time and self.done < self.total:
            rate = self.done / max(now - self.began, SHORTEST_TIME)
            remaining = (self.total - self.done) / rate
            console.say(
                f"{self.finished} of {several(self.jobs, 'file')}, {self.done:,} of about {self.total:,} sentences, "
                f"{rate:.0f} sentences/s, {duration(remaining)} left"
            )
            self.said = now

    def finish(self, name: str) -> None:
        sentences = self.waiting.get(name)
        super().finish(name)
        if sentences is not None:
            console.say(f"[{self.finished}/{self.jobs}] {name}: {several(sentences, 'sentence')}")
            self.said = time.monotonic()


class BarProgress(SilentProgress):
    """A bar for all documents: files, sentences per second, the time left."""

    def __init__(self, jobs: int, size: int = 0) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        super().__init__(jobs, size)
        name = TextColumn("{task.description}", markup=False)
        files = TextColumn("{task.fields[files]}", markup=False)
        rate = TextColumn("{task.fields[rate]}", markup=False)
        self.bar = Progress(
            *(name, BarColumn(), files, rate, TimeRemainingColumn()),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self.task = self.bar.add_task("", total=None, files="", rate="")
        self._show()

    def start(self, name: str, sentences: int, size: int) -> None:
        super().start(name, sentences, size)
        self._show()

    def advance(self, sentences: int) -> None:
        super().advance(sentences)
        self._show()

    def finish(self, name: str) -> None:
        super().finish(name)
        self._show()

    def _show(self) -> None:
        speed = self.bar.tasks[0].speed
        name = next(iter(self.waiting), "")
        self.bar.update(
            self.task,
            completed=self.done,
            total=self.total or None,
            description=console.harmless(name)[-WIDTH:],
            files=f"{self.finished}/{several(self.jobs, 'file')}",
            rate=f"{speed:.0f} sentences/s" if speed else "",
        )

    def __enter__(self) -> Self:
        self.bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.bar.stop()


def progress_for(jobs: int, size: int, quiet: bool) -> SilentProgress:
    """What fits standard error: `jobs` documents of `size` bytes in all are to come."""
    if quiet:
        return SilentProgress(jobs, size)
    if is_terminal():
        return BarProgress(jobs, size)
    return LineProgress(jobs, size)


def is_terminal() -> bool:
    """Is standard error a terminal that can redraw a line?"""
    if sys.stderr is None:
        return False
    if not sys.stderr.isatty():
        return False
    return os.environ.get("TERM") != "dumb"


def duration(seconds: float) -> str:
    """About how long: 40 s, 12 min, 3 h 20 min."""
    if seconds < LONGEST_IN_SECONDS:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < LONGEST_IN_MINUTES:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"

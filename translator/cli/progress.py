"""How the work goes: a bar on a terminal, plain lines in a log, nothing where nobody looks."""

from __future__ import annotations

import os
import sys
import time
from typing import Self

from translator.batch.report import several
from translator.cli import console

EVERY = 10.0  # seconds between two lines in a log while one document lasts


class Silence:
    """Says nothing; the others say more. A context: what was shown is cleared away at its end.

    jobs: documents to come, `size` bytes in all. Of those that were read, the sentences are counted; how many there
    will be in all is reckoned from the bytes.
    """

    def __init__(self, jobs: int, size: int = 0) -> None:
        self.jobs, self.size = jobs, size
        self.finished = self.done = self.sentences = self.read = 0
        self.waiting: dict[str, int] = {}

    def start(self, name: str, sentences: int, size: int) -> None:
        self.sentences, self.read = self.sentences + sentences, self.read + size
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
        """All sentences to come, as far as can be told."""
        return max(self.sentences, round(self.sentences * self.size / self.read)) if self.read else self.sentences


class Lines(Silence):
    """A line for each document that is done with, and one now and then while it lasts."""

    def __init__(self, jobs: int, size: int = 0, every: float = EVERY) -> None:
        super().__init__(jobs, size)
        self.every, self.began = every, time.monotonic()
        self.said = self.began

    def advance(self, sentences: int) -> None:
        super().advance(sentences)
        now = time.monotonic()
        if self.done < self.total and now - self.said >= self.every:
            rate = self.done / max(now - self.began, 0.001)
            left = (self.total - self.done) / rate
            console.say(
                f"{self.finished} of {several(self.jobs, 'file')}, {self.done:,} of about {self.total:,} sentences, "
                f"{rate:.0f} sentences/s, {duration(left)} left"
            )
            self.said = now

    def finish(self, name: str) -> None:
        sentences = self.waiting.get(name)
        super().finish(name)
        if sentences is not None:
            console.say(f"[{self.finished}/{self.jobs}] {name}: {several(sentences, 'sentence')}")
            self.said = time.monotonic()


class Bar(Silence):
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
        self.bar.update(
            self.task,
            completed=self.done,
            total=self.total or None,
            description=console.harmless(next(iter(self.waiting), ""))[-WIDTH:],
            files=f"{self.finished}/{several(self.jobs, 'file')}",
            rate=f"{speed:.0f} sentences/s" if speed else "",
        )

    def __enter__(self) -> Self:
        self.bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.bar.stop()


WIDTH = 40  # characters of a file's name beside the bar


def shown(jobs: int, size: int, quiet: bool) -> Silence:
    """What fits standard error: `jobs` documents of `size` bytes in all are to come."""
    if quiet:
        return Silence(jobs, size)
    terminal = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    return Bar(jobs, size) if terminal else Lines(jobs, size)


def duration(seconds: float) -> str:
    """About how long: 40 s, 12 min, 3 h 20 min."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"

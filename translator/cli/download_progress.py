"""How a download is shown: a bar on a terminal, a line for each file in a log."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from translator.cli import console

if TYPE_CHECKING:
    from translator.models.hub import Told


@contextmanager
def shown(silent: bool) -> Iterator[Told]:
    """Gives what a download tells its progress to."""
    if silent:
        yield lambda *_: None
    elif sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        with _bar() as told:
            yield told
    else:
        yield _lines()


@contextmanager
def _bar() -> Iterator[Told]:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TransferSpeedColumn()
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def told(name: str, here: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(console.harmless(name), completed=here)
            bar.update(tasks[name], completed=here, total=total or None)

        yield told


def _lines() -> Told:
    said: set[str] = set()

    def told(name: str, here: int, total: int) -> None:
        if name not in said:
            size = f", {total / 1e6:,.1f} MB" if total > 100_000 else ""
            resumed = f", from {here / 1e6:,.1f} MB on" if here else ""
            console.say(f"downloading {name}{size}{resumed}")
        said.add(name)

    return told

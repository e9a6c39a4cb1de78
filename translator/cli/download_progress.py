"""How a download is shown: a bar on a terminal, a line for each file in a log."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from translator.cli import console

if TYPE_CHECKING:
    from translator.models.transfer import Progress as Report


@contextmanager
def shown(silent: bool) -> Iterator[Report]:
    """Give the function that a download reports its progress to."""
    if silent:
        yield lambda *_: None
    elif _is_terminal():
        with _bar() as report:
            yield report
    else:
        yield _lines()


def _is_terminal() -> bool:
    if sys.stderr is None or os.environ.get("TERM") == "dumb":
        return False
    return sys.stderr.isatty()


@contextmanager
def _bar() -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TransferSpeedColumn()
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def report(name: str, here: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(console.harmless(name), completed=here)
            bar.update(tasks[name], completed=here, total=total or None)

        yield report


def _lines() -> Report:
    shown_names: set[str] = set()

    def report(name: str, here: int, total: int) -> None:
        if name not in shown_names:
            size = f", {total / 1e6:,.1f} MB" if total > 100_000 else ""
            resumed = f", from {here / 1e6:,.1f} MB on" if here else ""
            console.say(f"downloading {name}{size}{resumed}")
        shown_names.add(name)

    return report

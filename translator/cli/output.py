"""What is asked of a run of `padan translate`, and how it talks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator.batch import report
from translator.batch.folder import ALL, Choice
from translator.bitext import Stamp
from translator.cli import console
from translator.errors import PadanError


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of a run; the fields are the command's arguments. choice: of a folder's files. log: its file."""

    sources: tuple[str, ...]
    output: str | None
    force: bool
    dry_run: bool
    strict: bool
    choice: Choice = ALL
    log: Path | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """How a run talks. notices: all that was noted, for the JSON."""

    as_json: bool
    quiet: bool
    notices: list[str] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        return self.as_json or self.quiet

    def note(self, *texts: str) -> None:
        self.notices.extend(texts)
        if not self.silent:
            for text in texts:
                console.say(f"note: {text}")


def conclude(
    summary: report.Summary,
    outcomes: Sequence[report.Outcome],
    stamp: Stamp,
    error: PadanError | None,
    voice: Voice,
    **extra: Any,
) -> int:
    """Say what came of a run, and return the exit code. extra: more keys of the JSON."""
    voice.note(*(f"{outcome.source}: {notice}" for outcome in outcomes for notice in outcome.notices))
    failures = [(outcome.source, outcome.error) for outcome in outcomes if outcome.error]
    for _, failed in failures:
        console.trace(failed)
    written = [str(path) for outcome in outcomes for path in outcome.written]
    if voice.as_json:
        details = [{"source": str(source), **console.detail(failed)} for source, failed in failures]
        known = {"model": stamp.model, "engine": stamp.engine, "signature": stamp.signature}
        lists = {"outputs": written, "failures": details, "notices": voice.notices}
        ending = console.failure(error) if error else {"ok": True, "exit_code": 0}
        console.result_json(ending | report.as_json(summary) | known | lists | extra)
        return error.exit_code if error else 0
    for outcome in outcomes:
        for path in outcome.written[:1]:
            console.result(str(path))
    for _, failed in failures:
        if failed is not error:
            console.complain(failed)
    if (summary.done or summary.unchanged or not failures) and not voice.quiet:
        console.say(report.as_text(summary))
    if error:
        console.complain(error)
        return error.exit_code
    return 0

"""One run of `padan translate`: files or standard input, from the plan to the exit code."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator import termlists
from translator.batch import local, report
from translator.batch.job import Job, Plan, plan, plan_one
from translator.bitext import Stamp
from translator.build import build
from translator.cli import console
from translator.cli.progress import shown
from translator.cli.verdict import InterruptError, verdict
from translator.errors import PadanError, UsageError
from translator.formats import txt
from translator.settings import Settings

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of a run; the fields are the command's arguments."""

    sources: tuple[str, ...]
    output: str | None
    force: bool
    dry_run: bool
    strict: bool


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


def files(task: Task, settings: Settings, voice: Voice) -> int:
    """Translate files and folders."""
    planned = plan([Path(source) for source in task.sources], task.output, settings.bilingual, task.force)
    if task.dry_run:
        return _rehearse(planned, settings, voice)
    outcomes = [report.Outcome(source, error=error) for source, error in planned.failed]
    with _ended_by_signals():
        pipeline = build(settings)
        voice.note(*pipeline.notices, *(f"skipped: {reason}" for _, reason in planned.skipped))
        started, interrupt = time.perf_counter(), None
        try:
            with shown(len(planned.jobs), voice.silent) as progress:
                for outcome in local.run(pipeline, planned.jobs, settings, progress):
                    outcomes.append(outcome)
        except KeyboardInterrupt:
            done = sum(outcome.error is None for outcome in outcomes)
            interrupt = InterruptError(f"interrupted: {done} of {len(planned.jobs)} files are finished", "they stay")
    summary = report.summarise(outcomes, len(planned.skipped), time.perf_counter() - started)
    error = interrupt or verdict(summary, outcomes, planned.single, task.strict)
    return _conclude(summary, outcomes, pipeline.stamp, error, voice)


def stream(task: Task, settings: Settings, voice: Voice) -> int:
    """Translate standard input, to the output if one is named, else to standard output."""
    job = _stream_job(task, settings)
    if task.dry_run:
        return _rehearse(Plan((job,) if job else (), single=True), settings, voice)
    data = sys.stdin.buffer.read()
    document = txt.parse(data, STDIN, encoding=settings.encoding, wrapped=settings.wrapped)
    with _ended_by_signals():
        pipeline = build(settings)
        voice.note(*pipeline.notices)
        started = time.perf_counter()
        with shown(1, voice.silent) as progress:
            progress.start("standard input", local.count_sentences(document))
            bitext = pipeline.translate(document, progress.advance)
        if job:
            local.write(bitext, job, txt)
    outcome = report.Outcome(Path(STDIN), job.written if job else (), report.count(bitext), notices=document.notices)
    summary = report.summarise([outcome], 0, time.perf_counter() - started)
    extra = {}
    if job is None and voice.as_json:
        extra["translation"] = txt.render_text(bitext)
    elif job is None:
        console.emit(txt.render(bitext))
    error = verdict(summary, [outcome], single=True, strict=task.strict)
    return _conclude(summary, [outcome], pipeline.stamp, error, voice, **extra)


def _stream_job(task: Task, settings: Settings) -> Job | None:
    """Where a translation of standard input goes; None: to standard output."""
    if len(task.sources) > 1:
        raise UsageError("standard input (-) and files in one run", "translate them apart")
    if task.output is None:
        if settings.bilingual:
            raise UsageError("a bilingual file of standard input has no name", "name the translation with -o FILE")
        return None
    return plan_one(Path(STDIN), task.output, settings.bilingual, task.force)


def _rehearse(planned: Plan, settings: Settings, voice: Voice) -> int:
    """Say what would be done."""
    _, overrides = termlists.load(settings.glossaries)
    voice.note(*overrides, *(f"would skip: {reason}" for _, reason in planned.skipped))
    voice.note(*(f"would fail: {error.message}" for _, error in planned.failed))
    if voice.as_json:
        count = {"done": 0, "failed": len(planned.failed), "skipped": len(planned.skipped)}
        jobs = [{"source": str(job.source), "outputs": [str(path) for path in job.written]} for job in planned.jobs]
        console.result_json({"ok": True, "dry_run": True, "files": count, "jobs": jobs, "notices": voice.notices})
    else:
        for job in planned.jobs:
            console.result(f"{job.source} -> {', '.join(str(path) for path in job.written)}")
    return 0


def _conclude(
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
    if summary.done and not voice.quiet:
        console.say(report.as_text(summary))
    if error:
        console.complain(error)
        return error.exit_code
    return 0


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """A request to end, as `kill` sends it, comes through as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what a signal does
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

"""`padan translate -`: standard input, to a file or to standard output."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translator.batch import report
from translator.batch.job import Job, Plan, plan_one
from translator.batch.runners import local
from translator.build import build
from translator.cli import console
from translator.cli.dry_run import rehearse
from translator.cli.exit_status import verdict
from translator.cli.output import Task, Voice, conclude
from translator.cli.progress import shown
from translator.errors import SourceError, UsageError
from translator.formats import LIMIT, Reading, txt
from translator.settings import Settings

STDIN = "-"


def stream(task: Task, settings: Settings, voice: Voice) -> int:
    """Translate standard input, to the output if one is named, else to standard output."""
    job = _stream_job(task, settings)
    if task.dry_run:
        return rehearse(Plan((job,) if job else (), single=True), task, settings, voice)
    if sys.stdin is None:
        raise SourceError("cannot read standard input: it is closed", "pipe a text into it")
    data = sys.stdin.buffer.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise SourceError(f"standard input is larger than {LIMIT:,} bytes, which is the most", "split it")
    document = txt.parse(data, STDIN, Reading(settings.encoding, settings.wrapped))
    with _ended_by_signals():
        pipeline = build(settings)
        voice.note(*pipeline.notices)
        started = time.perf_counter()
        with shown(1, len(data), voice.silent) as progress:
            progress.start("standard input", local.count_sentences(document), len(data))
            bitext = pipeline.translate(document, progress.advance)
            progress.finish("standard input")
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
    return conclude(summary, [outcome], pipeline.stamp, error, voice, **extra)


def _stream_job(task: Task, settings: Settings) -> Job | None:
    """Where a translation of standard input goes; None: to standard output."""
    if len(task.sources) > 1:
        raise UsageError("standard input (-) and files in one run", "translate them apart")
    if task.output in (None, STDIN):
        if settings.bilingual:
            raise UsageError("a bilingual file of standard input has no name", "name the translation with -o FILE")
        return None
    return plan_one(Path(STDIN), task.output, settings.bilingual, task.force)


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

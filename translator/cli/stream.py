"""`padan translate -`: standard input, to a file or to standard output."""

from __future__ import annotations

import base64
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from translator.batch import reading, report
from translator.batch.job import Job, Plan, plan_one
from translator.batch.runners import local
from translator.bitext import Bitext
from translator.build import build
from translator.cli import console
from translator.cli.dry_run import show_plan
from translator.cli.exit_status import error_of
from translator.cli.memory import lacking
from translator.cli.output import STDIN, RunOutput, RunRequest, conclude, inputs_of
from translator.cli.progress import progress_for
from translator.cli.signals import stop_requests
from translator.cli.standard_input import read_standard_input
from translator.document import Document
from translator.errors import PadanError, UsageError
from translator.formats import LIMIT, Format, limit_for, named, txt
from translator.memory import store as memories
from translator.settings import Settings

STDIN_NAME = "standard input"


def stream(request: RunRequest, settings: Settings, output: RunOutput) -> int:
    """Translate standard input, to the output if one is named, else to standard output."""
    format_ = named(request.kind)
    job = _stream_job(request, settings)
    if request.dry_run:
        jobs = (job,) if job else ()
        return show_plan(Plan(jobs, single=True), request, settings, output)
    with stop_requests(output.silent, grace=0):  # there is nothing that could be finished
        name = f"{STDIN}.{request.kind.removeprefix('.')}"  # the suffix tells .json from .jsonl
        limit = LIMIT if format_ is txt else limit_for(Path(name))  # it is held as a whole
        data = read_standard_input(limit)
        document = replace(_parsed(data, name, format_, settings), name=STDIN)
        pipeline = build(settings)
        output.note(*pipeline.notices)
        started = time.perf_counter()
        with memories.chosen(settings) as memory, progress_for(1, len(data), output.silent) as progress:
            pipeline = pipeline.with_memory(memory)
            start = partial(progress.start, STDIN_NAME, size=len(data))
            bitext = pipeline.translate(document, progress.advance, start)
            progress.finish(STDIN_NAME)
        output.note(*lacking(pipeline.recall.trouble))
        if job:
            local.write(bitext, job, format_)
    written = job.written if job else ()
    outcome = report.Outcome(Path(STDIN), written, report.count(bitext), notices=bitext.document.notices)
    summary = report.summarise([outcome], 0, time.perf_counter() - started)
    extra: dict[str, Any] = {}
    if job is None and output.as_json:
        extra = _in_json(bitext, format_)
    elif job is None:
        console.emit(format_.render(bitext))
    error = error_of(summary, [outcome], single=True, strict=request.strict)
    return conclude(summary, [outcome], pipeline.stamp, error, output, **extra)


def _parsed(data: bytes, name: str, format_: Format, settings: Settings) -> Document:
    """The document in `data`, `name` telling its kind only. Raises as a format does, but of standard input."""
    try:
        return format_.parse(data, name, reading.reading_of(settings, name))
    except PadanError as error:
        raise type(error)(error.message.replace(name, STDIN_NAME), error.hint) from error


def _in_json(bitext: Bitext, format_: Format) -> dict[str, Any]:
    """The translation as JSON can hold it: as text, or in base64 what is no UTF-8."""
    if format_ is txt:
        return {"translation": txt.render_text(bitext)}
    data = format_.render(bitext)
    try:
        return {"translation": data.decode("utf-8-sig")}
    except UnicodeDecodeError:
        return {"translation_base64": base64.b64encode(data).decode()}


def _stream_job(request: RunRequest, settings: Settings) -> Job | None:
    """Where a translation of standard input goes; None: to standard output."""
    if len(request.sources) > 1:
        raise UsageError("standard input (-) and files in one run", "translate them apart")
    if request.output is not None and request.output != STDIN:
        kind = request.kind.lower().removeprefix(".")
        return plan_one(Path(STDIN), request.output, settings.bilingual, request.force, inputs_of(settings), kind)
    if settings.bilingual:
        raise UsageError("a bilingual file of standard input has no name", "name the translation with -o FILE")
    return None

"""The runner of this machine: documents travel together, and each is written as soon as it is whole."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from translator import bilingual, formats
from translator.atomic_write import write_whole
from translator.batch.job import Job
from translator.batch.report import Outcome, count
from translator.bitext import Bitext
from translator.document import Document
from translator.errors import PadanError, SourceError, unexpected
from translator.formats import Format, Reading
from translator.formats.base import read_bytes
from translator.language.sentences import split
from translator.pipeline import Pipeline
from translator.settings import Settings


class Progress(Protocol):
    """Who is told how the work goes."""

    def start(self, name: str, sentences: int, size: int) -> None:
        """A document of so many sentences and bytes was read and waits for its turn."""

    def advance(self, sentences: int) -> None:
        """So many sentences are newly done."""

    def finish(self, name: str) -> None:
        """A document is done with, be it written or not."""


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source as it was read: its bytes, what the system said of the file before that, and the document in it."""

    job: Job
    data: bytes
    stat: os.stat_result
    document: Document


@dataclass(frozen=True, slots=True)
class Made:
    """A document that is translated, and the files that are to be written, the translation last."""

    reading: ReadSource
    bitext: Bitext
    files: tuple[tuple[Path, bytes], ...]


Keep = Callable[[Made], None]  # puts the files in their places


def run(
    pipeline: Pipeline,
    jobs: Sequence[Job],
    settings: Settings,
    progress: Progress,
    keep: Keep | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """Do the jobs, yielding an outcome for each that is done with; a job that fails does not stop the others.

    keep: puts the files in their places; None: just that. stopped: is asked before each window of sentences; once it
    says yes, what is not whole stays undone. An interrupt comes through: the documents whose outcomes were yielded are
    whole on disk.
    """
    opened: deque[ReadSource] = deque()
    failed: deque[Outcome] = deque()

    def documents() -> Iterator[Document]:
        for job in jobs:
            if stopped():
                return
            try:
                reading = read(job, settings)
                progress.start(job.name, count_sentences(reading.document), len(reading.data))
            except Exception as error:
                progress.finish(job.name)
                failed.append(Outcome(job.source, error=_understood(error)))
            else:
                opened.append(reading)
                yield reading.document

    for _, result in pipeline.stream(documents(), progress.advance, stopped):
        while failed:
            yield failed.popleft()
        reading = opened.popleft()
        outcome = _outcome(reading, result, keep or put)
        progress.finish(reading.job.name)
        yield outcome
    yield from failed


def _outcome(reading: ReadSource, result: Bitext | Exception, keep: Keep) -> Outcome:
    job = reading.job
    try:
        if isinstance(result, Exception):
            raise result
        keep(Made(reading, result, render(result, job)))
    except Exception as error:  # of a library or of the disk, on this one document: the others go on
        return Outcome(job.source, error=_understood(error))
    return Outcome(job.source, job.written, count(result), notices=result.document.notices)


def _understood(error: Exception) -> PadanError:
    return error if isinstance(error, PadanError) else unexpected(error)


def translate(pipeline: Pipeline, job: Job, settings: Settings) -> Bitext:
    """Do one job. Raises PadanError."""
    bitext = pipeline.translate(read(job, settings).document)
    write(bitext, job)
    return bitext


def read(job: Job, settings: Settings) -> ReadSource:
    """Read a job's source. Raises SourceError, also where the file changes in the meantime."""
    format_ = formats.for_path(job.source)
    try:
        before = job.source.stat()
        data = read_bytes(job.source)
        after = job.source.stat()
    except OSError as error:
        raise SourceError(f"cannot read {job.source}: {error.strerror}", "check that it is there") from error
    if _marks(before) != _marks(after) or len(data) != after.st_size:
        raise SourceError(f"{job.source} changed while it was read", "run again when it is at rest")
    document = format_.parse(data, job.name, Reading(settings.encoding, settings.wrapped))
    return ReadSource(job, data, before, document)


def _marks(stat: os.stat_result) -> tuple[int, ...]:
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns


def write(bitext: Bitext, job: Job, format_: Format | None = None) -> None:
    """Write what came of a job. format_: of its source; None: by the source's name. Raises OutputError."""
    _write(render(bitext, job, format_), job.source)


def put(made: Made) -> None:
    """Write the files of a document. Raises OutputError."""
    _write(made.files, made.reading.job.source)


def _write(files: Iterable[tuple[Path, bytes]], source: Path) -> None:
    for path, data in files:
        write_whole(path, data, "free space, or choose another place with -o", like=source)


def render(bitext: Bitext, job: Job, format_: Format | None = None) -> tuple[tuple[Path, bytes], ...]:
    """The files of a job: first the bilingual ones, so that whatever a kill leaves, the next run knows it for ours."""
    data = (format_ or formats.for_path(job.source)).render(bitext)
    return (*((path, bilingual.named(name).render(bitext, data)) for name, path in job.bilingual), (job.output, data))


def count_sentences(document: Document) -> int:
    """How many sentences the pipeline will report for a document."""
    return sum(len(split(segment.text)) for segment in document.segments)

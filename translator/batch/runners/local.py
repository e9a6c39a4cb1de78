"""The runner of this machine: documents travel together, and each is written as soon as it is whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from translator import bilingual, formats
from translator.atomic_write import (
    LEAST_SPACE,
    StagedFile,
    discard,
    free_space_at,
    nearest_folder,
    place,
    sha256_of,
    stage,
)
from translator.batch import old_documents
from translator.batch.job import Job
from translator.batch.reading import ReadJob, ReadSource, read
from translator.batch.report import Outcome, count, failure_of
from translator.batch.translations import count_translations
from translator.bitext import Bitext, Stamp
from translator.document import Document
from translator.errors import DiskFullError, PadanError, unexpected
from translator.formats import Format
from translator.settings import Settings

if TYPE_CHECKING:
    from translator.pipeline import Pipeline
    from translator.pipeline.recall import Recall


class Progress(Protocol):
    """Receives how the work goes."""

    def start(self, name: str, sentences: int, size: int) -> None:
        """A document of so many sentences and bytes was read and waits for its turn."""

    def advance(self, sentences: int) -> None:
        """So many sentences are newly done."""

    def finish(self, name: str) -> None:
        """A document is done with, be it written or not."""


class NoProgress:
    """How the work goes where nobody looks."""

    def start(self, name: str, sentences: int, size: int) -> None:
        pass

    def advance(self, sentences: int) -> None:
        pass

    def finish(self, name: str) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Translated:
    """A document that is translated and waits to be written.

    files: all that is to be written, where another machine has made it; else it is made when it is written.
    """

    source: ReadSource
    bitext: Bitext
    files: tuple[tuple[Path, Sequence[bytes]], ...] = ()


WriteFiles = Callable[[Translated], object]  # puts the files in their places
Sums = Mapping[Path, str]  # of the files of a document, by their paths: the sha256


@dataclass(frozen=True, slots=True)
class LocalRunner:
    """A pipeline that is loaded in this process. read_job: how a job's source is read."""

    pipeline: Pipeline
    settings: Settings
    read_job: ReadJob = read

    @property
    def stamp(self) -> Stamp:
        return self.pipeline.stamp

    @property
    def notices(self) -> tuple[str, ...]:
        return self.pipeline.notices

    @property
    def recall(self) -> Recall:
        return self.pipeline.recall

    def run(
        self, jobs: Sequence[Job], progress: Progress, write_files: WriteFiles, stopped: Callable[[], bool]
    ) -> Iterator[Outcome]:
        pipeline = _beside(self.pipeline, jobs[0])
        return run(pipeline, jobs, self.settings, progress, write_files, stopped, read_job=self.read_job)


def run(
    pipeline: Pipeline,
    jobs: Sequence[Job],
    settings: Settings,
    progress: Progress,
    write_files: WriteFiles | None = None,
    stopped: Callable[[], bool] = lambda: False,
    free_space: Callable[[Path], int] = free_space_at,
    read_job: ReadJob = read,
) -> Iterator[Outcome]:
    """Do the jobs, yielding an outcome for each that is done with; a job that fails does not stop the others.

    write_files: puts the files in their places; None: just that. stopped: asked before each window of sentences; once
    it says yes, what is not whole stays undone, and so it does once the disk is full. An interrupt comes through: the
    documents whose outcomes were yielded are whole on disk. free_space: how many bytes the disk of an output has left.
    read_job: how a job's source is read.
    """
    work = _RunnerWork(jobs, settings, progress, write_files or write_translated, stopped, free_space, read_job)
    for _, result in pipeline.stream(work.documents(), progress.advance, work.is_stopped, work.begin):
        yield from work.take_failed()
        yield work.finish(result)
        if work.disk_full:
            break
    yield from work.take_failed()


@dataclass(slots=True)
class _RunnerWork:
    """A run on its way. opened: documents that the pipeline has. failed: outcomes of sources that cannot be read."""

    jobs: Sequence[Job]
    settings: Settings
    progress: Progress
    write_files: WriteFiles
    stopped: Callable[[], bool]
    free_space: Callable[[Path], int]
    read_job: ReadJob
    opened: deque[ReadSource] = field(default_factory=deque)
    failed: deque[Outcome] = field(default_factory=deque)
    disk_full: bool = False

    def is_stopped(self) -> bool:
        if self.disk_full:
            return True
        return self.stopped()

    def documents(self) -> Iterator[Document]:
        """The documents of the jobs, each read when the pipeline asks for it."""
        for job in self.jobs:
            if self.is_stopped():
                return
            try:
                source = self.read_job(job, self.settings)
            except Exception as error:
                self.progress.finish(job.name)
                self.failed.append(failure_of(job, understood(error, job)))
            else:
                self.opened.append(source)
                yield source.document

    def begin(self, sentences: int) -> None:
        """The pipeline has split the document that was opened last into so many sentences."""
        source = self.opened[-1]
        self.progress.start(source.job.name, sentences, source.size)

    def take_failed(self) -> Iterator[Outcome]:
        while self.failed:
            yield self.failed.popleft()

    def finish(self, result: Bitext | Exception) -> Outcome:
        """Write the files of the document that was opened first, and say what came of it."""
        source = self.opened.popleft()
        if isinstance(result, Exception):
            outcome = failure_of(source.job, understood(result, source.job))
        else:
            outcome = written(Translated(source, result), self.write_files)
        self.disk_full = is_disk_full(outcome, source.job, self.free_space)
        self.progress.finish(source.job.name)
        return outcome


def written(translated: Translated, write_files: WriteFiles) -> Outcome:
    """Write the files of a document, and say what came of it."""
    job, bitext = translated.source.job, translated.bitext
    try:
        write_files(translated)
    except Exception as error:  # of a library or of the disk, on this one document: the others go on
        return failure_of(job, understood(error, job))
    notices, translations = bitext.document.notices, count_translations(bitext)
    return Outcome(job.source, job.written, count(bitext), notices=notices, translations=translations)


def is_disk_full(outcome: Outcome, job: Job, free_space: Callable[[Path], int]) -> bool:
    """Has the disk no space for any other document either? One that is too large for it does not stop the others."""
    if not isinstance(outcome.error, DiskFullError):
        return False
    return free_space(job.output) < LEAST_SPACE


def understood(error: Exception, job: Job) -> PadanError:
    """What went wrong with a job, as an error of ours."""
    if isinstance(error, PadanError):
        return error
    return unexpected(error, str(job.source))


def _beside(pipeline: Pipeline, job: Job) -> Pipeline:
    """The pipeline that keeps what is too much for the memory beside the output of a job."""
    return replace(pipeline, spool_folder=nearest_folder(job.output))


def translate(pipeline: Pipeline, job: Job, settings: Settings) -> Bitext:
    """Do one job. Raises PadanError."""
    bitext = _beside(pipeline, job).translate(read(job, settings).document)
    write(bitext, job)
    return bitext


def write(bitext: Bitext, job: Job, format_: Format | None = None) -> None:
    """Write what came of a job. format_: of its source; None: by the source's name. Raises OutputError."""
    _write(rendered(bitext, job, format_), job, lambda _: None)


def write_translated(translated: Translated, begin: Callable[[Sums], None] = lambda _: None) -> Sums:
    """Write the files of a document; their sums. Raises OutputError.

    begin: called with the sums when all files are whole on the disk and none is in its place yet.
    """
    job = translated.source.job
    return _write(translated.files or rendered(translated.bitext, job), job, begin)


def _write(files: Iterable[tuple[Path, Iterable[bytes]]], job: Job, begin: Callable[[Sums], None]) -> Sums:
    staged: deque[StagedFile] = deque()
    try:
        for path, chunks in files:
            job.judge(path)
            staged.append(stage(path, chunks, "free space, or choose another place with -o", like=job.source))
        sums = {file.path: file.sha256 for file in staged}
        begin(sums)
        while staged:
            file = staged.popleft()
            place(file, partial(job.judge, file.path))
        for page in bilingual.stale_pages(sums):
            page.unlink(missing_ok=True)
    finally:
        for file in staged:
            discard(file)
    return sums


def rendered(bitext: Bitext, job: Job, format_: Format | None = None) -> Iterator[tuple[Path, Iterable[bytes]]]:
    """The files of a job: first the bilingual ones, so that whatever a kill leaves, the next run knows it for ours."""
    translated = formats.rendered(bitext, format_ or old_documents.format_of(job.source), job.output)
    checksum = sha256_of(translated)
    for name, path in job.bilingual:
        yield from bilingual.files(path, name, bitext, checksum)
    yield job.output, translated

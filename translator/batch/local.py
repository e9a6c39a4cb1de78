"""The runner of this machine: one document after the other, each written as soon as it is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from translator import bilingual, formats
from translator.batch.job import Job
from translator.batch.report import Outcome, count
from translator.bitext import Bitext
from translator.document import Document
from translator.errors import PadanError, unexpected
from translator.formats import Format
from translator.pipeline import Pipeline
from translator.sentences import split
from translator.settings import Settings
from translator.writing import write_whole


class Progress(Protocol):
    """Who is told how the work goes."""

    def start(self, name: str, sentences: int) -> None:
        """A document of so many sentences begins."""

    def advance(self, sentences: int) -> None:
        """So many sentences are newly done."""


def run(pipeline: Pipeline, jobs: Sequence[Job], settings: Settings, progress: Progress) -> Iterator[Outcome]:
    """Do the jobs, yielding an outcome after each; a job that fails does not stop the others.

    An interrupt comes through: the documents whose outcomes were yielded are whole on disk.
    """
    for job in jobs:
        try:
            bitext = translate(pipeline, job, settings, progress)
            yield Outcome(job.source, job.written, count(bitext), notices=bitext.document.notices)
        except PadanError as error:
            yield Outcome(job.source, error=error)
        except Exception as error:  # of a library, on this one document: the others go on
            yield Outcome(job.source, error=unexpected(error))


def translate(pipeline: Pipeline, job: Job, settings: Settings, progress: Progress | None = None) -> Bitext:
    """Do one job. Raises PadanError."""
    format_ = formats.for_path(job.source)
    document = format_.read(job.source, name=job.name, encoding=settings.encoding, wrapped=settings.wrapped)
    if progress:
        progress.start(job.name, count_sentences(document))
    bitext = pipeline.translate(document, progress.advance if progress else lambda _: None)
    write(bitext, job, format_)
    return bitext


def write(bitext: Bitext, job: Job, format_: Format) -> None:
    """Write the bilingual files, then the translation: whatever an interrupt leaves, the next run knows it for ours."""
    data = format_.render(bitext)
    for name, path in job.bilingual:
        bilingual.named(name).write(bitext, path, data)
    write_whole(job.output, data)


def count_sentences(document: Document) -> int:
    """How many sentences the pipeline will report for a document."""
    return sum(len(split(segment.text)) for segment in document.segments)

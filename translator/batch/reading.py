"""How the source of a job is read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace

from translator.atomic_write import nearest_folder
from translator.batch import old_documents
from translator.batch.job import Job
from translator.document import Document
from translator.errors import SourceError
from translator.formats import Reading
from translator.formats.base import opened, read_bytes, refuse_large
from translator.settings import Settings, selected


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source as it was read: what the system said of the file before that, and the document in it.

    size, sha256: of its bytes.
    """

    job: Job
    size: int
    sha256: str
    stat: os.stat_result
    document: Document


ReadJob = Callable[[Job, Settings], ReadSource]


def read(job: Job, settings: Settings) -> ReadSource:
    """Read a job's source. Raises SourceError, also where the file changes in the meantime."""
    if job.source.suffix.lower() == ".txt":
        return _read_text(job, settings)
    return parse(job, *load(job), settings)


def _read_text(job: Job, settings: Settings) -> ReadSource:
    """Read a plain text, of which a little is held at once, and the rest kept beside the output. Raises as `read`."""
    from translator.formats import txt

    reading = replace(reading_of(settings, job.name), spool_folder=nearest_folder(job.output))
    with opened(job.source) as file:
        before = job.source.stat()
        refuse_large(job.source, before.st_size, txt.LIMIT)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
        file.seek(0)
        document = txt.parse_file(file, job.name, reading)
        _refuse_changed(job, before, size)
    return ReadSource(job, size, sha256, before, document)


def reading_after(first: ReadSource) -> ReadJob:
    """What reads jobs as `read` does, but for one that is read already, and is held until it is asked for."""
    held = {first.job: first}

    def read_job(job: Job, settings: Settings) -> ReadSource:
        return held.pop(job, None) or read(job, settings)

    return read_job


def load(job: Job) -> tuple[bytes, os.stat_result]:
    """The bytes of a job's source, and what the system said of it before they were read. Raises SourceError."""
    try:
        before = job.source.stat()
        data = read_bytes(job.source, old_documents.limit_for(job.source))
        _refuse_changed(job, before, len(data))
    except OSError as error:
        raise SourceError(f"cannot read {job.source}: {error.strerror}", "check that it is there") from error
    return data, before


def _refuse_changed(job: Job, before: os.stat_result, size: int) -> None:
    """Raises SourceError where a source is no longer what it was before it was read. size: bytes that were read."""
    after = job.source.stat()
    if _marks(before) != _marks(after) or size != after.st_size:
        raise SourceError(f"{job.source} changed while it was read", "run again when it is at rest")


def parse(job: Job, data: bytes, stat: os.stat_result, settings: Settings) -> ReadSource:
    """The source of a job from what `load` gave. Raises SourceError."""
    format_ = old_documents.format_of(job.source)
    reading = reading_of(settings, job.name)
    if old_documents.is_old(job.source):
        document = format_.parse(old_documents.turned(job.source, data), job.name, reading)
        document = replace(document, notices=(old_documents.notice(job.source), *document.notices))
    else:
        document = format_.parse(data, job.name, reading)
    return ReadSource(job, len(data), hashlib.sha256(data).hexdigest(), stat, document)


def reading_of(settings: Settings, name: str) -> Reading:
    """What the settings say about how the document called `name` is read."""
    columns, fields = selected(settings.columns, name), selected(settings.fields, name)
    return Reading(settings.encoding, settings.wrapped, settings.hidden_text, columns, fields, settings.redo_fuzzy)


def _marks(stat: os.stat_result) -> tuple[int, ...]:
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns

"""What is said of the translation memory of a run of `padan translate`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from translator.batch.job import Plan, identity
from translator.cli import console
from translator.errors import UsageError
from translator.pipeline import Pipeline


def refuse_memory(path: Path | None, planned: Plan) -> None:
    """Raises UsageError where the memory would be written into a source."""
    if path is None or not path.exists():
        return
    if identity(path) in {identity(job.source) for job in planned.jobs}:
        raise UsageError(f"the memory {path} is a source of this run", "choose another file with --memory")


def lacking(pipeline: Pipeline) -> Iterator[str]:
    """A notice where the memory has not kept all that was translated."""
    trouble = pipeline.recall.trouble
    if trouble:
        yield f"not all was kept in the translation memory: {console.in_one_line(trouble)}"

"""The translation memory of a run of `padan translate`, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translator.batch.job import Plan, identity
from translator.cli import console
from translator.cli.output import RunOutput, RunRequest
from translator.errors import OutputError, UsageError
from translator.memory import parts, store
from translator.memory.store import Memory
from translator.settings import Settings


def refuse_memory(path: Path | None, planned: Plan) -> None:
    """Raises UsageError where the memory would be written into a source."""
    if path is None or not path.exists():
        return
    if identity(path) in {identity(job.source) for job in planned.jobs}:
        raise UsageError(f"the memory {path} is a source of this run", "choose another file with --memory")


@contextmanager
def memory_of(request: RunRequest, settings: Settings, folder: Path, output: RunOutput) -> Iterator[Memory | None]:
    """The memory of a run over a folder, if it has one. Opening it raises OutputError.

    Where other processes read the memory meanwhile, what the run adds becomes a part of its own. A run that has the
    folder to itself adds to the memory what parts there are.
    """
    if request.shard:
        with parts.divided(settings, folder, str(request.shard)) as memory:
            yield memory
        return
    _join(settings, folder, output)
    with store.chosen(settings, folder) as memory:
        if request.runner != "dask":
            yield memory
            return
    with parts.divided(settings, folder, "dask") as memory:
        yield memory
    _join(settings, folder, output)


def _join(settings: Settings, folder: Path, output: RunOutput) -> None:
    """Add the parts to the memory. Where that fails, the run goes on, and they stay for the next one."""
    try:
        parts.join(settings, folder)
    except OutputError as error:
        output.note(*lacking(error))


def lacking(trouble: OutputError | None) -> Iterator[str]:
    """A notice where the memory has not kept all that was translated. trouble: what kept it from that, if anything."""
    if trouble:
        yield f"not all was kept in the translation memory: {console.in_one_line(trouble)}"

"""What a worker of a dask cluster does: it builds its pipeline once, and translates the documents that it is sent.

It writes no file. What comes of a document goes back to the run, which alone writes and keeps account.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from translator.batch import old_documents
from translator.batch.garbage import keep_freed_memory, search_seldom
from translator.batch.job import Job
from translator.batch.reading import ReadSource, parse
from translator.batch.runners import local
from translator.batch.runners.local import NoProgress, Translated
from translator.bitext import Stamp
from translator.build import RunResources, terms_signature
from translator.errors import PadanError, SourceError, UsageError
from translator.formats.base import read_bytes
from translator.memory import store
from translator.memory.entry import Remembered
from translator.memory.parts import unseen
from translator.memory.store import Keep, Memory
from translator.pipeline import Pipeline
from translator.rules import rules_signature
from translator.settings import Settings


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """What all documents of a run have in common.

    rules: the signature of the rules. signature: of the settings, the model and the rules. terms: of all terms. A
    worker that has others refuses to work. has_given: the translation memory has what people reviewed or imported,
    which every worker must see. What an engine made is made again by those who do not see it.
    """

    settings: Settings
    rules: str
    signature: str
    terms: str
    has_given: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """A document that is sent to a worker. path, stat: of its source, as the run sees it.

    data: the bytes of the source; None: the worker is to read them where the run does.
    """

    job: Job
    path: Path
    stat: os.stat_result
    data: bytes | None = None


class UnseenError(SourceError):
    """The worker does not see the file that is meant."""


Delivery = Translated | PadanError  # what comes back for a parcel


@dataclass(frozen=True, slots=True)
class Shipment:
    """What comes back for a task. deliveries: of its parcels, in their order. new: what the memory had not."""

    deliveries: Sequence[Delivery]
    new: Sequence[Remembered] = ()


_pipelines: dict[WorkOrder, Pipeline] = {}
_turn = threading.Lock()  # an engine uses all the threads it may have, so a process does one thing at a time


def dask_setup(_: object) -> None:
    """Called in a worker of a local cluster when it begins: Ctrl-C is for the run, which ends its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def order_of(resources: RunResources, memory: Memory | None = None) -> WorkOrder:
    """The order of a run with these resources and this translation memory. Raises ModelError and OutputError."""
    settings = replace(resources.settings, memory=None, use_memory=False)
    order = WorkOrder(settings, rules_signature(), resources.signature, terms_signature(resources.lists))
    if memory is None:
        return order
    settings = replace(settings, memory=memory.path.absolute(), use_memory=True)
    return replace(order, settings=settings, has_given=memory.has_given)


def prepare(order: WorkOrder) -> tuple[Stamp, tuple[str, ...]]:
    """Build the pipeline; its stamp and its notices. Raises UsageError where this worker cannot do the work."""
    with _turn:
        pipeline = _pipeline(order)
        return pipeline.stamp, pipeline.notices


def translate(order: WorkOrder, parcels: Sequence[Parcel]) -> Shipment:
    """What comes of each document. Raises UsageError as `prepare` does, OutputError where the memory cannot be read."""
    by_output = {parcel.job.output: parcel for parcel in parcels}  # a source may have several outputs
    done: dict[Path | None, Delivery] = {}
    new: list[Remembered] = []

    def read_job(job: Job, settings: Settings) -> ReadSource:
        parcel = by_output[job.output]
        return parse(job, _data(parcel), parcel.stat, settings)

    def keep(translated: Translated) -> None:
        done[translated.source.job.output] = _packed(translated)

    with _turn, _memory(order, lambda entries, _: new.extend(entries)) as memory:
        pipeline = _pipeline(order).with_memory(memory)
        jobs = [parcel.job for parcel in parcels]
        for outcome in local.run(pipeline, jobs, order.settings, NoProgress(), keep, read_job=read_job):
            if outcome.error:
                done[outcome.output] = outcome.error
    return Shipment([done[job.output] for job in jobs], new)


def _memory(order: WorkOrder, keep: Keep) -> AbstractContextManager[Memory | None]:
    """The memory of a run as far as it is seen here. Opening it raises OutputError."""
    path = order.settings.memory
    if path is None:
        return nullcontext()
    if order.has_given or path.exists():
        return store.at_rest(path, keep)
    return unseen(keep)


def _pipeline(order: WorkOrder) -> Pipeline:
    if order not in _pipelines:
        _pipelines.clear()  # a worker that serves several runs keeps the model of the last one only
        keep_freed_memory()
        _pipelines[order] = _built(order)
        search_seldom()
    return _pipelines[order]


def _built(order: WorkOrder) -> Pipeline:
    here = f"the worker on {socket.gethostname()} (process {os.getpid()})"
    try:
        if rules_signature() != order.rules:
            raise UsageError(f"{here} has another version of Padan", "install the same one everywhere")
        resources = RunResources(replace(order.settings, threads=order.settings.threads or _own_threads()))
        if terms_signature(resources.lists) != order.terms:
            raise UsageError(f"{here} has other term lists", "give all machines the same ones")
        if resources.signature != order.signature:
            raise UsageError(f"{here} has another model", "give all machines the same one, with --model DIR")
        memory = order.settings.memory
        if memory and order.has_given and not memory.exists():
            hint = "put it where all machines see it, or go on with --no-memory"
            raise UsageError(f"{here} does not see the translation memory {memory}", hint)
        return resources.pipeline()
    except UsageError:
        raise
    except PadanError as error:
        raise UsageError(f"{here} cannot begin: {error.message}", error.hint) from error


def _own_threads() -> int:
    """The threads that this worker has (`dask worker --nthreads`); 0 outside of a worker."""
    import distributed

    try:
        return int(distributed.get_worker().state.nthreads)
    except ValueError:
        return 0


def _data(parcel: Parcel) -> bytes:
    """The bytes of a document. Raises UnseenError where this worker does not see the file that the run sees."""
    if parcel.data is not None:
        return parcel.data
    unseen = UnseenError(f"{parcel.path} is not to be seen on {socket.gethostname()}", "send it")
    seen = parcel.stat.st_size, parcel.stat.st_mtime_ns
    try:
        before = parcel.path.stat()
        data = read_bytes(parcel.path, old_documents.limit_for(parcel.path))
    except (OSError, SourceError) as error:
        raise unseen from error
    if (before.st_size, before.st_mtime_ns) != seen or len(data) != before.st_size:
        raise unseen
    return data


def _packed(translated: Translated) -> Translated:
    """The same with its files made, and without what only the making of them needs."""
    source, bitext = translated.source, translated.bitext
    files = []
    for path, chunks in local.rendered(bitext, source.job):
        files.append((path, list(chunks)))
    document = replace(bitext.document, skeleton=None)
    return Translated(replace(source, document=document), replace(bitext, document=document), tuple(files))

"""The tasks of a run on a dask cluster: what is sent to the workers, and what becomes of what comes back."""

from __future__ import annotations

import time
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field, replace
from typing import Any

from translator.batch.job import Job
from translator.batch.reading import load
from translator.batch.report import Outcome, failure_of
from translator.batch.runners import dask_worker
from translator.batch.runners.dask_worker import Delivery, Parcel, Shipment, UnseenError, WorkOrder
from translator.batch.runners.local import Progress, WriteFiles, written
from translator.errors import PadanError, SomeFailedError, SourceError, unexpected
from translator.memory.entry import Remembered

PATIENCE = 0.2  # seconds between two looks at whether the run is to stop
WITHOUT_WORKERS = 60.0  # seconds to wait for another worker when all are gone
# Bytes of the documents that are sent together: about three windows of sentences of plain text, so that a worker that
# dies takes no more than some seconds of work with it.
TASK_SIZE = 64 * 1024
SHARES = 4  # tasks for each worker at least, where there are files enough, so that all end at about the same time
AHEAD = 2  # tasks that a worker has, so that none waits for this process


def tasks(jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, ...]]:
    """The jobs in groups of about TASK_SIZE bytes, or smaller ones for many workers."""
    sizes = [job.size for job in jobs]
    most = min(TASK_SIZE, sum(sizes) // (SHARES * max(1, workers)))
    group: list[Job] = []
    size = 0
    for job, its_size in zip(jobs, sizes, strict=True):
        group.append(job)
        size += its_size
        if size >= most:
            yield tuple(group)
            group, size = [], 0
    if group:
        yield tuple(group)


@dataclass(slots=True)
class ClusterWork:
    """A run on its way. waiting, running: groups of jobs. failed: what became of jobs that could not be sent.

    keep: puts what the translation memory had not into it. by_value: some worker does not see the files, so their bytes
    are sent. without_workers: since when there is none.
    """

    client: Any
    order: WorkOrder
    write_files: WriteFiles
    progress: Progress
    waiting: deque[tuple[Job, ...]]
    keep: Callable[[Sequence[Remembered]], None] = lambda _: None
    running: dict[Any, tuple[Job, ...]] = field(default_factory=dict)
    failed: list[tuple[Outcome, Job]] = field(default_factory=list)
    by_value: bool = False
    without_workers: float = 0.0

    def begin_tasks(self) -> bool:
        """Send tasks until every worker has enough. Is there anything to wait for?"""
        if self.waiting:
            wanted = AHEAD * max(1, self._workers())
            while self.waiting and len(self.running) < wanted:
                self._send(self.waiting.popleft())
        return bool(self.running or self.failed)

    def _send(self, jobs: tuple[Job, ...]) -> None:
        parcels, sent = [], []
        for job in jobs:
            try:
                parcels.append(self._parcel(job))
                sent.append(job)
            except SourceError as error:
                self.progress.finish(job.name)
                self.failed.append((failure_of(job, error), job))
        if parcels:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)  # of a large document
                future = self.client.submit(dask_worker.translate, self.order, parcels, pure=False)
            self.running[future] = tuple(sent)

    def _parcel(self, job: Job) -> Parcel:
        sent, path = replace(job, found={}), job.source.absolute()
        if self.by_value:
            data, stat = load(job)
            return Parcel(sent, path, stat, data)
        try:
            return Parcel(sent, path, job.source.stat())
        except OSError as error:
            raise SourceError(f"cannot read {job.source}: {error.strerror}", "check that it is there") from error

    def take_done(self) -> Iterator[tuple[Outcome, Job]]:
        """What became of the jobs that are done; waits a little where none is."""
        yield from self.failed
        self.failed.clear()
        for future in self._done():
            jobs = self.running.pop(future)
            shipment = self._shipment(future, jobs)
            self.keep(shipment.new)  # before the files are written, for those that are finished never come again
            for job, delivery in zip(jobs, shipment.deliveries, strict=False):
                if isinstance(delivery, UnseenError):
                    self.by_value = True
                    self.waiting.append((job,))
                else:
                    yield self._conclude(job, delivery), job

    def _done(self) -> Iterable[Any]:
        from distributed import wait

        if not self.running:
            return ()
        try:
            done: set[Any] = wait(list(self.running), timeout=PATIENCE, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            self._check_cluster()
            return ()
        except CancelledError as error:
            raise lost(str(error)) from error
        return done

    def _check_cluster(self) -> None:
        """Raises SomeFailedError where nothing can come any more."""
        if self.client.status != "running":
            raise lost("the scheduler is gone")
        if self._workers():
            self.without_workers = 0.0
            return
        now = time.monotonic()
        self.without_workers = self.without_workers or now
        if now - self.without_workers > WITHOUT_WORKERS:
            raise lost("no worker is left")

    def _workers(self) -> int:
        try:
            return len(self.client.nthreads())
        except (OSError, CancelledError) as error:
            raise lost("the scheduler is gone") from error

    def _shipment(self, future: Any, jobs: tuple[Job, ...]) -> Shipment:
        """What came back for the jobs of a task; nothing where each of them is to be sent again by itself."""
        from distributed import KilledWorker

        try:
            shipment: Shipment = result_of(future)
        except KilledWorker as error:
            if len(jobs) > 1:  # one of them is to blame
                self.waiting.extend((job,) for job in jobs)
                return Shipment([])
            seen = f"{jobs[0].source}: {error.allowed_failures + 1} workers died over it"
            return Shipment([SourceError(seen, "give the workers more memory, or translate it without --runner dask")])
        return shipment

    def _conclude(self, job: Job, delivery: Delivery) -> Outcome:
        if isinstance(delivery, PadanError):
            self.progress.finish(job.name)
            return failure_of(job, delivery)
        source = replace(delivery.source, job=job)
        sentences = sum(len(segment.pairs) for segment in delivery.bitext.segments)
        self.progress.start(job.name, sentences, source.size)
        self.progress.advance(sentences)
        outcome = written(replace(delivery, source=source), self.write_files)
        self.progress.finish(job.name)
        return outcome


def result_of(future: Any) -> Any:
    """What a task gave. Raises the errors of ours that it raised, and KilledWorker where its workers died over it."""
    from distributed import KilledWorker

    try:
        return future.result()
    except (PadanError, KilledWorker):
        raise
    except (CancelledError, OSError) as error:
        raise lost(str(error)) from error
    except Exception as error:
        raise unexpected(error) from error


def lost(reason: str) -> PadanError:
    """The error of a run whose cluster cannot go on."""
    return SomeFailedError(
        f"the cluster is lost: {' '.join(reason.split())}",
        "what was finished stays finished: the same command goes on from there",
    )

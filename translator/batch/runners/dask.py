"""The runner of a dask cluster: workers translate, and this process writes what they send back.

Without a scheduler's address the cluster is of this machine and ends with the run. Whatever connects to a scheduler can
have its workers do anything, so that of this machine lets in only those who know its key.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from glossary import is_name
from translator.atomic_write import free_space_at
from translator.batch.job import Job
from translator.batch.report import Outcome
from translator.batch.runners import dask_worker
from translator.batch.runners.dask_tasks import ClusterWork, lost, result_of, tasks
from translator.batch.runners.dask_worker import WorkOrder
from translator.batch.runners.local import Progress, WriteFiles, is_disk_full
from translator.bitext import Stamp
from translator.errors import UsageError
from translator.memory.store import Memory
from translator.pipeline.recall import Recall
from translator.settings import Settings

OWN_CLUSTER = {
    "distributed.scheduler.http.routes": [],  # the page for people would have no key
    "distributed.worker.profile.enabled": False,  # a hundred looks at the stack in a second
    # How often dask looks whether a process is slow, what it does in general, and how much memory it has. As often as
    # by itself took 4 % of the processor from the work.
    "distributed.admin.tick.interval": "2s",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.worker.memory.monitor-interval": "1s",
}
PATIENCE_AT_START = 30.0  # seconds
PATIENCE_AT_END = 0.5  # seconds for a worker to end by itself; a user who pressed Ctrl-C waits two at most


@dataclass(frozen=True, slots=True)
class DaskRunner:
    """A cluster that is ready for a run. client: of `distributed`. stamp, notices: of the workers' pipelines.

    recall: what the run adds to the translation memory; the workers read it themselves.
    """

    client: Any
    order: WorkOrder
    recall: Recall
    stamp: Stamp
    notices: tuple[str, ...]

    def run(
        self,
        jobs: Sequence[Job],
        progress: Progress,
        write_files: WriteFiles,
        stopped: Callable[[], bool],
        free_space: Callable[[Path], int] = free_space_at,
    ) -> Iterator[Outcome]:
        """Do the jobs, as `local.run` does; the outcomes come in the order in which workers are done.

        Raises UsageError where a worker refuses to work, SomeFailedError where the cluster is lost.
        """
        waiting = deque(tasks(jobs, len(self.client.nthreads())))
        work = ClusterWork(self.client, self.order, write_files, progress, waiting, self.recall.keep)
        while work.begin_tasks() and not stopped():
            for outcome, job in work.take_done():
                yield outcome
                if is_disk_full(outcome, job, free_space):
                    work.waiting.clear()
        self.client.cancel(list(work.running))


@contextmanager
def connected(
    order: WorkOrder, scheduler: str | None = None, memory: Memory | None = None, patience: float = PATIENCE_AT_START
) -> Iterator[DaskRunner]:
    """A runner on the cluster at `scheduler`, or on one of this machine.

    memory: keeps what the workers make. patience: seconds to wait for the scheduler, and for its first worker. Raises
    UsageError.
    """
    with _client(order.settings, scheduler, patience) as client:
        order = replace(order, settings=_everywhere(order.settings, is_local=scheduler is None))
        recall = Recall(rules=order.rules, memory=memory)
        yield DaskRunner(client, order, recall, *_prepared(client, order))


def _prepared(client: Any, order: WorkOrder) -> tuple[Stamp, tuple[str, ...]]:
    """The stamp and the notices of the pipelines, of which one is built now."""
    from distributed import KilledWorker

    try:
        stamp, notices = result_of(client.submit(dask_worker.prepare, order, pure=False))
    except KilledWorker as error:
        raise lost("the workers died when they loaded the model") from error
    return stamp, notices


@contextmanager
def _client(settings: Settings, scheduler: str | None, patience: float) -> Iterator[Any]:
    try:
        import distributed
    except ImportError as error:
        raise UsageError("--runner dask needs dask.distributed", "pip install 'padan[dask]'") from error
    for name in ("distributed", "distributed.client"):  # what the user can do, an error of ours says
        logging.getLogger(name).setLevel(logging.CRITICAL)
    if scheduler is None:
        with _own_cluster(settings.threads) as cluster, distributed.Client(cluster) as client:
            yield client
        return
    try:
        client = distributed.Client(scheduler, timeout=patience)
    except (OSError, ValueError, TypeError) as error:
        hint = "such as --scheduler tcp://node1:8786, where a dask scheduler listens"
        raise UsageError(f"no scheduler answers at {scheduler}: {error}", hint) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError as error:
            hint = f"start one: dask worker {scheduler}"
            raise UsageError(f"the scheduler at {scheduler} has no worker", hint) from error
        yield client


@contextmanager
def _own_cluster(threads: int) -> Iterator[Any]:
    """As many workers as this machine has cores for, each with `threads` threads; 0: one."""
    with _begun_cluster(threads) as cluster:
        try:
            yield cluster
        finally:
            cluster.sync(_end_workers, cluster.workers.values())


def _begun_cluster(threads: int) -> Any:
    import dask
    import distributed
    from dask.system import CPU_COUNT  # as far as this process may use them

    try:
        with dask.config.set(OWN_CLUSTER):
            return distributed.LocalCluster(
                n_workers=max(1, CPU_COUNT // max(1, threads)),
                threads_per_worker=1,
                security=True,
                scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
                silence_logs=logging.CRITICAL,
                preload=[dask_worker.__name__],
            )
    except ImportError as error:
        raise UsageError("--runner dask needs the package cryptography", "pip install 'padan[dask]'") from error
    except (OSError, RuntimeError) as error:
        raise lost(f"that of this machine did not begin: {error}") from error


async def _end_workers(nannies: Iterable[Any]) -> None:
    """End the workers of this machine: for what they are still at nobody waits any more."""
    ending = []
    for nanny in nannies:
        ending.append(nanny.close(timeout=PATIENCE_AT_END))
    await asyncio.gather(*ending, return_exceptions=True)


def _everywhere(settings: Settings, is_local: bool) -> Settings:
    """The settings with paths that hold in every folder; a worker of this machine has one thread unless told more."""
    glossaries = []
    for path in settings.glossaries:
        glossaries.append(path if is_name(path) else path.absolute())
    model = settings.model
    if model is not None and os.path.isdir(model):
        model = os.path.abspath(model)
    threads = max(1, settings.threads) if is_local else settings.threads
    return replace(settings, glossaries=tuple(glossaries), model=model, threads=threads)

"""What a dask cluster costs: the processor time of workers and of the run that they work for, measured in one process.

    python -m benchmarks.cluster [--files N] [--rounds N]

A worker reads, translates and makes the files; the run unpacks what comes back, writes it and keeps account. Where the
run has as much to do as all workers together, more workers make it no faster. The bytes are those that travel back.
Beside that stands what a run without dask takes for the same files, in the same process and in turns.
"""

from __future__ import annotations

import argparse
import pickle
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.folder import make
from translator.batch import ledger, resume
from translator.batch.job import Job, plan
from translator.batch.runners import dask_worker
from translator.batch.runners.dask_tasks import tasks
from translator.batch.runners.dask_worker import Parcel, WorkOrder
from translator.batch.runners.local import LocalRunner, NoProgress, WriteFiles, written
from translator.batch.signatures import signature_of
from translator.build import RunResources
from translator.memory import parts, store
from translator.pipeline.recall import Recall
from translator.settings import Settings

SETTINGS = Settings(model="starter", threads=1)


@dataclass(slots=True)
class Cost:
    """Processor seconds of a worker, of the run that it works for, and of a run without dask; bytes that come back."""

    worker: float = 0.0
    run: float = 0.0
    alone: float = 0.0
    travelled: int = 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    resources = RunResources(SETTINGS)
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        sentences = len(make(root / "arsip", options.files, 10, seed=1))
        for number in range(options.rounds):
            cost = Cost()
            alone(resources, root / "arsip", root / f"alone-{number}", cost)
            together(resources, root / "arsip", root / f"english-{number}", cost)
            print(shown(cost, sentences), flush=True)


def shown(cost: Cost, sentences: int) -> str:
    worker, run, without = (1000 * seconds / sentences for seconds in (cost.worker, cost.run, cost.alone))
    each = f"worker {worker:.2f} ms, run {run:.2f} ms, {cost.travelled / sentences:,.0f} bytes"
    ratio = f"without dask {without:.2f} ms, so {(worker + run) / without:.3f} times that"
    return f"{sentences} sentences, each: {each}; {ratio}; no faster beyond {worker / run:.0f} workers"


def alone(resources: RunResources, source: Path, output: Path, cost: Cost) -> None:
    """Do the work as a run without dask does."""
    dask_worker.prepare(dask_worker.order_of(resources))  # so that both have the same engine
    (pipeline,) = dask_worker._pipelines.values()
    jobs = planned(source, output)
    with ledger.opened(output) as book, store.chosen(SETTINGS, output) as memory:
        write_files = resume.recorder(output, book, signature_of(resources))
        runner = LocalRunner(pipeline.with_memory(memory), SETTINGS)
        start = time.process_time()
        for _ in runner.run(jobs, NoProgress(), write_files, lambda: False):
            pass
        cost.alone = time.process_time() - start


def together(resources: RunResources, source: Path, output: Path, cost: Cost) -> None:
    """Do the work as a worker and the run do, in turns."""
    jobs = planned(source, output)
    with store.chosen(SETTINGS, output):  # is made
        pass
    with ledger.opened(output) as book, parts.divided(SETTINGS, output, "dask") as memory:
        order = dask_worker.order_of(resources, memory)
        dask_worker.prepare(order)
        recall = Recall(rules=order.rules, memory=memory)
        write_files = resume.recorder(output, book, signature_of(resources))
        for group in tasks(jobs, 1):
            start = time.process_time()
            packed = translate(order, group)
            between = time.process_time()
            receive(packed, recall, write_files)
            cost.worker, cost.run = cost.worker + between - start, cost.run + time.process_time() - between
            cost.travelled += len(packed)
    start = time.process_time()
    parts.join(SETTINGS, output)
    cost.run += time.process_time() - start


def planned(source: Path, output: Path) -> tuple[Job, ...]:
    (output / ledger.FOLDER).mkdir(parents=True)
    return plan([source], str(output), SETTINGS.bilingual).jobs


def translate(order: WorkOrder, jobs: tuple[Job, ...]) -> bytes:
    """What a worker does for a task."""
    parcels = [Parcel(job, job.source.absolute(), job.source.stat()) for job in jobs]
    return pickle.dumps(dask_worker.translate(order, parcels))


def receive(packed: bytes, recall: Recall, write_files: WriteFiles) -> None:
    """What the run does with what comes back."""
    shipment = pickle.loads(packed)
    recall.keep(shipment.new)
    for delivery in shipment.deliveries:
        written(delivery, write_files)


if __name__ == "__main__":
    main()

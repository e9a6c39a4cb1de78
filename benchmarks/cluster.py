"""What a dask cluster costs: the processor time of workers and of the run that they work for, measured in one process.

    python -m benchmarks.cluster [--files N] [--rounds N]

A worker reads, translates and makes the files; the run unpacks what comes back, writes it and keeps account. Where the
run has as much to do as all workers together, more workers make it no faster. The bytes are those that travel back.
"""

from __future__ import annotations

import argparse
import pickle
import tempfile
import time
from pathlib import Path

from benchmarks.folder import make
from translator.batch import ledger, resume
from translator.batch.job import plan
from translator.batch.runners import dask_worker
from translator.batch.runners.dask_tasks import tasks
from translator.batch.runners.dask_worker import Parcel
from translator.batch.runners.local import written
from translator.batch.signatures import signature_of
from translator.build import RunResources
from translator.settings import Settings

SETTINGS = Settings(model="starter", threads=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        sentences = len(make(root / "arsip", options.files, 10, seed=1))
        for number in range(options.rounds):
            worker, run, travelled = measure(root / "arsip", root / f"english-{number}")
            each = f"worker {1000 * worker / sentences:.2f} ms, run {1000 * run / sentences:.2f} ms"
            size = f"{travelled / sentences:,.0f} bytes"
            print(
                f"{sentences} sentences, each: {each}, {size}; no faster beyond {worker / run:.0f} workers", flush=True
            )


def measure(source: Path, output: Path) -> tuple[float, float, int]:
    """Processor seconds of a worker, those of the run, and the bytes that come back."""
    resources = RunResources(SETTINGS)
    order = dask_worker.order_of(resources)
    dask_worker.prepare(order)
    jobs = plan([source], str(output), SETTINGS.bilingual).jobs
    (output / ledger.FOLDER).mkdir(parents=True)
    worker, run, travelled = 0.0, 0.0, 0
    with ledger.opened(output) as book:
        write_files = resume.recorder(output, book, signature_of(resources))
        for group in tasks(jobs, 1):
            start = time.process_time()
            parcels = [Parcel(job, job.source.absolute(), job.source.stat()) for job in group]
            packed = pickle.dumps(dask_worker.translate(order, parcels))
            between = time.process_time()
            for delivery in pickle.loads(packed):
                written(delivery, write_files)
            worker, run = worker + between - start, run + time.process_time() - between
            travelled += len(packed)
    return worker, run, travelled


if __name__ == "__main__":
    main()

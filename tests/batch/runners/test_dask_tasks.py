"""Documents are sent in groups that are neither large nor few."""

from __future__ import annotations

from collections import deque
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from translator.batch.job import Job
from translator.batch.runners import local
from translator.batch.runners.dask_tasks import TASK_SIZE, WITHOUT_WORKERS, ClusterWork, result_of, tasks
from translator.errors import PadanError, SomeFailedError, SourceError


class StandInClient:
    """A client of a cluster with so many workers; None: the scheduler does not answer."""

    def __init__(self, status: str, workers: int | None) -> None:
        self.status, self.workers = status, workers

    def nthreads(self) -> dict[str, int]:
        if self.workers is None:
            raise OSError("closed")
        return {f"tcp://node{number}:1": 1 for number in range(self.workers)}


class FailedFuture:
    """A task that raised an error."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def result(self) -> None:
        raise self.error


def work_of(client: StandInClient) -> ClusterWork:
    return ClusterWork(client, None, local.write_translated, local.NoProgress(), deque())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sizes", "workers", "wanted"),
    [
        ([], 2, []),
        ([10], 2, [1]),
        ([10] * 8, 1, [2, 2, 2, 2]),
        ([10] * 8, 2, [1] * 8),
        ([10] * 8, 100, [1] * 8),
        ([TASK_SIZE // 2] * 80, 2, [2] * 40),
        ([TASK_SIZE * 3, 1, 1, TASK_SIZE], 1, [1, 3]),
        ([0, 0, 0], 2, [1, 1, 1]),
    ],
)
def test_tasks_are_of_some_size_and_there_are_several_for_each_worker(
    tmp_path: Path, sizes: list[int], workers: int, wanted: list[int]
) -> None:
    jobs = [Job(str(number), tmp_path / str(number), Path()) for number in range(len(sizes))]
    for job, size in zip(jobs, sizes, strict=True):
        job.source.write_bytes(bytes(size))
    groups = list(tasks(jobs, workers))
    assert [job for group in groups for job in group] == jobs
    assert [len(group) for group in groups] == wanted


def test_a_source_that_is_gone_is_of_no_size(tmp_path: Path) -> None:
    jobs = [Job("a", tmp_path / "gone", Path())]
    assert list(tasks(jobs, 1)) == [tuple(jobs)]


@pytest.mark.parametrize(("status", "workers"), [("closed", 2), ("running", None)])
def test_a_cluster_whose_scheduler_is_gone_is_lost(status: str, workers: int | None) -> None:
    with pytest.raises(SomeFailedError, match="the cluster is lost: the scheduler is gone") as raised:
        work_of(StandInClient(status, workers))._check_cluster()
    assert raised.value.hint == "what was finished stays finished: the same command goes on from there"


def test_another_worker_is_waited_for_and_not_for_ever() -> None:
    work = work_of(StandInClient("running", 0))
    work._check_cluster()
    assert work.without_workers > 0
    work.without_workers -= WITHOUT_WORKERS
    with pytest.raises(SomeFailedError, match="the cluster is lost: no worker is left"):
        work._check_cluster()
    work.client = StandInClient("running", 1)
    work._check_cluster()
    assert work.without_workers == 0


def test_what_a_task_raised_is_an_error_of_ours() -> None:
    pytest.importorskip("distributed", reason="the extra padan[dask] is not installed")
    cases: list[tuple[Exception, type[PadanError], str]] = [
        (SourceError("a.txt: torn"), SourceError, "a.txt: torn"),
        (CancelledError("a b"), SomeFailedError, "the cluster is lost: a b"),
        (OSError("no\nroute"), SomeFailedError, "the cluster is lost: no route"),
        (ValueError("x"), PadanError, "unexpected ValueError: x"),
    ]
    for error, kind, message in cases:
        with pytest.raises(kind) as raised:
            result_of(FailedFuture(error))
        assert raised.value.message == message

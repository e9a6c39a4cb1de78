"""Documents are sent in groups that are neither large nor few."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.batch.job import Job
from translator.batch.runners.dask_tasks import TASK_SIZE, tasks


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

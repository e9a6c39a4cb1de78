"""A run on a dask cluster writes what a local run writes, whatever becomes of its workers."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from tests.cli.test_translate_folder import contents, remembered
from translator.batch.job import plan
from translator.batch.runners import dask, dask_worker, local
from translator.batch.runners.dask_worker import WorkOrder, order_of
from translator.build import RunResources
from translator.cli import main
from translator.engines.ct2 import CTranslate2
from translator.errors import UsageError
from translator.settings import Settings

pytest.importorskip("distributed", reason="the extra padan[dask] is not installed")
pytestmark = pytest.mark.loopback
SETTINGS = Settings(bilingual=("tsv",), model="starter", beam=1, threads=1)
PADAN = [sys.executable, "-m", "translator", "translate", "arsip", "--model", "starter", "--beam", "1"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(12):
        Path("arsip", f"x{number % 2}").mkdir(parents=True, exist_ok=True)
        lines = [f"Kapal nomor {number}{line} tiba di pelabuhan pada hari Senin.\n" for line in range(30)]
        Path("arsip", f"x{number % 2}", f"b{number}.txt").write_text("".join(lines))


@pytest.fixture
def order() -> WorkOrder:
    return order_of(RunResources(SETTINGS))


@contextmanager
def cluster(workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and workers in processes of their own: the scheduler's address, and the workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    address = f"tcp://127.0.0.1:{port}"
    python = [sys.executable, "-m"]
    commands = [[*python, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", port]]
    commands += [[*python, "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny"]] * workers
    processes = [
        subprocess.Popen([*command, "--no-dashboard"], stderr=subprocess.DEVNULL, cwd="/") for command in commands
    ]
    try:
        yield address, processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def test_a_worker_that_is_killed_takes_nothing_with_it(capfd: pytest.CaptureFixture[str]) -> None:
    assert main([*PADAN[3:], "-o", "whole/english", "-q"]) == 0
    with cluster(2) as (address, workers):
        command = [*PADAN, "-o", "english", "--runner", "dask", "--scheduler", address]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            for line in process.stderr:
                if line.startswith("[3/12]"):
                    workers[0].send_signal(signal.SIGKILL)
            assert process.wait() == 0
        assert workers[0].wait() == -signal.SIGKILL
    assert contents(Path("english")) == contents(Path("whole/english"))
    assert main([*PADAN[3:], "-o", "english"]) == 0  # the ledger knows it all
    assert capfd.readouterr().err == "12 unchanged\n"
    assert remembered(Path("english")) == remembered(Path("whole/english"))


def test_a_cluster_of_this_machine_needs_no_scheduler_and_ends_with_the_run(capfd: pytest.CaptureFixture[str]) -> None:
    Path("arsip/rusak.txt").write_bytes(b"PK\0")
    assert main([*PADAN[3:], "-o", "whole/english", "-q"]) == 3
    told = capfd.readouterr()
    assert main([*PADAN[3:], "-o", "english", "-q", "--runner", "dask", "--threads", "64"]) == 3
    here = capfd.readouterr()
    assert here.err == told.err
    assert sorted(here.out.split()) == sorted(line.removeprefix("whole/") for line in told.out.split())
    assert contents(Path("english")) == contents(Path("whole/english"))
    assert remembered(Path("english")) == remembered(Path("whole/english"))


def test_dask_looks_at_the_workers_of_this_machine_seldom(order: WorkOrder) -> None:
    with dask.connected(order) as runner:
        for setting, wanted in dask.OWN_CLUSTER.items():
            assert set(runner.client.run(config_of, setting).values()) == {repr(wanted)}


@pytest.mark.parametrize(("asked", "used"), [(0, 1), (2, 2)])
def test_a_worker_has_the_threads_that_dask_gave_it_unless_the_run_says_otherwise(asked: int, used: int) -> None:
    def threads_of_engines() -> list[int]:  # inside the test, so that it is sent: workers do not see the tests
        engines = [cast(CTranslate2, pipeline.engine) for pipeline in dask_worker._pipelines.values()]
        return [engine._translator.num_translators for engine in engines]

    order = order_of(RunResources(replace(SETTINGS, threads=asked)))
    with cluster(1) as (address, _), dask.connected(order, address) as runner:
        assert list(runner.client.run(threads_of_engines).values()) == [[used]]


def config_of(setting: str) -> str:
    import dask

    return repr(dask.config.get(setting))


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="the system has no /proc")
def test_files_that_a_worker_does_not_see_are_sent(order: WorkOrder) -> None:
    jobs = plan([Path("/proc/self/cwd/arsip")], "english", SETTINGS.bilingual).jobs  # each process has its own there
    with cluster(1) as (address, _), dask.connected(order, address) as runner:
        outcomes = list(runner.run(jobs, local.NoProgress(), local.write_translated, lambda: False))
    assert {outcome.source: outcome.error for outcome in outcomes} == {job.source: None for job in jobs}
    assert main([*PADAN[3:], "-o", "whole/english", "-b", "tsv", "-q"]) == 0
    for job in jobs:
        assert [path.read_bytes() for path in job.written] == [Path("whole", path).read_bytes() for path in job.written]


@pytest.mark.parametrize(
    ("address", "message"),
    [("nonsense://x", "no scheduler answers at nonsense://x: "), ("tcp://127.0.0.1:1", "no scheduler answers at ")],
)
def test_where_no_scheduler_is_is_said(order: WorkOrder, address: str, message: str) -> None:
    with pytest.raises(UsageError, match=message), dask.connected(order, address, patience=0.5):
        pass


def test_a_scheduler_without_workers_is_not_waited_for_for_ever(order: WorkOrder) -> None:
    with (
        cluster(0) as (address, _),
        pytest.raises(UsageError, match="has no worker") as raised,
        dask.connected(order, address, patience=5),
    ):
        pass
    assert raised.value.hint == f"start one: dask worker {address}"

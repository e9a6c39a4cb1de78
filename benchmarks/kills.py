"""Runs over a folder that are killed at random moments: is anything lost, spoilt or done twice?

    python -m benchmarks.kills [--kills N] [--files N] [--seed N] [--keep DIR] [--runner dask [--warm]] [--shards N]

A run is killed with SIGKILL and started again until it comes to its end; then the next folder begins, until N kills are
done. Wanted: every folder has the bytes of an undisturbed run, its translation memory what that of such a run has, no
temporary file is left, and no file that the ledger had as finished was ever written again.

With --runner dask the run is killed, or one of the workers of its cluster. With --warm that is one cluster of two
workers for all runs, so that these begin at once, and more of the kills meet them at work. With --shards the shards of
a folder are done one after another, and joined at the end.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.folder import make
from translator.errors import SomeFailedError

LOST = SomeFailedError.exit_code  # of a run whose cluster lost a worker before it had begun
Seen = dict[bytes, tuple[int, int]]  # inode and time of the files that the ledger has as finished


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runner", choices=["local", "dask"], default="local")
    parser.add_argument("--warm", action="store_true", help="of dask: keep one cluster for all runs")
    parser.add_argument("--shards", type=int, default=0, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this new folder, and leave it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, warm_cluster(options.warm) as (scheduler, nannies):
        root = options.keep or Path(temporary)
        make(root / "arsip", options.files, 4, options.seed)
        trial = Trial(root, random.Random(options.seed), nannies)
        commands = steps(options.runner, options.shards, scheduler)
        run(root, "whole", []).wait()
        run(root, "first", commands[0]).wait()  # after which the workers have the model
        start = time.perf_counter()
        run(root, "timed", commands[0]).wait()
        trial.lasts = time.perf_counter() - start
        wanted = contents(root / "whole" / "english")
        folders, wrong = 0, 0
        while trial.kills < options.kills:
            name = f"folder-{folders}"
            for command in commands:
                trial.disturb(name, command, options.kills)
            folders += 1
            made = contents(root / name / "english")
            for path in sorted(made.keys() | wanted.keys()):
                if made.get(path) != wanted.get(path):
                    wrong += 1
                    print(f"{name}: {path} is wrong")
            told = f"{wrong} files or memories wrong, {trial.twice} files done twice"
            print(f"{trial.kills:>3} kills, {folders} folders: {told}", flush=True)
    raise SystemExit(bool(wrong or trial.twice))


@contextmanager
def warm_cluster(is_wanted: bool) -> Iterator[tuple[list[str], list[int]]]:
    """A cluster of two workers: the options of a run on it, and the processes that start a worker again if it dies."""
    if not is_wanted:
        yield [], []
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    address = f"tcp://127.0.0.1:{port}"
    commands = [["scheduler", "--host", "127.0.0.1", "--port", port]]
    commands += [["worker", address, "--nthreads", "1"]] * 2
    processes = []
    for command in commands:
        python = [sys.executable, "-m", "dask", *command, "--no-dashboard"]
        processes.append(subprocess.Popen(python, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    try:
        yield ["--scheduler", address], [process.pid for process in processes[1:]]
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait()


def steps(runner: str, shards: int, scheduler: list[str]) -> list[list[str]]:
    """The options of the commands that do a folder."""
    how = ["--runner", runner, *scheduler]
    each = [[*how, "--shard", f"{number}/{shards}"] for number in range(1, shards + 1)]
    return [*each, ["--shard", "merge"]] if each else [how]


@dataclass(slots=True)
class Trial:
    """Runs that are killed. nannies: processes whose children are workers. lasts: seconds that a run takes.

    kills: how many there were. twice: how many files were written though they were finished.
    """

    root: Path
    chance: random.Random
    nannies: list[int]
    lasts: float = 0.0
    kills: int = 0
    twice: int = 0

    def disturb(self, name: str, command: list[str], most: int) -> None:
        """Kill and start again until a run ends by itself."""
        seen = finished(self.root / name / "english")
        while True:
            process = run(self.root, name, command)
            try:
                process.wait(self.chance.uniform(0, self.lasts) if self.kills < most else None)
            except subprocess.TimeoutExpired:
                kill(self.chance.choice([process.pid, *workers([process.pid, *self.nannies])]))
                self.kills += 1
                process.wait()
            now = finished(self.root / name / "english")
            self.twice += sum(now.get(path) != marks for path, marks in seen.items())
            seen = now
            if process.returncode == 0:
                return
            if process.returncode not in (-signal.SIGKILL, LOST):
                raise SystemExit(f"a run ended with {process.returncode}")


def run(root: Path, name: str, options: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "translator", "translate", "arsip", "-o", f"{name}/english", "-q"]
    return subprocess.Popen([*command, "--model", "starter", *options], cwd=root, stdout=subprocess.DEVNULL)


def workers(processes: list[int]) -> list[int]:
    """The workers that these processes have started on this machine; found on Linux only."""
    found = []
    for process in processes:
        for task in Path(f"/proc/{process}/task").glob("*/children"):
            with suppress(OSError):  # it has just come to its end
                for child in map(int, task.read_text().split()):
                    if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                        found.append(child)
    return found


def kill(process: int) -> None:
    with suppress(ProcessLookupError):  # it came to its end by itself
        os.kill(process, signal.SIGKILL)


def finished(folder: Path) -> Seen:
    """The files that a run has finished, as they are now."""
    paths: list[bytes] = []
    for file in sorted(folder.glob(".padan/ledger*.sqlite")):
        with (
            suppress(sqlite3.OperationalError),
            closing(sqlite3.connect(file)) as ledger,
        ):  # killed before it had a table
            paths += [path for (path,) in ledger.execute("SELECT path FROM outputs")]
    stats = ((path, os.stat(os.fsencode(folder) + b"/" + path)) for path in paths)
    return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in stats}


def contents(folder: Path) -> dict[Path, object]:
    """Every file of a folder, but for the ledger and the lock; of its translation memory the entries."""
    made: dict[Path, object] = {}
    for path in folder.rglob("*"):
        if path.is_file() and path.parent.name != ".padan":
            made[path.relative_to(folder)] = path.read_bytes()
    with closing(sqlite3.connect(folder / ".padan" / "memory.sqlite")) as memory:
        query = "SELECT key, source, target, pair, rules FROM entries ORDER BY key"
        made[Path("memory")] = memory.execute(query).fetchall()
    return made


if __name__ == "__main__":
    main()

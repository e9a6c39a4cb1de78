"""Runs over a folder that are killed at random moments: is anything lost, spoilt or done twice?

    python -m benchmarks.kills [--kills N] [--files N] [--seed N] [--keep DIR] [--runner local|dask] [--shards N]

A run is killed with SIGKILL and started again until it comes to its end; then the next folder begins, until N kills are
done. Wanted: every folder has the bytes of an undisturbed run, no temporary file is left, and no file that the ledger
had as finished was ever written again.

With --runner dask the run is killed, or one of the workers of its cluster. With --shards the shards of a folder are
done one after another, and joined at the end.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
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
    parser.add_argument("--shards", type=int, default=0, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this new folder, and leave it")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as temporary:
        root = options.keep or Path(temporary)
        make(root / "arsip", options.files, 4, options.seed)
        run(root, "whole", []).wait()
        start = time.perf_counter()
        run(root, "timed", steps(options.runner, options.shards)[0]).wait()
        lasts = time.perf_counter() - start
        wanted = contents(root / "whole" / "english")
        kills, folders, wrong, twice = 0, 0, 0, 0
        while kills < options.kills:
            name = f"folder-{folders}"
            for step in steps(options.runner, options.shards):
                done, again = disturbed(root, name, step, lasts, chance, options.kills - kills)
                kills, twice = kills + done, twice + again
            folders += 1
            made = contents(root / name / "english")
            for path in sorted(made.keys() | wanted.keys()):
                if made.get(path) != wanted.get(path):
                    wrong += 1
                    print(f"{name}: {path} is wrong")
            print(f"{kills:>3} kills, {folders} folders: {wrong} files wrong, {twice} done twice", flush=True)
    raise SystemExit(bool(wrong or twice))


def steps(runner: str, shards: int) -> list[list[str]]:
    """The options of the commands that do a folder."""
    how = ["--runner", runner]
    each = [[*how, "--shard", f"{number}/{shards}"] for number in range(1, shards + 1)]
    return [*each, ["--shard", "merge"]] if each else [how]


def disturbed(
    root: Path, name: str, step: list[str], lasts: float, chance: random.Random, most: int
) -> tuple[int, int]:
    """Kill and start again until a run ends by itself; how many were killed, and how many files were done twice."""
    kills, twice, seen = 0, 0, finished(root / name / "english")
    while True:
        process = run(root, name, step)
        try:
            process.wait(chance.uniform(0, lasts) if kills < most else None)
        except subprocess.TimeoutExpired:
            kill(chance.choice([process.pid, *workers(process.pid)]))
            kills += 1
            process.wait()
        now = finished(root / name / "english")
        twice += sum(now.get(path) != marks for path, marks in seen.items())
        seen = now
        if process.returncode == 0:
            return kills, twice
        if process.returncode not in (-signal.SIGKILL, LOST):
            raise SystemExit(f"a run ended with {process.returncode}")


def run(root: Path, name: str, options: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "translator", "translate", "arsip", "-o", f"{name}/english", "-q"]
    return subprocess.Popen([*command, "--model", "starter", *options], cwd=root, stdout=subprocess.DEVNULL)


def workers(process: int) -> list[int]:
    """The workers of a cluster that a run has started on this machine; found on Linux only."""
    found = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
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


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file of a folder but for the ledger and the lock."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != ".padan")
    return {path.relative_to(folder): path.read_bytes() for path in paths}


if __name__ == "__main__":
    main()

"""Runs over a folder that are killed at random moments: is anything lost, spoilt or done twice?

    python -m benchmarks.kills [--kills N] [--files N] [--seed N] [--keep DIR]

A run is killed with SIGKILL and started again until it comes to its end; then the next folder begins, until N kills are
done. Wanted: every folder has the bytes of an undisturbed run, no temporary file is left, and no file that the ledger
had as finished was ever written again.
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
from pathlib import Path

from benchmarks.folder import make

Seen = dict[bytes, tuple[int, int]]  # inode and time of the files that the ledger has as finished


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--files", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this new folder, and leave it")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as temporary:
        root = options.keep or Path(temporary)
        make(root / "arsip", options.files, 4, options.seed)
        start = time.perf_counter()
        run(root, "whole").wait()
        lasts = time.perf_counter() - start
        wanted = contents(root / "whole" / "english")
        kills, folders, wrong, twice = 0, 0, 0, 0
        while kills < options.kills:
            name = f"folder-{folders}"
            done, again = disturbed(root, name, lasts, chance, options.kills - kills)
            kills, folders, twice = kills + done, folders + 1, twice + again
            made = contents(root / name / "english")
            for path in sorted(made.keys() | wanted.keys()):
                if made.get(path) != wanted.get(path):
                    wrong += 1
                    print(f"{name}: {path} is wrong")
            print(f"{kills:>3} kills, {folders} folders: {wrong} files wrong, {twice} done twice", flush=True)
    raise SystemExit(bool(wrong or twice))


def disturbed(root: Path, name: str, lasts: float, chance: random.Random, most: int) -> tuple[int, int]:
    """Kill and start again until a run ends by itself; how many were killed, and how many files were done twice."""
    kills, twice, seen = 0, 0, Seen()
    while True:
        process = run(root, name)
        try:
            process.wait(chance.uniform(0, lasts) if kills < most else None)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
        now = finished(root / name / "english")
        twice += sum(now.get(path) != marks for path, marks in seen.items())
        seen = now
        if process.returncode == 0:
            return kills, twice
        if process.returncode != -signal.SIGKILL:
            raise SystemExit(f"a run ended with {process.returncode}")


def run(root: Path, name: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "translator", "translate", "arsip", "-o", f"{name}/english", "-q"]
    return subprocess.Popen([*command, "--model", "starter"], cwd=root, stdout=subprocess.DEVNULL)


def finished(folder: Path) -> Seen:
    """The files that a run has finished, as they are now."""
    try:
        with sqlite3.connect(folder / ".padan" / "ledger.sqlite") as ledger:
            rows = ledger.execute("SELECT path FROM outputs").fetchall()
    except sqlite3.OperationalError:  # killed before it had one
        return {}
    stats = ((path, os.stat(os.fsencode(folder) + b"/" + path)) for (path,) in rows)
    return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in stats}


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file of a folder but for the ledger and the lock."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != ".padan")
    return {path.relative_to(folder): path.read_bytes() for path in paths}


if __name__ == "__main__":
    main()

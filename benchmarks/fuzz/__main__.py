"""Give every reader of files damaged ones, and save each that brings a traceback.

    python -m benchmarks.fuzz [--minutes N] [--seed N] [--only TEXT]... [--keep DIR]

A reader may refuse a file with an error of Padan's own. Anything else is a fault, and so is one file that takes more
than 20 seconds of the processor. The same seed gives the same files. DIR: where failing files are saved.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import random
import signal
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from benchmarks.fuzz.mutation import damaged
from benchmarks.fuzz.readers import FuzzedReader, named, readers
from glossary import GlossaryError
from translator.errors import PadanError

MAX_SECONDS = 20.0


class TooLongError(BaseException):
    """A file took too long. No reader may catch it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", default=[], metavar="TEXT", help="readers whose names hold this")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), metavar="DIR")
    options = parser.parse_args()
    warnings.simplefilter("error")
    signal.signal(signal.SIGVTALRM, _stop)
    chosen = named(options.only, readers())
    check_seeds(chosen)
    end = time.monotonic() + 60 * options.minutes
    tried: Counter[str] = Counter()
    faults: dict[str, Path] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in itertools.count():
            if time.monotonic() > end:
                break
            reader = chosen[number % len(chosen)]
            path = Path(folder, f"a{reader.suffix}")
            path.write_bytes(damaged(random.Random(f"{options.seed} {number}"), reader.seeds))
            tried[reader.name] += 1
            fault = fault_of(reader, path)
            if fault and fault not in faults:
                faults[fault] = _saved(path, reader, options.keep)
                print(f"{reader.name}: {fault}\n  {faults[fault]}", flush=True)
    for name, times in tried.items():
        print(f"{times:>8,}  {name}")
    print(f"{tried.total():>8,}  damaged files, {len(faults)} faults")
    raise SystemExit(bool(faults))


def check_seeds(chosen: Sequence[FuzzedReader]) -> None:
    """Every reader must be able to read its seeds: else the damaged ones would be refused at the door."""
    with tempfile.TemporaryDirectory() as folder:
        for reader in chosen:
            path = Path(folder, f"a{reader.suffix}")
            for seed in reader.seeds:
                path.write_bytes(seed)
                reader.read(path)


def fault_of(reader: FuzzedReader, path: Path) -> str:
    """What went wrong, with the place in the code; empty where the file was read or refused."""
    signal.setitimer(signal.ITIMER_VIRTUAL, MAX_SECONDS)
    try:
        reader.read(path)
    except (PadanError, GlossaryError):
        return ""
    except (Exception, TooLongError) as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {last.filename}:{last.lineno}: {str(error)[:80]!r}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError(f"more than {MAX_SECONDS:.0f} s")


def _saved(path: Path, reader: FuzzedReader, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    data = path.read_bytes()
    name = f"{reader.name.replace(' ', '-').replace('.', '')}-{hashlib.sha256(data).hexdigest()[:8]}{reader.suffix}"
    saved = folder / name
    saved.write_bytes(data)
    return saved


if __name__ == "__main__":
    main()

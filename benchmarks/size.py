"""A large text, and a folder of many small ones: how do memory and time grow?

    python -m benchmarks.size [--megabytes N]... [--one-line] [--figures] [--starter]
    python -m benchmarks.size --files N [--files N]...

A text is translated in a process of its own, with all of Padan but the model: an engine that gives back what it gets
takes its place, unless --starter is given. Sizes are of plain text, in lines of a sentence each or in a single line.
With --figures it is text that is copied, which takes little time, so that memory can be seen at large sizes.
The files of a folder hold one and the same sentence, so that hardly anything but the handling of files takes time.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np

from benchmarks.folder import Cost, sentences, timed
from translator.batch.garbage import search_seldom
from translator.batch.job import plan
from translator.batch.runners import local
from translator.build import build
from translator.document import Span
from translator.engines.base import Hypothesis
from translator.settings import Settings

MEGABYTE = 10**6


class EchoEngine:
    """Gives back what it gets, word for word; of small words the letters are turned round, so that they are changed."""

    name = signature = "echo"
    max_subwords = 500

    def translate(self, sources: Sequence[str], beam: int, n_best: int) -> list[list[Hypothesis]]:  # noqa: ARG002
        return [[_echo(source)] for source in sources]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[list[float]]:
        return [[-1.0] * (self.count(target) + 1) for _, target in pairs]

    def count(self, source: str) -> int:
        return len(source.split())

    def spells(self, target: str) -> bool:
        return bool(target)


def _echo(source: str) -> Hypothesis:
    spans = tuple([Span(*word.span()) for word in re.finditer(r"\S+", source)])
    text = re.sub(r"[a-z]{2,}", lambda word: word[0][::-1], source)
    return Hypothesis(text, -1.0, spans, spans, np.eye(len(spans), dtype=np.float32))


def make(path: Path, size: int, end: str, is_figures: bool = False) -> None:
    """Write a text of about `size` bytes whose sentences end with `end`."""
    source = figures() if is_figures else sentences(seed=1)
    left = size
    with path.open("w", encoding="utf-8") as file:
        while left > 0:
            block = "".join(next(source) + end for _ in range(1000))
            file.write(block[:left])
            left -= len(block)


def figures() -> Iterator[str]:
    """Lines of figures without end."""
    for number in count(100_000):
        yield " ".join(f"{each}.500" for each in range(number, number + 100))


def run(source: Path, is_starter: bool) -> None:
    """Translate one file as `padan translate` does."""
    pipeline = build(Settings(model="starter"))
    if not is_starter:
        pipeline = replace(pipeline, engine=EchoEngine())
    jobs = plan([source], str(source.with_name("english.txt")), ["tsv", "html"], force=True).jobs
    search_seldom()
    (outcome,) = local.run(pipeline, jobs, Settings(), local.NoProgress())
    if outcome.error:
        raise SystemExit(outcome.error.message)


def many(root: Path, number: int) -> None:
    """Translate a folder of so many files, twice."""
    for each in range(number):
        path = root / "arsip" / f"bagian {each % 50}" / f"berita-{each}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Kapal itu tiba.\n")
    padan = [sys.executable, "-m", "translator", "translate", str(root / "arsip"), "-q", "--model=starter"]
    for name in ("first", "again"):
        show(f"{number:,} files, {name}", timed([*padan, f"--output={root / 'english'}"]))


def show(name: str, cost: Cost) -> None:
    print(f"{name:>24} {cost.wall:8.1f} s wall {cost.cpu:8.1f} s CPU {cost.memory:7.0f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, action="append", default=[])
    parser.add_argument("--files", type=int, action="append", default=[])
    parser.add_argument("--one-line", action="store_true")
    parser.add_argument("--figures", action="store_true")
    parser.add_argument("--starter", action="store_true")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run(options.run, options.starter)
        return
    with tempfile.TemporaryDirectory() as folder:
        for number in options.files:
            many(Path(folder) / str(number), number)
        for size in options.megabytes or ([] if options.files else [1, 2, 4]):
            source = Path(folder) / "besar.txt"
            make(source, round(size * MEGABYTE), " " if options.one_line else "\n", options.figures)
            arguments = ["--run", str(source), *(["--starter"] if options.starter else [])]
            show(f"{size:,} MB", timed([sys.executable, "-m", "benchmarks.size", *arguments]))


if __name__ == "__main__":
    main()

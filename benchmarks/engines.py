"""Do the two engines agree? A float32 conversion in CTranslate2 against transformers, on one processor thread each.

    python benchmarks/engines.py --model DIR --source FILE [--limit N]

DIR: a MarianMT model in the Hugging Face form. FILE: one Indonesian sentence a line. Wanted: the same text for 99 % of
the sentences at beam 1 and 95 % at beam 4, teacher-forced log-probabilities within 0.001.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from translator import engines
from translator.engines.base import Engine
from translator.models import conversion


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, metavar="DIR")
    parser.add_argument("--source", type=Path, required=True, metavar="FILE")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N sentences")
    options = parser.parse_args()
    lines = options.source.read_text(encoding="utf-8").splitlines()[: options.limit]
    with tempfile.TemporaryDirectory() as folder:
        conversion.convert(options.model, Path(folder) / "ct2", "float32")
        fast = engines.load("ct2", Path(folder) / "ct2", device="cpu", threads=1)
    reference = engines.load("marian", options.model, device="cpu", threads=1)
    compare(fast, reference, [line for line in lines if line.strip()])


def compare(fast: Engine, reference: Engine, sentences: list[str]) -> None:
    """Print a row for each beam width, and one for the scores."""
    print(f"{len(sentences)} sentences      equal      ct2   marian    ratio")
    for beam in (1, 4):
        ours, quick = translate(fast, sentences, beam)
        theirs, slow = translate(reference, sentences, beam)
        equal = sum(one == other for one, other in zip(ours, theirs, strict=True)) / len(sentences)
        print(f"beam {beam:<14}{equal:>8.2%} {quick:>6.1f} s {slow:>6.1f} s {slow / quick:>7.1f}x")
    pairs = list(zip(sentences, theirs, strict=True))
    gaps = [
        abs(one - other)
        for row in zip(fast.score(pairs), reference.score(pairs), strict=True)
        for one, other in zip(*row, strict=True)
    ]
    print(f"largest difference of {len(gaps)} teacher-forced log-probabilities: {max(gaps):.1e}")


def translate(engine: Engine, sentences: list[str], beam: int) -> tuple[list[str], float]:
    start = time.perf_counter()
    found = engine.translate(sentences, beam, 1)
    return [hypotheses[0].text for hypotheses in found], time.perf_counter() - start


if __name__ == "__main__":
    main()

"""The independent judge: word links by eflomal, which knows nothing of the model that translated.

Of a thousand sentences alone it learns little; priors that were counted over a parallel corpus make it good:

    python -m benchmarks.enforcement.judge --aligner DIR --source FILE --target FILE --priors OUT
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from translator.document import Span

Links = set[tuple[int, int]]  # numbers of tokens, source and target, from 0

_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens(text: str) -> list[Span]:
    """Words and single signs."""
    return [Span(*found.span()) for found in _TOKEN.finditer(text)]


def align(aligner: Path, priors: Path, pairs: Sequence[tuple[str, str]]) -> list[tuple[Links, Links]]:
    """For each pair the links that both directions agree on, and those of either. aligner: eflomal's folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write([source for source, _ in pairs], folder / "source")
        _write([target for _, target in pairs], folder / "target")
        _run(aligner, folder, "--priors", str(priors))
        ways = [[_links(line) for line in (folder / way).read_text().splitlines()] for way in ("forward", "reverse")]
    return [(forward & reverse, forward | reverse) for forward, reverse in zip(*ways, strict=True)]


def known(priors: Path, least: int = 3) -> set[tuple[str, str]]:
    """The pairs of folded words that were linked at least so often in the parallel corpus."""
    rows = (line.split("\t") for line in priors.read_text("utf-8").splitlines())
    return {(row[1], row[2]) for row in rows if row[0] == "LEX" and int(row[3]) >= least}


def make_priors(aligner: Path, source: Path, target: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, side in ((source, "source"), (target, "target")):
            _write(path.read_text("utf-8").splitlines(), folder / side)
        _run(aligner, folder, "--length", "0.5")
        command: list[str | Path] = [aligner / "eflomal-makepriors", "-s", folder / "source", "-t", folder / "target"]
        ways: list[str | Path] = ["-f", folder / "forward", "-r", folder / "reverse"]
        subprocess.run([*command, *ways, "-p", out], check=True)


def _run(aligner: Path, folder: Path, *more: str) -> None:
    files = ["-s", "source", "-t", "target", "-f", "forward", "-r", "reverse"]
    command: list[str | Path] = [aligner / "eflomal-align", *files, "--overwrite", *more]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _write(texts: Sequence[str], path: Path) -> None:
    lines = (" ".join(span.of(text).casefold() for span in tokens(text)) for text in texts)
    path.write_text("".join(line + "\n" for line in lines), "utf-8")


def _links(line: str) -> Links:
    return {(int(source), int(target)) for source, target in (link.split("-") for link in line.split())}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("aligner", "source", "target", "priors"):
        parser.add_argument(f"--{option}", type=Path, required=True)
    options = parser.parse_args()
    make_priors(options.aligner, options.source, options.target, options.priors)

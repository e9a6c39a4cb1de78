"""Align the subwords of the training data with eflomal, both ways, and keep the links on which both ways agree.

Östling and Tiedemann (2016), "Efficient Word Alignment with Markov Chain Monte Carlo". A name or a figure that stands
once on both sides, to the letter, is linked with itself, subword by subword, whatever eflomal found. Reads
`train.{id,en}` and writes `train.align`: for each pair its links in Pharaoh notation, `source-target`, over subwords,
from 0.
"""

import argparse
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import accumulate
from pathlib import Path

SPACE = "▁"
"""Begins a word, as SentencePiece writes it."""


def run_eflomal(program: str, folder: Path, length: float) -> tuple[Path, Path]:
    """Both directions, as the files of links that eflomal writes; a finished run is not repeated."""
    forward, reverse = folder / "train.forward", folder / "train.reverse"
    if forward.exists() and reverse.exists():
        return forward, reverse
    partial = [folder / "train.forward.part", folder / "train.reverse.part"]
    files = ["-s", folder / "train.id", "-t", folder / "train.en", "-f", partial[0], "-r", partial[1]]
    subprocess.run([program, "--overwrite", "--length", str(length), *map(str, files)], check=True)
    return partial[0].replace(forward), partial[1].replace(reverse)


def join(forward: str, reverse: str, source: str, target: str) -> str:
    """The links that stand in both lines, those of copied words put right, by target subword."""
    both = (tuple(map(int, link.split("-"))) for link in set(forward.split()) & set(reverse.split()))
    links = {there: here for here, there in both} | copied(source.split(), target.split())
    return " ".join(f"{here}-{there}" for there, here in sorted(links.items()))


def copied(source: Sequence[str], target: Sequence[str]) -> dict[int, int]:
    """For each target subword of a name or figure that stands once on both sides: where in the source it begins."""
    left, right = cores(source), cores(target)
    return {
        there: max(subword for subword in left[word][0] if subword[0] <= start)[1]
        for word, places in right.items()
        if len(places) == len(left.get(word, ())) == 1
        for start, there in places[0]
    }


def cores(subwords: Sequence[str]) -> dict[str, list[list[tuple[int, int]]]]:
    """The names and figures, without punctuation around them; for each place of one its subwords: start, number."""
    words: list[list[int]] = []
    for number, subword in enumerate(subwords):
        if subword.startswith(SPACE) or not words:
            words.append([])
        words[-1].append(number)
    found: dict[str, list[list[tuple[int, int]]]] = {}
    for numbers in words:
        inner = [number for number in numbers if any(map(str.isalnum, subwords[number]))]
        core = range(inner[0], inner[-1] + 1) if inner else range(0)
        texts = [subwords[number].removeprefix(SPACE) for number in core]
        starts = accumulate(map(len, texts), initial=0)
        if core and not "".join(texts).islower():
            found.setdefault("".join(texts), []).append(list(zip(starts, core, strict=False)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Word alignment on subwords, intersection of two eflomal directions.")
    parser.add_argument("data", type=Path, help="folder that prepare.py wrote")
    parser.add_argument("--eflomal", default="eflomal-align", help="the program, if it is not on the PATH")
    parser.add_argument("--length", type=float, default=1.0, help="relative number of sampling iterations (default 1)")
    chosen = parser.parse_args()
    program = shutil.which(chosen.eflomal)
    if program is None:
        parser.error(f"no program {chosen.eflomal}; `pip install eflomal` makes eflomal-align")
    forward, reverse = run_eflomal(program, chosen.data, chosen.length)
    paths = forward, reverse, chosen.data / "train.id", chosen.data / "train.en"
    with ExitStack() as stack, (chosen.data / "train.align").open("w") as output:
        files = [stack.enter_context(path.open(encoding="utf-8")) for path in paths]
        output.writelines(f"{join(*lines)}\n" for lines in zip(*files, strict=True))


if __name__ == "__main__":
    main()

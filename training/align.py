"""Align the pieces of the training data with eflomal, both ways, and keep the links on which both ways agree.

Östling and Tiedemann (2016), "Efficient Word Alignment with Markov Chain Monte Carlo". Reads `train.{id,en}`, writes
`train.align`: for each pair its links in Pharaoh notation, `source-target`, over pieces, from 0.
"""

import argparse
import shutil
import subprocess
from pathlib import Path


def run_eflomal(program: str, folder: Path, length: float) -> tuple[Path, Path]:
    """Both directions, as the files of links that eflomal writes; a finished run is not repeated."""
    forward, reverse = folder / "train.forward", folder / "train.reverse"
    if forward.exists() and reverse.exists():
        return forward, reverse
    partial = [folder / "train.forward.part", folder / "train.reverse.part"]
    files = ["-s", folder / "train.id", "-t", folder / "train.en", "-f", partial[0], "-r", partial[1]]
    subprocess.run([program, "--overwrite", "--length", str(length), *map(str, files)], check=True)
    return partial[0].replace(forward), partial[1].replace(reverse)


def intersect(forward: str, reverse: str) -> str:
    """The links that stand in both lines, by target piece."""
    both = set(forward.split()) & set(reverse.split())
    return " ".join(sorted(both, key=lambda link: [int(place) for place in reversed(link.split("-"))]))


def main() -> None:
    parser = argparse.ArgumentParser(description="Word alignment on pieces, intersection of two eflomal directions.")
    parser.add_argument("data", type=Path, help="folder that prepare.py wrote")
    parser.add_argument("--eflomal", default="eflomal-align", help="the program, if it is not on the PATH")
    parser.add_argument("--length", type=float, default=1.0, help="relative number of sampling iterations (default 1)")
    chosen = parser.parse_args()
    program = shutil.which(chosen.eflomal)
    if program is None:
        parser.error(f"no program {chosen.eflomal}; `pip install eflomal` makes eflomal-align")
    forward, reverse = run_eflomal(program, chosen.data, chosen.length)
    with forward.open() as ahead, reverse.open() as back, (chosen.data / "train.align").open("w") as output:
        output.writelines(f"{intersect(*lines)}\n" for lines in zip(ahead, back, strict=True))


if __name__ == "__main__":
    main()

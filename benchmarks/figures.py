"""Are the numbers right? Padan's own, before and after mending, and those of translations that others published.

    python -m benchmarks.figures --source FILE --reference FILE [--model NAME|DIR] [--peer FILE]... [--show]

FILE: one sentence a line. For each kind of number: how many the source has, how many of these the reference keeps in a
form that translator/language/numbers accepts, and of these, how many are right in what the model wrote by itself, in
what Padan made of it, and in each peer. `reference`: alarms on the reference, in percent of the sentences. --show:
print each number that was put right, and each that is lost.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.quality import document_of
from translator.build import build
from translator.language.numbers import Number, NumberKind, find, missing
from translator.settings import Settings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, metavar="FILE")
    parser.add_argument("--reference", type=Path, required=True, metavar="FILE")
    parser.add_argument("--model", metavar="NAME|DIR")
    parser.add_argument("--peer", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    sources, references = lines(options.source), lines(options.reference)
    segments = build(Settings(model=options.model)).translate(document_of(sources)).segments
    ours = [segment.target for segment in segments]
    plain = [" ".join(pair.unforced or pair.target for pair in segment.pairs) for segment in segments]
    systems = {"model": plain, "padan": ours} | {path.name.split(".")[1]: lines(path) for path in options.peer}
    print_table(sources, references, systems)
    print_alarms(sources, references)
    if options.show:
        for sentence in zip(sources, plain, ours, strict=True):
            print_changes(*sentence)


def print_table(sources: Sequence[str], references: Sequence[str], systems: Mapping[str, Sequence[str]]) -> None:
    """A row for each kind of number, and their sum."""
    kept = [right(*pair) for pair in zip(sources, references, strict=True)]
    columns = {
        "source": Counter(number.kind for source in sources for number in find(source)),
        "reference": Counter(number.kind for ones in kept for number in ones),
        **{name: counted(sources, kept, targets) for name, targets in systems.items()},
    }
    print(f"{'kind':<10}" + "".join(f"{name:>10}" for name in columns))
    for kind in NumberKind:
        print(f"{kind:<10}" + "".join(f"{counts[kind]:>10}" for counts in columns.values()))
    print(f"{'all':<10}" + "".join(f"{counts.total():>10}" for counts in columns.values()))


def print_alarms(sources: Sequence[str], references: Sequence[str]) -> None:
    """In how many references a number seems to be missing."""
    alarms = sum(bool(missing(*pair)) for pair in zip(sources, references, strict=True))
    print(f"alarms on the reference: {alarms} of {len(sources)} sentences, {100 * alarms / len(sources):.1f} %")


def print_changes(source: str, before: str, after: str) -> None:
    """Each number that the model did not have, and what became of it."""
    for number in missing(source, before):
        word = "lost" if number in missing(source, after) else "put right"
        print(f"\n{word}: {number.text} ({number.kind})\n  {source}\n  {before}\n  {after}")


def lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines()]


def right(source: str, target: str) -> list[Number]:
    """The numbers of a source that a translation has."""
    lost = missing(source, target)
    return [number for number in find(source) if number not in lost]


def counted(sources: Sequence[str], kept: Sequence[Sequence[Number]], targets: Sequence[str]) -> Counter[NumberKind]:
    """By kind, how many of the numbers that the references keep are right in the translations."""
    rows = zip(sources, kept, targets, strict=True)
    return Counter(number.kind for source, ones, target in rows for number in right(source, target) if number in ones)


if __name__ == "__main__":
    main()

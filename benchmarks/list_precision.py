"""Are the terms of the built-in lists found where they are meant? Matches drawn at random, for a person to read.

    python benchmarks/list_precision.py --pairs FILE [--tag NAME] [--matches N] [--seed N] [--list NAME]...

--pairs: Indonesian and English parted by a tab, a pair a line; .xz is unpacked. --tag: only lines whose third column is
NAME. --list: only these lists; without it, those that a translation uses by default. Each match is printed with its
sentence, the translation that the list prefers and the English of the pair; at the end, how many were drawn of each
list. Right is a match if the list's translation is the sense that the words have there.
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from glossary import Match, Matcher, Term, load, occurrences
from glossary.builtin import DEFAULT, locate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True, metavar="FILE")
    parser.add_argument("--tag", metavar="NAME")
    parser.add_argument("--matches", type=int, default=100, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--list", action="append", default=[], metavar="NAME")
    options = parser.parse_args()

    list_of: dict[Term, str] = {}
    for name in options.list or DEFAULT:
        list_of.update(dict.fromkeys(load(locate(name)).terms, name))
    matcher = Matcher(list_of)
    found = []
    for source, english in pairs(options.pairs, options.tag):
        found += [(source, english, match) for match in matcher.find(source)]

    drawn = random.Random(options.seed).sample(found, min(options.matches, len(found)))
    for number, (source, english, match) in enumerate(drawn, 1):
        print(f"{number}. {shown(match, english)}\n   {marked(source, match)}\n   {english}")
    counts = Counter(list_of[match.term] for _, _, match in drawn)
    print(f"{len(drawn)} of {len(found)} matches, seed {options.seed}: {dict(sorted(counts.items()))}")


def pairs(path: Path, tag: str | None) -> Iterator[tuple[str, str]]:
    """Every Indonesian sentence with its English one."""
    unpacked = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    for line in unpacked.decode("utf-8").splitlines():
        source, english, *tags = line.split("\t")
        if tag is None or tag in tags[:1]:
            yield source, english


def shown(match: Match, english: str) -> str:
    """The term and its translation, and whether the English has it."""
    state = "in the English" if occurrences(english, match) else "not in the English"
    return f"{match.text} -> {match.term.targets[0]} ({state})"


def marked(source: str, match: Match) -> str:
    return f"{source[: match.start]}>>{match.text}<<{source[match.end :]}"


if __name__ == "__main__":
    main()

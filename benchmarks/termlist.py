"""Does a term list agree with translators? How often an English sentence honours the terms of its Indonesian source.

    python benchmarks/termlist.py LIST [--pairs FILE]... [--source FILE --reference FILE [--limit N]] [--misses N]

LIST: a glossary. --pairs: Indonesian and English parted by a tab, a pair a line; .xz is unpacked. --source and
--reference: one sentence a line. Of terms found at least five times, those honoured in fewer than half of the cases
are named; --misses shows N sentences of every term that is not always honoured.
"""

from __future__ import annotations

import argparse
import lzma
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from glossary import Matcher, Term, load, occurrences

ENOUGH = 5  # occurrences from which a term's share says something


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list", type=Path, metavar="LIST")
    parser.add_argument("--pairs", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--source", type=Path, metavar="FILE")
    parser.add_argument("--reference", type=Path, metavar="FILE")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N sentences")
    parser.add_argument("--misses", type=int, default=0, metavar="N")
    options = parser.parse_args()
    if (options.source is None) != (options.reference is None):
        parser.error("--source and --reference belong together")

    matcher = Matcher(load(options.list).terms)
    honoured: dict[Term, list[bool]] = defaultdict(list)
    missed: dict[Term, list[tuple[str, str]]] = defaultdict(list)
    sentences = 0
    for source, english in pairs(options):
        sentences += 1
        for match in matcher.find(source):
            is_honoured = bool(occurrences(english, match))
            honoured[match.term].append(is_honoured)
            if not is_honoured:
                missed[match.term].append((source, english))

    found = sum(map(len, honoured.values()))
    kept = sum(map(sum, honoured.values()))
    share = f"{100 * kept / found:.1f} %" if found else "-"
    print(f"{sentences} sentences: {len(honoured)} terms found {found} times, honoured {kept} times ({share})")
    for term, cases in sorted(honoured.items(), key=lambda item: sum(item[1]) / len(item[1])):
        if len(cases) >= ENOUGH and 2 * sum(cases) < len(cases):
            print(f"seldom honoured: {term.source!r}, {sum(cases)} of {len(cases)}")
        for source, english in missed[term][: options.misses]:
            print(f"{term.source!r} -> {'|'.join(term.targets)}\n  {source}\n  {english}")


def pairs(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Every Indonesian sentence with its English one."""
    for path in options.pairs:
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                source, english = line.rstrip("\n").split("\t")[:2]
                yield source, english
    if options.source:
        sides = (path.read_text("utf-8").splitlines()[: options.limit] for path in (options.source, options.reference))
        yield from zip(*sides, strict=True)


if __name__ == "__main__":
    main()

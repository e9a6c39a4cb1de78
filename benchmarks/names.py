"""How many names does a translation keep? Padan's own with and without keeping, and what others published.

    python benchmarks/names.py --source FILE --reference FILE [--model NAME|DIR] [--glossary FILE]... [--peer FILE]...
                               [--repairs N] [--lost]

FILE: one sentence a line. A name is a word of three letters or more with a capital inside a sentence that the reference
has to the letter; each place in the reference serves one name. `judged`: those that translator/language/names.py takes
for names. `or derived`: a word that English makes of the name serves it, too (Texans, Pakistani). --repairs: print N
repairs, drawn at random, for a reader to judge. --lost: print the names that Padan loses.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.quality import document_of
from translator.bitext import Pair, Status
from translator.build import build
from translator.language import names
from translator.settings import Settings

WORD = re.compile(r"[^\W\d_]+")
DERIVED = "(?:i?ans?|ns?|is?|ic|ese|ish)"  # endings of what English makes of a name
ENDS = tuple(".!?:…\"'“”‘’–—-•([")


@dataclass(frozen=True, slots=True)
class Shared:
    """A name that a source and its reference share. judged: translator/language/names.py takes it for one."""

    text: str
    judged: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, metavar="FILE")
    parser.add_argument("--reference", type=Path, required=True, metavar="FILE")
    parser.add_argument("--model", metavar="NAME|DIR")
    parser.add_argument("--glossary", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--peer", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--repairs", type=int, default=0, metavar="N")
    parser.add_argument("--lost", action="store_true")
    options = parser.parse_args()
    sources, references = lines(options.source), lines(options.reference)
    wanted = [list(shared(*pair)) for pair in zip(sources, references, strict=True)]
    print(f"{'names kept, percent':<28}{'all':>16} {'judged':>16} {'or derived':>16}")
    plain = build(Settings(glossaries=tuple(options.glossary), model=options.model, keep_names=False))
    keeping = replace(plain, keep_names=True)
    for title, pipeline in (("padan --no-keep-names", plain), ("padan", keeping)):
        segments = pipeline.translate(document_of(sources)).segments
        show(title, wanted, [segment.target for segment in segments])
    for peer in options.peer:
        show(peer.name, wanted, lines(peer))
    if options.lost:
        for segment, ones in zip(segments, wanted, strict=True):
            print_lost(ones, segment.target)
    print_repairs([pair for segment in segments for pair in segment.pairs], options.repairs)


def print_lost(ones: Sequence[Shared], translation: str) -> None:
    """The names that a translation does not have."""
    for one in lost(ones, translation):
        print(f"lost: {one.text}{'' if one.judged else ' (not judged a name)'}: {translation}")


def print_repairs(pairs: Sequence[Pair], number: int) -> None:
    """How many names stand and how many were put there, and so many of these, drawn at random."""
    found = list(repairs(pairs))
    standing = [use for pair in pairs for use in pair.names if use.target_span]
    print(f"{len(standing)} names stand, {len(found)} of them put there by repairs")
    for name, pair in random.Random(1).sample(found, min(number, len(found))):
        wrote = names.mangled(name, pair.unforced or "", pair.target)
        print(f"\n{name} for {wrote}\n  {pair.source}\n  {pair.unforced}\n  {pair.target}")


def lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8").splitlines()]


def shared(source: str, reference: str) -> Iterator[Shared]:
    """The names that a source and its reference share."""
    judged = {name.span.start for name in names.find(source)}
    free = Counter(WORD.findall(reference))
    for word in WORD.finditer(source):
        before = source[: word.start()].rstrip()
        if len(word[0]) > 2 and word[0][0].isupper() and before and not before.endswith(ENDS) and free[word[0]]:
            free[word[0]] -= 1
            yield Shared(word[0], word.start() in judged)


def lost(ones: Sequence[Shared], translation: str, derived: bool = False) -> Iterator[Shared]:
    """The names that have no place in a translation. derived: a word that English makes of a name is a place, too."""
    free = Counter(WORD.findall(translation))
    for one in ones:
        made = re.compile(f"{one.text}|{one.text[:-1]}{one.text[-1]}?{DERIVED}" if derived else one.text)
        place = next((word for word, number in free.items() if number and made.fullmatch(word)), None)
        if place is None:
            yield one
        else:
            free[place] -= 1


def show(title: str, wanted: Sequence[Sequence[Shared]], translations: Sequence[str]) -> None:
    cells = []
    for judged, derived in ((False, False), (True, False), (True, True)):
        gone = [one for pair in zip(wanted, translations, strict=True) for one in lost(*pair, derived)]
        number = sum(one.judged or not judged for ones in wanted for one in ones)
        kept = number - sum(one.judged or not judged for one in gone)
        cells.append(f"{kept:>5} of {number:>4}{100 * kept / max(1, number):>6.1f}")
    print(f"{title:<28}" + " ".join(cells))


def repairs(pairs: Sequence[Pair]) -> Iterator[tuple[str, Pair]]:
    """The names that were put into a translation."""
    for pair in pairs:
        for use in pair.names:
            if use.status not in (Status.NATURAL, Status.N_BEST, Status.MISSING):
                yield use.source, pair


if __name__ == "__main__":
    main()

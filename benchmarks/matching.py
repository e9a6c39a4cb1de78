"""How fast are terms found, and what do two published matchers miss? flashtext and ahocorasick_rs, in the same run.

    pip install flashtext ahocorasick_rs
    python benchmarks/matching.py --text FILE [--glossary FILE|NAME]... [--entries N]

FILE: Indonesian text. The glossary is made up to N entries (100,000) with invented ones. A row for each matcher:
seconds to load (ours from a file, its conflicts looked for; the others from strings in memory), megabytes of text a
second, terms found in the text, and of the cases in tests/cases how many are right: those with terms to find, and those
with none. The last row is ours from what an earlier run has kept. Seconds are processor time of one core.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from glossary import Case, Matcher, Term, TermKind, TermStatus, load, locate, merge, render
from translator import term_lists

CASES = Path(__file__).parents[1] / "tests" / "cases"
SYLLABLES = "ba ber da di gan ka kan la lam ma man na ngan pa per ra rang sa ta tor".split()

Find = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A matcher: what makes it from terms, and the package that it needs."""

    name: str
    make: Callable[[Sequence[Term]], Find]
    package: str = ""


def ours(terms: Sequence[Term]) -> Find:
    matcher = Matcher(terms)
    matcher.find("")  # it reads the terms when it is first asked
    return lambda text: [match.text for match in matcher.find(text)]


def flashtext(terms: Sequence[Term]) -> Find:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    for term in terms:
        for spelling in (term.source, *term.variants):
            processor.add_keyword(spelling)
    return lambda text: [text[start:end] for _, start, end in processor.extract_keywords(text, span_info=True)]


def aho_corasick(terms: Sequence[Term]) -> Find:
    """Leftmost-longest, as the library offers it, and then only what stands between word borders."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    spelled = [spelling.lower() for term in terms for spelling in (term.source, *term.variants)]
    automaton = AhoCorasick(spelled, matchkind=MatchKind.LeftmostLongest)

    def find(text: str) -> list[str]:
        places = [(start, end) for _, start, end in automaton.find_matches_as_indexes(text.lower())]
        return [text[start:end] for start, end in places if _stands_alone(text, start, end)]

    return find


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


PEERS = (
    Peer("padan", ours),
    Peer("flashtext", flashtext, "flashtext"),
    Peer("ahocorasick_rs", aho_corasick, "ahocorasick_rs"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, required=True, metavar="FILE")
    parser.add_argument("--glossary", action="append", default=[], metavar="FILE|NAME")
    parser.add_argument("--entries", type=int, default=100_000, metavar="N")
    options = parser.parse_args()
    terms, _ = merge([load(locate(glossary)) for glossary in options.glossary])
    terms += tuple(invented(options.entries - len(terms)))
    lines = options.text.read_text("utf-8").splitlines()
    megabytes = options.text.stat().st_size / 1e6
    print(f"{len(terms):,} entries, {megabytes:.2f} MB of text")
    print(f"{'matcher':<16}{'load s':>8}{'MB/s':>8}{'found':>9}{'cases found':>16}{'cases empty':>16}")
    for peer in PEERS:
        if peer.package and not find_spec(peer.package):
            print(f"{peer.name:<16}not installed")
            continue
        seconds, find = loaded(peer, terms)
        started = time.process_time()
        found = sum(len(find(line)) for line in lines)
        speed = megabytes / (time.process_time() - started)
        right = [f"{sum(score)} of {len(score)}" for score in scores(peer)]
        print(f"{peer.name:<16}{seconds:>8.2f}{speed:>8.2f}{found:>9,}{right[0]:>16}{right[1]:>16}")
    print(f"padan, again    {loaded_again(terms):>8.2f}")


def invented(number: int) -> Iterator[Term]:
    """Terms of one to three invented words, always the same ones."""
    dice = random.Random(2026)
    kinds = [None, *TermKind]
    for place in range(number):
        words = ("".join(dice.choices(SYLLABLES, k=dice.randint(3, 5))) for _ in range(dice.randint(1, 3)))
        case = dice.choice([Case.FOLD, Case.FOLD, Case.EXACT])
        yield Term(f"{' '.join(words)} {place}", (f"term {place}", f"word {place}"), dice.choice(kinds), case)


def loaded(peer: Peer, terms: Sequence[Term]) -> tuple[float, Find]:
    """The matcher, and the seconds that it took to load."""
    if peer.package:
        started = time.process_time()
        find = peer.make(terms)
        return time.process_time() - started, find
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.tsv"
        path.write_bytes(render(terms, path)[0])
        started = time.process_time()
        find = peer.make(load(path).terms)
        return time.process_time() - started, find


def loaded_again(terms: Sequence[Term]) -> float:
    """The seconds that our matcher takes to load terms that an earlier run has read, the best of five times."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        path = Path(folder) / "terms.tsv"
        path.write_bytes(render(terms, path)[0])
        best = float("inf")
        for _ in range(6):
            started = time.process_time()
            ours(term_lists.load([path])[0])
            best = min(best, time.process_time() - started)
    return best


def scores(peer: Peer) -> tuple[list[bool], list[bool]]:
    """For the cases with something to find, and for those without: was it right?"""
    full: list[bool] = []
    empty: list[bool] = []
    for name in ("matching.json", "indonesian_forms.json"):
        data: dict[str, Any] = json.loads((CASES / name).read_text("utf-8"))
        for case in data["cases"]:
            found = peer.make([_term(source, **data["terms"][source]) for source in case["terms"]])(case["text"])
            (full if case["found"] else empty).append(found == case["found"])
    return full, empty


def _term(source: str, **fields: Any) -> Term:
    kind, case = fields.pop("kind", None), fields.pop("case", "fold")
    variants = tuple(fields.pop("variants", ()))
    verb, status = fields.pop("verb", False), TermStatus(fields.pop("status", "approved"))
    return Term(source, ("x",), TermKind(kind) if kind else None, Case(case), variants, verb=verb, status=status)


if __name__ == "__main__":
    main()

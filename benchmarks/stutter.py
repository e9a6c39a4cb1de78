"""Does a model say things twice, or leave them out? Counted on its own translations, for each 100 sentences.

    python benchmarks/stutter.py --source FILE [--reference FILE] [--model NAME|DIR] [--beam N] [--limit N]
                                 [--set OPTION=NUMBER]... [--output FILE]

FILE: one sentence a line. Printed are

- in a row: words and phrases of up to four words that stand at once after themselves, more often than in the source;
- comes back: phrases of three words that stand again anywhere, more often than in the source;
- not linked: the share of the content words of the source to which no word of the translation links;
- lost clauses: rows of four or more content words of the source, none of them linked.

A translation that is right has some of each: --reference counts the first two on the reference as well.
--set gives CTranslate2 an option of its search, such as repetition_penalty, no_repeat_ngram_size, length_penalty or
coverage_penalty, to see what it does; --output FILE keeps the translations, for another score.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from translator import engines, models
from translator.alignment import span_links, words
from translator.engines.base import Hypothesis

LONGEST = 4  # words of a phrase that stands in a row
PHRASE = 3  # words of a phrase that comes back
CLAUSE = 4  # content words in a row that make a clause
WORD = re.compile(r"\w+(?:['’-]\w+)*")
FUNCTION_WORDS = frozenset(
    """yang di ke dari dan atau dengan untuk pada dalam oleh ini itu adalah ialah merupakan akan telah sudah sedang
    masih juga pun lah saja bahwa sebagai karena jika bila agar supaya tetapi namun serta maka para sang si
    tidak bukan ada saat ketika hal oleh secara antara bagi kepada terhadap tersebut yaitu yakni sebuah
    seorang suatu lalu kemudian dia ia mereka kami kita saya anda nya adapun hingga sampai lebih paling sangat
    dapat bisa""".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, metavar="FILE")
    parser.add_argument("--reference", type=Path, metavar="FILE")
    parser.add_argument("--model", metavar="NAME|DIR")
    parser.add_argument("--beam", type=int, default=4, metavar="N")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N sentences")
    parser.add_argument("--set", action="append", default=[], metavar="OPTION=NUMBER")
    parser.add_argument("--output", type=Path, metavar="FILE")
    options = parser.parse_args()
    sources = options.source.read_text("utf-8").splitlines()[: options.limit]
    model = models.converted(models.resolve(options.model))
    engine = engines.load("ct2", model.form("ct2"))
    set_search(engine, options.set)
    found = [best[0] for best in engine.translate(sources, beam=options.beam, n_best=1)]
    targets = [one.text for one in found]
    show_repeats("model", sources, targets)
    if options.reference:
        show_repeats("reference", sources, options.reference.read_text("utf-8").splitlines()[: options.limit])
    show_losses(sources, found)
    if options.output:
        options.output.write_text("".join(f"{target}\n" for target in targets), "utf-8")


def set_search(engine: Any, settings: Sequence[str]) -> None:
    """Give the engine's CTranslate2 more options for every search. settings: OPTION=NUMBER."""
    if not settings:
        return
    given = dict(setting.split("=") for setting in settings)
    numbers = {name: float(text) if "." in text else int(text) for name, text in given.items()}
    engine._translator = Searching(engine._translator, numbers)


class Searching:
    """A ctranslate2.Translator whose searches have some more options."""

    def __init__(self, translator: Any, options: dict[str, float]) -> None:
        self._translator = translator
        self.translate_batch = partial(translator.translate_batch, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._translator, name)


def show_repeats(name: str, sources: Sequence[str], targets: Sequence[str]) -> None:
    """Print how often the targets repeat what their sources do not."""
    rows = backs = 0
    for source, target in zip(sources, targets, strict=True):
        here, there = split(source), split(target)
        rows += max(0, in_a_row(there) - in_a_row(here))
        backs += max(0, come_back(there) - come_back(here))
    share = 100 / max(1, len(sources))
    print(f"{name}: for each 100 sentences {share * rows:.1f} in a row, {share * backs:.1f} come back")


def show_losses(sources: Sequence[str], found: Sequence[Hypothesis]) -> None:
    """Print how much of the sources nothing in the translations links to."""
    marks = [linked(source, one) for source, one in zip(sources, found, strict=True)]
    total = sum(map(len, marks))
    lost = sum(each.count(False) for each in marks)
    clauses = sum(map(lost_clauses, marks))
    share = 100 / max(1, len(sources))
    print(f"model: {lost / max(1, total):.1%} of {total} content words not linked, {share * clauses:.1f} lost clauses")


def split(text: str) -> list[str]:
    """The words of a text, in lower case, without punctuation."""
    return WORD.findall(text.casefold())


def in_a_row(text: Sequence[str]) -> int:
    """How many phrases of up to LONGEST words stand at once after themselves."""
    count = 0
    for size in range(1, LONGEST + 1):
        for place in range(size, len(text) - size + 1):
            count += text[place : place + size] == text[place - size : place]
    return count


def come_back(text: Sequence[str]) -> int:
    """How many phrases of PHRASE words stood before."""
    phrases = list(zip(*(text[start:] for start in range(PHRASE)), strict=False))
    return len(phrases) - len(set(phrases))


def linked(source: str, found: Hypothesis) -> list[bool]:
    """For each content word of the source: does a word of the translation link to it?"""
    reached = {origin for origin, _ in span_links(source, found)}
    return [span in reached for span in words(source) if is_content(span.of(source))]


def is_content(word: str) -> bool:
    """Does a word have letters or digits, and is none of those that English may well leave out?"""
    bare = split(word)
    return bool(bare) and not FUNCTION_WORDS.issuperset(bare)


def lost_clauses(marks: Sequence[bool]) -> int:
    """How many rows of CLAUSE or more content words have no link."""
    rows = [len(list(row)) for is_linked, row in groupby(marks) if not is_linked]
    return sum(length >= CLAUSE for length in rows)


if __name__ == "__main__":
    main()

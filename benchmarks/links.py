"""Are the word links right? Judged without annotation, on a model's own translations.

    python benchmarks/links.py --source FILE [--model NAME|DIR] [--engine NAME] [--limit N]

FILE: one Indonesian sentence a line. A name or a figure that stands exactly once in the sentence and once, to the
letter, in its translation must link to itself: by pieces, as the arg-max of the attention gives them, and by words, as
the bilingual files show them. Pieces are equal where both begin a word or neither does.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from translator import engines, models
from translator.alignment import span_links, words
from translator.document import Span
from translator.engines.base import Hypothesis, Request


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, metavar="FILE")
    parser.add_argument("--model", metavar="NAME|DIR")
    parser.add_argument("--engine", default="ct2")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N sentences")
    options = parser.parse_args()
    sources = options.source.read_text("utf-8").splitlines()[: options.limit]
    model = models.converted(models.resolve(options.model))
    engine = engines.load(options.engine, model.form(options.engine))
    best = [found[0] for found in engine.translate([Request(source) for source in sources], beam=4, n_best=1)]
    pairs = list(zip(sources, best, strict=True))
    for name, judged in (
        ("pieces", map(by_pieces, *zip(*pairs, strict=True))),
        ("words", map(by_words, *zip(*pairs, strict=True))),
    ):
        verdicts = [verdict for sentence in judged for verdict in sentence]
        print(f"{name}: {sum(verdicts) / max(1, len(verdicts)):.1%} of {len(verdicts)} links right")


def by_pieces(source: str, found: Hypothesis) -> list[bool]:
    looked = found.attention.argmax(axis=1)
    return [looked[row] == column for column, row in twins(source, found.source_spans, found.text, found.target_spans)]


def by_words(source: str, found: Hypothesis) -> list[bool]:
    here, there = words(source), words(found.text)
    linked = {target: origin for origin, target in span_links(source, found)}
    return [linked.get(there[row]) == here[column] for column, row in twins(source, here, found.text, there)]


def twins(source: str, here: Sequence[Span], target: str, there: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Numbers (source, target) of what has a letter or a digit and stands exactly once on both sides."""
    left, right = (
        [(span.of(text), begins(text, span)) for span in spans] for text, spans in ((source, here), (target, there))
    )
    for row, piece in enumerate(right):
        if any(map(str.isalnum, piece[0])) and left.count(piece) == right.count(piece) == 1:
            yield left.index(piece), row


def begins(text: str, span: Span) -> bool:
    """Does a word begin there?"""
    return span.start == 0 or text[span.start - 1].isspace()


if __name__ == "__main__":
    main()

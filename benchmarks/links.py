"""Are the word links right? Judged without annotation, on a model's own translations.

    python benchmarks/links.py --source FILE [--model NAME|DIR] [--engine NAME] [--limit N]

FILE: one Indonesian sentence a line. A name or a figure that stands exactly once in the sentence and once, to the
letter, in its translation must link to itself: by words, as the bilingual files show them, and by subwords, as the
arg-max of the attention gives them. `twins`: all subwords that stand once on both sides, also where their words are
unlike and the subword of one may well not come from the other. Subwords are equal where both begin a word or neither
does.
"""

from __future__ import annotations

import argparse
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

from translator import engines, models
from translator.alignment import span_links, words
from translator.document import Span
from translator.engines.base import Hypothesis


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
    best = [found[0] for found in engine.translate(sources, beam=4, n_best=1)]
    pairs = list(zip(sources, best, strict=True))
    for name, judged in (
        ("words", map(by_words, *zip(*pairs, strict=True))),
        ("subwords", (by_subwords(*pair, alike=True) for pair in pairs)),
        ("twins", (by_subwords(*pair, alike=False) for pair in pairs)),
    ):
        verdicts = [verdict for sentence in judged for verdict in sentence]
        print(f"{name}: {sum(verdicts) / max(1, len(verdicts)):.1%} of {len(verdicts)} links right")


def by_subwords(source: str, found: Hypothesis, alike: bool) -> list[bool]:
    """alike: only subwords of like words."""
    looked, here, there = found.attention.argmax(axis=1), found.source_spans, found.target_spans
    return [
        bool(looked[row] == column)
        for column, row in twins(source, here, found.text, there)
        if not alike or word(source, here[column]) == word(found.text, there[row])
    ]


def by_words(source: str, found: Hypothesis) -> list[bool]:
    here, there = words(source), words(found.text)
    linked = {target: origin for origin, target in span_links(source, found)}
    return [linked.get(there[row]) == here[column] for column, row in twins(source, here, found.text, there)]


def twins(source: str, here: Sequence[Span], target: str, there: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Numbers (source, target) of what has a letter or a digit and stands exactly once on both sides."""
    left, right = (
        [(span.of(text), begins(text, span)) for span in spans] for text, spans in ((source, here), (target, there))
    )
    for row, subword in enumerate(right):
        if any(map(str.isalnum, subword[0])) and left.count(subword) == right.count(subword) == 1:
            yield left.index(subword), row


def word(text: str, subword: Span) -> str:
    """The word that a subword is of, without the punctuation around it."""
    return next(span.of(text).strip(string.punctuation) for span in words(text) if span.overlaps(subword))


def begins(text: str, span: Span) -> bool:
    """Does a word begin there?"""
    return span.start == 0 or text[span.start - 1].isspace()


if __name__ == "__main__":
    main()

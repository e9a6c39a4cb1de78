"""How many terms of a document have several translations, when each sentence is translated alone and when all are?

    python -m benchmarks.consistency FILE... [--glossary FILE]... [--model NAME|DIR]

FILE: a document of any kind that Padan reads. Counted are the terms that stand at least twice in a document; of them
those with several translations of any grammar, and those with several that could stand for one another.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from translator import formats
from translator.bitext import Pair
from translator.build import build
from translator.checks.consistency import translations
from translator.document import Document
from translator.formats.base import read_bytes
from translator.language.term_variation import with_rivals
from translator.pipeline import Pipeline
from translator.settings import Settings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--glossary", action="append", type=Path, default=[], metavar="FILE")
    parser.add_argument("--model", metavar="NAME|DIR")
    options = parser.parse_args()
    pipeline = build(Settings(glossaries=tuple(options.glossary), model=options.model))
    documents = [formats.for_path(file).parse(read_bytes(file), file.name) for file in options.files]
    show("each sentence alone", [alone(pipeline, document) for document in documents])
    show("whole documents", [list(pipeline.translate(document).pairs()) for document in documents])


def alone(pipeline: Pipeline, document: Document) -> list[Pair]:
    """The pairs of a document, each segment translated as a document of its own."""
    pairs: list[Pair] = []
    for _, bitext in pipeline.stream([replace(document, segments=(segment,)) for segment in document.segments]):
        if isinstance(bitext, Exception):
            raise bitext
        pairs += bitext.pairs()
    return pairs


def show(title: str, documents: Iterable[Sequence[Pair]]) -> None:
    found: Counter[str] = Counter()
    for pairs in documents:
        for term, places in translations(pairs).items():
            if sum(standing.times for standing in places.values()) > 1:
                found["repeated"] += 1
                found["varying"] += len(places) > 1
                found["rivals"] += len(with_rivals(term, places)) > 1
    print(
        f"{title}: {found['repeated']} terms stand twice or more; {found['varying']} have several translations,"
        f" {found['rivals']} of them such as could stand for one another"
    )


if __name__ == "__main__":
    main()

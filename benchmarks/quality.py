"""How good is the English? BLEU and chrF2++ of Padan's own output, and of translations that others published.

    python benchmarks/quality.py --source FILE --reference FILE [--model NAME|DIR] [--engine NAME] [--beam N]
                                 [--glossary FILE]... [--peer FILE]... [--straight] [--limit N]
                                 [--no-default-glossary] [--no-keep-names]

FILE: one sentence a line. Padan's row goes through its whole corridor, as `padan translate` does. A peer's file is
scored as it is. --straight: curly quotes and dashes count as straight ones, in every file.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from translator.build import build
from translator.document import Document, Place, Segment, Span
from translator.pipeline import Pipeline
from translator.settings import Settings

STRAIGHT = str.maketrans("“”„‘’–—", '"""\'\'--')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, metavar="FILE")
    parser.add_argument("--reference", type=Path, required=True, metavar="FILE")
    parser.add_argument("--model", metavar="NAME|DIR")
    parser.add_argument("--engine", default="ct2")
    parser.add_argument("--beam", type=int, default=4, metavar="N")
    parser.add_argument("--glossary", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--peer", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--straight", action="store_true")
    parser.add_argument("--no-default-glossary", action="store_true")
    parser.add_argument("--no-keep-names", action="store_true")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N sentences")
    options = parser.parse_args()

    def lines(path: Path) -> list[str]:
        return path.read_text("utf-8").splitlines()[: options.limit]

    def scored(name: str, found: list[str]) -> None:
        texts = [[line.translate(STRAIGHT) for line in side] if options.straight else side for side in (found, wanted)]
        print(
            f"{name:<28}" + "".join(f"{metric.corpus_score(texts[0], [texts[1]]).score:>10.2f}" for metric in metrics)
        )

    wanted, metrics = lines(options.reference), (BLEU(), CHRF(word_order=2))
    settings = Settings(
        glossaries=tuple(options.glossary),
        model=options.model,
        engine=options.engine,
        beam=options.beam,
        default_glossary=not options.no_default_glossary,
        keep_names=not options.no_keep_names,
    )
    pipeline = build(settings)
    started = time.process_time()
    ours = translated(pipeline, lines(options.source))
    spent = time.process_time() - started
    print(f"{len(wanted)} sentences{'BLEU':>24}{'chrF2++':>10}")
    scored(f"padan, {pipeline.stamp.model}, {options.engine}", ours)
    for peer in options.peer:
        scored(peer.name, lines(peer))
    print(f"padan: {1000 * spent / max(1, len(wanted)):.0f} ms of processor time a sentence, beam {options.beam}")
    print("signatures: " + "; ".join(str(metric.get_signature()) for metric in metrics))


def translated(pipeline: Pipeline, sentences: list[str]) -> list[str]:
    """Each sentence as a segment of one document; a blank one stays blank."""
    targets = iter(pipeline.translate(document_of(sentences)).segments)
    return [next(targets).target if text.strip() else "" for text in sentences]


def document_of(sentences: list[str]) -> Document:
    """A document that has each sentence that is not blank as a segment."""
    segments = [
        Segment(text, Place(Span(0, len(text)), line)) for line, text in enumerate(sentences, 1) if text.strip()
    ]
    return Document("test set", tuple(segments), None)


if __name__ == "__main__":
    main()

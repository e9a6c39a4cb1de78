"""BLEU and chrF2++ with sacrebleu's signature, and the share of right word links, on any pair of files.

Translates through CTranslate2 (beam 4), or scores a file of translations that somebody else made. Links are judged
without annotation: in the model's own translation, a piece with a letter or a digit that occurs exactly once on both
sides (of a name, a figure) must link to itself. A link is the arg-max of head 0 of the last decoder layer's
cross-attention.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import ctranslate2
from ctranslate2.converters import TransformersConverter
from sacrebleu.metrics import BLEU, CHRF
from sentencepiece import SentencePieceProcessor

BEAM = 4


@dataclass(frozen=True, slots=True)
class Translation:
    """Pieces of a source and of its translation, and for each target piece the source piece that it looks at most."""

    source: list[str]
    target: list[str]
    links: list[int]


def read_lines(path: Path, limit: int | None = None) -> list[str]:
    """The first `limit` lines, or all."""
    return path.read_text(encoding="utf-8").split("\n")[:-1][:limit]


def convert(folder: Path, output: Path, compute: str) -> str:
    """The model in `folder` (public format) as CTranslate2 has it."""
    return str(TransformersConverter(str(folder)).convert(str(output), quantization=compute, force=True))


def translate(folder: Path, texts: list[str], compute: str = "int8", threads: int = 1) -> list[Translation]:
    """The best translation of each text by the model in `folder` (public format), in the given compute type."""
    cutter = SentencePieceProcessor(model_file=str(folder / "source.spm"))
    pieces = [[*cutter.encode(text, out_type=str), "</s>"] for text in texts]
    with tempfile.TemporaryDirectory() as temporary:
        converted = convert(folder, Path(temporary) / "model", compute)
        engine = ctranslate2.Translator(converted, compute_type=compute, intra_threads=threads)
        found = engine.translate_batch(
            pieces, beam_size=BEAM, max_batch_size=1024, batch_type="tokens", return_attention=True
        )
    return [
        Translation(source, result.hypotheses[0], [row.index(max(row)) for row in result.attention[0]])
        for source, result in zip(pieces, found, strict=True)
    ]


def decode(folder: Path, translations: Iterable[Translation]) -> list[str]:
    """The translations as text."""
    cutter = SentencePieceProcessor(model_file=str(folder / "target.spm"))
    return [cutter.decode(translation.target) for translation in translations]


def scores(hypotheses: list[str], references: list[str]) -> dict[str, str]:
    """Each metric's figure, with the signature that says how it was computed."""
    found = {}
    for metric in (BLEU(), CHRF(word_order=2)):
        score = metric.corpus_score(hypotheses, [references])
        found[score.name] = f"{score.score:.1f} {metric.get_signature()}"
    return found


def twins(translation: Translation) -> list[tuple[int, int]]:
    """Places (source, target) of the pieces with a letter or a digit that occur exactly once on both sides."""
    source, target = translation.source, translation.target
    return [
        (source.index(piece), place)
        for place, piece in enumerate(target)
        if source.count(piece) == target.count(piece) == 1 and any(character.isalnum() for character in piece)
    ]


def link_score(translations: Iterable[Translation]) -> str:
    """The share of twins that link to each other."""
    judged = [translation.links[there] == here for translation in translations for here, there in twins(translation)]
    return f"{sum(judged) / max(1, len(judged)):.1%} ({sum(judged)} of {len(judged)})"


def evaluate_model(folder: Path, texts: list[str], references: list[str], compute: str, threads: int) -> dict[str, str]:
    """Quality, links and speed of one model."""
    begun = time.monotonic()
    translations = translate(folder, texts, compute, threads)
    speed = f"{1000 * (time.monotonic() - begun) / len(texts):.0f} ms a sentence, {compute}, {threads} threads"
    return scores(decode(folder, translations), references) | {"links": link_score(translations), "speed": speed}


def main() -> None:
    parser = argparse.ArgumentParser(description="Score models, or translations made elsewhere, on a pair of files.")
    parser.add_argument("source", type=Path, help="Indonesian, a sentence a line")
    parser.add_argument("reference", type=Path, help="English, line for line")
    parser.add_argument("--model", type=Path, nargs="*", default=[], help="folders in the public format")
    parser.add_argument("--hypotheses", type=Path, nargs="*", default=[], help="files of translations made elsewhere")
    parser.add_argument("--compute", default="int8", help="CTranslate2's compute type (default int8)")
    parser.add_argument("--limit", type=int, help="first sentences only")
    parser.add_argument("--threads", type=int, default=1)
    chosen = parser.parse_args()
    references = read_lines(chosen.reference, chosen.limit)
    texts = read_lines(chosen.source, chosen.limit)
    for path in chosen.hypotheses:
        print(json.dumps({"file": path.name} | scores(read_lines(path, chosen.limit), references)))
    for folder in chosen.model:
        report = evaluate_model(folder, texts, references, chosen.compute, chosen.threads)
        print(json.dumps({"model": folder.name} | report), flush=True)


if __name__ == "__main__":
    main()

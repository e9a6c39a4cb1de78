"""How much of what a processor core can compute does CTranslate2 use, in the encoder and in the decoder?

    python -m benchmarks.flops --source FILE [--model DIR]... [--limit N]

FILE: one Indonesian sentence a line. DIR: a MarianMT model in the Hugging Face form (`benchmarks.widened` makes one in
the size of opus-mt-id-en); the starter always comes first. One thread, beam 4, batches of one length as Padan makes
them. Seconds are processor time, the least of three rounds.

The multiplications are counted from the shape of the model and the lengths of the sentences, two operations for each
with its addition. The time of the encoder is that of one greedy step less what a second step adds; it holds the keys
and values that the decoder needs of the source. The decoder has the rest of the time of a whole search. The peak is the
best of ten products of two matrices of 1,024 by 1,024 in PyTorch: of float32, and of int8, in which the weights are.
"""

from __future__ import annotations

import argparse
import json
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ctranslate2
import sentencepiece
import torch

from translator import models
from translator.engines.ct2 import SHORTLIST, small_batches
from translator.engines.tokenizer import EOS, FREE_LENGTH, MAX_LENGTH_RATIO
from translator.models import Model

BEAM = 4
SIDE = 1024  # of the matrices whose product shows the peak
TRIES = 10
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes that decide how much a model computes. output: subwords among which a step chooses."""

    width: int
    encoder_layers: int
    encoder_forward: int
    decoder_layers: int
    decoder_forward: int
    output: int

    def encoder(self, source: int) -> int:
        """Multiplications for a source of so many subwords, the keys and values for the decoder included."""
        layer = 4 * self.width**2 + 2 * self.width * self.encoder_forward + 2 * source * self.width
        return source * (self.encoder_layers * layer + self.decoder_layers * 2 * self.width**2)

    def decoder(self, source: int, steps: int) -> int:
        """Multiplications of the layers in a search of so many steps, the first of which has one hypothesis."""
        matrices = 6 * self.width**2 + 2 * self.width * self.decoder_forward
        total = 0
        for step in range(1, steps + 1):
            hypotheses = 1 if step == 1 else BEAM
            total += hypotheses * self.decoder_layers * (matrices + 2 * (source + step) * self.width)
        return total

    def choice(self, steps: int) -> int:
        """Multiplications of the output layer."""
        return (1 + BEAM * (steps - 1)) * self.width * self.output


class Measured:
    """A model in CTranslate2, and the sentences in batches."""

    def __init__(self, model: Model, lines: Sequence[str]) -> None:
        folder = models.converted(model).form("ct2")
        processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
        asked = [[*tokens, EOS] for tokens in processor.encode(list(lines), out_type=str)]
        places = small_batches([len(tokens) for tokens in asked], threads=1)
        self.batches = [[asked[place] for place in batch] for batch in places]
        self.translator = ctranslate2.Translator(str(folder), "cpu", inter_threads=1, intra_threads=1)
        self.has_shortlist = (folder / SHORTLIST).is_file()
        listed = folder / SHORTLIST
        self.output = len(listed.read_text("utf-8").split()) if self.has_shortlist else 0

    def search(self, beam: int, steps: int = 0) -> tuple[float, list[tuple[int, int]]]:
        """The processor's seconds, and for each sentence its length and how many steps it took.

        steps: exactly so many; 0: to the end.
        """
        lengths = []
        started = time.process_time()
        for batch in self.batches:
            longest = steps or MAX_LENGTH_RATIO * (len(batch[0]) - 1) + FREE_LENGTH
            found: Any = self.translator.translate_batch(
                batch,
                beam_size=beam,
                min_decoding_length=steps,
                max_decoding_length=longest,
                use_vmap=self.has_shortlist,
            )
            for tokens, result in zip(batch, found, strict=True):
                lengths.append((len(tokens), len(result.hypotheses[0]) + 1))
        return time.process_time() - started, lengths


def shape_of(folder: Path, output: int) -> Shape:
    config = json.loads((folder / "config.json").read_bytes())
    encoder = config["encoder_layers"], config["encoder_ffn_dim"]
    decoder = config["decoder_layers"], config["decoder_ffn_dim"]
    return Shape(config["d_model"], *encoder, *decoder, output or config["vocab_size"])


def best(call: Callable[[], object]) -> float:
    """The processor's seconds, the least of ten tries."""
    seconds = []
    for _ in range(TRIES):
        started = time.process_time()
        call()
        seconds.append(time.process_time() - started)
    return min(seconds)


def peaks() -> tuple[float, float]:
    """Operations a second of one core: of float32, and of int8."""
    torch.set_num_threads(1)
    left, right = torch.randn(SIDE, SIDE), torch.randn(SIDE, SIDE)
    operations = 2 * SIDE**3
    exact = operations / best(lambda: left @ right)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PyTorch means to move these functions
        quantized = torch.quantize_per_tensor(left, 0.1, 0, torch.quint8)
        weights = torch.quantize_per_tensor(right, 0.1, 0, torch.qint8)
        packed = torch.ops.quantized.linear_prepack(weights, None)
        small = operations / best(lambda: torch.ops.quantized.linear(quantized, packed, 0.1, 0))
    return exact, small


def report(model: Model, lines: Sequence[str], peak: tuple[float, float]) -> None:
    """Print a row for each part of a model."""
    measured = Measured(model, lines)
    shape = shape_of(model.form("marian"), measured.output)
    _, lengths = measured.search(BEAM)
    whole = min(measured.search(BEAM)[0] for _ in range(ROUNDS))
    first = min(measured.search(1, 1)[0] for _ in range(ROUNDS))
    second = min(measured.search(1, 2)[0] for _ in range(ROUNDS))
    encoding = first - (second - first)
    encoder = sum(shape.encoder(source) for source, _ in lengths)
    layers = sum(shape.decoder(source, steps) for source, steps in lengths)
    choice = sum(shape.choice(steps) for _, steps in lengths)
    words = f"{sum(source for source, _ in lengths) / len(lengths):.0f} subwords"
    print(f"| {model.name}, {words}: encoder | {_row(encoder, encoding, len(lines), peak)} |")
    print(f"| decoder, beam {BEAM}, {choice / (choice + layers):.0%} of it the output layer", end="")
    print(f" | {_row(layers + choice, whole - encoding, len(lines), peak)} |", flush=True)


def _row(multiplications: int, seconds: float, sentences: int, peak: tuple[float, float]) -> str:
    rate = 2 * multiplications / seconds
    each = f"{multiplications / sentences / 1e6:,.0f} | {seconds / sentences * 1000:.2f} | {rate / 1e9:.1f}"
    return f"{each} | {rate / peak[0]:.0%} | {rate / peak[1]:.0%}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, metavar="FILE")
    parser.add_argument("--model", type=Path, action="append", default=[], metavar="DIR")
    parser.add_argument("--limit", type=int, default=200, metavar="N", help="only the first N sentences")
    options = parser.parse_args()
    lines = list(filter(str.strip, options.source.read_text("utf-8").splitlines()))[: options.limit]
    peak = peaks()
    exact, small = peak[0] / 1e9, peak[1] / 1e9
    print(f"{len(lines)} sentences; peak of a core: {exact:.0f} GFLOP/s of float32, {small:.0f} Gop/s of int8")
    print("| part | million multiplications a sentence | ms a sentence | Gop/s | of float32 | of int8 |")
    print("|---|---|---|---|---|---|")
    starter = models.starter()
    report(Model(starter.name, hf=starter.hf, ct2=starter.ct2), lines, peak)
    for folder in options.model:
        report(Model(folder.name, hf=folder), lines, peak)


if __name__ == "__main__":
    main()

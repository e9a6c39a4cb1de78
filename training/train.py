"""Train the small MarianMT, from nothing or from an existing model; the same command again resumes after a kill.

Writes into the output folder: `checkpoint.pt` (with the optimiser, to resume), and `last/` and `average/`, the weights
alone in half precision (to export, or to start from on another machine). Prints one JSON object per report. On SIGTERM
it saves and leaves.
"""

import argparse
import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import torch

from training.corpus import Example, epoch_batches, load_examples
from training.learner import Learner
from training.model import load_model, new_model


class Stop:
    """Remembers that somebody asked the run to end."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self, *_: object) -> None:
        self.asked = True


def batches(learner: Learner, examples: list[Example]) -> Iterator[list[Example]]:
    """Batches without end, from the epoch and the place where the learner stands."""
    while True:
        epoch = epoch_batches(examples, learner.chosen.tokens, learner.chosen.seed, learner.epoch)
        while learner.place < len(epoch):
            yield epoch[learner.place]
        learner.epoch, learner.place = learner.epoch + 1, 0


def show(learner: Learner, report: dict[str, float]) -> None:
    """One line for the log."""
    state = {"step": learner.step, "epoch": learner.epoch, "tokens": learner.tokens, "minutes": learner.seconds / 60}
    print(json.dumps({name: round(value, 6) for name, value in (state | report).items()}), flush=True)


def run(learner: Learner, examples: list[Example], valid: list[Example], folder: Path, stop: Stop) -> None:
    """Step until the budget is spent or `stop` is asked; validate, report and save on the way."""
    chosen = learner.chosen
    begun, saved = time.monotonic() - learner.seconds, time.monotonic()
    for batch in batches(learner, examples):
        if learner.progress >= 1 or stop.asked:
            break
        report = learner.update(batch)
        if learner.step % chosen.validate == 0:
            report["valid"] = learner.validate(valid)
        learner.seconds = time.monotonic() - begun
        if learner.step % chosen.report == 0 or "valid" in report:
            show(learner, report)
        if time.monotonic() - saved >= 60 * chosen.save:
            learner.save(folder)
            saved = time.monotonic()
    learner.save(folder)


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description="Train a small MarianMT; run again to resume.")
    parser.add_argument("data", type=Path, help="folder that prepare.py and align.py wrote")
    parser.add_argument("output", type=Path, help="folder for checkpoints, outside the repository")
    parser.add_argument("--warm", type=Path, help="folder of a model to start from; its vocabulary must be the data's")
    parser.add_argument("--steps", type=int, default=0, help="budget in steps")
    parser.add_argument("--minutes", type=float, default=0, help="budget in minutes, over all resumed runs")
    parser.add_argument("--rate", type=float, default=1.2e-3, help="peak learning rate")
    parser.add_argument("--warmup", type=int, default=600, help="steps of warm-up")
    parser.add_argument("--tokens", type=int, default=2000, help="subwords in a batch, padding included")
    parser.add_argument("--width", type=int, default=256, help="d_model of a new model, a multiple of 64")
    parser.add_argument("--layers", type=int, nargs=2, default=(4, 2), help="encoder and decoder layers of a new model")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--guidance", type=float, default=0.1, help="weight of the guided alignment loss")
    parser.add_argument("--threads", type=int, default=2, help="processor threads")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=torch.cuda.is_available())
    parser.add_argument("--validate", type=int, default=500, help="steps between validations")
    parser.add_argument("--report", type=int, default=50, help="steps between reports")
    parser.add_argument("--save", type=float, default=5.0, help="minutes between checkpoints")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def train(chosen: argparse.Namespace, stop: Stop) -> Learner:
    """Start or resume; the learner as it stands at the end."""
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    chosen.output.mkdir(parents=True, exist_ok=True)
    shape = (chosen.width, *chosen.layers, chosen.dropout)
    model = load_model(chosen.warm, chosen.dropout) if chosen.warm else new_model(chosen.data / "vocab.json", *shape)
    learner = Learner(model, chosen)
    if (chosen.output / "checkpoint.pt").exists():
        learner.resume(chosen.output / "checkpoint.pt")
    run(learner, load_examples(chosen.data, "train"), load_examples(chosen.data, "valid"), chosen.output, stop)
    return learner


def main() -> None:
    chosen = arguments().parse_args()
    if not chosen.steps and not chosen.minutes:
        arguments().error("a budget is wanted: --steps or --minutes")
    stop = Stop()
    signal.signal(signal.SIGTERM, stop)
    train(chosen, stop)


if __name__ == "__main__":
    main()

"""The prepared corpus in memory, and batches of it that can be made again in the same order after a kill."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

MAX_SUBWORDS = 200
IGNORED = -100
"""The label that the loss leaves out, as transformers has it."""
POOL = 20_000
"""Sentences that are sorted by length together."""


@dataclass(frozen=True, slots=True)
class Example:
    """Subword ids of both sides, each ending in `</s>`, and the links between them as rows of (source, target)."""

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    links: NDArray[np.int64]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded examples (sentences x subwords), and where each target subword should look (x target x source)."""

    source: torch.Tensor
    mask: torch.Tensor
    decoder: torch.Tensor
    labels: torch.Tensor
    links: torch.Tensor

    def to(self, device: torch.device) -> "Batch":
        """The same batch on a device."""
        fields = (self.source, self.mask, self.decoder, self.labels, self.links)
        return Batch(*(field.to(device, non_blocking=True) for field in fields))


def read_lines(path: Path, count: int, default: str) -> list[str]:
    """The lines of a file that may be missing."""
    return path.read_text(encoding="utf-8").split("\n")[:-1] if path.exists() else [default] * count


def load_examples(folder: Path, name: str) -> list[Example]:
    """The examples of `name.{id,en}`, with `name.align` and `name.weight` where they are; the longest are left out."""
    vocabulary: dict[str, int] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
    unknown, end = vocabulary["<unk>"], vocabulary["</s>"]

    def numbers(line: str) -> NDArray[np.int64]:
        return np.array([vocabulary.get(subword, unknown) for subword in line.split()] + [end], dtype=np.int64)

    def pairs(line: str) -> NDArray[np.int64]:
        return np.array([link.split("-") for link in line.split()], dtype=np.int64).reshape(-1, 2)

    sources = read_lines(folder / f"{name}.id", 0, "")
    targets = read_lines(folder / f"{name}.en", 0, "")
    links = read_lines(folder / f"{name}.align", len(sources), "")
    weights = read_lines(folder / f"{name}.weight", len(sources), "1")
    rows = zip(sources, targets, links, weights, strict=True)
    examples = [Example(numbers(a), numbers(b), pairs(c), float(d)) for a, b, c, d in rows]
    short = [one for one in examples if max(len(one.source), len(one.target)) <= MAX_SUBWORDS]
    if not short:
        raise ValueError(f"{folder}: no pairs in {name}.id and {name}.en; training/prepare.py makes them")
    return short


def draw(examples: list[Example], chance: np.random.Generator) -> NDArray[np.int64]:
    """The examples of one epoch in a random order; a weight is the mean number of times that one is drawn."""
    weights = np.array([example.weight for example in examples])
    times = np.floor(weights + chance.random(len(examples))).astype(np.int64)
    return chance.permutation(np.repeat(np.arange(len(examples)), times))


def group(examples: list[Example], order: NDArray[np.int64], tokens: int) -> Iterator[list[Example]]:
    """Runs of examples of like length whose longer side, padded, holds at most `tokens` subwords."""
    for start in range(0, len(order), POOL):
        pool = [examples[place] for place in order[start : start + POOL]]
        batch: list[Example] = []
        longest = 0
        for example in sorted(pool, key=lambda one: (len(one.target), len(one.source))):
            length = max(len(example.source), len(example.target))
            if batch and max(longest, length) * (len(batch) + 1) > tokens:
                yield batch
                batch, longest = [], 0
            batch.append(example)
            longest = max(longest, length)
        if batch:
            yield batch


def epoch_batches(examples: list[Example], tokens: int, seed: int, epoch: int) -> list[list[Example]]:
    """All batches of one epoch; the same for the same seed and epoch, whatever happened before."""
    chance = np.random.default_rng([seed, epoch])
    batches = list(group(examples, draw(examples, chance), tokens))
    return [batches[place] for place in chance.permutation(len(batches))]


def collate(batch: list[Example], pad: int) -> Batch:
    """Pad a batch. The decoder reads the labels one place later, behind `<pad>`, as Marian starts every sentence."""
    rows, width = len(batch), max(len(one.source) for one in batch)
    height = max(len(one.target) for one in batch)
    source = np.full((rows, width), pad)
    labels = np.full((rows, height), IGNORED)
    decoder = np.full((rows, height), pad)
    links = np.zeros((rows, height, width), dtype=np.float32)
    for row, one in enumerate(batch):
        source[row, : len(one.source)] = one.source
        labels[row, : len(one.target)] = one.target
        decoder[row, 1 : len(one.target)] = one.target[:-1]
        links[row, one.links[:, 1], one.links[:, 0]] = 1
    links /= np.maximum(links.sum(axis=2, keepdims=True), 1)
    tensors = [torch.from_numpy(array) for array in (source, source != pad, decoder, labels, links)]
    return Batch(*tensors)

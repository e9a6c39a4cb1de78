from pathlib import Path

import numpy as np

from training.corpus import IGNORED, Example, collate, epoch_batches, load_examples


def test_an_epoch_is_the_same_again_and_every_batch_fits(data: Path) -> None:
    examples = load_examples(data, "train")
    first, again = (epoch_batches(examples, tokens=200, seed=3, epoch=1) for _ in range(2))
    assert [[id(one) for one in batch] for batch in first] == [[id(one) for one in batch] for batch in again]
    assert all(
        len(batch) * max(len(side) for one in batch for side in (one.source, one.target)) <= 200 for batch in first
    )


def test_religious_pairs_are_drawn_less(data: Path) -> None:
    examples = load_examples(data, "train")
    drawn = sum(len(batch) for epoch in range(20) for batch in epoch_batches(examples, 500, 1, epoch)) / 20
    assert abs(drawn - sum(one.weight for one in examples)) < 2
    assert len(examples) == 64


def test_the_decoder_reads_behind_pad_what_it_must_say() -> None:
    long = Example(np.array([4, 5, 0]), np.array([6, 7, 0]), np.array([[0, 1], [1, 1]]))
    short = Example(np.array([4, 0]), np.array([6, 0]), np.zeros((0, 2), int))
    batch = collate([long, short], pad=9)
    assert batch.source.tolist() == [[4, 5, 0], [4, 0, 9]]
    assert batch.mask.tolist() == [[True, True, True], [True, True, False]]
    assert batch.decoder.tolist() == [[9, 6, 7], [9, 6, 9]]
    assert batch.labels.tolist() == [[6, 7, 0], [6, 0, IGNORED]]
    assert batch.links[0].tolist() == [[0, 0, 0], [0.5, 0.5, 0], [0, 0, 0]]

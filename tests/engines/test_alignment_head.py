"""The probe finds the head that aligns, and keeps the trained one where none is clearly better."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from translator.engines import alignment_head
from translator.engines.alignment_head import Alignment

PAIRS = [(["▁di", "▁Palu", "▁", "12"], ["▁in", "▁Palu", "▁on", "12"])] * 10


def seen(right: int) -> list[NDArray[np.float32]]:
    """Attention that finds `right` of the twenty counterparts, which stand in rows 1 and 3."""
    found = [np.eye(4, dtype=np.float32) for _ in PAIRS]
    for number in range(right, 20):
        row = 2 * (number % 2) + 1
        found[number // 2][row] = np.eye(4)[row - 1]
    return found


def test_counterparts_are_tokens_that_stand_once_on_both_sides() -> None:
    assert list(alignment_head.twins(["a", "b", ",", "b", "7"], ["7", "b", ",", "a"])) == [(0, 4), (3, 0)]


def test_a_head_is_judged_by_where_it_looks() -> None:
    assert alignment_head.judge(PAIRS, seen(15), 3, 1) == Alignment(3, 1, 15, 20)
    assert alignment_head.judge([], [], 0, 0).accuracy == 0


def test_the_trained_head_keeps_its_place_unless_another_is_clearly_better() -> None:
    table = {(1, 0): 17, (0, 0): 3, (0, 1): 18, (1, 1): 4}
    assert alignment_head.choose(PAIRS, 2, 2, lambda *at: seen(table[at])) == Alignment(1, 0, 17, 20)
    table[0, 1] = 19
    assert alignment_head.choose(PAIRS, 2, 2, lambda *at: seen(table[at])) == Alignment(0, 1, 19, 20)


def test_no_other_head_is_looked_at_where_none_can_be_clearly_better() -> None:
    asked: list[tuple[int, int]] = []

    def look(*at: int) -> list[NDArray[np.float32]]:
        asked.append((at[0], at[1]))
        return seen(19)

    assert alignment_head.choose(PAIRS, 6, 8, look) == Alignment(5, 0, 19, 20)
    assert asked == [(5, 0)]


def test_every_sentence_of_the_text_has_counterparts() -> None:
    for source, target in alignment_head.text():
        assert list(alignment_head.twins(source.rstrip(".").split(), target.rstrip(".").split())), source

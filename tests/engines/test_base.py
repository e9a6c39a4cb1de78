"""What every engine promises, asked of both."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.engines.base import Engine, batches
from translator.engines.ct2 import SENTENCES, SENTENCES_OF_LARGE, small_batches
from translator.errors import PadanError
from translator.model_files import content

LONG = "kapal " * 600
NASTY = [
    "</s>",
    "Ada <pad> dan <unk> dan </s> di sini.",
    ">>eng<< Kapal itu besar.",
    "\u200b",
    "😀",
    "x",
    "12.345",
    "kapal " * 40,
    "!" * 30,
    "Kapal itu\u00a0tiba.",
]


def test_the_hypotheses_come_best_first_and_at_most_n(engine: Engine, sentences: list[str]) -> None:
    for found in engine.translate(sentences, 4, 3):
        scores = [hypothesis.score for hypothesis in found]
        assert 1 <= len(scores) <= 3
        assert scores == sorted(scores, reverse=True)
        assert scores[0] < 0


def test_every_subword_has_a_span_and_its_attention(engine: Engine, sentences: list[str]) -> None:
    asked = [*sentences, *NASTY]
    for source, found in zip(asked, engine.translate(asked, 2, 2), strict=True):
        for hypothesis in found:
            target = hypothesis.text
            assert target == target.strip()
            assert hypothesis.attention.dtype == np.float32
            assert hypothesis.attention.shape == (len(hypothesis.target_spans), len(hypothesis.source_spans))
            assert (hypothesis.attention.sum(axis=1) <= 1.001).all()
            assert len(hypothesis.source_spans) == engine.count(source)
            assert "".join(span.of(target) for span in hypothesis.target_spans) == target.replace(" ", "")
            assert all(0 <= span.start <= span.end <= len(source) for span in hypothesis.source_spans)


def test_no_translation_is_longer_than_three_times_its_source_and_ten_subwords(engine: Engine) -> None:
    for source, found in zip(NASTY, engine.translate(NASTY, 4, 4), strict=True):
        assert max(len(hypothesis.target_spans) for hypothesis in found) <= 3 * engine.count(source) + 10


def test_a_hypothesis_is_the_same_whatever_the_batch(engine: Engine, sentences: list[str]) -> None:
    sources = [*sentences[:6], *NASTY[:3]]
    together = engine.translate(sources, 4, 1)
    for other in ([engine.translate([one], 4, 1)[0] for one in sources], engine.translate(sources[::-1], 4, 1)[::-1]):
        assert [found[0].text for found in other] == [found[0].text for found in together]
        for (one,), (again,) in zip(together, other, strict=True):
            assert one.score == pytest.approx(again.score, abs=1e-4)
            assert np.abs(one.attention - again.attention).max(initial=0) < 1e-3


def test_a_hypothesis_scores_what_score_gives_for_it(engine: Engine, sentences: list[str]) -> None:
    sources = sentences[:3]
    best = [found[0] for found in engine.translate(sources, 4, 1)]
    scores = engine.score([(source, one.text) for source, one in zip(sources, best, strict=True)])
    assert [len(one.target_spans) + 1 for one in best] == [len(each) for each in scores]
    assert [one.score for one in best] == pytest.approx([np.mean(each) for each in scores], abs=0.02)


def test_a_sentence_too_long_is_counted_and_refused_by_its_length(engine: Engine) -> None:
    assert engine.max_subwords == 511
    assert engine.count(LONG) == 600
    with pytest.raises(PadanError, match=r"600 subwords in one sentence, the model takes 511: 'kapal kapal"):
        engine.translate([LONG], 1, 1)
    with pytest.raises(PadanError, match="600 subwords"):
        engine.score([(LONG, "ship")])


def test_the_longest_sentence_is_still_taken(engine: Engine) -> None:
    longest, translation = "kapal " * 511, "the " * 511
    assert [len(each) for each in engine.score([(longest, translation), (longest, "")])] == [512, 1]


def test_no_request_is_no_work(engine: Engine) -> None:
    assert engine.translate([], 4, 1) == []
    assert engine.score([]) == []


def test_only_what_the_model_can_write_is_spelled(engine: Engine) -> None:
    assert [engine.spells(text) for text in ("Lieutenant General", "F-16", "a  b", " a", "Đức", "</s>")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


@given(st.lists(st.integers(1, 80)), st.integers(1, 200))
def test_batches_hold_every_place_once_and_no_more_than_they_may(lengths: list[int], most: int) -> None:
    found = batches(lengths, most)
    assert sorted(place for batch in found for place in batch) == list(range(len(lengths)))
    assert all(len(batch) == 1 or len(batch) * max(lengths[place] for place in batch) <= most for batch in found)


@given(st.lists(st.integers(1, 80)), st.integers(1, 8), st.sampled_from([SENTENCES, SENTENCES_OF_LARGE]))
def test_small_batches_hold_every_place_once_and_are_alike_in_size(
    lengths: list[int], threads: int, sentences: int
) -> None:
    found = small_batches(lengths, threads, sentences)
    assert sorted(place for batch in found for place in batch) == list(range(len(lengths)))
    assert all(len(batch) <= sentences and len({lengths[place] for place in batch}) == 1 for batch in found)
    sizes: dict[int, list[int]] = {}
    for batch in found:
        sizes.setdefault(lengths[batch[0]], []).append(len(batch))
    assert all(max(alike) - min(alike) <= 1 for alike in sizes.values())


def test_every_thread_gets_a_batch() -> None:
    assert list(map(len, small_batches([9] * 12, 4))) == [3, 3, 3, 3]


def test_batches_hold_sentences_of_one_length() -> None:
    assert batches([3, 9, 4, 9, 3, 3, 9], 20) == [[1, 3], [6], [2], [0, 4, 5]]


def test_the_content_of_files_is_the_sum_of_their_sums(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "b").write_bytes(b"two")
    sums = hashlib.sha256(b"one").digest() + hashlib.sha256(b"two").digest()
    assert content(tmp_path / "a", tmp_path / "b") == hashlib.sha256(sums).hexdigest()

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.document import Span
from translator.language.clauses import split_long

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "cases" / "clauses.json").read_text("utf-8"))
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from([*"aB1.,;: \n\u00a0\u0301", "dan", "Kami", "pergi"])).map(" ".join)
)


def shorter_than(limit: int) -> Any:
    return lambda text: len(text) <= limit


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_long_sentence_is_cut_at_the_best_border_near_its_middle(case: dict[str, Any]) -> None:
    pieces = split_long(case["text"], shorter_than(30))
    assert [span.of(case["text"]) for span in pieces] == case["pieces"]


def test_a_sentence_that_fits_stays_whole() -> None:
    assert split_long(" Kami pergi, lalu pulang. ", shorter_than(30)) == [Span(1, 25)]
    assert split_long("  ", shorter_than(30)) == []


def test_a_kept_span_is_cut_only_where_there_is_no_other_way() -> None:
    text = "Kapal Angkatan Laut, dan Udara, berlayar"
    start = text.index("Angkatan")
    kept = Span(start, text.index(", berlayar"))
    assert [span.of(text) for span in split_long(text, shorter_than(35), [kept])] == [
        "Kapal Angkatan Laut, dan Udara,",
        "berlayar",
    ]
    pieces = split_long(text, shorter_than(15), [kept])
    assert [span.of(text) for span in pieces] == ["Kapal", "Angkatan Laut,", "dan Udara", ",", "berlayar"]


def test_a_cut_does_not_part_a_letter_from_its_accent() -> None:
    text = "e\u0301" * 10
    assert [span.of(text) for span in split_long(text, shorter_than(10))] == ["e\u0301" * 5, "e\u0301" * 5]


@given(TEXTS, st.integers(1, 40), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80))))
def test_pieces_of_a_sentence_fit_and_lose_nothing(text: str, limit: int, keep: list[tuple[int, int]]) -> None:
    done = 0
    for span in split_long(text, shorter_than(limit), [Span(*sorted(ends)) for ends in keep]):
        assert done <= span.start < span.end
        assert text[done : span.start].strip() == ""
        assert len(span.of(text)) <= limit
        assert span.of(text) == span.of(text).strip()
        done = span.end
    assert text[done:].strip() == ""


@pytest.mark.parametrize("text", ["kata " * 200_000, "k" * 1_000_000])
def test_cutting_a_long_sentence_takes_linear_time(text: str) -> None:
    pieces = [span.of(text) for span in split_long(text, shorter_than(1000))]
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")

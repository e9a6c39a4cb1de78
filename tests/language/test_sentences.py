from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.document import Span
from translator.language.sentences import split

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "cases" / "sentences.json").read_text("utf-8"))
CRUMBS = [*".!?…\"'”()[] \n\u00a0:;,-aB1", "Dr.", "dll.", "S.H.", "Kami", "pergi"]
BROKEN = st.lists(st.sampled_from(CRUMBS))
TEXTS = st.one_of(st.text(), BROKEN.map("".join), BROKEN.map(" ".join))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_text_is_split_into_its_sentences(case: dict[str, Any]) -> None:
    assert [span.of(case["text"]) for span in split(case["text"])] == case["sentences"]


@given(TEXTS)
def test_nothing_is_lost_between_sentences(text: str) -> None:
    done = 0
    for span in split(text):
        assert done <= span.start < span.end
        assert text[done : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip()
        done = span.end
    assert text[done:].strip() == ""


@pytest.mark.parametrize(
    ("unit", "times", "sentences"),
    [
        ("a. ", 200_000, 1),
        ("? ", 500_000, 1),
        (".", 2_000_000, 1),
        (" ", 2_000_000, 0),
        ("(", 500_000, 1),
        ("(a. ", 50_000, 1),
        ("a.)", 200_000, 1),
        ('. " ', 100_000, 1),
        ("5.", 500_000, 1),
        ("Kami pergi. ", 100_000, 100_000),
        ("kata ", 2_000_000, 1),
    ],
)
def test_a_long_text_takes_linear_time(unit: str, times: int, sentences: int) -> None:
    assert len(split(unit * times)) == sentences  # were it quadratic, this test would not end


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0"])
def test_long_rows_of_blanks_at_the_end_take_linear_time(blank: str) -> None:
    assert split("Kapal itu tiba" + blank * 200_000) == [Span(0, 14)]

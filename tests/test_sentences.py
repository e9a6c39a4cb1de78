from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.document import Span
from translator.sentences import is_copied, marker, split, split_long

CASES: dict[str, Any] = json.loads((Path(__file__).parent / "cases" / "sentences.json").read_text("utf-8"))
CRUMBS = [*".!?…\"'”()[] \n\u00a0:;,-aB1", "Dr.", "dll.", "S.H.", "Kami", "pergi"]
BROKEN = st.lists(st.sampled_from(CRUMBS))
TEXTS = st.one_of(st.text(), BROKEN.map("".join), BROKEN.map(" ".join))


@pytest.mark.parametrize("case", CASES["split"], ids=lambda case: case["text"][:40])
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


def shorter_than(limit: int) -> Any:
    return lambda text: len(text) <= limit


@pytest.mark.parametrize("case", CASES["long"], ids=lambda case: case["text"][:40])
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


@pytest.mark.parametrize(("text", "found"), CASES["marker"].items())
def test_a_list_marker_is_known(text: str, found: str) -> None:
    assert text[: marker(text)] == found


@pytest.mark.parametrize("text", CASES["copied"])
def test_what_holds_nothing_to_translate_is_copied(text: str) -> None:
    assert is_copied(text)


@pytest.mark.parametrize("text", CASES["translated"])
def test_what_may_be_indonesian_is_translated(text: str) -> None:
    assert not is_copied(text)


@given(TEXTS)
def test_every_text_is_copied_or_not_and_has_a_marker_or_not(text: str) -> None:
    assert 0 <= marker(text) <= len(text)
    assert is_copied(text) in (True, False)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.memory.fuzzy import MAX_OFFERS, distance, features, lengths, likest, score

texts = st.text("abcé ", max_size=12)


def by_table(one: str, other: str) -> int:
    """The distance as the textbook computes it."""
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        above, row = row, [i]
        for j, second in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (char != second)))
    return row[-1]


@given(texts, texts)
def test_the_distance_is_that_of_the_textbook(one: str, other: str) -> None:
    assert distance(one, other) == by_table(one, other)


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        ("Kapal itu tiba.", "Kapal itu tiba.", 100),
        ("", "", 100),
        ("Kapal itu tiba.", "", 0),
        ("Kapal itu tiba.", "Kapal itu pergi.", 68),
        ("Kapal itu tiba.", "Kapal itu tiba!", 93),  # 1 of 15 characters: never more than it is
    ],
)
def test_the_score_is_what_is_the_same_of_the_longer_text(one: str, other: str, percent: int) -> None:
    assert (score(one, other), score(other, one)) == (percent, percent)


@given(texts, texts)
def test_a_sentence_of_another_length_than_those_told_scores_too_little(one: str, other: str) -> None:
    least, most = lengths(len(one))
    if score(one, other) >= 75:
        assert least <= len(other) <= most


def test_features_do_not_depend_on_capitals_and_signs() -> None:
    assert features("Kapal perang itu, tiba!") == features("kapal perang itu tiba")
    assert features("kapal perang itu tiba") != features("perang kapal itu tiba")
    assert features("") == features("?!")


def test_the_likest_come_first_and_those_that_are_too_far_not_at_all() -> None:
    candidates = [
        "Kapal itu pergi.",
        "Kapal itu tiba!",
        "Pesawat.",
        "Kapal ini tiba.",
        "Kapal itu tiba",
        "Kapal itu tiba!",
    ]
    found = likest("Kapal itu tiba.", candidates)
    assert found == [(93, "Kapal itu tiba"), (93, "Kapal itu tiba!"), (86, "Kapal ini tiba.")]
    assert len(found) == MAX_OFFERS

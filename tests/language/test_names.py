"""What is a name, and what a model makes of one. See tests/cases/names.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.language import names

CASES = json.loads((Path(__file__).parents[1] / "cases" / "names.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["source"] for case in CASES])
def test_names_are_words_with_a_capital_that_are_copied(case: dict[str, Any]) -> None:
    found = names.find(case["source"])
    assert [name.text for name in found] == case["names"]
    assert all(name.span.of(case["source"]) == name.text == name.accepted[0] for name in found)


@pytest.mark.parametrize(
    ("source", "accepted"),
    [
        ("orang Iran", ("Iran", "Iranian", "Iranians")),
        ("di Sana'a", ("Sana'a", "Sana’a")),
        ("kata FGD", ("FGD", "FGDs")),
        ("kata Beyoncé", ("Beyoncé", "Beyonce")),
    ],
)
def test_what_may_stand_for_a_name(source: str, accepted: tuple[str, ...]) -> None:
    (name,) = names.find(source)
    assert name.accepted == accepted


@pytest.mark.parametrize(
    ("name", "before", "after", "word"),
    [
        ("Prasetyo", "Prasetyoyo's leading.", "Prasetyo's leading.", "Prasetyoyo"),
        ("Morakot", "the Morakototot saw", "the Morakot saw", "Morakototot"),
        ("Hama", "the city fell", "Hama fell", None),
        ("Royal", "a royal visit", "a Royal visit", None),
        ("Tartus", "Tartus, Tartuss", "Tartus, Tartus", "Tartuss"),
    ],
)
def test_a_word_that_went_and_looks_like_the_name_is_the_mangled_name(
    name: str, before: str, after: str, word: str | None
) -> None:
    assert names.mangled(name, before, after) == word


@pytest.mark.parametrize(
    ("word", "stem"),
    [("perkemahan", "kemah"), ("menyapu", "sapu"), ("kedatangannya", "datang"), ("penulisan", "tulis")],
)
def test_the_stem_of_a_word_is_among_its_stems(word: str, stem: str) -> None:
    assert stem in names.stems(word)


@given(st.text())
def test_names_are_ordered_and_apart(source: str) -> None:
    done = 0
    for name in names.find(source):
        assert done <= name.span.start < name.span.end
        done = name.span.end


def test_a_long_text_takes_linear_time() -> None:
    assert len(names.find("di " + "Kharkiv dan " * 50_000)) == 50_000


@pytest.mark.parametrize("word", ["Ssaya", "Yng", "Sedikitnay"])
def test_a_word_with_a_slip_that_begins_a_sentence_is_no_name(word: str) -> None:
    assert [name.text for name in names.find(f"{word} menanti di Tartus.")] == ["Tartus"]


@pytest.mark.parametrize("name", ["Dzhubga", "Hewitt", "Jankovic"])
def test_a_name_that_begins_a_sentence_is_none_with_a_slip(name: str) -> None:
    assert [found.text for found in names.find(f"{name} menanti di Tartus.")] == [name, "Tartus"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Lewis Hewitt menanti.", ["Lewis", "Hewitt"]),
        ('Katanya: "Rendra Prasetyo menanti."', ["Rendra", "Prasetyo"]),
        ("Rendra menanti.", []),
        ("Panglima Prasetyo menanti.", ["Prasetyo"]),
        ("Rendra, Prasetyo, dan Hewitt menanti.", ["Prasetyo", "Hewitt"]),
    ],
)
def test_a_first_word_is_a_name_where_a_name_follows_it(source: str, found: list[str]) -> None:
    assert [name.text for name in names.find(source)] == found


@pytest.mark.parametrize("word", ["Desesember", "Sasasaran", "Mekanistis"])
def test_a_word_that_stutters_and_one_that_is_translated_are_no_names(word: str) -> None:
    assert [name.text for name in names.find(f"pada {word} di Dzhubga, Tartus")] == ["Dzhubga", "Tartus"]


def test_a_word_of_many_letters_takes_linear_time() -> None:
    source = "Di sana ada " + "Ssayaq" * 20_000 + " Tartus"
    assert [name.text for name in names.find(source)] == ["Tartus"]


def test_a_line_of_names_is_told_from_one_with_other_words() -> None:
    assert all(map(names.are_all, ["Hasan Santoso", "Wahyu Hidayat", "Rudi, Eko"]))
    assert not any(map(names.are_all, ["Bapak Santoso", "Hasan dan Eko", "Wahyu", "Notulis: Eko", "Bulan", ""]))

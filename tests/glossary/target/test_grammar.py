"""Which translations of a term are of the same grammar."""

from __future__ import annotations

import pytest

from glossary.target.grammar import have_same_head, in_form_of, is_abbreviation, may_replace, names_place, rivals


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("warship", "battleship"),
        ("Navy", "Indonesian Navy"),
        ("army", "Indonesian Army"),
        ("Kyiv", "Kiev"),
        ("air base", "airbase"),
        ("armored car", "armoured car"),
        ("U.S.", "US"),
        ("United States", "US"),
        ("Minister of Trade", "Trade Minister"),
        ("Taliban", "Taleban"),
    ],
)
def test_synonyms_and_spellings_are_rivals(one: str, other: str) -> None:
    assert rivals(one, other)
    assert rivals(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia", "Russian"),
        ("Iran", "Iranian"),
        ("Spain", "Spaniards"),
        ("Denmark", "Danish"),
        ("France", "French"),
        ("Netherlands", "Dutch"),
        ("United States", "American"),
        ("Navy", "naval"),
        ("armor", "armored"),
        ("rebel", "rebellion"),
        ("promotion", "promoted"),
        ("troops", "army"),
        ("Women's Corps", "female soldier"),
        ("Army", "army"),
        ("spokesman", "spokeswoman"),
        ("policewomen", "policemen"),
    ],
)
def test_other_grammar_is_free(one: str, other: str) -> None:
    assert not rivals(one, other)
    assert not rivals(other, one)


@pytest.mark.parametrize(
    ("old", "new", "has_determiner", "expected"),
    [
        ("warship", "battleship", False, True),
        ("United Kingdom", "Britain", True, False),
        ("United Kingdom", "Britain", False, True),
        ("Britain", "United Kingdom", False, False),
        ("Britain", "United Kingdom", True, True),
        ("UK", "Britain", True, False),
        ("United Kingdom", "UK", True, True),
        ("TNI AL", "Indonesian Navy", False, False),
        ("Navy", "Indonesian Navy", False, True),
        ("WIB", "Western Indonesia Time", False, True),
        ("CB", "central bank", False, False),
        ("CB", "central bank", True, True),
        ("Russian", "Russia", True, False),
    ],
)
def test_a_name_gives_way_where_its_article_allows_it(old: str, new: str, has_determiner: bool, expected: bool) -> None:
    assert may_replace(old, new, has_determiner) is expected


@pytest.mark.parametrize(
    ("written", "old", "new", "expected"),
    [
        ("warship", "warship", "battleship", "battleship"),
        ("warships", "warship", "man-of-war", "men-of-war"),
        ("WARSHIPS", "warship", "battleship", "BATTLESHIPS"),
        ("Warship", "warship", "battleship", "Battleship"),
        ("arms", "arm", "weaponry", ""),
    ],
)
def test_another_translation_takes_number_and_capitals(written: str, old: str, new: str, expected: str) -> None:
    assert in_form_of(written, old, new) == expected


def test_a_head_noun_is_the_same_in_either_number() -> None:
    assert have_same_head("Ministry of Trade", "trade ministries")
    assert not have_same_head("warship", "battleship")


@pytest.mark.parametrize(
    ("target", "expected"), [("US", True), ("U.S.", True), ("TNI AL", True), ("KRI-592", True), ("Navy", False)]
)
def test_letters_for_words_are_an_abbreviation(target: str, expected: bool) -> None:
    assert is_abbreviation(target) is expected


@pytest.mark.parametrize("written", ["Spain", "Japan", "Oman", "Mali", "Laos", "New Zealand", "South Sudan"])
def test_a_noun_names_a_place(written: str) -> None:
    assert names_place(written)


@pytest.mark.parametrize("written", ["Spanish", "Japanese", "Omani", "Swiss", "Northern", "US", "U.S.", "foreign", ""])
def test_an_adjective_or_abbreviation_names_no_place_for_sure(written: str) -> None:
    assert not names_place(written)

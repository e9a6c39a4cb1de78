from __future__ import annotations

import pytest

from glossary.source.forms import CLITICS
from glossary.source.spellings import Spelling, spellings
from glossary.term import Term, TermKind
from glossary.word_lists import lines


def made(source: str, kind: TermKind | None = None, verb: bool = False) -> list[str]:
    return [spelling.text for spelling in spellings(Term(source, ("x",), kind, verb=verb)) if not spelling.listed]


def test_listed_spellings_come_first() -> None:
    term = Term("Letnan Jenderal", ("Lieutenant General",), TermKind.RANK, variants=("Letjen",))
    assert list(spellings(term))[:2] == [Spelling("Letnan Jenderal", listed=True), Spelling("Letjen", listed=True)]


@pytest.mark.parametrize(
    ("source", "kind", "wanted"),
    [
        ("kapal perang", TermKind.VESSEL, []),
        ("TNI", TermKind.ORGANISATION, ["T.N.I", "T.N.I."]),
        ("T.N.I.", None, ["T.N.I", "TNI"]),
        ("Laksamana Muda", TermKind.RANK, ["Laksda", "Laksda.", "Laksamana Muda TNI", "Laksda TNI", "Laksda. TNI"]),
        ("Letnan Jenderal", None, []),
        ("Kapt.", TermKind.RANK, ["Kapt"]),
        ("antirudal", None, ["anti rudal", "anti-rudal"]),
        ("anti-Rusia", None, ["anti Rusia"]),
        ("Prabowo", TermKind.PERSON, []),
        ("F-16", TermKind.AIRCRAFT, ["F16", "F 16"]),
        ("F-16", None, []),
        ("Brigif #", TermKind.UNIT, ["Brigif-#"]),
    ],
)
def test_what_is_made_of_an_entry(source: str, kind: TermKind | None, wanted: list[str]) -> None:
    assert made(source, kind) == wanted


def test_a_verb_keeps_its_other_words() -> None:
    assert {"menembak jatuh", "ditembak jatuh"} < set(made("tembak jatuh", verb=True))


def test_rank_abbreviations_are_ranks_in_small_letters_and_words() -> None:
    for line in lines("rank_abbreviations"):
        rank, colon, short = line.partition(": ")
        assert (rank, colon) == (rank.lower(), ": ")
        assert all(word.removesuffix("*").isalpha() and word[0].isupper() for word in short.split())


def test_infinitives_follow_words_in_small_letters() -> None:
    assert all(word.isalpha() and word not in CLITICS for line in lines("before_infinitives") for word in line.split())


def test_irregular_verbs_have_a_past_and_a_participle() -> None:
    verbs = [line.split() for line in lines("irregular_verbs")]
    assert all(len(verb) >= 3 for verb in verbs)
    assert len({verb[0] for verb in verbs}) == len(verbs)


@pytest.mark.parametrize(("rank", "text"), [("Mayor", "Mayor TNI"), ("Letnan Jenderal", "Letjen. TNI")])
def test_the_name_of_the_armed_forces_belongs_to_the_rank(rank: str, text: str) -> None:
    assert text in made(rank, TermKind.RANK)
    assert text not in made(rank)


def test_the_name_of_the_armed_forces_belongs_to_no_office() -> None:
    assert "Panglima TNI" not in made("Panglima", TermKind.RANK)


@pytest.mark.parametrize("text", ["Kolonel Sus", "Kol Cpl", "Kol. Cpl", "kolonel Inf"])
def test_the_corps_of_an_officer_belongs_to_the_rank(text: str) -> None:
    assert text in made("Kolonel", TermKind.RANK)
    assert text not in made("Kolonel")

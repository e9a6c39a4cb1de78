"""Abbreviations: what becomes of them, and of which words they are made."""

from __future__ import annotations

import pytest

from glossary import Term, TermKind
from glossary.abbreviations import abbreviation_in_english, abbreviations_kept, is_translated_abbreviation, stands_for

CORPS = Term("Korgab", ("Joint Corps", "Korgab", "joint corps"), TermKind.ABBREVIATION, variants=("KORGAB",))
OWN = Term("Perwal", ("Perwal", "River Guard"), TermKind.ABBREVIATION)
SHIP = Term("kapal", ("ship", "kapal"), TermKind.VESSEL)


def test_an_abbreviation_that_is_translated_is_not_accepted_as_it_stands() -> None:
    assert abbreviation_in_english(CORPS).targets == ("Joint Corps", "joint corps")
    hyphened = Term("AL Laut", ("Sea Service", "AL-LAUT"), TermKind.ABBREVIATION)
    assert abbreviation_in_english(hyphened).targets == ("Sea Service",)


def test_an_organisation_counts_where_its_english_is_no_abbreviation() -> None:
    council = Term("DKN", ("National Council", "DKN"), TermKind.ORGANISATION)
    league = Term("LBB", ("LN", "League of Nations", "LBB"), TermKind.ORGANISATION)
    assert abbreviation_in_english(council).targets == ("National Council",)
    assert abbreviation_in_english(league) == league
    assert [term.targets for term in abbreviations_kept([council, league])] == [("DKN",), league.targets]


@pytest.mark.parametrize("term", [OWN, SHIP])
def test_what_the_list_keeps_and_what_is_no_abbreviation_stays(term: Term) -> None:
    assert abbreviation_in_english(term) == term
    assert not is_translated_abbreviation(term)


def test_kept_abbreviations_ask_for_the_spelling_that_the_source_has() -> None:
    terms = list(abbreviations_kept([CORPS, SHIP]))
    assert [(term.source, term.targets) for term in terms] == [
        ("Korgab", ("Korgab",)),
        ("KORGAB", ("KORGAB",)),
        ("kapal", ("ship", "kapal")),
    ]
    assert [term.kept for term in terms] == [True, True, False]


@pytest.mark.parametrize(
    ("abbreviation", "words"),
    [
        ("KKB", "Kelompok Kriminal Bersenjata"),
        ("Kodim", "Komando Distrik Militer"),
        ("Letkol", "Letnan Kolonel"),
        ("T.N.I.", "Tentara Nasional Indonesia"),
        ("TNI AL", "Tentara Nasional Indonesia Angkatan Laut"),
        ("alutsista", "alat utama sistem senjata"),
        ("DPLN", "Dinas Perang dan Logistik Negara"),
        ("Menhan", "Menteri Pertahanan"),
        ("Kapolri", "Kepala Kepolisian Republik Indonesia"),
        ("Pangkostrad", "Panglima Komando Cadangan Strategis Angkatan Darat"),
        ("NATO", "North Atlantic Treaty Organization"),
    ],
)
def test_an_abbreviation_stands_for_words_that_give_its_letters(abbreviation: str, words: str) -> None:
    assert stands_for(abbreviation, words.split())


@pytest.mark.parametrize(
    ("abbreviation", "words"),
    [
        ("KKB", "Kelompok Kriminal"),
        ("KKB", "Kelompok Kriminal Bersenjata Papua"),
        ("TNI AL", "prajurit"),
        ("Kapolri", "Kepala Kepolisian Daerah"),
        ("Kopassus", "Komandan Pasukan"),
        ("BIN", "Badan Kesehatan Indonesia Nusa"),
        ("Dandim", "Komando Distrik Militer"),
        ("M", "Mayor"),
        ("KKB", ""),
    ],
)
def test_it_does_not_stand_for_others(abbreviation: str, words: str) -> None:
    assert not stands_for(abbreviation, words.split())

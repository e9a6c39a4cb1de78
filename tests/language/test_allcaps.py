from __future__ import annotations

import pytest

from glossary import Case, Matcher, Term
from translator.language.allcaps import is_in_capitals, lowered, raised, without_emphasis

HEADLINE = "TNI AL KIRIM KAPAL PERANG KE NATUNA"
FOLDED = Matcher(
    [Term("Natuna", ("Natuna",)), Term("TNI AL", ("Indonesian Navy",)), Term("kapal perang", ("warship",))]
)


@pytest.mark.parametrize(
    "text",
    [
        HEADLINE,
        "“SIAPA YANG MENANG?”",
        "3 PRAJURIT GUGUR DI PERBATASAN",
        "DIA ADA DI SINI.",
        "TAHUKAH ANDA?",
        "DAFTAR ISI",
        "AWAS!",
        "BAB IV",
        "YA!",
        "KRI NANGGALA",
        "KEPUTUSAN No. 8 TAHUN 1999",
    ],
)
def test_a_headline_in_capitals_is_recognised(text: str) -> None:
    assert is_in_capitals(text)


@pytest.mark.parametrize(
    "text",
    [
        "TNI AU",
        "AS DAN PBB",
        "KPK",
        "PT ABC",
        "BIN",
        "Kapal TNI AL",
        "19.000",
        "TNI AD BAGI-bagi BERAS",
    ],
)
def test_abbreviations_and_ordinary_text_are_not(text: str) -> None:
    assert not is_in_capitals(text)


def test_terms_keep_the_letters_of_their_entry() -> None:
    assert lowered(HEADLINE, FOLDED.find(HEADLINE)) == "TNI AL kirim kapal perang ke Natuna"


def test_numerals_and_words_without_a_vowel_stay_in_capitals() -> None:
    assert lowered("BAB IV: KPK TANGKAP BUPATI", []) == "Bab IV: KPK tangkap bupati"


def test_the_first_letter_stays_a_capital() -> None:
    assert lowered("“SIAPA YANG MENANG?”", []) == "“Siapa yang menang?”"


@pytest.mark.parametrize("text", ["STRASSE İZMİR ﬁ", "straße ŉ ﬁ"])
def test_spans_stay_where_they_are(text: str) -> None:
    assert len(lowered(text, [])) == len(text) == len(raised(text))


def test_a_form_that_the_entry_does_not_write_gets_a_capital() -> None:
    text = "KAPAL-KAPAL PERANGNYA TIBA"
    matches = FOLDED.find(text)
    assert [match.text for match in matches] == ["KAPAL-KAPAL PERANGNYA"]
    assert lowered(text, matches) == "Kapal-kapal perangnya tiba"
    assert Case.FOLD is matches[0].term.case


def test_what_looks_like_a_name_keeps_its_first_capital() -> None:
    assert lowered("PRESIDEN BUDI SANTOSO TIBA DI KOTA SURABAYA", []) == "Presiden Budi Santoso tiba di kota Surabaya"
    assert lowered("KRI NANGGALA MENUJU ISI KANDUNGAN", []) == "KRI Nanggala menuju isi kandungan"
    assert lowered("RS TENTARA DR. SOEDJONO DIBUKA", []) == "RS tentara Dr. Soedjono dibuka"


def test_short_unknown_words_are_abbreviations() -> None:
    assert lowered("ASET PBNU DAN UI DIPERIKSA", []) == "Aset PBNU dan UI diperiksa"


def test_words_in_capitals_amid_small_letters_are_words() -> None:
    assert without_emphasis("Kita TIDAK boleh, kata KASAD di TNI.", []) == "Kita tidak boleh, kata KASAD di TNI."
    text = "Latihan GARUDA itu JANGAN ditunda."
    assert without_emphasis(text, Matcher([Term("GARUDA", ("Garuda",))]).find(text)) == (
        "Latihan GARUDA itu jangan ditunda."
    )

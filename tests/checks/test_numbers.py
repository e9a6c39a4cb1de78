from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.numbers import check
from translator.document import Span


def test_a_number_that_is_lost_is_an_error_that_says_what_was_wanted() -> None:
    pair = Pair("Luasnya 19.000 km dan 3,5 m.", "It is 19.000 km and 3.5 m.", Origin.ENGINE)
    assert list(check(pair)) == [Finding("numbers", Severity.ERROR, "19.000 is not in the translation as 19,000")]


def test_numbers_in_their_english_form_are_well() -> None:
    assert list(check(Pair("Luasnya 19.000 km.", "It is 19,000 km.", Origin.MEMORY))) == []


def test_what_was_copied_is_not_looked_at() -> None:
    assert list(check(Pair("19.000", "19.000", Origin.COPIED))) == []


def test_a_number_that_was_put_right_is_a_warning_that_shows_what_the_model_wrote() -> None:
    pair = Pair("Ada 19.000 dan 3 kapal.", "There are 19,000.", Origin.ENGINE, unforced="There are 19.000.")
    assert list(check(pair)) == [
        Finding("numbers", Severity.ERROR, "3 is not in the translation as 3"),
        Finding("numbers", Severity.WARNING, "put right: 19.000 (19,000); the model wrote: There are 19.000."),
    ]


def test_a_number_that_was_put_in_asks_for_a_look_at_its_place() -> None:
    pair = Pair(
        "Ada 19.000 dan 3 kapal.",
        "There are 19,000 and 3 ships.",
        Origin.ENGINE,
        unforced="There are 19.000 and ships.",
    )
    assert [finding.message for finding in check(pair)] == [
        "put right: 19.000 (19,000); put in, look at its place: 3 (3); the model wrote: There are 19.000 and ships."
    ]


def test_a_long_text_that_repeats_its_words_takes_linear_time() -> None:
    source = "Ada 3 dan 40 kapal, " * 4_000
    target = "There are 3 and 40 ships, " * 4_000
    pair = Pair(source, target, Origin.ENGINE, unforced="There are 3 and ships, " * 4_000)
    (found,) = check(pair)  # were the whole texts compared, this test would take minutes
    assert found.severity is Severity.WARNING


def test_a_number_in_a_term_is_the_terms() -> None:
    use = TermUse("segi delapan", "octagon", Status.NATURAL, Span(0, 12), Span(0, 7))
    assert list(check(Pair("Pos delapan", "The octagon", Origin.ENGINE, (use,)))) == []


def test_british_times_and_american_dates_are_well() -> None:
    pair = Pair("Tiba pukul 10.30 pada 9/3/2022.", "Arrived at 10.30 on 3/9/2022.", Origin.MEMORY)
    assert list(check(pair)) == []


def test_an_identifier_that_holds_a_term_is_looked_at() -> None:
    use = TermUse("KPK", "KPK", Status.NATURAL, Span(13, 16), Span(12, 15))
    pair = Pair("Surat B-1234/KPK/XII/2023", "Letter B-123/KPK/XII/2023", Origin.ENGINE, (use,))
    assert [finding.message for finding in check(pair)] == [
        "B-1234/KPK/XII/2023 is not in the translation as B-1234/KPK/XII/2023"
    ]


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Indonesia menang 2-1.", "Indonesia won 1-2.", ["2-1 is turned round in the translation"]),
        ("Indonesia unggul 3–0.", "Indonesia lead 0–3.", ["3–0 is turned round in the translation"]),
        ("Indonesia menang 2-1.", "Indonesia won 2-1.", []),
        ("Indonesia kalah 1-2.", "Indonesia lost 2-1.", []),
        ("Menang 2-1 lalu kalah 2-1.", "Won 2-1, then lost 1-2.", []),
        ("Rusia menang 2-1 atas Mali.", "Mali lost to Russia 1-2.", []),
        ("Ketiga orang itu pergi.", "The trio left.", []),
        ("Skor akhir 2-1.", "The final score was 1-2.", []),
        ("Menang 2-1 setelah 1-2.", "Won 2-1 after 1-2.", []),
        ("Menang pada 10-12-2020.", "Won on 12-10-2020.", []),
        ("Membeli dua lusin telur.", "Bought three dozen eggs.", ["dua lusin is not in the translation as two dozen"]),
        ("Membeli dua lusin telur.", "Bought a dozen eggs.", ["dua lusin is not in the translation as two dozen"]),
        ("Membeli dua lusin telur.", "Bought 24 eggs.", []),
        ("Membeli tiga lusin telur.", "Bought 36 eggs.", []),
        ("Membeli selusin telur.", "Bought a dozen eggs.", []),
        ("Satu dari empat anak sakit.", "One in five children is ill.", ["empat is not in the translation as four"]),
        ("Satu dari empat anak sakit.", "One in four children is ill.", []),
        ("Satu dari empat anak sakit.", "A quarter of the children are ill.", []),
        ("Nilainya naik sepuluh kali lipat.", "Its value rose tenfold.", []),
        ("Harganya naik 20 kali lipat.", "Its price rose twenty-fold.", []),
        ("Kuatnya seratus kali lipat.", "It is a hundredfold stronger.", []),
        ("Laba naik tiga kali lipat.", "Profits tripled.", []),
        ("Tiga dari lima warga setuju.", "60 percent of the residents agree.", []),
        ("Panen 5 kuintal padi.", "500 kilograms of rice.", []),
        ("Panen 15 kuintal padi.", "1.5 tons of rice.", []),
        ("Panen 5 kuintal padi.", "50 kilograms of rice.", ["5 is not in the translation as 5"]),
        ("Ketiga orang itu pergi.", "The four people left.", ["Ketiga is not in the translation as three"]),
        ("Ketiga orang itu pergi.", "The three people left.", []),
        ("Bab ketiga buku itu hilang.", "A chapter is lost.", ["ketiga is not in the translation as third"]),
        ("Ketiga kali ini gagal.", "It failed.", ["Ketiga is not in the translation as third"]),
    ],
)
def test_scores_dozens_shares_and_quintals_are_compared(source: str, target: str, wanted: list[str]) -> None:
    assert [finding.message for finding in check(Pair(source, target, Origin.MEMORY))] == wanted


@pytest.mark.parametrize(
    ("target", "absent"),
    [
        ("The rate is `t = 2,14` at 6.5 percent.", []),
        ("The rate is `t = 2,1` at 6,5 percent.", ["2,14", "6,5"]),
        ("The rate is `t = 2,14`.", ["6,5"]),
    ],
)
def test_a_number_in_code_that_stands_as_it_is_needs_no_english(target: str, absent: list[str]) -> None:
    found = check(Pair("Lajunya `t = 2,14` pada 6,5 persen.", target, Origin.ENGINE))
    assert [finding.message.split()[0] for finding in found] == absent

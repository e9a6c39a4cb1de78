from __future__ import annotations

import pytest

from glossary import Case, Matcher, Term, TermKind
from tests.enforcement.repairs.expressions import mended
from translator.document import Span
from translator.enforcement.plural_words import is_plural

MINOR = Term("anak", ("minor",))
STATION = Term("SPBU", ("gas station",))
CENTER = Term("puskesmas", ("health center",))
KENYA = Term("Kenia", ("Kenya", "Kenyan"), TermKind.PLACE, Case.EXACT)
MACHINE = Term("alat berat", ("heavy machinery",), plural=True)
MEDAL = Term("perunggu", ("bronze",))
BATTALION = Term("Batalyon", ("Battalion",), TermKind.UNIT, Case.EXACT, plural=True)
DAY = Term("Hari Guru", ("Teachers' Day",))
AIRPORT = Term("bandara", ("Airport",))
OFFICER = Term("polisi", ("policeman",))


@pytest.mark.parametrize(
    ("source", "model", "term", "wanted"),
    [
        ("Empat anak hilang.", "Four children vanished.", MINOR, "Four minors vanished."),
        ("Kedua anak hilang.", "Those kid vanished.", MINOR, "Those minors vanished."),
        ("Para anak hilang.", "The kid vanished.", MINOR, "The minors vanished."),
        ("Beberapa anak hilang.", "Some kid vanished.", MINOR, "Some minors vanished."),
        ("Para anak hilang.", "Each kid vanished.", MINOR, "Each minor vanished."),
        ("Para anak hilang.", "The kid is gone.", MINOR, "The minor is gone."),
        ("Separa anak hilang.", "Half kid vanished.", MINOR, "Half minor vanished."),
        ("Satu anak hilang.", "One kid vanished.", MINOR, "One minor vanished."),
        ("Lima SPBU tutup.", "Five SPBU closed.", STATION, "Five gas stations closed."),
        ("Semua SPBU tutup.", "All SPBUs closed.", STATION, "All gas stations closed."),
        ("Puskesmas itu tutup.", "Puskesmas that closed.", CENTER, "Health center that closed."),
        ("Sebanyak 1.200 polisi tiba.", "Total 1,200 police arrived.", OFFICER, "Total 1,200 policemen arrived."),
        ("Dua alat berat tiba.", "Two heavy tools came.", MACHINE, "Two heavy machineries came."),
        ("Dua perunggu tiba.", "Two brasses came.", MEDAL, "Two bronzes came."),
        ("Dua Batalyon tiba.", "Two Batalyons came.", BATTALION, "Two Battalions came."),
        ("Kini Hari Guru tiba.", "Now teachers came.", DAY, "Now Teachers' Day came."),
        ("Para Hari Guru tiba.", "The teachers came.", DAY, "The Teachers' Days came."),
        ("Kini bandara tutup.", "Now airfields closed.", AIRPORT, "Now Airports closed."),
        ("SPBU tutup.", "SPBUs closed.", STATION, "Gas stations closed."),
        ("Dua anak hilang.", "This kid vanished.", MINOR, "This minor vanished."),
        ("Pada 2023 polisi tiba.", "In 2023 police arrived.", OFFICER, "In 2023 policeman arrived."),
        ("Tim Pasal 5 polisi tiba.", "Team Article 5 police arrived.", OFFICER, "Team Article 5 policeman arrived."),
    ],
)
def test_a_term_is_a_plural_where_it_replaces_one_or_is_counted(
    source: str, model: str, term: Term, wanted: str
) -> None:
    assert mended(source, model, None, term) == wanted


@pytest.mark.parametrize(
    ("source", "counted"),
    [
        ("Peleton 21 dan Peleton 25 tiba.", False),
        ("Di sini peleton 25, katanya.", False),
        ("Di sini peleton 250.", True),
        ("Ada 25 peleton.", True),
    ],
)
def test_a_number_that_stands_behind_the_term_in_its_source_counts_nothing(source: str, counted: bool) -> None:
    text = "The 21 peleton and 25 peleton came."
    *_, last = Matcher([Term("peleton", ("platoon",))]).find(source)
    assert is_plural(Span(22, 29), text, last, source) == counted


def test_a_verb_behind_the_noun_that_a_term_replaces_stays() -> None:
    pilgrim = Term("jamaah haji", ("hajj pilgrim",))
    assert mended("Kedua jamaah haji pulang.", "The craters went home.", "1-1 2-2 3-3", pilgrim) == (
        "The hajj pilgrims went home."
    )


@pytest.mark.parametrize(
    ("model", "links", "wanted"),
    [
        ("Bali's farmers met.", "2-0 0-3 1-3 3-4", "Bali's farmer's union met."),
        ("Bali’s farmers met.", "2-0 0-3 1-3 3-4", "Bali’s farmer's union met."),
        ("Bali's guilds met.", "2-0 0-3 1-3 3-4", "Bali's farmer's unions met."),
    ],
)
def test_the_people_of_a_body_are_no_plural_of_it_and_a_possessive_before_it_stays_whole(
    model: str, links: str, wanted: str
) -> None:
    union = Term("serikat tani", ("farmer's union",))
    assert mended("Serikat tani Bali bertemu.", model, links, union) == wanted


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Ribuan polisi baru tiba.", "Thousands new police came.", "Thousands new policemen came."),
        ("Lima polisi baru tiba.", "Five new police came.", "Five new policemen came."),
        ("12 polisi baru tiba.", "12 new police came.", "12 new policemen came."),
        ("12 polisi baru tiba.", "12 May police came.", "12 May policeman came."),
        ("1 polisi baru tiba.", "1 new police came.", "1 new policeman came."),
    ],
)
def test_a_term_is_counted_across_an_adjective(source: str, model: str, wanted: str) -> None:
    assert mended(source, model, "0-0 2-1 1-2 3-3", OFFICER) == wanted


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("Dua warga Kenia hilang.", "Two Kenias vanished.", "0-0 1-1 2-1 3-2", "Two Kenyans vanished."),
        ("Orang Kenia hilang.", "Kenias vanished.", "0-0 1-0 2-1", "Kenyans vanished."),
        ("Dua warga Kenia hilang.", "Two Kenia citizens vanished.", "1-2 2-1 3-3", "Two Kenya citizens vanished."),
        ("Seorang warga Kenia hilang.", "A Kenia vanished.", "1-1 2-1 3-2", "A Kenya vanished."),
        ("Dua kapal Kenia hilang.", "Two Kenia vanished.", "1-1 2-1 3-2", "Two Kenya vanished."),
    ],
)
def test_several_people_of_a_place_are_its_people(source: str, model: str, links: str, wanted: str) -> None:
    assert mended(source, model, links, KENYA) == wanted


def test_a_body_with_its_number_is_one_whoever_is_counted_before_it() -> None:
    brigade = Term("Brigade", ("Fire Brigade",), TermKind.ORGANISATION)
    source = "Dua relawan Brigade 12/RK tewas."
    assert (
        mended(source, "Two Brigad 12/RK men died.", "0-0 2-1 3-2 1-3 4-4", brigade)
        == "Two Fire Brigade 12/RK men died."
    )

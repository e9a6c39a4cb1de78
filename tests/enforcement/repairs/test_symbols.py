"""A sign beside a number that the model dropped stands beside the number's English."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Matcher, Term
from tests.canned import CannedEngine, hypothesis
from translator.enforcement.cascade import Enforced, Task, enforce
from translator.enforcement.draft import Draft
from translator.enforcement.repairs.symbols import restore_symbols


def translated(source: str, target: str, *terms: Term) -> Enforced:
    engine = CannedEngine({source: [(target, None)]})
    (done,) = enforce(engine, [Task(source, tuple(Matcher(terms).find(source)))], beam=4)
    return done


def beside(source: str, target: str) -> str:
    """The step alone."""
    return restore_symbols(Draft(Task(source), hypothesis(source, target), ())).hypothesis.text


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Harganya €5 juta.", "It costs 5 million.", "It costs €5 million."),
        ("Suhunya 30°C.", "It is 30C.", "It is 30°C."),
        ("Suhunya 30 °C dan 25° C.", "It is 30 C and 25 C.", "It is 30 °C and 25°C."),
        ("Uang 200 € hilang.", "The 200  are gone.", "The 200 € are gone."),
        ("Tegangan < 10 volt, arus >2 ampere.", "A voltage of  10 volts, of 2.", "A voltage of < 10 volts, of >2."),
        ("Jaraknya 5 ± 2 meter.", "It is 5 2 metres away.", "It is 5 ± 2 metres away."),
        ("Datang ~200 orang, −5 derajat.", "About 200 came, 5 degrees.", "About ~200 came, −5 degrees."),
        ("Kecuali < 10 volt.", "Unless 10 volts.", "Unless < 10 volts."),
        ("Usia 17+ dan 18 boleh.", "Those of 17 and 18 may.", "Those of 17+ and 18 may."),
        ("Survei GDS1+ selesai.", "The survey GDS1 is done.", "The survey GDS1+ is done."),
        ("Usia 17+ boleh.", "Those of 17 may.", "Those of 17+ may."),
        ("Ukurannya 20 × 30 meter.", "It is 20  30 meters.", "It is 20 × 30 meters."),
        ("Antara € 10 €.", "Between 10 €.", "Between € 10 €."),
        ("Luasnya 25 km², isinya 4 m³.", "It is 25 km2 and 4 m3.", "It is 25 km² and 4 m³."),
        ("£3.000-£5.000 setahun.", "3,000-5,000 a year.", "£3,000-£5,000 a year."),
    ],
)
def test_a_lost_sign_is_put_beside_its_number(source: str, target: str, wanted: str) -> None:
    done = translated(source, target)
    assert (done.text, done.unforced) == (wanted, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Harganya €5.", "It costs €5."),
        ("Harganya €5.", "It costs 5 euros."),
        ("Tegangan < 10 volt.", "A voltage below 10 volts."),
        ("Suhunya −5.", "It is -5."),
        ("Harganya €5 juta.", "It costs five million."),
        ("Antara 1~12 orang.", "Up to 12 people."),
        ("Jadi (341+32) orang.", "So 341) people."),
        ("Pasien COVID-19 < 19 tahun.", "Patients with COVID-19."),
        ("Hari €ropa 5.", "Day 5."),
        ("Ukurannya 20 × 30 meter.", "It is 20 x 30 meters."),
        ("Luasnya 25 km² (25 km2).", "It is 25 km2 (25 km2)."),
    ],
)
def test_a_sign_that_stands_or_has_no_sure_place_is_left(source: str, target: str) -> None:
    assert beside(source, target) == target


def test_a_term_beside_it_stays_where_it_is() -> None:
    term = Term("kapal perang", ("warship",))
    done = translated("Harga €5 juta kapal perang.", "Price 5 million warship.", term)
    assert done.text == "Price €5 million warship."
    assert [use.target_span and use.target_span.of(done.text) for use in done.terms] == ["warship"]


def test_a_number_in_a_term_is_the_terms() -> None:
    term = Term("5 juta", ("5 million",))
    assert translated("Harga €5 juta.", "Price 5 million.", term).text == "Price 5 million."


SIGNS = st.lists(st.sampled_from("€ £5 < 10 ±2 30°C 17+ 5% (3+4) kapal < ~7 dan".split()), min_size=1, max_size=8)


@settings(max_examples=300, deadline=None)
@given(SIGNS, st.lists(st.sampled_from("5 10 2 30C 17 € the less ship 7 degrees (3 4)".split()), max_size=8))
def test_nothing_but_signs_is_added(source: list[str], target: list[str]) -> None:
    before, after = " ".join(target), beside(" ".join(source), " ".join(target))
    added = iter(after)
    assert all(letter in added for letter in before)  # all of it, in its order
    for sign in "€£<±°+~%":
        assert before.count(sign) <= after.count(sign) <= max(before.count(sign), " ".join(source).count(sign))
    assert len(after) - len(before) <= 2 * sum(map(after.count, "€£<±°+~%"))

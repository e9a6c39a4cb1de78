"""`--abbreviations first`."""

from __future__ import annotations

from glossary import Abbreviations, Matcher, Term, TermKind
from glossary.abbreviations import abbreviation_in_english
from tests.canned import CannedEngine
from tests.pipeline.test_consistency import document
from translator.bitext import Pair, Stamp
from translator.checks import examine_document
from translator.pipeline import Pipeline

CORPS = Term("Korgab", ("Joint Corps", "Korgab"), TermKind.ABBREVIATION, term_list="military")
OWN = Term("Perwal", ("Perwal", "River Guard"), TermKind.ABBREVIATION, term_list="military")
USERS = Term("Satwal", ("Guard Unit",), TermKind.ABBREVIATION)
LONG = Term("Korps Gabungan", ("Joint Corps",), TermKind.ORGANISATION, term_list="military")


def pairs(*translations: tuple[str, str]) -> list[Pair]:
    engine = CannedEngine({source: [(target, None)] for source, target in translations})
    matcher = Matcher([USERS], map(abbreviation_in_english, (CORPS, OWN, LONG)))
    how = Pipeline(
        engine,
        matcher,
        matcher,
        lambda _: (),
        4,
        Stamp("c", "c", "0"),
        keep_names=False,
        abbreviations=Abbreviations.FIRST,
        examine_document=examine_document,
    )
    return list(how.translate(document(*[source for source, _ in translations])).pairs())


def test_the_first_place_introduces_the_abbreviation_and_the_later_ones_have_it_alone() -> None:
    found = pairs(("Korgab tiba", "Joint Corps came"), ("Korgab itu", "A Joint Corps"), ("Korgab itu", "A Joint Corps"))
    assert [pair.target for pair in found] == ["Joint Corps (Korgab) came", "A Korgab", "A Korgab"]
    assert [use.target_span and use.target_span.of(pair.target) for pair in found for use in pair.terms] == [
        "Joint Corps",
        "Korgab",
        "Korgab",
    ]
    assert [pair.findings for pair in found] == [(), (), ()]


def test_twice_in_a_sentence_it_is_introduced_once() -> None:
    (pair,) = pairs(("Korgab membantu Korgab", "Joint Corps helped Joint Corps"))
    assert pair.target == "Joint Corps (Korgab) helped Korgab"


def test_behind_its_long_form_it_is_introduced_already() -> None:
    found = pairs(("Korps Gabungan (Korgab) tiba", "Joint Corps (Korgab) came"), ("Korgab itu", "Joint Corps"))
    assert [pair.target for pair in found] == ["Joint Corps (Korgab) came", "Korgab"]


def test_what_the_list_keeps_and_what_is_the_users_stays() -> None:
    found = pairs(("Perwal tiba", "Perwal came"), ("Satwal tiba", "Guard Unit came"), ("Satwal itu", "Guard Unit"))
    assert [pair.target for pair in found] == ["Perwal came", "Guard Unit came", "Guard Unit"]


def test_each_document_begins_anew() -> None:
    source = "Korgab tiba"
    assert [pairs((source, "Joint Corps came"))[0].target for _ in range(2)] == ["Joint Corps (Korgab) came"] * 2

"""One English for one term in a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Case, Matcher, Term, TermKind
from tests.canned import CannedEngine
from translator.bitext import Link, Pair, Stamp, Status
from translator.checks import examine_document
from translator.document import Document, Place, Segment, Span
from translator.pipeline import Pipeline

TERMS = (
    Term("kapal perang", ("warship", "battleship", "fighting ship")),
    Term("senjata", ("arm", "weaponry")),
    Term("Rusia", ("Russia", "Russian"), TermKind.PLACE, Case.EXACT),
    Term("Angkatan Laut", ("Navy", "Indonesian Navy"), case=Case.EXACT),
    Term("serang", ("attack", "assault"), verb=True),
)
ORDINARY = Term("regu", ("squad", "band", "team"), term_list="military")


def document(*texts: str) -> Document:
    return Document("berita.txt", tuple(Segment(text, Place(Span(0, 0), 1)) for text in texts), None)


def pipeline(table: dict[str, str]) -> Pipeline:
    engine = CannedEngine({source: [(target, None)] for source, target in table.items()})
    folded = Matcher([replace(term, case=Case.FOLD) for term in TERMS])
    return Pipeline(
        engine,
        Matcher(TERMS, [ORDINARY]),
        folded,
        lambda _: (),
        4,
        Stamp("c", "c", "0"),
        keep_names=False,
        examine_document=examine_document,
    )


def pairs(*translations: tuple[str, str]) -> list[Pair]:
    table = dict(translations)
    return list(pipeline(table).translate(document(*table)).pairs())


def targets(*translations: tuple[str, str]) -> list[str]:
    return [pair.target for pair in pairs(*translations)]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("They saw a battleship today.", "They saw a warship today."),
        ("Battleships came.", "Warships came."),
        ("The battleship's crew", "The warship's crew"),
        ("It was an old battleship.", "It was an old warship."),
        ("BATTLESHIP sunk", "WARSHIP sunk"),
    ],
)
def test_the_form_chosen_first_stands_for_the_later_ones(later: str, expected: str) -> None:
    first = "Kapal perang tiba.", "Warship came."
    assert targets(first, ("Kapal perang itu di sana.", later)) == [first[1], expected]


def test_the_article_before_the_new_form_is_the_right_one() -> None:
    terms = ("Kapal perang tiba.", "Warship came."), ("Ada senjata.", "An arm"), ("Senjata itu", "A fighting ship")
    assert targets(*terms[:2])[1] == "An arm"
    first = "Kapal perang itu tenggelam.", "Battleship sank"
    assert targets(first, ("Ada kapal perang", "A warship"))[1] == "A battleship"


@pytest.mark.parametrize(
    ("term", "first", "later", "expected"),
    [
        (("U.S.", "US"), "The U.S. won", "It was the US's day", "It was the U.S.'s day"),
        (("Chamber", "Chamber of Deputies"), "The Chamber won", "The Chamber of Deputies' bill", "The Chamber's bill"),
        (("Chamber", "Chamber of Deputies"), "The Chamber won", "The 'Chamber of Deputies' won", "The 'Chamber' won"),
        (
            ("Chamber of Deputies", "Chamber"),
            "Chamber of Deputies won",
            "A Chamber’s bill",
            "A Chamber of Deputies’ bill",
        ),
        (
            ("Ministry of Ships", "Ship Ministry"),
            "The Ministry of Ships won",
            "Head of the Ship Ministry",
            "Head of the Ministry of Ships",
        ),
    ],
)
def test_what_stands_beside_the_place_fits_the_new_form(
    term: tuple[str, str], first: str, later: str, expected: str
) -> None:
    matcher = Matcher([Term("Amrik", term)])
    engine = CannedEngine({"Amrik tiba": [(first, None)], "Amrik itu": [(later, None)]})
    how = Pipeline(engine, matcher, matcher, lambda _: (), 4, Stamp("c", "c", "0"), keep_names=False)
    found = how.translate(document("Amrik tiba", "Amrik itu")).pairs()
    assert [pair.target for pair in found] == [first, expected]


def test_the_places_links_and_status_move_along() -> None:
    first = "Kapal perang tiba.", "Warship came."
    later = "Kapal perang Rusia itu", "A fighting ship Russian that"
    _, pair = pairs(first, later)
    assert (pair.target, pair.unforced) == ("A warship Russian that", later[1])
    assert [(use.target, use.status, use.target_span) for use in pair.terms] == [
        ("warship", Status.SWAPPED, Span(2, 9)),
        ("Russian", Status.NATURAL, Span(10, 17)),
    ]
    assert pair.links == (Link(0, 0), Link(1, 1), Link(2, 1), Link(3, 2))


def test_other_grammar_stays() -> None:
    table = ("Rusia menang.", "Russia won."), ("Tentara Rusia tiba.", "The Russian came.")
    assert targets(*table) == ["Russia won.", "The Russian came."]


def test_verbs_and_common_words_of_the_included_lists_stay() -> None:
    table = ("Regu menyerang.", "Squad attacked."), ("Regu lain menyerang.", "A band assaulted.")
    assert targets(*table) == ["Squad attacked.", "A band assaulted."]


@pytest.mark.parametrize(
    ("term", "first", "later"),
    [
        ("Angkatan Laut", "The Indonesian Navy came", "Indonesia's Navy came"),  # Indonesia's Indonesian Navy
        ("Kapal perang", "The warship came", "A battleship-like ship"),
        ("Senjata", "The weaponry came", "An arm came"),  # a weaponry
    ],
)
def test_what_would_read_badly_stays_and_is_reported(term: str, first: str, later: str) -> None:
    one, other = pairs((f"{term} tiba", first), (f"{term} itu tiba", later))
    assert (one.target, other.target) == (first, later)
    assert [finding.check for finding in (*one.findings, *other.findings)] == ["consistency"]


def test_what_it_was_translated_with_makes_no_difference() -> None:
    table = {"Kapal perang tiba.": "Warship came.", "Kapal perang itu": "The battleship"}
    others = document("Kapal perang itu"), document(*table)
    alone = [list(pipeline(table).translate(each).pairs()) for each in others]
    together = []
    for _, result in pipeline(table).stream(others):
        assert not isinstance(result, Exception)
        together.append(list(result.pairs()))
    assert together == alone
    assert [pair.target for pair in together[0]] == ["The battleship"]
    assert [pair.target for pair in together[1]] == ["Warship came.", "The warship"]

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import Case, Matcher, Term
from tests.canned import CannedEngine
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.cascade import Enforced, Task, enforce

FORBIDS = Term("Papua", ("Papua",), case=Case.EXACT, forbidden=("West Papua", "Irian"))
VESSEL = Term("kapal perang", ("warship",), forbidden=("boat",))


def enforced(source: str, term: Term, *canned: tuple[str, str | None]) -> Enforced:
    task = Task(source, tuple(Matcher([term]).find(source)))
    (done,) = enforce(CannedEngine({source: canned}), [task], beam=4)
    return done


@given(st.sampled_from(["the city", "A city.", "$ 5"]))
def test_a_sentence_without_a_term_is_the_engines_own(target: str) -> None:
    (done,) = enforce(CannedEngine({"kota itu": [(target, None), ("other", None)]}), [Task("kota itu")], beam=4)
    assert (done.text, done.terms, done.unforced, done.score) == (target, (), None, -1.0)


def test_nothing_asked_is_nothing_answered() -> None:
    assert enforce(CannedEngine(), [], beam=4) == []


def test_a_term_that_would_be_spliced_in_is_put_into_the_source_and_asked_again() -> None:
    source = "serangan di Rusia gagal"
    task = Task(source, tuple(Matcher([Term("Rusia", ("Russia",), case=Case.EXACT)]).find(source)))
    again = "serangan di Russia gagal"
    engine = CannedEngine(
        {source: [("it was lost", "0-0 3-2")], again: [("the Russia attack failed", "2-1 0-2 3-3")]},
    )
    engine.score = lambda pairs: [[-1.0 if "failed" in text else -2.0] for _, text in pairs]  # type: ignore[method-assign]
    (done,) = enforce(engine, [task], beam=4)
    assert (done.text, done.unforced) == ("the Russia attack failed", "it was lost")
    assert [(use.status, use.source_span, use.target_span) for use in done.terms] == [
        (Status.SOURCE, Span(12, 17), Span(4, 10))
    ]
    assert (Span(12, 17), Span(4, 10)) in done.links
    assert (Span(18, 23), Span(18, 24)) in done.links  # behind the English the source's own places count


def test_what_the_model_writes_twice_when_it_is_asked_again_is_not_taken() -> None:
    source = "serangan di Rusia gagal"
    task = Task(source, tuple(Matcher([Term("Rusia", ("Russia",), case=Case.EXACT)]).find(source)))
    again = "serangan di Russia gagal"
    engine = CannedEngine({source: [("it was lost", "0-0 3-2")], again: [("the Russia attack in Russia failed", None)]})
    engine.score = lambda pairs: [[-1.0 if "failed" in text else -9.0] for _, text in pairs]  # type: ignore[method-assign]
    (done,) = enforce(engine, [task], beam=4)
    assert done.text.count("Russia") == 1


def test_a_term_that_would_lose_its_capital_stays_where_the_sentence_begins() -> None:
    terms = [Term("kapal", ("Russia",), case=Case.TRANSFER), Term("Rusia", ("5",), case=Case.EXACT)]
    task = Task("Rusia kapal", tuple(Matcher(terms).find("Rusia kapal")))
    table = {"Rusia kapal": [("warship", "1-0")], "5 russia": [("warship", "1-0")]}
    (done,) = enforce(CannedEngine(table), [task], beam=4)
    assert done.text == "Russia 5"


@pytest.mark.parametrize(
    ("source", "term", "model", "links", "target", "status"),
    [
        ("di Papua", FORBIDS, "in West Papua", "0-0 1-1 1-2", "in Papua", Status.SWAPPED),
        ("di Papua", FORBIDS, "in Irian", "0-0 1-1", "in Papua", Status.SWAPPED),
        ("barat Papua", FORBIDS, "West Papua", "0-0 1-1", "Papua", Status.SWAPPED),
        ("kapal perang tiba", VESSEL, "the boat arrived", "0-1 1-1 2-2", "the warship arrived", Status.SWAPPED),
        ("tiga kapal perang", VESSEL, "three boats", "0-0 1-1 2-1", "three warships", Status.SWAPPED),
        ("para kapal perang", VESSEL, "The boats", "0-0 1-1 2-1", "The warships", Status.SWAPPED),
        ("lima kapal perang", VESSEL, "Five boat", "0-0 1-1 2-1", "Five warships", Status.SWAPPED),
        ("kapal-kapal perang itu", VESSEL, "the boat", "0-1 2-1 3-1 4-0", "the warships", Status.SWAPPED),
        ("sebuah kapal perang", VESSEL, "a boat", "0-0 1-1 2-1", "a warship", Status.SWAPPED),
        ("perahu kapal perang", VESSEL, "the warship boat", "0-2 1-1 2-1", "the warship boat", Status.NATURAL),
    ],
)
def test_a_forbidden_translation_gives_way_where_it_stands_for_its_term(
    source: str, term: Term, model: str, links: str, target: str, status: Status
) -> None:
    done = enforced(source, term, (model, links))
    assert (done.text, [use.status for use in done.terms]) == (target, [status])
    assert [use.forbidden for use in done.terms] == [()]


def test_a_hypothesis_without_the_forbidden_translation_is_taken() -> None:
    done = enforced("di Papua", FORBIDS, ("in West Papua", "0-0 1-1 1-2"), ("in Papua", None))
    assert (done.text, [use.status for use in done.terms]) == ("in Papua", [Status.N_BEST])


def test_a_forbidden_form_that_another_term_requires_stays_and_is_reported() -> None:
    source = "perahu perang"
    terms = [Term("perahu", ("boat",)), Term("perang", ("war",), forbidden=("boat",))]
    task = Task(source, tuple(Matcher(terms).find(source)))
    (done,) = enforce(CannedEngine({source: [("war boat", "1-0 0-1 1-1")]}), [task], beam=4)
    assert (done.text, [use.forbidden for use in done.terms]) == ("war boat", [(), ("boat",)])


@pytest.mark.parametrize(
    ("source", "written", "text"),
    [
        ("Konflik", "conflicts", "Conflicts"),
        ("Kapal perang", "warship", "Warship"),
        ("konflik", "conflicts", "conflicts"),
        ("Ponsel iPhone", "iPhone phones", "iPhone phones"),  # letters of its own
        ("Sepatu", "ßhoe", "ßhoe"),  # no capital of one letter
        ("Rumah al-Assad", "al-Assad's house", "al-Assad's house"),
        ("Merek itu", "mark of it", "Mark of it"),
        ("Gawai itu", "iPad of it", "iPad of it"),  # an entry that asks for these letters
        ("“Konflik”", "“conflicts”", "“conflicts”"),
        ("Konflik", "", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_where_its_source_does(source: str, written: str, text: str) -> None:
    terms = [
        Term("kapal perang", ("warship",)),
        Term("al-Assad", ("al-Assad",), case=Case.EXACT),
        Term("Merek", ("mark",), case=Case.EXACT),
        Term("Gawai", ("iPad",), case=Case.EXACT),
    ]
    (done,) = enforce(CannedEngine({source: [(written, None)]}), [Task(source, tuple(Matcher(terms).find(source)))], 4)
    assert (done.text, done.unforced) == (text, None)

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Matcher, Term
from tests.canned import CannedEngine
from translator.bitext import Status
from translator.enforcement.cascade import Enforced, Task, enforce

TERMS = [
    Term("sita", ("seize",), verb=True),
    Term("rebut", ("retake",), verb=True),
    Term("larang", ("forbid",), verb=True),
    Term("tembak", ("fire at",), verb=True),
    Term("minta", ("demand",), verb=True),
    Term("usul", ("propose",), verb=True),
    Term("sandera", ("take hostage",), verb=True),
    Term("serang", ("attack",), verb=True, forbidden=("strike",)),
]


def enforced(source: str, model: str, links: str | None, required: bool = True) -> Enforced:
    task = Task(source, tuple([replace(match, required=required) for match in Matcher(TERMS).find(source)]))
    (done,) = enforce(CannedEngine({source: [(model, links)]}), [task], beam=4)
    return done


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        # Contractions and auxiliaries stay.
        ("Mereka tidak menyita kapal", "They didn't keep ships", "0-0 2-1 2-2 2-3 2-4 3-5", "They didn't seize ships"),
        ("Jangan menyita kapal", "Don’t keep ships", "1-0 1-1 1-2 1-3 2-4", "Don’t seize ships"),
        ("Mereka menyita kapal", "They're keeping ships", "0-0 1-1 1-2 1-3 2-4", "They're seizing ships"),
        (
            "sebelum disita polisi",
            "before being kept by police",
            "0-0 1-1 1-2 2-3 2-4",
            "before being seized by police",
        ),
        ("Mereka tidak menyita kapal", "They did not keep ships", "0-0 2-1 2-2 2-3 3-4", "They did not seize ships"),
        # The form of the word that is replaced, as what stands before lets it.
        ("Polisi menyita kapal", "Police are keeping ships", "0-0 1-1 1-2 2-3", "Police are seizing ships"),
        ("disuruh menyita kapal", "told to keep ships", "0-0 1-1 1-2 2-3", "told to seize ships"),
        ("Setelah menyita kapal", "After keeping ships", None, "After seizing ships"),
        ("Tolong sita kapal", "Please keep ships", None, "Please seize ships"),
        ("Mari sita kapal", "Let's keep ships", "0-0 1-3 2-4", "Let's seize ships"),
        ("Sita kapal itu", "Keep that ship", "0-0 2-1 1-2", "Seize that ship"),
        ("Menyita kapal itu mahal", "Keeping ships is dear", None, "Seizing ships is dear"),
        (
            "Polisi belum merebut kota",
            "Police have not won cities",
            "0-0 1-1 1-2 2-3 3-4",
            "Police have not retaken cities",
        ),
        ("Dia tidak merebut kota", "He never won cities", "0-0 1-1 2-2 3-3", "He never retook cities"),
        ("Dia merebut kota", "He wins cities", None, "He retakes cities"),
        ("Mereka merebut kota", "They win cities", None, "They retake cities"),
        ("Kota direbut kemarin", "Cities won yesterday", None, "Cities retaken yesterday"),
        ("Rusia merebut kota", "Russia rebuts cities", None, "Russia retakes cities"),
        ("Rusia merebut kota", "Russia merebut cities", None, "Russia retook cities"),
        ("membuat Rusia merebut kota", "makes Russia win cities", None, "makes Russia retake cities"),
        ("Dia meminta uang", "He asked money", None, "He demanded money"),
        ("Mereka merebut kota", "They become cities", None, "They retake cities"),
        ("Kapal itu disita ketat", "Ships were tightly kept", "0-0 3-2 2-3 3-3", "Ships were tightly seized"),
        ("Mereka tidak menyita kapal", "They do not held ships", "0-0 1-2 2-3 3-4", "They do not seize ships"),
        # Nouns.
        ("Para penyerang datang", "The raiders came", None, "The attackers came"),
        ("Penyitaan kapal ditunda", "The taking was delayed", "0-0 0-1 2-2 2-3", "The seizure was delayed"),
        (
            "Penyitaan kapal sah",
            "The keeping of ships is lawful",
            "0-0 0-1 1-3 2-4 2-5",
            "The seizure of ships is lawful",
        ),
        ("dengan penyitaan kapal", "by keeping ships", None, "by seizing ships"),
        ("Penyerangan kota itu", "The hit of that city", "0-0 0-1 2-3 1-4", "The attack of that city"),
        ("Penyitaan itu sah", "The keep is lawful", "0-0 0-1 2-2 2-3", "The seizure is lawful"),
        ("Usul itu ditolak", "The idea was refused", "1-0 0-1 2-2 2-3", "The proposal was refused"),
        ("Dia diserang", "He was strike", "0-0 1-1 1-2", "He was attacked"),
        ("Mereka menyerang", "They strike", None, "They attack"),
    ],
)
def test_a_verb_takes_the_form_of_the_word_that_it_replaces(
    source: str, model: str, links: str | None, wanted: str
) -> None:
    assert enforced(source, model, links).text == wanted


@pytest.mark.parametrize(
    ("source", "model", "links"),
    [
        ("Dia tidak melarang itu", "He wasn't present there", "0-0 1-1 2-3 3-4"),
        ("Para sandera dibebaskan", "The captives were freed", "0-0 0-1 2-2 2-3"),
        ("Sandera bebas", "Captives are free", "0-0 1-1 1-2"),
        ("Para pelarang datang", "The banners came", None),
        ("Kapal itu menembakkan rudal", "That ship launched missiles", "1-0 0-1 2-2 3-3"),
        ("Sandera itu bebas", "The sitting was free", "1-0 0-1 2-2 2-3"),
        ("Dia usul", "He was heard", "0-0 1-1 1-2"),
        ("Dia merebut", "He", None),
        ("Hujan sita kota", "Rain major cities", None),
        ("istilah usul itu", "a common term there", "1-0 1-1 0-2 2-3"),
        ("untuk sita kapal", "to legal ships", None),
        ("Surat menyita rumah", "Letters into homes", None),
    ],
)
def test_where_no_form_fits_the_model_is_left_alone_and_the_term_is_missing(
    source: str, model: str, links: str | None
) -> None:
    done = enforced(source, model, links, required=False)
    assert done.text == model
    assert [use.status for use in done.terms] == [Status.MISSING]


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("Dia tidak melarang itu", "He wasn't present there", "0-0 1-1 2-4 3-5", "He wasn't forbidding there"),
        ("Dia belum disita", "He wasn't present", "0-0 1-1 2-4", "He wasn't seized"),
        ("Para sandera dibebaskan", "The captives were freed", "0-0 1-1 2-2 2-3", "The taking hostage were freed"),
        ("Warga melihat penyerang", "Locals saw", "0-0 1-1", "Locals saw attacker"),
        ("Dia merebut", "He", None, "He retook"),
        ("Hujan sita kota", "Rain major cities", None, "Rain seized cities"),
    ],
)
def test_a_verb_of_the_user_stands_at_any_price_in_the_least_wrong_form(
    source: str, model: str, links: str | None, wanted: str
) -> None:
    done = enforced(source, model, links)
    assert done.text == wanted
    assert Status.MISSING not in [use.status for use in done.terms]


@pytest.mark.parametrize(
    ("source", "model", "links"),
    [("Para pelarang datang", "The banners came", None), ("Para pelarang datang", "They came", "1-0 2-1")],
)
def test_who_does_it_stays_the_models_word_where_no_noun_of_agent_is_known(
    source: str, model: str, links: str | None
) -> None:
    done = enforced(source, model, links)
    assert done.text == model
    assert [use.status for use in done.terms] == [Status.MISSING]


def test_a_form_that_takes_another_object_is_no_form_of_the_verb_of_the_user() -> None:
    model = "That ship launched missiles"
    assert enforced("Kapal itu menembakkan rudal", model, "1-0 0-1 2-2 3-3").text == model


def test_a_term_that_is_a_negation_replaces_one() -> None:
    source = "Jangan pergi"
    (match,) = Matcher([Term("jangan", ("do not",))]).find(source)
    (done,) = enforce(CannedEngine({source: [("Don't go", "0-0 0-1 0-2 1-3")]}), [Task(source, (match,))], beam=4)
    assert done.text == "Do not go"

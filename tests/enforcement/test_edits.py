from __future__ import annotations

import pytest

from glossary import Case, Matcher, Term, TermKind
from tests.canned import CannedEngine, subwords
from tests.enforcement.repairs.expressions import mended
from translator.enforcement.cascade import Task, enforce

SPAIN = Term("Spanyol", ("Kingdom of Spain", "Spanish"), TermKind.PLACE, Case.EXACT)


@pytest.mark.parametrize(
    ("source", "model", "links", "wanted"),
    [
        ("dia di Spanyol", "he is in Iberia", "0-0 1-2 2-3", "he is in the Kingdom of Spain"),
        ("Spanyol mundur", "Iberia withdrew", "0-0 1-1", "The Kingdom of Spain withdrew"),
        ("kapal Spanyol", "the Iberian ship", "0-2 1-1", "the Spanish ship"),
        ("kapal Spanyol", "the Spanyol ship", "0-2 1-1", "the Spanish ship"),
        ("Badan Laut Spanyol", "The Iberia Sea Agency", "0-3 1-2 2-1", "The Spanish Sea Agency"),
    ],
)
def test_the_name_of_a_place_gives_way_to_a_name_and_no_adjective(
    source: str, model: str, links: str, wanted: str
) -> None:
    engine = CannedEngine({source: [(model, links)]})
    engine.score = lambda pairs: [[-float(len(subwords(text)))] for _, text in pairs]  # type: ignore[method-assign]
    (done,) = enforce(engine, [Task(source, tuple(Matcher([SPAIN]).find(source)))], beam=4)
    assert done.text == wanted


@pytest.mark.parametrize(
    ("model", "wanted"),
    [
        ("He saw the captain.", "He saw the Capt."),
        ('"He saw the captain."', '"He saw the Capt."'),
        ("He saw the captain. It rained.", "He saw the Capt. It rained."),
        ("He saw the captain, too.", "He saw the Capt., too."),
        ("He saw the captain?", "He saw the Capt.?"),
    ],
)
def test_a_full_stop_that_ends_the_term_is_also_that_of_the_sentence(model: str, wanted: str) -> None:
    links = "0-1 1-2 2-4" if model.startswith('"') else "0-0 1-1 2-3"
    assert mended("Dia melihat kapten.", model, links, Term("kapten", ("Capt.",))) == wanted


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("biji kopi;", "seed of coffee;", "coffee bean of coffee;"),
        ("biji kopi;", "Seed of coffee;", "Coffee bean of coffee;"),
        ("Biji kopi;", "seed of coffee;", "Coffee bean of coffee;"),
    ],
)
def test_a_term_begins_small_where_the_source_and_the_model_begin_so(source: str, model: str, wanted: str) -> None:
    assert mended(source, model, "0-0 2-3", Term("biji", ("coffee bean",))) == wanted

"""A sentence of which the model left something out, asked for again clause by clause."""

from __future__ import annotations

from itertools import pairwise

import pytest

from glossary import Case, Matcher, Term
from tests.canned import CannedEngine, hypothesis
from translator.document import Span
from translator.enforcement.candidates.clausewise import join, split_clauses
from translator.enforcement.cascade import Task, enforce
from translator.enforcement.rerank import COST_OF_GUESS, COST_OF_SHORTNESS

NAMES = (Term("Morakot", ("Morakot",), case=Case.EXACT), Term("Dzhubga", ("Dzhubga",), case=Case.EXACT))


def parts(source: str) -> list[Span]:
    """Cut at the bars, which stand for the space between two clauses."""
    borders = [-1, *(place for place, sign in enumerate(source) if sign == "|"), len(source)]
    return [Span(start + 1, end) for start, end in pairwise(borders)]


@pytest.mark.parametrize(
    ("source", "english", "text"),
    [
        # the full stop and the capital that the model gives a clause are not the sentence's
        ("kapal tiba|dan angin reda.", ["A ship came.", "And the wind fell."], "A ship came and the wind fell."),
        # a comma of the source stays, and is not doubled
        ("kapal itu tiba,|lalu angin reda.", ["The ship arrived.", "Then it fell."], "The ship arrived, then it fell."),
        ("kapal itu tiba,|lalu reda.", ["The ship arrived,", "then it fell."], "The ship arrived, then it fell."),
        # a full stop of the source stays, and the capital behind it
        ("Kapal tiba.|Angin reda.", ["A ship came.", "The wind fell."], "A ship came. The wind fell."),
        # what begins with a capital in the source does so in English
        ("kapal|Jakarta pergi", ["A ship", "The left"], "A ship The left"),
        # I, and what is written in capitals
        ("kapal|saya pergi", ["A ship", "I left"], "A ship I left"),
        ("kapal|saya pergi", ["A ship", "I'm off"], "A ship I'm off"),
        ("kapal|pbb pergi", ["A ship", "UN left"], "A ship UN left"),
        # a clause of which nothing came
        ("kapal|itu", ["", "It."], "it."),
        ("kapal|itu", ["A ship.", ""], "A ship"),
    ],
)  # fmt: skip
def test_what_is_written_of_the_clauses_becomes_one_sentence(source: str, english: list[str], text: str) -> None:
    spans = parts(source)
    written = [hypothesis(span.of(source), one) for span, one in zip(spans, english, strict=True)]
    draft = join(Task(source.replace("|", " ")), spans, written)
    assert draft.hypothesis.text == text


@pytest.mark.parametrize(
    ("english", "links", "text"),
    [
        ("British left", "1-0 2-1", "A ship British left"),  # it stands for a name
        ("Everybody left", "0-0 2-1", "A ship everybody left"),
        ("The British left", "1-0 1-1 2-2", "A ship the British left"),  # an article never does
        ("British left", "2-1", "A ship british left"),  # nothing says that it does
    ],
)
def test_a_name_keeps_its_capital_where_a_clause_begins(english: str, links: str, text: str) -> None:
    spans = parts("kapal|orang Inggris pergi")
    written = [hypothesis("kapal", "A ship"), hypothesis("orang Inggris pergi", english, links)]
    assert join(Task("kapal orang Inggris pergi"), spans, written).hypothesis.text == text


def test_every_subword_looks_at_its_own_clause() -> None:
    source = "kapal itu tiba|dan Morakot pergi"
    spans, task = parts(source), Task(source.replace("|", " "), tuple(Matcher(NAMES).find(source.replace("|", " "))))
    written = [hypothesis("kapal itu tiba", "The ship came."), hypothesis("dan Morakot pergi", "and Morakot left")]
    draft = join(task, spans, written)
    one = draft.hypothesis
    looked = {
        row.of(one.text): one.source_spans[column].of(task.source)
        for row, column in zip(one.target_spans, one.attention.argmax(axis=1), strict=True)
    }
    assert looked == {
        "The": "kapal",
        "ship": "itu",
        "came": "tiba",
        "and": "dan",
        "Morakot": "Morakot",
        "left": "pergi",
    }
    assert [place and place.span.of(one.text) for place in draft.placed] == ["Morakot"]
    assert draft.needs_score


def test_a_clause_is_not_cut_inside_a_term_nor_a_short_sentence_at_all() -> None:
    engine = CannedEngine()
    assert len(split_clauses(engine, Task("kapal itu tiba, dan angin reda"))) == 1
    long = "kapal itu tiba di pelabuhan, dan angin yang kencang itu reda pada malam hari"
    assert [span.of(long) for span in split_clauses(engine, Task(long))] == [long[:28], long[29:]]
    term = Term("pelabuhan, dan angin", ("harbour",))
    (match,) = Matcher([term]).find(long)
    assert not any(
        span.start in range(match.start + 1, match.end) for span in split_clauses(engine, Task(long, (match,)))
    )


LONG = "kapal itu tiba di pelabuhan, dan angin yang kencang dari Morakot itu reda pada malam hari"
FIRST, SECOND = "kapal itu tiba di pelabuhan,", "dan angin yang kencang dari Morakot itu reda pada malam hari"


def told(likes: float) -> str:
    """What is made of a sentence that the model tells without its name. likes: how much less the clauses, per token."""
    table = {
        LONG: [("The ship came to the harbour and the wind fell.", "0-1 2-2 5-8")],
        FIRST: [("The ship came to the harbour.", None)],
        SECOND: [("And the strong wind from Morakot fell.", None)],
    }
    engine = CannedEngine(table)
    engine.score = lambda pairs: [[-1.0 - likes * ("strong" in text)] for _, text in pairs]  # type: ignore[method-assign]
    (done,) = enforce(engine, [Task(LONG, tuple(Matcher(NAMES).find(LONG)))], beam=4)
    assert "Morakot" in done.text
    return done.text


def test_clauses_that_have_a_name_go_before_a_place_that_is_guessed() -> None:
    assert told(COST_OF_GUESS - 0.01) == "The ship came to the harbour, and the strong wind from Morakot fell."


def test_clauses_that_the_model_finds_unlikely_do_not() -> None:
    assert "strong" not in told(COST_OF_GUESS + COST_OF_SHORTNESS)


def test_a_sentence_that_has_its_names_is_not_asked_again() -> None:
    engine = CannedEngine({LONG: [("The wind from Morakot fell.", None)]})
    enforce(engine, [Task(LONG, tuple(Matcher(NAMES).find(LONG)))], beam=4)
    assert [source for source, _ in engine.asked] == [LONG]


def test_the_full_stop_of_an_abbreviation_stays_before_the_next_clause() -> None:
    source = "kapal milik AS, kapal milik Rusia."
    clauses = [Span(0, 15), Span(16, 34)]
    written = [hypothesis(source[:15], "A ship of the U.S."), hypothesis(source[16:], "A ship of Russia.")]
    assert join(Task(source), clauses, written).text == "A ship of the U.S., a ship of Russia."

"""Where a missing name may belong."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Case, Matcher, Term
from tests.canned import CannedEngine, hypothesis
from translator.bitext import Status
from translator.enforcement.candidates.name_places import with_missing_names
from translator.enforcement.candidates.nbest import read
from translator.enforcement.cascade import Task, enforce
from translator.enforcement.draft import MAX_GUESSED_CONFIDENCE, Draft
from translator.enforcement.places import MAX_PLACES, likely_places

NAMES = ("Morakot", "Zhavlinsky", "Dzhubga")


def drafted(source: str, target: str, links: str | None = None, names: tuple[str, ...] = NAMES) -> Draft:
    terms = [Term(name, (name,), case=Case.EXACT) for name in names]
    return read(Task(source, tuple(Matcher(terms).find(source))), hypothesis(source, target, links), Status.NATURAL)


def tried(source: str, target: str, links: str | None = None, names: tuple[str, ...] = NAMES) -> list[str]:
    return [draft.hypothesis.text for draft in with_missing_names(drafted(source, target, links, names))]


@pytest.mark.parametrize(
    ("source", "target", "links", "texts"),
    [
        # behind and before what stands for the word before it, and before what stands for the word behind it
        (
            "pulau Morakot kemarin",
            "yesterday the island",
            "0-2 2-0",
            ["yesterday the island Morakot", "yesterday the Morakot island", "Morakot yesterday the island"],
        ),
        (
            "pulau Morakot kemarin",
            "the island yesterday",
            "0-1 2-2",
            ["the island Morakot yesterday", "the Morakot island yesterday"],
        ),
        # but not before what stands for a sign
        ("Dedi , Morakot", "then ,", "1-1", ["then , Morakot"]),
        # nor before a preposition
        ("oleh Morakot", "by", "0-0", ["by Morakot"]),
        # never before an article
        ("Morakot itu", "the forces", "1-0 1-1", ["the Morakot forces"]),
        # two names that stand side by side stay together, in their order
        ("kata Morakot Dzhubga", "Dzhubga said", "0-1 2-0", ["Morakot Dzhubga said"]),
        ("kata Dzhubga Morakot", "Dzhubga said", "0-1 1-0", ["Dzhubga Morakot said"]),
        ("Zhavlinsky Morakot Dzhubga", "Zhavlinsky of Dzhubga", "0-0 2-2", ["Zhavlinsky of Morakot Dzhubga"]),
        # a name does not change places with another
        ("Morakot di Dzhubga", "the Dzhubga", "1-1 2-1", ["the Morakot Dzhubga"]),
        # a pronoun gives way
        (
            "kata Morakot kini",
            "he said now",
            "0-1 2-2",
            ["Morakot said now", "he said Morakot now", "he Morakot said now"],
        ),
        # nothing tells the place
        ("kata Morakot itu", "", None, []),
        # nothing is missing
        ("di Morakot", "in Morakot", None, []),
    ],
)
def test_a_missing_name_is_tried_beside_what_stands_for_its_neighbours(
    source: str, target: str, links: str | None, texts: list[str]
) -> None:
    assert set(tried(source, target, links)) == set(texts)


def test_a_name_is_tried_in_every_hypothesis() -> None:
    source = "ada penutur Morakot"
    engine = CannedEngine({source: [("there are those", "0-0"), ("there are speakers", "0-0 1-2")]})
    matches = Matcher([Term("Morakot", ("Morakot",), case=Case.EXACT)]).find(source)
    (done,) = enforce(engine, [Task(source, tuple(matches))], beam=4)
    assert done.text in ("there are speakers Morakot", "there are Morakot speakers")


def test_a_term_with_an_english_of_its_own_is_not_searched() -> None:
    task = Task("kapal itu", tuple(Matcher([Term("kapal", ("ship",))]).find("kapal itu")))
    draft = read(task, hypothesis("kapal itu", "it"), Status.NATURAL)
    assert list(with_missing_names(draft)) == []


def test_the_more_its_neighbours_agree_the_surer_the_place() -> None:
    match = drafted("pulau Morakot kemarin", "").matches[0]
    firm = likely_places(drafted("pulau Morakot kemarin", "the island yesterday", "0-1 2-2"), match)
    loose = likely_places(drafted("pulau Morakot kemarin", "the island was yesterday", "0-1 2-3"), match)
    none = likely_places(drafted("pulau Morakot kemarin", "it was so", ""), match)
    assert 1 >= firm.confidence >= loose.confidence > none.confidence == 0


WORD = re.compile(r"\w+(?:-\w+)*")
WORDS = st.lists(st.sampled_from(["di", "kota", "kata", "he", "said", "a-b", "Mo", "-", "(x)", *NAMES]), max_size=8)
LINKS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=10)


@settings(max_examples=300, deadline=None)
@given(WORDS.map(" ".join), WORDS.map(" ".join), LINKS)
def test_whatever_is_tried_holds_the_name_whole_and_takes_no_word_but_a_pronoun(
    source: str, target: str, links: list[tuple[int, int]]
) -> None:
    draft = drafted(source, target)
    sizes = len(draft.hypothesis.source_spans), len(draft.hypothesis.target_spans)
    inside = " ".join(f"{a}-{b}" for a, b in links if a < sizes[0] and b < sizes[1])
    draft = drafted(source, target, inside)
    found = list(with_missing_names(draft))
    assert len(found) <= 2 * MAX_PLACES * draft.missing
    for other in found:
        assert other.missing == draft.missing - 1
        assert all(place.span.of(other.hypothesis.text) == place.target for place in other.placed if place)
        assert all(
            place.confidence <= MAX_GUESSED_CONFIDENCE
            for place in other.placed
            if place and place.status is not Status.NATURAL
        )
        assert Counter(WORD.findall(target)) - Counter(WORD.findall(other.hypothesis.text)) in (
            Counter(),
            Counter(he=1),
        )

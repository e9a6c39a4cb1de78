"""What the mending of numbers promises, for any sentence and model; cases stand in tests/cases/figures.json."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.canned import hypothesis
from translator.enforcement.draft import Draft, Task
from translator.enforcement.repairs.number_correction import correct_numbers
from translator.enforcement.repairs.number_insertion import insert_numbers
from translator.language.numbers import missing

WORDS = (
    "19.000|3,5|ke-13|T-72|12|Mei|2024|sebelas|puluhan ribu|sepertiga|dari|hingga|pukul 10.30|Rp2,3 triliun|70%|persen|"
    "kapal|orang|di|(5|-|kota)|Jakarta,"
).split("|")
SOURCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=10).map(" ".join)
PLAIN_WORDS = [
    "the",
    "a",
    "ship",
    "people",
    "in",
    "of",
    "Jakarta",
    "(",
    ")",
    ",",
    "war-ship",
    "Greely’s",
    "percent",
    ".",
]
NUMBERS = ["19.000", "12", "ten", "leven", "13th", "thousands", "May", "T-27", "2.3 trillion", "10:30"]
LINKS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=16)


def drafted(source: str, target: str, links: list[tuple[int, int]]) -> Draft:
    inside = [(a, b) for a, b in links if a < len(source.split()) and b < len(target.split())]
    own = hypothesis(source, target, " ".join(f"{a}-{b}" for a, b in inside))
    return Draft(Task(source), own, ())


@settings(max_examples=300, deadline=None)
@given(SOURCES, st.lists(st.sampled_from(PLAIN_WORDS + NUMBERS), max_size=10).map(" ".join), LINKS)
def test_mending_loses_no_number(source: str, target: str, links: list[tuple[int, int]]) -> None:
    after = insert_numbers(correct_numbers(drafted(source, target, links))).text
    assert len(missing(source, after)) <= len(missing(source, target))
    unchanged = after in (target, target[:1].upper() + target[1:])
    assert unchanged or len(missing(source, after)) < len(missing(source, target))


@settings(max_examples=300, deadline=None)
@given(SOURCES, st.lists(st.sampled_from(PLAIN_WORDS), max_size=10).map(" ".join), LINKS)
def test_of_a_text_without_numbers_every_word_but_an_article_stays(
    source: str, target: str, links: list[tuple[int, int]]
) -> None:
    inserted = insert_numbers(drafted(source, target, links)).text
    words = iter(re.findall(r"\w+|[^\w\s]", inserted.casefold()))
    assert all(word in words for word in re.findall(r"\w+|[^\w\s]", target.casefold()) if word != "a")

"""What enforcement promises, for any sentence, glossary and model."""

from __future__ import annotations

import re
import string

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Case, Matcher, Term
from glossary.usage import occurrences
from tests.canned import CannedEngine
from translator.bitext import Status
from translator.enforcement import Enforced, Task, enforce

WORDS = ["Rusia", "kapal", "perang", "di", "Deir", "kota", "AS", "anti-Rusia", "(kota)", '"Rusia"', "kapalnya,"]
SOURCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
TARGET_WORDS = [
    "Russia",
    "Russia's",
    "a",
    "an",
    "warship",
    "ship,",
    "also",
    "US",
    "as",
    "(US)",
    "-",
    '"Russia"',
    "Al",
    "$",
    "#",
    "5",
    "10:30",
    ".",
]
TARGETS = st.lists(st.sampled_from(TARGET_WORDS), max_size=12).map(" ".join)
SPELLINGS = (
    st.text(string.ascii_letters + "é'- .5", min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: text[:1].isalnum() and text[-1:].isalnum())
)
ENGLISH = st.one_of(st.sampled_from(["Russia", "warship", "US", "an armed ship", "al-Assad"]), SPELLINGS)
TERMS = st.dictionaries(
    st.sampled_from(["Rusia", "kapal", "kapal perang", "Deir", "AS", "kota"]),
    st.tuples(st.lists(ENGLISH, min_size=1, max_size=2), st.sampled_from(Case)),
    min_size=1,
).map(lambda entries: [Term(source, (*targets,), case=case) for source, (targets, case) in entries.items()])
LINKS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=16)


def run(source: str, terms: list[Term], targets: list[str], links: list[tuple[int, int]]) -> tuple[Task, Enforced]:
    task = Task(source, tuple(Matcher(terms).find(source)))

    def canned(target: str) -> tuple[str, str]:
        inside = [(a, b) for a, b in links if a < len(source.split()) and b < len(target.split())]
        return target, " ".join(f"{a}-{b}" for a, b in inside)

    (enforced,) = enforce(CannedEngine({source: [canned(target) for target in targets]}), [task], beam=4)
    return task, enforced


@settings(max_examples=300, deadline=None)
@given(SOURCES, TERMS, st.lists(TARGETS, min_size=1, max_size=4), LINKS)
def test_every_term_stands_where_it_is_said_to_stand(
    source: str, terms: list[Term], targets: list[str], links: list[tuple[int, int]]
) -> None:
    task, enforced = run(source, terms, targets, links)
    spans = [use.target_span for use in enforced.terms if use.target_span]
    assert len(spans) == len(task.matches)
    assert not any(a.overlaps(b) for number, a in enumerate(spans) for b in spans[number + 1 :])
    for match, use in zip(task.matches, enforced.terms, strict=True):
        assert use.target_span is not None
        assert (use.target_span.start, use.target_span.end) in {
            (start, end) for start, end, _ in occurrences(enforced.text, match)
        }


def signs(text: str) -> list[str]:
    """The words and signs of a text but for the articles, which a repair may mend."""
    return [sign for sign in re.findall(r"\w+|[^\w\s]", text) if sign.casefold() not in ("a", "an")]


@settings(max_examples=300, deadline=None)
@given(SOURCES, TERMS, TARGETS, LINKS)
def test_a_splice_touches_nothing_outside_the_term(
    source: str, terms: list[Term], target: str, links: list[tuple[int, int]]
) -> None:
    _, enforced = run(source, terms, [target], links)
    if all(use.status in (Status.NATURAL, Status.SPLICED) for use in enforced.terms):
        rest = enforced.text
        spliced = [use.target_span for use in enforced.terms if use.status is Status.SPLICED and use.target_span]
        for span in sorted(spliced, reverse=True):
            rest = rest[: span.start] + rest[span.end :]
        assert signs(rest) == signs(target)


@given(TARGETS.filter(bool))
def test_a_sentence_without_a_term_is_the_engines_own(target: str) -> None:
    (enforced,) = enforce(CannedEngine({"kota itu": [(target, None), ("other", None)]}), [Task("kota itu")], beam=4)
    assert (enforced.text, enforced.terms, enforced.unforced, enforced.score) == (target, (), None, -1.0)


def test_nothing_asked_is_nothing_answered() -> None:
    assert enforce(CannedEngine(), [], beam=4) == []

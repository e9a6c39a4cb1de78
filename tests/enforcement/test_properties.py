"""What enforcement promises, for any sentence, glossary and model."""

from __future__ import annotations

import re
import string

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Case, Matcher, Term
from glossary.target.usage import occurrences
from tests.canned import CannedEngine
from translator.bitext import Status
from translator.enforcement.cascade import Enforced, Task, enforce

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
FORBIDDEN = st.lists(st.sampled_from(["Russia", "ship", "US", "al-Assad", "a warship"]), max_size=2)
TERMS = st.dictionaries(
    st.sampled_from(["Rusia", "kapal", "kapal perang", "Deir", "AS", "kota"]),
    st.tuples(st.lists(ENGLISH, min_size=1, max_size=2), st.sampled_from(Case), FORBIDDEN),
    min_size=1,
).map(
    lambda entries: [
        Term(source, (*targets,), case=case, forbidden=(*forbidden,))
        for source, (targets, case, forbidden) in entries.items()
    ]
)
LINKS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=16)


def run(
    source: str, terms: list[Term], targets: list[str], links: list[tuple[int, int]]
) -> tuple[Task, Enforced, list[str]]:
    """The task, what became of it, and all that the engine wrote, with the capital of a sentence and without."""
    task = Task(source, tuple(Matcher(terms).find(source)))

    def canned(target: str) -> tuple[str, str]:
        inside = [(a, b) for a, b in links if a < len(source.split()) and b < len(target.split())]
        return target, " ".join(f"{a}-{b}" for a, b in inside)

    engine = CannedEngine({source: [canned(target) for target in targets]})
    (enforced,) = enforce(engine, [task], beam=4)
    written = [*targets, *(asked for asked, _ in engine.asked)]
    return task, enforced, [*written, *(text[:1].upper() + text[1:] for text in written)]


@settings(max_examples=300, deadline=None)
@given(SOURCES, TERMS, st.lists(TARGETS, min_size=1, max_size=4), LINKS)
def test_every_term_stands_where_it_is_said_to_stand(
    source: str, terms: list[Term], targets: list[str], links: list[tuple[int, int]]
) -> None:
    task, enforced, _ = run(source, terms, targets, links)
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
@given(SOURCES, TERMS, st.lists(TARGETS, min_size=1, max_size=4), LINKS)
def test_nothing_outside_the_reported_spans_is_new(
    source: str, terms: list[Term], targets: list[str], links: list[tuple[int, int]]
) -> None:
    _, enforced, written = run(source, terms, targets, links)
    rest = enforced.text
    ours = (use.target_span for use in enforced.terms if use.status in (Status.SWAPPED, Status.SPLICED))
    for span in sorted((span for span in ours if span), reverse=True):
        rest = f"{rest[: span.start]} {rest[span.end :]}"
    for term in terms:
        if term.forbidden:  # it may have stood for the term twice
            rest = re.sub(rf"(?<!\w){re.escape(term.targets[0])}(?!\w)", " ", rest, flags=re.IGNORECASE)
    assert any(is_within(signs(rest), signs(text)) for text in written)


def is_within(some: list[str], every: list[str]) -> bool:
    """Do all of `some` come in `every`, in this order?"""
    left = iter(every)
    return all(sign in left for sign in some)


@settings(max_examples=200, deadline=None)
@given(SOURCES, TERMS, TARGETS, LINKS)
def test_a_splice_alone_takes_nothing_away(
    source: str, terms: list[Term], target: str, links: list[tuple[int, int]]
) -> None:
    _, enforced, written = run(source, terms, [target], links)
    if all(use.status in (Status.NATURAL, Status.SPLICED) for use in enforced.terms):
        assert any(is_within(signs(text), signs(enforced.text)) for text in written)

"""Hard bitexts for the property tests: every character that text can hold, spans and links that mean nothing."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.bilingual.sample import bitext
from translator.bitext import Bitext, Finding, Link, Offer, Origin, Pair, Severity, Status, TermUse
from translator.document import Span

SPACES = ["\t", "\r", "\x85", "\u2028", "\u2029", "\u00a0", "\u200b", "\ufeff", "\u202e", " "]
HARD = ['"', '""', "=1+1", "+", "-", "@", "🛰️", "e\u0301"]
MARKUP = ["<script>alert(1)</script>", "&amp;", "]]>", "-->", "{{ 7 * 7 }}", "{% raw %}", "'", "\\", "\0", "\x1f"]

parts = st.sampled_from([*SPACES, *HARD, *MARKUP]) | st.text(st.characters(exclude_categories=["Cs"]))
texts = st.lists(parts, max_size=6).map("".join).map(str.strip)
ends = st.integers(0, 40)
spans = st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))
terms = st.builds(TermUse, texts, texts, st.sampled_from(Status), spans, st.none() | spans)
findings = st.builds(Finding, texts, st.sampled_from(Severity), texts)
links = st.builds(Link, st.integers(0, 9), st.integers(0, 9))
offers = st.builds(Offer, st.integers(75, 100), texts, texts)
scores = st.none() | st.floats(-99, 0).map(lambda score: round(score, 4))


def some(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=3).map(tuple)


pairs = st.builds(
    Pair,
    texts,
    texts,
    st.sampled_from(Origin),
    some(terms),
    some(findings),
    some(links),
    scores,
    reviewed=st.booleans(),
    fuzzy=some(offers),
)
segments = st.lists(st.lists(pairs, min_size=1, max_size=2), max_size=3)
bitexts: st.SearchStrategy[Bitext] = st.builds(bitext, segments, texts)

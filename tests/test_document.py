from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator.document import Coverage, Span

spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda ends: Span(min(ends), max(ends)))


def test_spans_that_overlap_are_one_and_neighbours_are_two() -> None:
    assert Coverage.of([Span(9, 12), Span(4, 8), Span(0, 4), Span(6, 9)]) == Coverage((0, 4, 9), (4, 9, 12))


def test_nothing_covers_nothing() -> None:
    nothing = Coverage.of([])
    assert (nothing.meets(Span(0, 9)), nothing.holds(Span(0, 9))) == (False, False)


@given(st.lists(spans), spans)
def test_a_span_is_met_where_it_overlaps_one(covered: list[Span], asked: Span) -> None:
    assert Coverage.of(covered).meets(asked) == any(asked.overlaps(span) for span in covered)


@given(st.lists(spans.filter(lambda span: span.start < span.end)), spans.filter(lambda span: span.start < span.end))
def test_a_span_is_held_where_all_its_characters_are_covered_without_a_border(covered: list[Span], asked: Span) -> None:
    characters = range(asked.start, asked.end)
    borders = range(asked.start + 1, asked.end)
    is_covered = all(Coverage.of(covered).meets(Span(place, place + 1)) for place in characters)
    is_whole = all(any(span.start < border < span.end for span in covered) for border in borders)
    assert Coverage.of(covered).holds(asked) == (is_covered and is_whole)


def test_many_questions_about_many_spans_take_little_time() -> None:
    many = [Span(place, place + 2) for place in range(0, 200_000, 4)]
    covered = Coverage.of(many)
    assert sum(map(covered.meets, many)) == len(many)  # were it quadratic, this test would take an hour

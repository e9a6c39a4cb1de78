"""Changes of a finished pair."""

from __future__ import annotations

import pytest

from translator.bitext import Link, Origin, Pair, Status, TermUse
from translator.document import Span
from translator.pipeline.rewriting import with_form, with_text

SHIP = TermUse("kapal", "ship", Status.NATURAL, Span(0, 5), Span(2, 6))
NAME = TermUse("Budi", "Budi", Status.NATURAL, Span(6, 10), Span(11, 15))
PAIR = Pair("kapal Budi", "A ship for Budi", Origin.ENGINE, (SHIP,), links=(Link(0, 1), Link(1, 3)), names=(NAME,))


@pytest.mark.parametrize(
    ("form", "target", "ship", "name", "links"),
    [
        ("boat", "A boat for Budi", Span(2, 6), Span(11, 15), (Link(0, 1), Link(1, 3))),
        ("old boat", "An old boat for Budi", Span(3, 11), Span(16, 20), (Link(0, 1), Link(0, 2), Link(1, 4))),
    ],
)
def test_a_term_gets_another_form_and_all_else_moves_along(
    form: str, target: str, ship: Span, name: Span, links: tuple[Link, ...]
) -> None:
    changed = with_form(PAIR, 0, "boat", form)
    assert (changed.target, changed.unforced, changed.links) == (target, PAIR.target, links)
    assert changed.terms == (TermUse("kapal", "boat", Status.SWAPPED, Span(0, 5), ship),)
    assert [use.target_span for use in changed.names] == [name]


def test_text_is_put_in_between() -> None:
    changed = with_text(PAIR, Span(6, 6), " (KM)")
    assert changed.target == "A ship (KM) for Budi"
    assert [use.target_span for use in (*changed.terms, *changed.names)] == [Span(2, 6), Span(16, 20)]


def test_the_first_text_of_the_model_is_remembered() -> None:
    assert with_text(with_text(PAIR, Span(0, 1), "The"), Span(0, 3), "One").unforced == "A ship for Budi"


def test_a_term_that_does_not_stand_cannot_change() -> None:
    missing = Pair("kapal", "it", Origin.ENGINE, (TermUse("kapal", "ship", Status.MISSING, Span(0, 5), None),))
    with pytest.raises(ValueError, match="term 0 does not stand in 'it'"):
        with_form(missing, 0, "boat", "boat")


def test_of_two_full_stops_one_goes() -> None:
    place = TermUse("Inggris", "Britain", Status.NATURAL, Span(0, 7), Span(3, 10))
    changed = with_form(Pair("Inggris.", "to Britain.", Origin.ENGINE, (place,)), 0, "U.K.", "U.K.")
    assert (changed.target, changed.terms[0].target_span) == ("to U.K.", Span(3, 7))

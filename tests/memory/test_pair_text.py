from __future__ import annotations

from translator.bitext import Link, Origin, Pair, Status, TermUse
from translator.document import Span
from translator.memory.pair_text import is_unicode, pair_from, readable, text_of

SHIP = TermUse("kapal", "ship", Status.SWAPPED, Span(0, 5), Span(4, 8), False, ("boat",), "military")
NAME = TermUse("Rini", "Rini", Status.MISSING, Span(10, 14), None, term_list="names")


def test_a_pair_comes_back_with_all_that_its_run_knew() -> None:
    pair = Pair(
        "Kapal itu Rini.",
        "The ship.",
        Origin.ENGINE,
        (SHIP,),
        links=(Link(0, 1), Link(1, 0)),
        score=-0.1234567890123456,
        unforced="The boat.",
        names=(NAME,),
    )
    assert pair_from(pair.source, pair.target, text_of(pair)) == pair


def test_halves_of_surrogate_pairs_are_no_text_and_a_name_is_shown_without_them() -> None:
    assert is_unicode(("Kapal 🛰️", "é"))
    assert not is_unicode(("a", "\ud83d"))
    assert readable("berita\udcff.txt") == "berita?.txt"


def test_a_pair_without_terms_comes_back() -> None:
    pair = Pair("a", "b", Origin.ENGINE)
    assert pair_from("a", "b", text_of(pair)) == pair

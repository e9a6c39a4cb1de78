from __future__ import annotations

from glossary import Term
from translator.bitext import Link, Origin, Pair, Status, TermUse
from translator.document import Span
from translator.enforcement.term_check import TermJudge

JUDGE = TermJudge([Term("kapal perang", ("warship",), forbidden=("boat",))])
PAIR = Pair("Perahu dan kapal perang tiba.", "A boat and a warship came.", Origin.ENGINE)


def banned(*links: tuple[int, int]) -> list[tuple[str, ...]]:
    pair = Pair(PAIR.source, PAIR.target, PAIR.origin, links=tuple(Link(*link) for link in links))
    return [use.forbidden for use in JUDGE.judged(pair).terms]


def test_a_forbidden_translation_stands_for_its_term_unless_the_links_say_otherwise() -> None:
    assert banned() == [("boat",)]
    assert banned((2, 1)) == [("boat",)]
    assert banned((0, 1), (3, 4)) == [()]


def test_links_beyond_the_words_count_for_nothing() -> None:
    assert banned((9, 1), (0, 99)) == [("boat",)]


def test_a_term_is_judged_where_it_is_recorded() -> None:
    use = TermUse("rudal", "missile", Status.SWAPPED, Span(6, 11), Span(11, 18))
    pair = Pair("Roket rudal", "A rocket a missile", Origin.ENGINE, (use,))
    assert TermJudge([Term("rudal", ("rocket", "missile"))]).judged(pair).terms == pair.terms

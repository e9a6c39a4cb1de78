from __future__ import annotations

from glossary import Term
from tests.canned import CannedEngine
from translator.build import unspellable
from translator.term_lists import LEAST_KEPT

NOTICE = "1 of the glossary's translations the model cannot write; they will be put in: Łódź"


class AsciiEngine(CannedEngine):
    """Spells what is ASCII, and counts how often it was asked."""

    def __init__(self, signature: str) -> None:
        super().__init__()
        self.signature = signature
        self.spelled = 0

    def spells(self, target: str) -> bool:
        self.spelled += 1
        return target.isascii()


def test_what_the_model_cannot_write_of_a_large_list_is_looked_for_once() -> None:
    terms = (*[Term(f"kata{number}", ("x",)) for number in range(LEAST_KEPT)], Term("Lodz", ("Łódź", "Lodz")))
    first, again, other = AsciiEngine("a"), AsciiEngine("a"), AsciiEngine("b")
    assert [unspellable(engine, terms) for engine in (first, again, other)] == [NOTICE] * 3
    assert (first.spelled, again.spelled, other.spelled) == (len(terms), 0, len(terms))


def test_of_a_small_list_nothing_is_kept() -> None:
    first, again = AsciiEngine("a"), AsciiEngine("a")
    assert unspellable(first, [Term("kota", ("city",))]) == unspellable(again, [Term("kota", ("city",))]) == ""
    assert (first.spelled, again.spelled) == (1, 1)

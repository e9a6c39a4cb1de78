from __future__ import annotations

from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.checks.placeables import check
from translator.document import Span


def test_a_lost_or_changed_placeable_is_an_error() -> None:
    pair = Pair("Kirim R/9/II/2022 ke {nama} dan {nama}.", "Send R/9/I/2022 to {nama}.", Origin.MEMORY)
    assert list(check(pair)) == [
        Finding("placeables", Severity.ERROR, "R/9/II/2022 is not in the translation"),
        Finding("placeables", Severity.ERROR, "{nama} stands 1 times in the translation, 2 in the source"),
    ]


def test_thousands_of_lost_placeables_take_linear_time() -> None:
    codes = " ".join(f"{{kode{number}}}" for number in range(30_000))
    assert list(check(Pair(codes, codes, Origin.ENGINE))) == []
    found = list(check(Pair(codes, "Nothing at all. " * 30_000, Origin.ENGINE)))
    assert found[-1].message == "{kode999} is not in the translation"


def test_a_placeable_in_a_term_is_the_terms() -> None:
    use = TermUse("C++", "C plus plus", Status.NATURAL, Span(7, 10), Span(0, 11))
    assert list(check(Pair("bahasa C++", "C plus plus", Origin.ENGINE, (use,)))) == []

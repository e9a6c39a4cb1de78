from __future__ import annotations

from translator.bitext import Finding, Origin, Pair, Severity
from translator.checks.name_parts import check


def test_a_lost_part_of_a_name_is_a_warning() -> None:
    assert list(check(Pair("Kemarin Kim Yongchol pulang.", "Yongchol went home yesterday.", Origin.ENGINE))) == [
        Finding("name_parts", Severity.WARNING, "Kim of Kim Yongchol is not in the translation")
    ]


def test_a_name_that_is_whole_or_gives_way_to_a_pronoun_is_well() -> None:
    for target in ("Kim Yongchol went home.", "He went home.", "KIM YONGCHOL’S way home"):
        assert list(check(Pair("Kemarin Kim Yongchol pulang.", target, Origin.ENGINE))) == []

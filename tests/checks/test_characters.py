from __future__ import annotations

import pytest

from translator.bitext import Finding, Origin, Pair, Severity
from translator.checks.characters import check


def found(source: str, target: str) -> list[str]:
    findings = list(check(Pair(source, target, Origin.ENGINE)))
    assert all((finding.check, finding.severity) == ("characters", Severity.WARNING) for finding in findings)
    return [finding.message for finding in findings]


def test_what_an_engine_drops_is_one_warning() -> None:
    source = "Harganya €5 di Şanlıurfa 😀, suhunya 3°, kata Ωμ."
    assert list(check(Pair(source, "It costs 5 in anlurfa, at 3, said he.", Origin.ENGINE))) == [
        Finding("characters", Severity.WARNING, "lost in the translation: € 😀 ° Ω μ Şanlıurfa")
    ]


def test_signs_of_arithmetic_are_not_lost_in_silence() -> None:
    assert found("Tegangan < 10 volt.", "A voltage of 10 volts.") == ["lost in the translation: <"]
    assert found("Iuran Rp5.000,= per bulan.", "A fee of Rp5,000 a month.") == []
    assert found("Jika a > 2, b + c = 5.", "If a 2, b c 5.") == ["lost in the translation: > + ="]


def test_a_sign_that_was_put_in_is_told() -> None:
    pair = Pair("Harganya €5 😀.", "It costs €5 😀.", Origin.ENGINE, unforced="It costs 5.")
    assert [finding.message for finding in check(pair)] == [
        "written beside its number: €; the model wrote: It costs 5."
    ]


@pytest.mark.parametrize("sign", ["<unk>", "⁇", "\ufffd"])
def test_a_sign_for_the_unknown_is_a_warning(sign: str) -> None:
    assert found("Kapal.", f"The {sign} ship.") == [f"{sign} stands for something that the model does not know"]
    assert found(f"Kapal {sign}.", f"The {sign} ship.") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Suhunya 3°.", "It is 3 degrees."),
        ("Harganya €5, $6, £7, 8%.", "It costs 5 euros, 6 dollars, 7 pounds, 8 percent."),
        ("Luasnya 5 km², 2 × 3.", "It is 5 km2, 2 by 3."),
        ("Sinar α dan β.", "Alpha and beta rays."),
        ("Di Besançon.", "In Besancon."),
        ("Ia berkata: “Tidak” – lalu\u00a0pergi…", "He said: 'No' - then left..."),
        ("Klub BarÃ§a â€” menang.", "The club won."),
        ("Kapal 😀", "The ship 😀"),
        ("Tegangan < 10 volt, arus > 2 ampere.", "A voltage below 10 volts, a current of more than 2 amperes."),
        ("Usia 17+ dan 3 + 2 = 5.", "Aged 17 and over, and three plus two is five."),
    ],
)
def test_what_is_kept_or_written_out_is_well(source: str, target: str) -> None:
    assert found(source, target) == []

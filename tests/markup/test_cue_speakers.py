from __future__ import annotations

import time

import pytest

from translator.document import Span
from translator.markup.cue_lines import Line
from translator.markup.cue_speakers import at_chevrons, is_another


@pytest.mark.parametrize(
    ("before", "line", "wanted"),
    [
        ("Ayo pergi.", "- Ke mana?", True),
        ("<i>Ayo pergi!”</i>", "<i>– Ke mana?</i>", True),
        ("Kapal itu", ">> Di mana?", True),
        ("Kapal itu", "<b>&gt;&gt;Di mana?", True),
        ("Kapal itu", "- yang besar - tiba.", False),
        ("Ayo pergi.", "-", False),
        ("Ayo pergi.", "Ke mana?", False),
        ("Kapal itu", ">>eng<< tiba.", False),
    ],
)
def test_another_speaks_behind_a_dash_or_chevrons(before: str, line: str, wanted: bool) -> None:
    assert is_another(before, line) is wanted


def test_a_line_is_cut_before_the_chevrons_within_it() -> None:
    text = ">> Kapal itu tiba. >> Di mana?\n"
    lines = list(at_chevrons([Line(Span(0, 30), "\n", 7)], text))
    assert lines == [Line(Span(0, 18), " ", 7), Line(Span(19, 30), "\n", 7)]


@pytest.mark.parametrize("unit", [" ", ">>", " >>", "<i> ", "! ", "!<i>", "&gt;", "<"])
def test_long_lines_take_linear_time(unit: str) -> None:
    text = unit * 40_000
    started = time.process_time()
    assert list(at_chevrons([Line(Span(0, len(text)), "", 1)], text))
    is_another(text, f"{text}- a")
    assert time.process_time() - started < 5

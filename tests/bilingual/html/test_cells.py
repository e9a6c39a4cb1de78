from __future__ import annotations

import pytest

from translator.bilingual.html.cells import StyledRun, cut, family, visible
from translator.bitext import Status, TermUse
from translator.document import Span


def test_a_cell_is_cut_at_the_borders_of_terms() -> None:
    assert cut("Kapal perangnya <siap>.", [Span(17, 21), Span(0, 12)]) == (
        StyledRun(1, "Kapal perang"),
        StyledRun(None, "nya <"),
        StyledRun(0, "siap"),
        StyledRun(None, ">."),
    )


def test_where_terms_overlap_or_leave_the_text_nothing_is_shown_twice_or_lost() -> None:
    assert cut("abcdef", [Span(0, 3), Span(1, 5), Span(2, 3), None, Span(5, 99), Span(80, 90)]) == (
        StyledRun(0, "abc"),
        StyledRun(1, "de"),
        StyledRun(4, "f"),
    )


@pytest.mark.parametrize(
    ("status", "sure", "loud"),
    [
        (Status.NATURAL, True, "own"),
        (Status.N_BEST, True, "own"),
        (Status.SWAPPED, True, "put"),
        (Status.SOURCE, True, "put"),
        (Status.SPLICED, True, "check"),
        (Status.MISSING, True, "check"),
        (Status.SWAPPED, False, "check"),
        (Status.NATURAL, False, "check"),
    ],
)
def test_every_status_has_its_family(status: Status, sure: bool, loud: str) -> None:
    assert family(TermUse("siap", "ready", status, Span(0, 4), None, sure)) == loud


def test_control_characters_become_signs_and_white_space_stays() -> None:
    assert visible("a\tb\n\x1b\x7f\x85\x9b\u202e") == "a\tb\n␛␡\x85[U+009B][U+202E]"
    assert visible(None) is None

from __future__ import annotations

import pytest

from glossary import Term
from tests.enforcement.repairs.expressions import mended


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Usia 7 s/d 12 tahun", "Age 7 s/d 12 years", "Age 7 to 12 years"),
        ("pada 3 s.d. 10 Mei", "on 3 s.d. 10 May", "on 3 to 10 May"),
        ("No. 3 s.d. 25", "No. 3.d. 25", "No. 3 to 25"),
        ("Loket buka 09.15 s.d. 14.45", "Open at 9:15 a.d. 14:45", "Open at 9:15 to 14:45"),
        ("Senin s.d. Jumat", "Monday s.d. Friday", "Monday to Friday"),
        ("pasal 5 sampai dengan 9", "article 5 9", "article 5 to 9"),
        ("rasionya 1 banding 3", "the ratio is 1 banding 3", "the ratio is 1 to 3"),
        ("pukul 10.00 hingga 12.00", "at 10:00  12:00", "at 10:00 to 12:00"),
    ],
)
def test_the_ends_of_a_range_are_joined(source: str, model: str, wanted: str) -> None:
    assert mended(source, model) == wanted


@pytest.mark.parametrize(
    ("source", "model"),
    [
        ("Usia 7 s/d 12 tahun", "Age 7-12 years"),
        ("pada 3 s.d. 10 Mei", "from 3 until 10 May"),
        ("SD 3 dan 4", "SD 3 and 4"),
        ("pasal 5 sampai 9", "9 of article 5"),
        ("tahun 5 s.d. 9 Masehi", "from 5 to 9 A.D."),
    ],
)
def test_a_range_that_is_joined_or_stands_apart_is_left(source: str, model: str) -> None:
    assert mended(source, model) == model


def test_a_joint_inside_a_term_is_the_terms() -> None:
    term = Term("kelas 1 s.d. 3", ("classes 1 s.d. 3",))
    assert mended("ada kelas 1 s.d. 3", "are classes 1 s.d. 3", None, term) == "are classes 1 s.d. 3"


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Rapat 09.00 s.d. selesai.", "Meeting 9:00 s.d.", "Meeting 9:00 until finished."),
        ("Rapat 09.00 s/d selesai", "Meeting 9:00 s/d finished", "Meeting 9:00 until finished"),
        ("Rapat 09.00 s.d. selesai.", "Meeting 9:00 s.", "Meeting 9:00 until finished."),
        ("Rapat 09.00 s.d. habis.", "Meeting 9:00 s.d.", "Meeting 9:00 s.d."),
    ],
)
def test_a_time_may_have_an_open_end(source: str, model: str, wanted: str) -> None:
    assert mended(source, model) == wanted

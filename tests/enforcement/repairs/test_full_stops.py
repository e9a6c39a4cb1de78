from __future__ import annotations

import pytest

from glossary import Case, Term
from tests.enforcement.repairs.expressions import mended

RANK = Term("Letnan Kolonel", ("Lieutenant Colonel",), case=Case.EXACT, variants=("Letkol", "Letkol.", "Letkol Inf"))


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Letkol. Agus hadir.", "Lieutenant Colonel. Agus attended.", "Lieutenant Colonel Agus attended."),
        ("Letkol Inf. Agus hadir.", "Lieutenant Colonel. Agus attended.", "Lieutenant Colonel Agus attended."),
        ("Yang hadir Letkol.", "Present was the Lieutenant Colonel.", "Present was the Lieutenant Colonel."),
        ("“Ia Letkol.” (benar)", "“He is a Lieutenant Colonel.” (right)", "“He is a Lieutenant Colonel.” (right)"),
        ("Ia Letkol. (Benar)", "He is a Lieutenant Colonel. (right)", "He is a Lieutenant Colonel. (right)"),
        ("Agus (Letkol.) hadir.", "Agus (Lieutenant Colonel.) attended.", "Agus (Lieutenant Colonel) attended."),
        ("(Ia Letkol.)", "(He is a Lieutenant Colonel.)", "(He is a Lieutenant Colonel.)"),
        ("Ia Letkol... dulu.", "He was a Lieutenant Colonel... once.", "He was a Lieutenant Colonel... once."),
    ],
)
def test_the_full_stop_of_an_abbreviation_goes_and_that_of_the_sentence_stays(
    source: str, model: str, wanted: str
) -> None:
    assert mended(source, model, None, RANK) == wanted


@pytest.mark.parametrize(
    ("source", "model", "wanted"),
    [
        ("Rapat 4 Okt. 2023 ditunda.", "The meeting of 4 Okt. 2023 was off.", "The meeting of 4 October 2023 was off."),
        ("Pada 5 Agt. kapal tiba.", "On 5 Agt. the ship came.", "On 5 August the ship came."),
        ("Selesai 3 Des. Ia pulang.", "It ended on 3 Des. He left.", "It ended on 3 December. He left."),
        ("Selesai 3 Des.", "It ended on 3 Des.", "It ended on 3 December."),
    ],
)
def test_the_full_stop_of_a_month_goes_inside_a_sentence(source: str, model: str, wanted: str) -> None:
    assert mended(source, model, None, RANK) == wanted

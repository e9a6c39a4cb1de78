from __future__ import annotations

import pytest

from tests.canned import CannedEngine, hypothesis
from translator.enforcement.cascade import Task, enforce
from translator.enforcement.draft import Draft
from translator.enforcement.repairs.final_marks import restore_final_marks


def restored(source: str, target: str) -> str:
    return restore_final_marks(Draft(Task(source), hypothesis(source, target), ())).text


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Memuat…", "Loading....", "Loading..."),
        ("Simpan sebagai...", "Save as..", "Save as..."),
        ("“Tunggu…”", "“Wait….”", "“Wait...”"),
        ("Kode pos 10110; tel. 021", "Postal code 10110;tel. 021", "Postal code 10110; tel. 021"),
        ("Kapal, pesawat, dan tank", "Ships,planes, and tanks", "Ships, planes, and tanks"),
    ],
)
def test_an_ellipsis_has_three_dots_and_a_comma_its_blank(source: str, target: str, wanted: str) -> None:
    assert restored(source, target) == wanted


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Memuat…", "Loading…"),
        ("Memuat…", "Loading."),
        ("Isi titik-titik ....", "Fill in the dots ...."),
        ("Ia pergi.", "He left...."),
        ("Pilih a,bc atau d", "Choose a,bc or d"),
        ("Jumlahnya 1.500 kapal", "There are 1,500 ships"),
    ],
)
def test_what_is_right_or_not_known_stays(source: str, target: str) -> None:
    assert restored(source, target) == target


def test_it_is_the_last_step_of_a_translation() -> None:
    engine = CannedEngine({"Memuat...": [("Loading....", None)]})
    (done,) = enforce(engine, [Task("Memuat...")], beam=4)
    assert done.text == "Loading..."

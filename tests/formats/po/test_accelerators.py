from __future__ import annotations

import pytest

from translator.document import Mark, MarkKind, Span
from translator.formats.po.accelerators import before_a_letter, without_accelerator


@pytest.mark.parametrize(
    ("text", "bare", "sign", "place"),
    [
        ("_Berkas", "Berkas", "_", 0),
        ("Simpan &Sebagai...", "Simpan Sebagai...", "&", 7),
        ("Kel&uar", "Keluar", "&", 0),
        ("B_uka", "Buka", "_", 0),
    ],
)
def test_an_accelerator_is_a_mark_before_its_word(text: str, bare: str, sign: str, place: int) -> None:
    assert without_accelerator(text) == (bare, (Mark(MarkKind.BESIDE, sign, "", Span(place, place)),))


@pytest.mark.parametrize(
    "text", ["Pusat R&D", "AT&T", "nama_berkas", "Darat & laut", "&nbsp;a", "_a_ b", "a && b", "&lt;", "Satu_dua_tiga"]
)
def test_other_signs_are_no_accelerators(text: str) -> None:
    assert without_accelerator(text) == (text, ())


@pytest.mark.parametrize(
    ("target", "wanted"), [("Save &As", "Save &As"), ("“Save”&", "“&Save”"), ("12&", "12&"), ("Save & As", "&Save  As")]
)
def test_an_accelerator_stands_before_a_letter(target: str, wanted: str) -> None:
    marks = (Mark(MarkKind.BESIDE, "&", "", Span(0, 0)),)
    assert before_a_letter(target, marks) == wanted
    assert before_a_letter(target, ()) == target
    assert before_a_letter(target, (Mark(MarkKind.BESIDE, "<img>", "", Span(0, 0)),)) == target

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.source.verbs import forms
from glossary.term import VerbForm


@pytest.mark.parametrize(
    ("root", "wanted"),
    [
        ("serang", "menyerang menyerangi diserang terserang penyerangan penyerang berserang keserangan"),
        ("tembak", "menembak menembaki menembakkan ditembaki tertembak penembakan penembak"),
        ("pukul", "memukul dipukul pemukulan pemukul"),
        ("kawal", "mengawal dikawal pengawalan pengawal"),
        ("proses", "memproses diproses pemrosesan"),
        ("bom", "mengebom membom dibom pengeboman"),
        ("latih", "melatih berlatih pelatihan pelatih"),
        ("rawat", "merawat berawat perawatan"),
        ("usir", "mengusir diusir pengusiran"),
        ("syukur", "mensyukuri bersyukur"),
        ("kerja", "bekerja mengerjakan dikerjakan"),
        ("hadap", "menghadap menghadapi dihadapi penghadapan"),
    ],
)
def test_the_forms_of_a_root(root: str, wanted: str) -> None:
    made = dict(forms(root))
    assert [form for form in wanted.split() if form not in made] == []


@pytest.mark.parametrize(
    ("root", "word"),
    [("rawat", "perawat"), ("pilih", "pemilih"), ("banding", "dibandingkan"), ("tinggal", "meninggalkan")],
)
def test_a_word_with_a_meaning_of_its_own_is_no_form(root: str, word: str) -> None:
    assert word not in dict(forms(root))


@pytest.mark.parametrize("root", ["ke", "TNI", "Rusia", "rudal2", "", "mata-mata"])
def test_what_is_no_root_has_no_forms(root: str) -> None:
    assert list(forms(root)) == []


def test_each_form_knows_what_it_is() -> None:
    made = dict(forms("serang"))
    assert [made[form] for form in ("menyerang", "diserangi", "penyerangan", "penyerang")] == [
        *(VerbForm.ACTIVE, VerbForm.PASSIVE, VerbForm.ACTION, VerbForm.AGENT)
    ]


@given(st.from_regex("[a-z]{3,8}", fullmatch=True))
def test_no_form_is_the_root_itself_and_all_hold_it_or_its_nasal(root: str) -> None:
    assert all(form != root and root[1:] in form for form, _ in forms(root))

from __future__ import annotations

import pytest

from tests.formats.html.test_html import shouted, texts


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<div><span>Senin</span><span>Oleh Budi</span></div>", ["Senin", "Oleh Budi"]),
        ("<li><b>Jumlah kapal</b><i>Lima buah</i><em>Dua</em></li>", ["Jumlah kapal", "Lima buah", "Dua"]),
        ("<a><span><b>Senin</b></span><i class=x></i><span>Oleh</span></a>", ["Senin", "Oleh"]),
        ("<p>Oleh <b>Budi</b><!-- x --><time>Senin</time>", ["Oleh Budi", "Senin"]),
        ("<p><b>KRI</b><i>Nanggala</i>", ["KRI", "Nanggala"]),
        ("<p><b>Kapal tiba.</b><i>Awak turun</i>", ["Kapal tiba.", "Awak turun"]),
        ("<p><b>Oleh:</b><i>Budi</i>", ["Oleh:", "Budi"]),
        ("<p><b>Harga</b><i>5.000</i>", ["Harga", "5.000"]),
        ("<p><b>12</b><i>Januari</i>", ["12", "Januari"]),
        ("<p><b>5</b><i>kapal perang</i>", ["5", "kapal perang"]),
        ("<p><b>Dilihat 2.300</b><i>4,7</i><i>(81)</i><i>Bandung</i>", ["Dilihat 2.300", "4,7", "(81)", "Bandung"]),
        ("<p><b>3,5</b><i>120 ulasan</i>", ["3,5", "120 ulasan"]),
        ("<p><b>07.30</b><i>09.15</i><i>10:00</i><i>11:00</i>", ["07.30", "09.15", "10:00", "11:00"]),
        ("<p><b>jumlah kapal</b><i>lima buah</i>", ["jumlah kapal", "lima buah"]),
    ],
)
def test_elements_that_begin_anew_are_apart(source: str, wanted: list[str]) -> None:
    assert texts(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p><b>K</b><i>apal</i>", ["Kapal"]),
        ("<p><b>mem</b><i>baca</i>", ["membaca"]),
        ("<p><b>Mem</b>Baca", ["MemBaca"]),
        ("<p><b>kabar</b><i>bisnis</i>", ["kabarbisnis"]),
        ("<p><b>kapal se</b><i>lam itu</i>", ["kapal selam itu"]),
        ("<p><b>kapal peng</b><i>angkut barang</i>", ["kapal pengangkut barang"]),
        ("<p><b>para pendukung</b><i>nya itu</i>", ["para pendukungnya itu"]),
        ("<p><b>TNI</b><i>AD</i>", ["TNIAD"]),
        ("<p><b>i</b><i>Phone</i>", ["iPhone"]),
        ("<p><b>H</b><sub>2</sub><i>O</i>", ["H2O"]),
        ("<p><b>Kelas</b><sup>Bagus</sup>", ["KelasBagus"]),
        ("<p><b>F</b><i>16</i>", ["F16"]),
        ("<p><b>Rp</b><i>5.</i><i>000</i>", ["Rp5.000"]),
        ("<p><b>5</b><i>kg</i>", ["5kg"]),
        ("<p><b>20</b><i>26</i>", ["2026"]),
        ("<p><b>1.2</b><i>50</i>", ["1.250"]),
        ("<p><b>3,</b><i>5</i>", ["3,5"]),
        ("<p><b>Pasal 5</b><i>(2)</i> berlaku", ["Pasal 5(2) berlaku"]),
        ("<p><b>Kapal</b> <i>Perang</i>", ["Kapal Perang"]),
        ("<p><b>Kapal </b><i>Perang</i>", ["Kapal Perang"]),
        ("<p><b>Kapal</b>-<i>Perang</i>", ["Kapal-Perang"]),
        ("<p><b>Kapal</b><code>x</code><i>Perang</i>", ["Kapal`x`Perang"]),
    ],
)
def test_no_word_is_cut(source: str, wanted: list[str]) -> None:
    assert texts(source) == wanted


def test_an_element_around_both_stays_around_both() -> None:
    source = "<p>Baca <a>Kabar <b>Senin</b><i>Oleh Budi</i></a> ini"
    wanted = "<p>BACA <a>KABAR <b>SENIN</b><i>OLEH BUDI</i></a> INI"
    assert shouted(source) == wanted

from __future__ import annotations

import time

import pytest

from tests.formats.html.test_html import rendered, shouted, texts

ICON = '<i class="fa fa-home"></i>'
BOX = "<span class='far fa-square'></span>"
DRAWING = '<svg viewBox="0 0 9 9"><g><path d="M1 1"/></g></svg>'


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (f"<p>{ICON} Beranda {ICON} Hubungi Kami</p>", ["Beranda", "Hubungi Kami"]),
        (f"<p>{DRAWING} Beranda {DRAWING} Hubungi Kami</p>", ["Beranda", "Hubungi Kami"]),
        (f"<p>Menu: {ICON} Beranda {ICON} Kontak", ["Menu:", "Beranda", "Kontak"]),
        (f"<p>Setuju: {BOX} ya {BOX} tidak", ["Setuju:", "ya", "tidak"]),
        (f"<p>Ya {BOX} Tidak {BOX}", ["Ya", "Tidak"]),
        (f"<p><span class=box>{ICON}</span>ya<span class=box> </span>tidak", ["ya", "tidak"]),
    ],
)
def test_icons_and_boxes_part_items_in_a_row(source: str, wanted: list[str]) -> None:
    assert texts(source) == wanted
    assert rendered(source, {}) == source


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (f"<p>Pilih {ICON} untuk menyimpan, lalu {ICON} untuk menutup.", "Pilih untuk menyimpan, lalu untuk menutup."),
        (f"<p>Beri tanda pada kotak {BOX} bila setuju.", "Beri tanda pada kotak bila setuju."),
        (f"<p>{ICON} Kapal itu {ICON} sudah tiba.", "Kapal itu sudah tiba."),
        ("<p><img src=a> Kapal <img src=b> Nanggala tiba.", "Kapal Nanggala tiba."),
        ("<p><span class=a><img src=a></span> Kapal <span class=a><img src=a></span> Dewa", "Kapal Dewa"),
        ("<p><i>Ya</i> <i class=a>Tidak</i>", "Ya Tidak"),
    ],
)
def test_a_sentence_with_icons_in_it_is_whole(source: str, wanted: str) -> None:
    assert texts(source) == [wanted]


@pytest.mark.parametrize("link", ["<a href=#r1>↩︎</a>", "<a href=#r1>&#8617;&#xFE0E;</a>", "<a href=#r1>[<b>↑</b>]</a>"])
def test_a_link_of_only_signs_stays_where_it_is(link: str) -> None:
    for source in (
        f"<p>Kapal tiba.{link}</p>",
        f"<p>Kapal tiba.&nbsp;{link}{link}</p>",
        f"<h2>Kapal <sup>{link}</sup></h2>",
    ):
        assert shouted(source) == source.replace("Kapal", "KAPAL").replace("tiba", "TIBA")
    source = f"<p>Kapal itu tiba.{link} Awak turun."
    assert rendered(source, {"Kapal itu tiba. Awak turun.": "It came. They left."}).count(link) == 1


def test_a_link_around_a_full_stop_takes_none_from_the_sentence() -> None:
    assert texts("<p>Kapal tiba<a href=x>.</a> Awak<a href=x>…</a>") == ["Kapal tiba. Awak…"]


def test_a_box_stays_before_its_label() -> None:
    source = f"<p>{BOX} Ya {BOX} Tidak</p>"
    assert rendered(source, {"Ya": "Yes", "Tidak": "No"}) == f"<p>{BOX} Yes {BOX} No</p>"


def test_many_icons_in_each_other_are_read_in_time_that_grows_with_their_number() -> None:
    source = "<i class=a>" * 3000 + "<img>" * 3000 + "</i>" * 3000
    start = time.perf_counter()
    assert texts(f"<p>Ya {source} tidak") == ["Ya tidak"]
    assert time.perf_counter() - start < 2

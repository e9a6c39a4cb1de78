from __future__ import annotations

import pytest

from tests.formats.html.test_html import shouted, texts


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<nav><a>Beranda</a> | <a>Kabar laut</a> <a>Kontak</a></nav>", ["Beranda", "Kabar laut", "Kontak"]),
        ("<p><a>Beranda</a><a><b>Kabar</b> laut</a>", ["Beranda", "Kabar laut"]),
        ("<div>\n<span>Satu</span>\n<span>Dua</span>\n</div>", ["Satu", "Dua"]),
        ("<div>\n<time>2 Mei</time>\n<a>Dua</a>\n<small>Tiga</small>\n</div>", ["2 Mei", "Dua", "Tiga"]),
        ("<p><a>Beranda</a><span>›</span><a>Kabar laut</a>", ["Beranda", "Kabar laut"]),
    ],
)
def test_the_members_of_a_row_are_apart(source: str, wanted: list[str]) -> None:
    assert texts(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p><a>Kapal</a> itu <a>tiba</a>", ["Kapal itu tiba"]),
        ("<p><span>Kapal</span> <span>itu</span>", ["Kapal itu"]),
        ("<p><b>Kapal</b> <i>itu</i>", ["Kapal itu"]),
        ("<p>\n<b>Kapal</b>\n<i>itu</i>", ["Kapal itu"]),
        ("<p><a>Kapal itu</a>", ["Kapal itu"]),
        ("<p><a>Kapal</a> <code>x</code> <a>itu</a>", ["Kapal `x` itu"]),
        ("<p><a>Kapal</a> <a>itu<br>Tiba</a>", ["Kapal itu", "Tiba"]),
    ],
)
def test_the_parts_of_a_sentence_are_not(source: str, wanted: list[str]) -> None:
    assert texts(source) == wanted


def test_a_row_keeps_what_parts_its_members() -> None:
    source = "<nav><a>Beranda</a> | <a title='Semua'>Kabar</a> &gt; <a>Kontak</a> »</nav>"
    wanted = "<nav><a>BERANDA</a> | <a title='SEMUA'>KABAR</a> &gt; <a>KONTAK</a> »</nav>"
    assert shouted(source) == wanted

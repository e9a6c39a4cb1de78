from __future__ import annotations

import pytest

from tests.formats.html.test_html import shouted, texts
from translator.formats.html.reading import read_page


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p>satu<p>dua</p>tiga", ["satu", "dua", "tiga"]),
        ("<table><tr><td>satu<td>1.500<tr><th>tiga</table>", ["satu", "1.500", "tiga"]),
        ("<dl><dt>satu<dd>dua</dl>", ["satu", "dua"]),
        ("<p>satu\r\n dua\t<b> tiga </b> empat", ["satu dua tiga empat"]),
        ("<p>satu<br>dua<br/>tiga", ["satu", "dua", "tiga"]),
        ("<p>satu<wbr>dua <!-- x --> tiga<img src=a> empat", ["satudua tiga empat"]),
        ("<label>Nama</label> <input> <label>Alamat</label> <button>Kirim</button>", ["Nama", "Alamat", "Kirim"]),
        ("<select><optgroup label=Satu><option>dua<option label='Tiga'>3 x</select>", ["Satu", "dua", "Tiga", "3 x"]),
        ("<p>Laut<sup>[2]</sup> luas 10 m<sup>2</sup>", ["Laut luas 10 m"]),
        ("<p>Kelas<sup>bagus</sup>", ["Kelasbagus"]),
        ("<svg><title>Peta</title><text>Laut</text><g><path d='M0'/></g></svg>", ["Peta", "Laut"]),
        ("<p>Lihat <svg><path d='M0'/></svg> peta", ["Lihat peta"]),
        ("<p>— 1 & 2 <", ["— 1 & 2 <"]),
        ("<p>Kata <ruby>漢<rp>(<rt>kan<rp>)</ruby> itu", ["Kata 漢 itu"]),
        ("<p>Kata <ruby>漢<rt>kan</p>dua", ["Kata 漢", "dua"]),
        ("<p>...</p><p>→", []),
        ("", []),
    ],
)
def test_each_block_is_a_segment(source: str, wanted: list[str]) -> None:
    assert texts(source) == wanted


def test_the_languages_of_an_office_program_are_not_believed() -> None:
    word = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><p class=MsoNormal>'
    writer = '<meta name="generator" content="LibreOffice 7.4 (Linux)"/><p lang="en-US">Kapal Ambon itu'
    marked = "<span lang=EN-US>Kapal <st1:City>Ambon</st1:City> <span lang=IN>itu</span><o:p></o:p></span>"
    wanted = "<span lang=EN-US>KAPAL <st1:City>AMBON</st1:City> <span lang=en>ITU</span><o:p></o:p></span>"
    assert texts(word + marked) == texts(writer) == ["Kapal Ambon itu"]
    assert shouted(word + marked) == word + wanted
    assert texts(marked) == ["itu"]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p><b>satu<p>dua</b> tiga", "<p><b>SATU<p>DUA</b> TIGA"),
        ("<p>satu <b>dua <i>tiga</b> empat</i>", "<p>SATU <b>DUA <i>TIGA</b> EMPAT</i>"),
        ("<p>satu <b>dua<br>tiga</b> empat", "<p>SATU <b>DUA<br>TIGA</b> EMPAT"),
        ("<p>satu </i>dua <b>tiga", "<p>SATU </i>DUA <b>TIGA"),
        ("<a href=/>Beranda</a> itu", "<a href=/>BERANDA</a> ITU"),
        ("<p>satu <a name=x/>dua", "<p>SATU <a name=x/>DUA"),
    ],
)
def test_tags_that_are_not_well_nested_stay_where_they_were(source: str, wanted: str) -> None:
    assert shouted(source) == wanted


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>漢<rt>kan</rt></ruby>",
        "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
        "<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>",
        "<ruby><rb>漢</rb><rtc><rt>kan</rt></rtc></ruby>",
    ],
)
def test_the_reading_of_a_word_stays_behind_it(ruby: str) -> None:
    assert shouted(f"<p>kata {ruby} itu") == f"<p>KATA {ruby} ITU"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p><del>harga lama</del> <ins>harga baru</ins></p>", ["harga lama", "harga baru"]),
        ("<p>harga <del>lima <b>ribu</b></del> <ins>enam</ins> rupiah.", ["harga enam rupiah.", "lima ribu"]),
        ("<p>harga <ins>enam</ins><s>lima</s> rupiah.", ["harga enam rupiah.", "lima"]),
        ("<p>harga <strike>lima</strike><ins>enam</ins>.", ["harga enam.", "lima"]),
        ("<p>harga <del>lima</del> rupiah", ["harga lima rupiah"]),
        ("<p><del>lima<br>enam</del> <ins>tujuh</ins>", ["lima", "enam tujuh"]),
    ],
)
def test_what_is_deleted_beside_an_insertion_is_apart(source: str, wanted: list[str]) -> None:
    assert texts(source) == wanted
    translated = source
    for words in ("harga", "lama", "baru", "lima", "ribu", "enam", "rupiah", "tujuh"):
        translated = translated.replace(words, words.upper())
    assert shouted(source) == translated


def test_each_keyword_is_translated_apart() -> None:
    source = '<meta name="keywords" content="kapal perang, laut ,,TNI">'
    assert texts(source) == ["kapal perang", "laut", "TNI"]
    assert shouted(source) == '<meta name="keywords" content="KAPAL PERANG, LAUT ,,TNI">'


def test_a_value_without_quotes_stays_one() -> None:
    assert shouted("<img alt=peta&#32;laut>") == "<img alt=PETA&#32;LAUT>"


def test_languages_are_found_where_the_text_is_translated() -> None:
    source = "<html lang=id><p lang=en>a <b lang=id>satu</b></p><pre lang=id></pre>"
    found = [(span.of(source), english) for span, english in read_page(source).languages]
    assert found == [("id", "en"), ("id", "en")]

from __future__ import annotations

import pytest

from tests.formats.html.test_html import shouted, texts
from translator.formats.html.left_alone import words_of


@pytest.mark.parametrize(
    "left",
    [
        *("<pre>a <b>b</b></pre>", "<script>a</script>", "<style>a</style>", "<!-- a -->", "<textarea>a</textarea>"),
        *('<script type="application/ld+json">{"name": "a"}</script>', "<p translate=no>a <b>b</b></p>"),
        *('<div class="x notranslate">a<div>b</div>c</div>', "<p lang=en>a</p>", "<div lang=ar><p>a<p>b</div>"),
        *(
            "<math><mi>a</mi></math>",
            '<span class="math display">\\[a + b\\]</span>',
            "<iframe>a</iframe>",
            "<ul lang=en><li>a<li>b</ul>",
            "<table lang=en><tr><td>a</table>",
        ),
        *("<img alt=a lang=en>", "<input type=submit value=a translate=no>", "<div lang=en title=a>b</div>"),
    ],
)
def test_what_must_stay_stays(left: str) -> None:
    assert shouted(f"<p>satu</p>{left}<p>dua</p>") == f"<p>SATU</p>{left}<p>DUA</p>"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p lang=en>a<p>dua", ["dua"]),
        ("<p lang=en>a<div>dua</div>", ["dua"]),
        ("<div><p lang=en>a</div>dua", ["dua"]),
        ("<ul><li lang=en>a <ul><li>b</ul> c<li>dua</ul>", ["dua"]),
        ("<ul><li translate=no>a</ul>dua", ["dua"]),
        ("<table><tr><td lang=en>a<td>dua</table>", ["dua"]),
        ("<tr><td lang=en>a <table><tr><td>b</table> c<td>dua", ["dua"]),
        ("<dl><dt lang=en>a<dd>dua</dl>", ["dua"]),
        ("<select><option lang=en>a<option>dua</select>", ["dua"]),
        ("<p lang=en>a", []),
    ],
)
def test_a_part_ends_where_its_element_ends_also_without_an_end_tag(source: str, wanted: list[str]) -> None:
    assert texts(source) == wanted


def test_what_is_indonesian_inside_another_language_is_translated() -> None:
    source = "<div lang=en>a <q lang=id>satu <b>dua</b> <q>tiga</q></q> b</div>empat"
    assert texts(source) == ["satu dua tiga", "empat"]
    assert texts("<div translate=no>a<div translate=yes title=Satu>dua</div>b</div>tiga") == ["Satu", "dua", "tiga"]
    assert texts("<pre><b lang=id>a</b></pre>") == []
    source = "<q lang=en>a <i lang=id>satu</i> <b>b</b></q> dua"
    assert shouted(source) == source.replace("satu", "SATU").replace("dua", "DUA").replace("lang=id", "lang=en")


def test_what_stays_inside_a_sentence_is_a_word_of_it() -> None:
    assert texts("Nama <code>x  &lt; y</code> dan <i lang=en>stealth <b>bomber</b></i> itu") == [
        "Nama `x < y` dan `stealth bomber` itu"
    ]
    assert texts("Tekan <kbd>`</kbd> atau <code></code> itu") == ["Tekan `'` atau itu"]


@pytest.mark.parametrize(
    ("start", "end"), [("<![if !supportLists]>", "<![endif]>"), ("<!--[if !supportLists]-->", "<!--[endif]-->")]
)
def test_the_number_that_word_writes_before_a_list_item_stays(start: str, end: str) -> None:
    mark = f"{start}<span lang=EN-US>1.<span>&nbsp;&nbsp; <!-- x --></span></span>{end}"
    assert shouted(f"<p>{mark}<b>Kapal</b> itu<p>{mark}dua") == f"<p>{mark}<b>KAPAL</b> ITU<p>{mark}DUA"
    assert texts(f"<p>{start}1.</p><p>Kapal") == ["Kapal"]


def test_a_script_inside_a_sentence_is_no_word_of_it() -> None:
    assert texts("<p>Kapal <script>a()</script> itu") == ["Kapal itu"]


def test_the_attributes_of_a_field_are_read_though_its_content_stays() -> None:
    assert texts("<textarea placeholder='Tulis pesan'>isi</textarea>") == ["Tulis pesan"]
    assert texts("<pre title='Tulis'>isi</pre><code title='Tulis'>isi</code>") == []


def test_the_words_of_markup_are_those_that_a_reader_sees() -> None:
    assert words_of("<i lang=en>AT&amp;T\n <b>x</b></i>") == "`AT&T x`"
    assert words_of("<code></code>") == ""


def test_a_formula_in_a_span_is_a_word_of_its_sentence() -> None:
    formula = '<span class="math inline"><em>v</em> = <em>s</em>/<em>t</em></span>'
    assert texts(f"<p>Kecepatan {formula} dihitung.") == ["Kecepatan `v = s/t` dihitung."]
    assert shouted(f"<p>Kecepatan {formula} dihitung.") == f"<p>KECEPATAN {formula} DIHITUNG."
    assert texts("<div class=math>Kelas tujuh</div>") == ["Kelas tujuh"]

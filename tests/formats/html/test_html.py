from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_markdown import translated
from translator.document import Mark, MarkKind, Place, Segment, Span
from translator.errors import SourceError
from translator.formats import html
from translator.markup.xml_scan import XmlKind, scan_xml

PAGE = """<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><title>Kabar &amp; Laut</title>
<meta name="description" content="Berita dari pelabuhan">
<style>p { color: red }</style><script>let judul = "Kapal";</script></head>
<body><h1>Kapal tiba</h1>
<p>Kapal <b>besar</b> itu sudah
tiba di <a href="a.html" title="Tentang kota">kota</a>.
<p>Awaknya&nbsp;sehat.<br>Semua pulang.
<ul><li>satu<li>dua</ul>
<pre>jangan diubah</pre>
</body></html>
"""


def texts(source: str) -> list[str]:
    return [segment.text for segment in html.parse(source.encode(), "a.html").segments]


def rendered(source: str, table: dict[str, str | tuple[str, str]]) -> str:
    return html.render(translated(html.parse(source.encode(), "a.html"), table)).decode()


def shouted(source: str) -> str:
    return rendered(source, {text: text.upper() for text in texts(source)})


def test_the_text_of_a_page_is_found_with_its_places() -> None:
    segments = html.parse(PAGE.encode(), "a.html").segments
    assert [(segment.text, segment.place.line, segment.place.where) for segment in segments] == [
        ("Kabar & Laut", 3, "title"),
        ("Berita dari pelabuhan", 4, "meta description"),
        ("Kapal tiba", 6, "heading"),
        ("Kapal besar itu sudah tiba di kota.", 7, ""),
        ("Tentang kota", 8, "a title"),
        ("Awaknya\xa0sehat.", 9, ""),
        ("Semua pulang.", 9, ""),
        ("satu", 10, "list item"),
        ("dua", 10, "list item"),
    ]


def test_a_paragraph_is_one_segment_with_its_marks() -> None:
    source = "<p>Kapal <b>besar</b> itu"
    assert html.parse(source.encode(), "a.html").segments == (
        Segment(
            "Kapal besar itu",
            Place(Span(3, 25), 1),
            (Mark(MarkKind.AROUND, "<b>", "</b>", Span(6, 11)),),
        ),
    )


def test_a_page_is_translated_and_all_else_is_kept() -> None:
    source = "\ufeff" + PAGE.replace("\n", "\r\n")
    table: dict[str, str | tuple[str, str]] = {
        "Kabar & Laut": "News & Sea",
        "Berita dari pelabuhan": 'News from the "port"',
        "Kapal tiba": "Ship arrives",
        "Kapal besar itu sudah tiba di kota.": ("That big ship has arrived in town.", "0-2 1-1 2-0 3-3 4-4 5-5 6-6"),
        "Tentang kota": "About the town",
        "Awaknya\xa0sehat.": "Its crew\xa0is < well.",
        "Semua pulang.": "All go home.",
        "satu": "one",
        "dua": "two",
    }
    wanted = source.replace("Kapal <b>besar</b> itu sudah\r\ntiba di", "That <b>big</b> ship has arrived in")
    for before, after in [
        ('lang="id"', 'lang="en"'),
        ("Kabar &amp; Laut", "News &amp; Sea"),
        ("Berita dari pelabuhan", "News from the &quot;port&quot;"),
        ("Kapal tiba", "Ship arrives"),
        ("Tentang kota", "About the town"),
        (">kota<", ">town<"),
        ("Awaknya&nbsp;sehat.", "Its crew&nbsp;is &lt; well."),
        ("Semua pulang.", "All go home."),
        ("satu", "one"),
        ("dua", "two"),
    ]:
        assert before in wanted
        wanted = wanted.replace(before, after)
    assert rendered(source, table) == wanted


def test_a_page_that_is_not_translated_stays_byte_for_byte() -> None:
    pages = [PAGE.encode(), PAGE.encode("utf-16"), b"\xef\xbb\xbf<p lang=id>Kapal\r\n", b"<p>caf\xe9", b""]
    for data in (*pages, b"<meta charset=utf-8><p>caf\xe9"):
        assert html.render(translated(html.parse(data, "a.html"))) == data


def test_a_letter_that_the_encoding_lacks_is_written_as_a_reference() -> None:
    source = "<meta charset=iso-8859-1><p>Kapal “itu” caf\xe9".encode("cp1252")
    table: dict[str, str | tuple[str, str]] = {"Kapal “itu” café": "The “ship” café → Łódź"}
    wanted = b"<meta charset=iso-8859-1><p>The \x93ship\x94 caf\xe9 &#8594; &#321;\xf3d&#378;"
    assert html.render(translated(html.parse(source, "a.html"), table)) == wanted


def test_what_is_left_is_told() -> None:
    source = "<script>a</script><script src=b></script><p lang=en>Hello<p translate=no>Padan<div lang=ar>x</div>"
    wanted = "left as it is: 2 parts in another language, 1 script, 1 part that must not be translated"
    assert html.parse(source.encode(), "a.html").notices == (wanted,)
    assert html.parse(b"<p>Kapal <code>x</code>", "a.html").notices == ()


def test_a_mark_inside_a_word_stays_there() -> None:
    assert shouted("<p>air H<sub>2</sub>O bersih") == "<p>AIR H<sub>2</sub>O BERSIH"


def test_the_elements_around_a_whole_paragraph_stay_around_it() -> None:
    source = "<td><a href=x><b>\n Kapal tiba \n</b></a></td>"
    assert shouted(source) == source.replace("Kapal tiba", "KAPAL TIBA")


BITS = st.sampled_from(
    "<p> </p> <b> </b> <i> </i> <a> </a> <br> <li> <td> <pre> </pre> <code> </code> <script> </script> <title> </title>"
    " <ins> </ins> <del> </del> <ruby> </ruby> <rt> </rt>"
    " <svg> <sup> </sup> <p\tlang=en> <p\ttranslate=yes> <b\ttranslate=no> <div> </div> <div\tlang=ar>"
    " <!-- --> < > & &nbsp; &#8220; &shy; kata Kapal 12 . , ' \" = / alt= <img\talt='peta'> <a\ttitle=Satu>"
    " <input\tvalue='x'\ttype=submit>"
    " <meta\tname=keywords\tcontent='a,b'> \r\n \n \t".split(" ")
).map(lambda bit: bit.replace("\t", " ") or " ")


@given(st.lists(BITS, max_size=25).map("".join))
def test_whatever_is_not_translated_stays(source: str) -> None:
    assert rendered(source, {}) == source


@given(st.lists(BITS, max_size=25).map("".join))
def test_whatever_is_translated_reads_as_it_was_meant(source: str) -> None:
    """The translated page holds the same letters in capitals; where a text ends may hang on what is a capital."""
    assert letters(texts(shouted(source))) == letters(texts(source))


def letters(words: Iterable[str]) -> list[str]:
    return sorted("".join("".join(words).upper().split()))


WORD = st.sampled_from(
    ["kapal", "itu ", " tiba", ". ", "A &amp; B", "1.500", " ", "\n", "&#8220;", "<br/>", "<img alt='peta'/>"]
)
ELEMENT = st.sampled_from(
    ["b", "i", "a", "span title='Judul'", "code", "sup", "p", "div lang='id'", "td", "q lang='en'", "button"]
)
TREE = st.recursive(
    WORD,
    lambda inner: st.tuples(ELEMENT, st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0].split()[0]}>"
    ),
    max_leaves=20,
)
XHTML = '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="id"><body>{}</body></html>'


@given(st.lists(TREE, max_size=6).map("".join), st.randoms(use_true_random=False))
def test_a_well_formed_page_stays_one_with_the_same_tags(body: str, chance: Random) -> None:
    source = XHTML.format(body)
    table: dict[str, str | tuple[str, str]] = {}
    for text in texts(source):
        words = [*text.upper().split(), "<new>", "&"]
        chance.shuffle(words)
        links = [f"{word}-{chance.randrange(len(words))}" for word in range(len(text.split()))]
        table[text] = " ".join(words), " ".join(links)
    assert tags(rendered(source, table)) == tags(source)


def tags(page: str) -> Counter[str]:
    """How often each element is in a page. Raises SourceError where the page is not well-formed."""
    tokens = scan_xml(page.encode(), "a.xhtml", allow_doctype=True)
    return Counter(token.name for token in tokens if token.kind is XmlKind.OPEN)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_page_or_refused_in_one_line(data: bytes) -> None:
    with suppress(SourceError):
        assert html.render(translated(html.parse(data, "a.html"))) == data


@pytest.mark.parametrize(
    "part",
    [
        *("<!--", "<a ", "<a x='", "</", "<b>", "<b>a", "</b>", "<p lang=en>", "<div lang=id>", "<div lang=en>"),
        *("<div lang=en><div lang=id>", "<i lang=en>x", "&", "&amp", "&#", "< ", "<sup>", "<b></i>", "<a>x</a> "),
        *("<title>", "<svg>", "<img alt='x'>", "<b><img alt=x></b>y ", "<pre>", "<code>", "a<br>", "<ul><li lang=en>"),
        *("<span>x</span>\n", "<meta name=keywords content='a,b,'>", " \u00ad", "<p translate=no><li>"),
    ],
)
def test_reading_takes_linear_time(part: str) -> None:
    texts("<p>Kapal")  # what is loaded late is loaded now
    short, long = (timed(part * count) for count in (1_000, 4_000))
    assert long < 12 * max(short, 0.01)  # four times the input: linear is 4, quadratic 16


def timed(source: str) -> float:
    """The CPU seconds of reading a page, the least of three times."""
    seconds = []
    for _ in range(3):
        start = time.process_time()
        html.parse(source.encode(), "a.html")
        seconds.append(time.process_time() - start)
    return min(seconds)

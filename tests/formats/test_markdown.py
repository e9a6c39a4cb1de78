from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translator.bitext import Bitext, Link, Origin, Pair, SegmentPair, Stamp
from translator.document import Document, Span
from translator.errors import SourceError
from translator.formats import markdown

CASES = json.loads((Path(__file__).parents[1] / "cases" / "markdown.json").read_text("utf-8"))


def translated(document: Document, table: dict[str, str | tuple[str, str]] | None = None) -> Bitext:
    """The bitext of a document whose segments are one sentence each.

    table: for a text its translation, alone where words stand in the same order, or with their links.
    """
    segments = []
    for segment in document.segments:
        found = (table or {}).get(segment.text, segment.text)
        target, links = (found, None) if isinstance(found, str) else found
        numbers = [link.split("-") for link in links.split()] if links is not None else []
        if links is None:
            numbers = [[str(word)] * 2 for word in range(min(len(target.split()), len(segment.text.split())))]
        pair = Pair(segment.text, target, Origin.ENGINE, links=tuple(Link(int(a), int(b)) for a, b in numbers))
        segments.append(SegmentPair(segment, (Span(0, len(segment.text)),), (pair,)))
    return Bitext(document, tuple(segments), Stamp("model", "ct2", "0"))


def test_each_construct_gives_its_text_to_translate() -> None:
    seen = {
        case["name"]: [segment.text for segment in markdown.parse(case["source"].encode(), "a.md").segments]
        for case in CASES["texts"]
    }
    assert seen == {case["name"]: case["texts"] for case in CASES["texts"]}


@pytest.mark.parametrize("case", CASES["carried"], ids=lambda case: case["name"])
def test_marks_go_with_their_words(case: dict[str, str]) -> None:
    document = markdown.parse(case["source"].encode(), "a.md")
    table = {segment.text: (case["target"], case["links"]) for segment in document.segments[:1]}
    assert markdown.render(translated(document, table)).decode() == case["written"]


@pytest.mark.parametrize("case", CASES["raised"], ids=lambda case: case["name"])
def test_prose_is_translated_and_the_marks_around_it_are_kept(case: dict[str, Any]) -> None:
    document = markdown.parse(case["source"].encode(), "a.md")
    assert [segment.text for segment in document.segments] == case["texts"]
    table: dict[str, str | tuple[str, str]] = {text: text.upper() for text in case["texts"]}
    assert markdown.render(translated(document, table)).decode() == case["written"]


def test_a_title_is_escaped() -> None:
    document = markdown.parse(b'[peta](p "Peta kota")\n', "a.md")
    written = markdown.render(translated(document, {"Peta kota": 'The "city" map'}))
    assert written == b'[peta](p "The \\"city\\" map")\n'


def test_short_paragraphs_constructs_and_unclosed_marks_take_linear_time() -> None:
    for part in (
        "kata *dua*\n\n",
        "$a ",
        "$$\n\n",
        "{% a ",
        "[^a]: b\n\n",
        ": a\n",
        "<p>a\n\n",
        "<a x='",
        ":::a\n",
        "!!! a\n",
        "%%\n\n",
        "%%a ",
        "\\begin{a}\n\n",
        "\\a{b ",
        "[[a ",
        "[[a|b ",
        "[a]{b ",
        "[@a ",
        "@a ",
        "^[a ",
        "{==a ",
        "{>>a ",
        ":a ",
        "#a/",
        "| a\n",
        "*[a ",
    ):
        assert markdown.parse((part * 2000 + "akhir").encode(), "a.md")


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[1] / "cases" / "markdown").glob("*.md")), ids=str)
def test_hard_files_come_back_byte_for_byte(path: Path) -> None:
    data = path.read_bytes()
    document = markdown.parse(data, path.name)
    assert document.segments
    assert markdown.render(translated(document)) == data


BITS = st.sampled_from([
    *"*_`~[]()<>!#|\\-+=&^: \n\t1.", "\n\n", "  \n", "\\\n", "kata", "dua kata", "**", "***", "~~", "[a](b)", "![",
    "](u)", "[^1]", "[^1]: ", "`x`", "``", "<b>", "</b>", "<br>", "<!--", "-->", "> ", "- ", "1. ", "# ",
    "| a | b |\n|---|---|\n",     "\\|", "&amp;", "http://a.b/c", "<http://a.b>", "---\n", "```\n", "    ",
    "\r\n", "\r", "[k]: /u\n", "[k]", "😀",
    "\u00a0", "\u2028", "\x0c", "é", "[ ] ", "$", "{", "}", "$$", "\n$$\n", "{% a %}", "{#a .b}", "{{ a }}", "[TOC]",
    "\n:::note a\n", "\n: a", "\n!!! note \"a\"\n    ", "\n\n    ", "<p>", "</p>\n", "<code>", "</code>", "+++\n",
    "==", "++", "==a==", "<img alt=\"a b\">", "<abbr title='a b'>", "<p title=\"a\n\">", "[k]: /u \"a b\"\n", "1\\. ",
    "(u \"t\")", "[a](#b \"t\")", "# b\n", "&nbsp;", "<!-- x -->\n",
    "[[a|", "[[a b]]", "]]", "![[a]]", "[@a1, b]", "@a-b", "%%", "%%\n", "%% a %%", "^[", "*[a]: b\n", "> [!a] b\n> ",
    "]{.a}",
    "{a=1 title=\"b c\"}", ":a1:", "#a/b", " ^a\n", "\\a{b}", "\n| a\n", "=== \"a\"\n    ", "\n/// a | b\n",
    "{++", "++}", "{~~a~>b~~}", "{>>a<<}", "{==", "==}",
])  # fmt: skip
MARKDOWN = st.lists(BITS, max_size=40).map("".join)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKDOWN)
def test_a_translation_that_changes_nothing_gives_back_the_source(text: str) -> None:
    data = text.encode()
    assert markdown.render(translated(markdown.parse(data, "a.md"))) == data


CONSTRUCTS = st.sampled_from([
    "kata", "dua kata", "Akhir.", "**tebal itu**", "*miring*", "***dua tiga***", "~~coret ini~~", "[tautan](u)", "\n",
    "[**tebal** di `tautan`](u)", "`kode`", "![foto kapal](x.png)", "<b>kuat sekali</b>", "<i>", "[^1]", "  \n",
    "$a_1$", "{{ x }}", "H<sub>2</sub>O", "<kbd>A</kbd>+<kbd>B</kbd>", "[t](u){.c}", "{% if %}",
    "**di *dalam* lagi**", "http://a.b/c", "<http://d.e>", "\\*", "darat/**laut**", "_awal_,", "(`kurung`)",
    "\n\n", "<br>", "[[Kapal|kapal *itu*]]", "[[Besar]]", "![[a.png]]", "[@budi2020, 5]", "@budi2020",
    "%% rahasia %%",
    "^[catatan **ini** saja]", "[tiga *kata* itu]{.c}", ":ship:", "#a/b", "\\ref{b}", "{++baru itu++}",
])  # fmt: skip


def ink(text: str) -> Counter[str]:
    """The characters of a text but for blanks and emphasis, which is not written around nothing."""
    return Counter(re.sub(r"[\s*~]", "", text).casefold())


@pytest.mark.parametrize("backwards", [False, True])
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(constructs=st.lists(CONSTRUCTS, max_size=15))
def test_nothing_is_lost_and_nothing_doubled_where_every_word_is_changed(
    constructs: list[str], backwards: bool
) -> None:
    source = " ".join(constructs)
    document = markdown.parse(source.encode(), "a.md")
    table: dict[str, str | tuple[str, str]] = {}
    for text in {segment.text for segment in document.segments}:
        words = text.upper().split()
        order = range(len(words))[:: -1 if backwards else 1]
        links = " ".join(f"{source}-{target}" for target, source in enumerate(order))
        table[text] = " ".join(words[number] for number in order), links
    written = markdown.render(translated(document, table)).decode()
    assert ink(written) == ink(source)


@given(st.binary(max_size=40))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(SourceError):
        assert all(segment.text.strip() == segment.text != "" for segment in markdown.parse(data, "a.md").segments)


@pytest.mark.parametrize(
    ("source", "target", "written"),
    [
        ("Harga 5 * 3 dan 2 * 4", "Prices 5*3 and 2*4", r"Prices 5\*3 and 2\*4"),
        ("Harga 5 * 3", "A price of 5 * 3", "A price of 5 * 3"),
        ("Berkas a_b dan _c", "The file a_b and _c_", r"The file a_b and \_c\_"),
        ("Lihat [foto] (kiri)", "See [photo](left)", r"See [photo\](left)"),
        ("Lihat [foto] kiri", "See the left [photo]", "See the left [photo]"),
        ("Jika 1 < x", "If x>1 <b", r"If x>1 \<b"),
        ("Jika 1 < x", "If 1 < x", "If 1 < x"),
    ],
)
def test_a_sign_that_the_source_has_as_text_never_becomes_markup(source: str, target: str, written: str) -> None:
    document = markdown.parse(source.encode(), "a.md")
    assert markdown.render(translated(document, {source: target})).decode() == written


@pytest.mark.parametrize(
    "words", ["satu", r"satu\*", "a_b", "**satu** dua", "*satu*", "`satu`", "[satu](u)", "<b>satu</b> dua", "~~satu~~"]
)
@pytest.mark.parametrize("sign", ["==", "++"])
def test_marked_text_may_hold_whole_marks(sign: str, words: str) -> None:
    document = markdown.parse(f"Ini {sign}{words}{sign} kapal".encode(), "a.md")
    assert [segment.text.count(sign) for segment in document.segments] == [0]
    assert [mark.opening for segment in document.segments for mark in segment.marks].count(sign) == 1


def test_marked_text_that_crosses_another_mark_is_text() -> None:
    (segment,) = markdown.parse(b"Ini ==satu *dua== tiga* kapal", "a.md").segments
    assert segment.text.count("==") == 2

"""A document and its bitext never disagree: what stands in the translated document is what the pairs hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary import Matcher
from tests.canned import Canned, CannedEngine
from translator.bitext import Bitext, Stamp
from translator.formats import FORMATS, PACKAGES, SELECTED, Format
from translator.pipeline import Pipeline


class Translations(Mapping[str, Sequence[Canned]]):
    """For any source a translation: its words in the order and with the endings that are wanted."""

    def __init__(self, ending: str, backwards: bool) -> None:
        self.ending = ending
        self.backwards = backwards

    def __getitem__(self, source: str) -> Sequence[Canned]:
        words = source.split()
        if self.backwards:
            words.reverse()
        return [(" ".join(map(self._translated, words)), None)]

    def _translated(self, word: str) -> str:
        """A word in capitals is a name, or stands in for an address."""
        if word.isalpha() and not word.isupper():
            return word + self.ending
        return word

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def pipeline(ending: str = "", backwards: bool = False) -> Pipeline:
    engine = CannedEngine(Translations(ending, backwards))
    return Pipeline(engine, Matcher([]), Matcher([]), lambda _: (), 1, Stamp("canned", "canned", "0"))


def text(source: str, format_: Format, by: Pipeline) -> tuple[Bitext, str]:
    """A document's bitext, and the translated document."""
    bitext = by.translate(format_.parse(source.encode(), "a"))
    return bitext, format_.render(bitext).decode()


WORDS = [
    "kapal",
    "Kapal itu tiba.",
    "darat/laut",
    "H2O",
    "1.500 orang",
    "(kurung)",
    "A & B",
    "5 * 3",
    "a_b",
    "C#",
    "“kutip”",
]
ADDRESSES = ["lihat https://a.id/x_y_z sekarang", "saya@a.id", "/data/a.csv", "{0}", "%s"]
PARTS = {
    ".txt": [*WORDS, *ADDRESSES, "\n", "\n\n", "\t", "  ", "1. ", "- ", "\u200b", "\u00a0"],
    ".srt": [
        *WORDS, *ADDRESSES, "\n", "\\N", "<i>", "</i>", "{\\an8}", "- ", "PRIA: ", "♪ ",
        "\n\n1\n00:00:01,000 --> 00:00:02,000\n", "\n\n",
    ],
    ".vtt": [
        *WORDS, *ADDRESSES, "\n", "<i>", "</i>", "<v Ani>", "<c.k>", "</c>", "<00:01.500>", "&amp;", "- ", "1 < 2",
        "\n\n00:01.000 --> 00:02.000\n", "\n\n", "\n\nNOTE x\n",
    ],
    ".md": [
        *WORDS, *ADDRESSES, "\n", "\n\n", "**tebal itu**", "*miring*", "`kode`", "[tautan itu](u)", "<b>kuat</b>",
        "H<sub>2</sub>O", "![foto](x.png)", "[^1]", "$x^2$", "{{ x }}", "{% if %}", "\\*", "&amp;", "  \n", "<br>",
        "\n\n# ", "\n\n- ", "\n\n> ", "\n\n<p>", "</p>\n\n", "\n\n| a | b |\n|---|---|\n| c | *d* |\n\n",
        "\n\n:::note Judul\n", "[peta](p \"Judul\")", "\n\n[^1]: ", "~~coret~~",
        "==tanda itu==", "<img alt=\"gambar itu\" src=x>", "<abbr title='Judul itu'>AB</abbr>",
        "\n\n[kota]: p \"Judul itu\"\n\n", "1986\\. ", "[https://a.id](u)",
    ],
    ".html": [
        *WORDS, *ADDRESSES, "\n", "<b>tebal itu</b>", "<i>miring</i>", "<code>kode</code>", "<a href=u>tautan itu</a>",
        "H<sub>2</sub>O", "<img src=x alt='foto'>", "<sup>[1]</sup>", "&amp;", "&nbsp;", "&#8220;x&#8221;", "<br>",
        "<!-- x -->", "\n<h1>", "</h1>\n", "<p>", "</p>", "<ul><li>", "<td>", "<a title='Judul itu'>peta</a>",
        "<span lang=en>stealth</span>", "<p translate=no>x</p>", "<title>Judul</title>", "<script>x</script>",
        "a &lt; b",
    ],
}  # fmt: skip
# Where a segment ends may hang on its words: on capitals and the end of a sentence, on elements side by side.
CUT_BY_WORDS = {".srt", ".vtt", ".html", ".epub"}
HEADS = {".vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n"}
FILLED = {
    FORMATS[".po"],
    FORMATS[".xlf"],
}  # formats that hold source and translation, so that what is filled is no source any more
OTHERS = {FORMATS[suffix] for suffix in (*PACKAGES, *SELECTED, ".pdf")} | FILLED
assert {FORMATS[suffix] for suffix in PARTS} == set(FORMATS.values()) - OTHERS


def sources(suffix: str) -> st.SearchStrategy[str]:
    bodies = st.lists(st.sampled_from(PARTS[suffix]), max_size=12, unique=True).map(" ".join)
    return bodies.map(HEADS.get(suffix, "").__add__)


@pytest.mark.parametrize("suffix", PARTS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_document_holds_what_its_pairs_hold(suffix: str, data: st.DataObject) -> None:
    source = data.draw(sources(suffix))
    by = pipeline(data.draw(st.sampled_from(["x", "_", ""])), data.draw(st.booleans()))
    bitext, written = text(source, FORMATS[suffix], by)
    again = FORMATS[suffix].parse(written.encode(), "a")
    held = sorted(squeezed(segment.text) for segment in again.segments)  # a picture may stand elsewhere in a sentence
    wanted = sorted(squeezed(segment.target) for segment in bitext.segments)
    if suffix in CUT_BY_WORDS:
        held, wanted = sorted("".join(held)), sorted("".join(wanted))
    assert held == wanted


def squeezed(text: str) -> str:
    """The text without blanks: Markdown needs one between two pieces of code that the translation has without."""
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize("suffix", PARTS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_an_engine_that_returns_its_source_gives_back_the_document(suffix: str, data: st.DataObject) -> None:
    source = data.draw(sources(suffix))
    bitext, written = text(source, FORMATS[suffix], pipeline())
    if all(segment.target == segment.segment.text for segment in bitext.segments):
        assert written == source

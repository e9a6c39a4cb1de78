from __future__ import annotations

from tests.formats.odf_files import span, style, xml
from translator.markup.office.atoms import AtomKind
from translator.markup.office.odf_styles import OdfStyles
from translator.markup.office.spans import SpanReader
from translator.markup.office.tree import elements
from translator.markup.office.vocabulary import ODF


def atoms(inner: str, *styles: str, with_hidden: bool = False) -> list[tuple[AtomKind, str, str]]:
    """The atoms of a paragraph: kind, text, and the key of the format."""
    data = xml(f"<text:p>{inner}</text:p>").encode()
    known = OdfStyles()
    for written in styles:
        automatic = xml(f"<office:automatic-styles>{written}</office:automatic-styles>").encode()
        for element in elements(automatic, "a", frozenset({"style:style"})):
            if element.name == "style:style":
                known.add(element)
    reader = SpanReader(data, "utf-8", ODF, with_hidden, styles=known)
    (paragraph,) = [one for one in elements(data, "a", ODF.paragraph, with_characters=True) if one.name == "text:p"]
    return [(atom.kind, atom.text, atom.format.key if atom.format else "none") for atom in reader.atoms(paragraph)]


RED = style("T1", 'fo:color="red"')


def test_characters_and_blanks_are_words_in_the_format_of_their_spans() -> None:
    inner = span("T1", "b<text:s/>" + span("Sorot", "c"))
    assert atoms(f"a {inner}", RED) == [
        (AtomKind.WORDS, "a ", ""),
        (AtomKind.WORDS, "b", "|fo:color=red"),
        (AtomKind.WORDS, " ", "|fo:color=red"),
        (AtomKind.WORDS, "c", "|fo:color=red|Sorot"),
    ]


def test_a_blank_after_a_blank_is_none_whatever_without_content_stands_between() -> None:
    inner = ' a <text:bookmark text:name="b"/> b<text:page-number>3</text:page-number> c'
    assert [text for _, text, _ in atoms(inner)] == ["a ", "", "b", "3", " c"]


def test_what_parts_a_sentence_travels_or_stands_around_is_known_by_its_kind() -> None:
    inner = (
        '<text:tab/><text:a>x</text:a><text:reference-mark-start text:name="r"/><text:date>1 Mei</text:date>'
        "<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note>"
    )
    assert atoms(inner) == [
        (AtomKind.BREAK, "", ""),
        (AtomKind.OPEN, "", "none"),
        (AtomKind.WORDS, "x", ""),
        (AtomKind.CLOSE, "", "none"),
        (AtomKind.RANGE_START, "", "none"),
        (AtomKind.FIELD, "1 Mei", ""),
        (AtomKind.BESIDE, "", ""),
    ]


def test_a_hidden_span_is_a_mark_unless_hidden_text_is_read() -> None:
    hidden = style("T1", 'text:display="none"')
    assert atoms(span("T1", "a"), hidden) == [(AtomKind.BESIDE, "", "")]
    assert atoms(span("T1", "a"), hidden, with_hidden=True) == [(AtomKind.WORDS, "a", "|text:display=none")]

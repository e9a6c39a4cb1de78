from __future__ import annotations

import pytest

from tests.formats.office_files import xml
from translator.markup.office.atoms import AtomKind, AtomReader, has_text_result
from translator.markup.office.tree import tree
from translator.markup.office.vocabulary import DML, WML, Vocabulary


def atoms(content: str, vocabulary: Vocabulary = WML) -> list[tuple[AtomKind, str, str, str]]:
    """The atoms of a paragraph: kind, text, the key of the format, and the bytes."""
    data = xml(content).encode()
    reader = AtomReader(data, "utf-8", vocabulary)
    found = []
    for atom in reader.atoms(tree(data, "a")):
        key = atom.format.key if atom.format else "none"
        found.append((atom.kind, atom.text, key, data[atom.span.start : atom.span.end].decode()))
    return found


def test_a_run_is_atoms_in_its_format() -> None:
    content = "<w:p><w:pPr/><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:tab/><w:sym/><w:noBreakHyphen/></w:r></w:p>"
    bold = "<w:rPr><w:b/></w:rPr>"
    assert atoms(content) == [
        (AtomKind.WORDS, "a", bold, "<w:t>a</w:t>"),
        (AtomKind.BREAK, "", bold, "<w:tab/>"),
        (AtomKind.BESIDE, "", bold, "<w:sym/>"),
        (AtomKind.WORDS, "\u2011", bold, "<w:noBreakHyphen/>"),
    ]


@pytest.mark.parametrize(
    "properties",
    [
        "<w:rPr/>",
        "<w:rPr></w:rPr>",
        '<w:rPr><w:lang w:val="id-ID"/></w:rPr>',
        '<w:rPr w:rsidR="1"><w:noProof/></w:rPr>',
    ],
)
def test_properties_that_change_nothing_are_no_format(properties: str) -> None:
    ((_, _, key, _),) = atoms(f"<w:p><w:r>{properties}<w:t>a</w:t></w:r></w:p>")
    assert key == ""


def test_the_properties_of_drawings_are_attributes() -> None:
    run = '<a:r><a:rPr lang="id" {}dirty="0"/><a:t>a</a:t></a:r>'
    runs = run.format("") + run.format('b="1" ')
    found = atoms(f"<a:p>{runs}<a:endParaRPr/></a:p>", DML)
    assert [key for _, _, key, _ in found] == ["", '<a:rPr b="1"/>']


def test_a_wrapper_opens_with_its_head_and_closes_with_its_end() -> None:
    content = "<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    found = atoms(content)
    assert [(kind, raw) for kind, _, _, raw in found] == [
        (AtomKind.OPEN, "<w:sdt><w:sdtPr/><w:sdtContent>"),
        (AtomKind.WORDS, "<w:t>a</w:t>"),
        (AtomKind.CLOSE, "</w:sdtContent></w:sdt>"),
    ]


def test_the_content_of_a_paragraph_is_between_its_head_and_its_tail() -> None:
    data = xml("<a:p><a:pPr/><a:r><a:t>a</a:t></a:r><a:endParaRPr/></a:p>").encode()
    span = AtomReader(data, "utf-8", DML).content(tree(data, "a"))
    assert data[span.start : span.end] == b"<a:r><a:t>a</a:t></a:r>"


def test_fields_of_text_are_known_by_their_code() -> None:
    assert [has_text_result(code) for code in (' hyperlink "a"', "TOC \\o", "PAGE", "", "TOCX")] == [
        True, True, False, False, False,
    ]  # fmt: skip

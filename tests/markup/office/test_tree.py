from __future__ import annotations

import pytest

from tests.formats.office_files import NAMESPACES
from translator.document import Span
from translator.errors import SourceError
from translator.markup.office.tree import CHARACTERS, attribute_span, codec_of, elements, tree

DATA = (
    f'<w:a xmlns:w="{NAMESPACES["w"]}"><w:b w:val="1 &amp; 2" x = \'é"\'>teks<w:c/> lagi</w:b><w:d><w:b/></w:d></w:a>'
)


def test_a_tree_tells_where_its_elements_stand_in_the_bytes() -> None:
    data = DATA.encode()
    root = tree(data, "a.xml")
    inner, empty = root.children
    assert (root.name, inner.text, inner.get("val"), inner.get("none")) == ("w:a", "teks lagi", "1 & 2", "")
    assert data[inner.inner.start : inner.inner.end] == b"teks<w:c/> lagi"
    assert data[inner.span.start : inner.span.end].startswith(b"<w:b w:val=")
    assert data[empty.span.start : empty.span.end] == b"<w:d><w:b/></w:d>"
    assert [element.name for element in root.walk()] == ["w:a", "w:b", "w:c", "w:d", "w:b"]
    assert inner.children[0].parent is inner
    assert root.said() == "teks lagi"


def test_what_is_wanted_as_a_whole_comes_as_a_tree_and_the_rest_without_children() -> None:
    found = [(one.name, len(one.children)) for one in elements(DATA.encode(), "a.xml", frozenset({"w:b"}))]
    assert found == [("w:b", 1), ("w:b", 0), ("w:d", 0), ("w:a", 0)]


def test_an_element_knows_what_it_stands_in_also_where_that_is_no_tree() -> None:
    inner = next(elements(DATA.encode(), "a.xml", frozenset({"w:c"})))
    assert [above.name for above in inner.ancestors()] == ["w:b", "w:a"]


def test_the_characters_of_a_tree_are_among_the_children_where_they_are_wanted() -> None:
    data = DATA.encode()
    inner = next(elements(data, "a.xml", frozenset({"w:b"}), with_characters=True))
    found = [(child.name, child.text, data[child.span.start : child.span.end]) for child in inner.children]
    assert found == [(CHARACTERS, "teks", b"teks"), ("w:c", "", b"<w:c/>"), (CHARACTERS, " lagi", b" lagi")]
    assert inner.said() == "teks lagi"


def test_a_document_type_is_passed_over_only_where_that_is_allowed() -> None:
    data = b'<!DOCTYPE a PUBLIC "x" "y.dtd"><a/>'
    assert tree(data, "a.xml", allow_doctype=True).written == "a"
    with pytest.raises(SourceError):
        tree(data, "a.xml")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le"])
def test_the_value_of_an_attribute_is_found_in_the_bytes(codec: str) -> None:
    mark = "\ufeff" if codec == "utf-16-le" else ""
    data = (mark + DATA).encode(codec)
    inner = tree(data, "a.xml").children[0]
    spans = [attribute_span(inner, name, data, codec) for name in ("val", "x", "none")]
    assert [data[span.start : span.end].decode(codec) for span in spans if span] == ["1 &amp; 2", 'é"']
    assert spans[2] is None


def test_the_codec_is_that_of_the_mark_or_the_declaration() -> None:
    declared = b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>"
    assert [codec_of(data) for data in (b"<a/>", "\ufeff<a/>".encode("utf-16-be"), declared)] == [
        "utf-8", "utf-16-be", "ISO-8859-1",
    ]  # fmt: skip


def test_an_empty_element_holds_nothing() -> None:
    (element,) = elements(b"<a/>", "a.xml")
    assert (element.span, element.inner) == (Span(0, 4), Span(4, 4))


def test_a_namespace_that_an_element_declares_ends_with_it() -> None:
    root = tree(f'<a><b xmlns="{NAMESPACES["w"]}"><p/></b><p/></a>'.encode(), "a.xml")
    assert [element.name for element in root.walk()] == ["?a", "w:b", "w:p", "?p"]


def test_a_broken_part_is_told() -> None:
    with pytest.raises(SourceError, match=r"a\.xml: not well-formed XML"):
        tree(b"<a>", "a.xml")

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.document import Span
from translator.errors import SourceError
from translator.markup.xml_scan import MAX_DEPTH, XmlKind, check_xml, scan_xml, spliced

HARD = (
    "<?xml version='1.0' encoding='{0}'?>\n<!-- é -->\n<w:p a='1&amp;2' xmlns:w='u'>\r\n<w:t xml:space=\"preserve\"> é"
    "&lt;x&#233; </w:t><br/><e></e><![CDATA[<ä>]]><?pi x?>😀</w:p>\n<!-- end -->\n"
)


def whole(data: bytes, allow_doctype: bool = False) -> list[tuple[XmlKind, bytes, str]]:
    return [
        (token.kind, data[token.span.start : token.span.end], token.name or token.text)
        for token in scan_xml(data, "a.xml", allow_doctype)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_every_byte_belongs_to_one_token(encoding: str) -> None:
    data = HARD.format(encoding.removesuffix("-sig")).encode(encoding)
    tokens = list(scan_xml(data, "a.xml"))
    ends = [0, *(token.span.end for token in tokens)]
    assert [token.span.start for token in tokens][1:] == ends[1:-1]
    assert ends[-1] == len(data)
    said = "".join(token.text for token in tokens if token.kind is XmlKind.TEXT)
    assert said == "\n é<xé <ä>😀"


def test_an_empty_element_is_an_opening_with_its_bytes_and_a_closing_without() -> None:
    assert whole(b"<a><b/>c</a>") == [
        (XmlKind.OPEN, b"<a>", "a"),
        (XmlKind.OPEN, b"<b/>", "b"),
        (XmlKind.CLOSE, b"", "b"),
        (XmlKind.TEXT, b"c", "c"),
        (XmlKind.CLOSE, b"</a>", "a"),
    ]


def test_attributes_are_read_in_their_order() -> None:
    (opening, _) = scan_xml(b"<a c='1&amp;2' b=''/>", "a.xml")
    assert opening.attributes == (("c", "1&2"), ("b", ""))


def test_the_entities_of_html_are_known_where_a_document_type_is_allowed() -> None:
    data = b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://x/xhtml11.dtd"><p>a&nbsp;b</p>'
    assert [entry for entry in whole(data, allow_doctype=True) if entry[0] is XmlKind.TEXT] == [
        (XmlKind.TEXT, b"a", "a"),
        (XmlKind.TEXT, b"&nbsp;", "\u00a0"),
        (XmlKind.TEXT, b"b", "b"),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a><b></a>", "a.xml: not well-formed XML: mismatched tag (line 1, column 9)"),
        (b"", "a.xml: not well-formed XML: no element found (line 1, column 1)"),
        (b"<!DOCTYPE a><a/>", "a.xml: has a document type, and none is read"),
        (b"<a>" * 300 + b"</a>" * 300, f"a.xml: elements nested deeper than {MAX_DEPTH}"),
        (b"<a>&x;</a>", "a.xml: not well-formed XML: undefined entity (line 1, column 4)"),
    ],
)
def test_what_is_not_safe_xml_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(scan_xml(data, "a.xml"))
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("encoding", "reason"),
    [
        ("klingon", "unknown encoding: klingon"),
        ("utf-7", "multi-byte encodings are not supported"),
        ("rot13", "'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs"),
    ],
)
def test_an_encoding_that_cannot_be_read_is_told(encoding: str, reason: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode()
    for read in (lambda: list(scan_xml(data, "a.xml")), lambda: check_xml(data, "a.xml")):
        with pytest.raises(SourceError) as caught:
            read()
        assert caught.value.message == f"a.xml: its encoding cannot be read: {reason}"


def test_declared_and_unknown_entities_are_refused_also_where_a_document_type_is_allowed() -> None:
    for data, message in [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a.xml: declares the entity b, and none is read"),
        (b'<!DOCTYPE a SYSTEM "x.dtd"><a>&klingon;</a>', "a.xml: the entity klingon is unknown"),
    ]:
        with pytest.raises(SourceError) as caught:
            list(scan_xml(data, "a.xml", allow_doctype=True))
        assert caught.value.message == message


def test_large_documents_are_read_in_chunks() -> None:
    data = b"<a>" + b"<b>kata</b>" * 50_000 + b"</a>"
    assert "".join(token.text for token in scan_xml(data, "a.xml")) == "kata" * 50_000


def test_a_document_can_be_checked_without_its_tokens() -> None:
    check_xml(b"<a><b/></a>", "a.xml")
    for data, message in [
        (b"<a><b></a>", "a.xml: not well-formed XML: mismatched tag (line 1, column 9)"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a.xml: has a document type, and none is read"),
    ]:
        with pytest.raises(SourceError) as caught:
            check_xml(data, "a.xml")
        assert caught.value.message == message


def test_edits_are_spliced_at_their_bytes() -> None:
    assert spliced(b"abcdef", [(Span(1, 2), b"X"), (Span(2, 2), b"-"), (Span(5, 6), b"")]) == b"aX-cde"
    with pytest.raises(ValueError, match="overlaps"):
        spliced(b"abc", [(Span(0, 2), b""), (Span(1, 3), b"")])


@given(st.binary(max_size=60) | st.text("<>/&;a'\"=! -[]?", max_size=40).map(str.encode))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        tokens = list(scan_xml(data, "a.xml"))
    except SourceError:
        return
    assert b"".join(data[token.span.start : token.span.end] for token in tokens) == data

from __future__ import annotations

import codecs

import pytest

from translator.errors import SourceError
from translator.formats.html.encoding import decode_page, encode_page

TEXT = "<p>“Café”"


def told(data: bytes, encoding: str | None = None) -> tuple[str, str, str]:
    """The text, the encoding it was read in, and the one in which its translation is written."""
    decoded, written = decode_page(data, encoding, "a.html")
    return decoded.text, decoded.encoding, written


@pytest.mark.parametrize(
    "declaration",
    [
        "<meta charset=windows-1252>",
        "<META CHARSET='ISO-8859-1'>",
        "<meta charset=us-ascii>",
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
        '<?xml version="1.0" encoding="windows-1252"?>',
        "<!-- <meta charset=utf-8> --><meta charset=latin1>",
    ],
)
def test_a_page_is_read_as_it_declares(declaration: str) -> None:
    assert told((declaration + TEXT).encode("cp1252")) == (declaration + TEXT, "cp1252", "cp1252")


def test_a_byte_order_mark_goes_before_what_is_declared() -> None:
    text = "<meta charset=iso-8859-1>" + TEXT
    assert told(codecs.BOM_UTF8 + text.encode()) == (text, "utf-8", "utf-8")
    assert told(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == (text, "utf-16-le", "utf-16-le")


def test_other_encodings_are_read_too() -> None:
    text = "<meta charset=koi8-r><p>Москва"
    assert told(text.encode("koi8-r")) == (text, "koi8-r", "koi8-r")


def test_a_page_that_declares_nothing_is_read_by_the_rule_of_all_documents() -> None:
    assert told(TEXT.encode()) == (TEXT, "utf-8", "utf-8")
    assert told(TEXT.encode("cp1252")) == (TEXT, "cp1252", "cp1252")
    assert decode_page(TEXT.encode("cp1252"), None, "a.html")[0].notices == (
        "declares no encoding and is not UTF-8: read and written as cp1252; --encoding says otherwise",
    )


@pytest.mark.parametrize("label", ["tidak-ada", "unicode_escape", "rot13", "utf-16", "", "x\0y"])
def test_a_declaration_that_is_no_encoding_of_pages_is_passed_over(label: str) -> None:
    text = f"<meta charset='{label}'>{TEXT}"
    if "\0" in label:
        with pytest.raises(SourceError, match="NUL"):
            told(text.encode())
    else:
        assert told(text.encode()) == (text, "utf-8", "utf-8")


def test_a_translation_makes_a_false_declaration_true() -> None:
    text = "<meta charset=utf-8>" + TEXT
    assert told(text.encode("cp1252")) == (text, "cp1252", "utf-8")
    assert "written as UTF-8" in decode_page(text.encode("cp1252"), None, "a.html")[0].notices[0]
    assert told(text.encode("cp1252"), "cp1252") == (text, "cp1252", "utf-8")


def test_a_declaration_in_the_body_is_none() -> None:
    text = "<body><meta charset=koi8-r>" + TEXT
    assert told(text.encode()) == (text, "utf-8", "utf-8")


def test_bytes_that_cp1252_lacks_are_kept() -> None:
    data = b"<meta charset=iso-8859-1><p>\x81\x93"
    text, _, written = told(data)
    assert encode_page(text, written, b"") == data


def test_what_the_encoding_lacks_is_written_as_a_reference() -> None:
    assert encode_page("a → “b”", "cp1252", b"") == b"a &#8594; \x93b\x94"

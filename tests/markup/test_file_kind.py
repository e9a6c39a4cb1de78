from __future__ import annotations

import io
import zipfile

import pytest

from translator.markup.file_kind import binary_kind, kind_of


def package(*names: str) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 100_000)
    return output.getvalue()


ODF = b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old office document (.doc, .ppt, .xls), or one with a password"),
        (b"{\\rtf1\\ansi Kapal}", "rich text (.rtf)"),
        (package("[Content_Types].xml", "word/document.xml"), "a Word document (.docx)"),
        (package("a", "b", "xl/workbook.xml"), "a workbook (.xlsx)"),
        (ODF + b"text", "an OpenDocument text (.odt)"),
        (ODF + b"spreadsheet", "an OpenDocument sheet (.ods)"),
        (ODF + b"presentation", "an OpenDocument presentation (.odp)"),
        (ODF + b"graphics", "an OpenDocument file"),
        (package("a"), "a zip archive"),
    ],
)
def test_what_is_no_text_is_known_by_its_bytes(data: bytes, kind: str) -> None:
    assert (binary_kind(data), kind_of(data)) == (kind, kind)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Kapal itu tiba.\n\x1a", "plain text"),
        (b"\x93\x17\x05\xfe\x02", "of an unknown kind"),
        (b"", "empty"),
        (b"\n<!-- x --><!DOCTYPE html><p>", "a web page (.html)"),
        (b"<?xml version='1.0'?>\n<html>", "a web page (.html)"),
        (b"<?xml version='1.0'?>\n<tmx/>", "XML"),
        (b"a\0b", "of an unknown kind"),
    ],
)
def test_other_bytes_are_described(data: bytes, kind: str) -> None:
    assert (binary_kind(data), kind_of(data)) == ("", kind)

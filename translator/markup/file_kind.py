"""What the bytes of a file are, whatever its name says: for messages about files with a wrong suffix."""

from __future__ import annotations

import re

OLD_OFFICE = "an old office document (.doc, .ppt, .xls), or one with a password"
RICH_TEXT = "rich text (.rtf)"
_HEADS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),  # Microsoft's compound file
    (b"{\\rtf", RICH_TEXT),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a picture (.png)"),
    (b"\xff\xd8\xff", "a picture (.jpg)"),
    (b"GIF8", "a picture (.gif)"),
    (b"\x1f\x8b\x08", "compressed (.gz)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (.7z)"),
    (b"Rar!\x1a\x07", "an archive (.rar)"),
    (b"\x7fELF", "a program"),
)
_PACKAGES = (
    (b"word/document.xml", "a Word document (.docx)"),
    (b"ppt/presentation.xml", "a presentation (.pptx)"),
    (b"xl/workbook.xml", "a workbook (.xlsx)"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument sheet (.ods)"),
    (b"application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation (.odp)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an e-book (.epub)"),
)
_PACKAGE_HEAD = b"PK\x03\x04"
_EDGE = 2**16  # bytes at both ends of a package, where the names of its members stand
_NO_TEXT = re.compile(rb"[\0-\x06\x0e-\x19]")  # control characters that no text has; old ones end with 0x1A
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+)?html\b", re.IGNORECASE | re.DOTALL)


def binary_kind(data: bytes) -> str:
    """What the bytes are, for people, if they are known to be no text; empty where that is not known."""
    for head, kind in _HEADS:
        if data.startswith(head):
            return kind
    if not data.startswith(_PACKAGE_HEAD):
        return ""
    edges = data[:_EDGE] + data[-_EDGE:]
    for name, kind in _PACKAGES:
        if name in edges:
            return kind
    return "a zip archive"


def kind_of(data: bytes) -> str:
    """What the bytes are, for people."""
    known = binary_kind(data)
    if known:
        return known
    if not data:
        return "empty"
    if _PAGE.match(data[:_EDGE]):
        return "a web page (.html)"
    if data.lstrip().startswith(b"<?xml"):
        return "XML"
    if _NO_TEXT.search(data, 0, _EDGE):
        return "of an unknown kind"
    return "plain text"

"""How a web page is encoded: by its byte order mark, else as it declares, else by the rule of all documents."""

from __future__ import annotations

import codecs
import re

from translator.formats.base import Decoded, decode
from translator.markup.html_attributes import attributes
from translator.markup.html_scan import TokenKind, scan

_HEAD = 2**16  # bytes in which a declaration is looked for; browsers want it in the first 1,024
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_XML_DECLARATION = re.compile(r"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
# What browsers take these for: https://encoding.spec.whatwg.org/#names-and-labels. The second is for the five bytes
# that cp1252 lacks.
_BROWSERS = {"ascii": ("cp1252", "latin-1"), "iso8859-1": ("cp1252", "latin-1"), "cp1252": ("cp1252", "latin-1")}
# Codecs of Python that are no encodings of pages: host names, escapes of source code, and the like.
_NO_PAGE = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7", "undefined"})


def decode_page(data: bytes, encoding: str | None, name: str) -> tuple[Decoded, str]:
    """The text of a page, and the encoding of its translation: the one that the page declares, else its own.

    Where the bytes are not what the page declares, the rule of all documents tells what they are, and the translation
    makes the declaration true. Raises as `decode` does.
    """
    declared = None if data.startswith(_BOMS) else _declared(data)
    candidates = () if declared is None else _BROWSERS.get(declared, (declared,))
    for codec in candidates:
        if encoding is None and _reads(data, codec):
            return decode(data, codec, name), codec
    decoded = decode(data, encoding, name)
    if candidates:
        return decoded, candidates[0]
    if decoded.notices:  # a guess, and the one of a browser, which is not told either
        notice = "declares no encoding and is not UTF-8: read and written as cp1252; --encoding says otherwise"
        decoded = Decoded(decoded.text, decoded.encoding, decoded.bom, (notice,))
    return decoded, decoded.encoding


def encode_page(text: str, encoding: str, bom: bytes) -> bytes:
    """The bytes of a page; a character that its encoding lacks is written as a reference."""
    return bom + text.encode(encoding, "xmlcharrefreplace")


def _declared(data: bytes) -> str | None:
    """The codec that a page declares, if it is one of pages."""
    head = data[:_HEAD].decode("latin-1")
    label = _label(head)
    try:
        codec = codecs.lookup(label).name
        "".encode(codec)
    except (LookupError, ValueError):  # unknown, or no codec of text
        return None
    if codec.replace("_", "-") in _NO_PAGE or codec.startswith(("utf-16", "utf-32")):  # else nobody could read it
        return None
    return codec


def _label(head: str) -> str:
    declaration = _XML_DECLARATION.match(head)
    if declaration:
        return declaration[1]
    for token in scan(head):
        if token.kind is not TokenKind.OPEN:
            continue
        if token.name == "body":
            break
        if token.name != "meta":
            continue
        found = attributes(head, token)
        if "charset" in found:
            return found["charset"].value.strip()
        charset = _CHARSET.search(found["content"].value) if "content" in found else None
        if "http-equiv" in found and charset:
            return charset[1]
    return ""


def _reads(data: bytes, codec: str) -> bool:
    """Does the codec read the bytes, and write them again as they are?"""
    try:
        return data.decode(codec).encode(codec) == data
    except UnicodeError:
        return False

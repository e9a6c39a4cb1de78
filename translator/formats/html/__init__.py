"""Web pages: the text of each block, the texts of attributes, the title and what search engines are told.

Everything else is kept byte for byte: tags, comments, scripts, styles, code, addresses, what must not be translated and
what is in another language. Tags inside a sentence travel with their words. The page says that it is in English where
it said that it is in Indonesian.
"""

from __future__ import annotations

from dataclasses import dataclass

from translator.bitext import Bitext
from translator.document import Document
from translator.formats.base import DEFAULT_READING, Reading
from translator.formats.html.encoding import decode_page, encode_page
from translator.formats.html.text import HtmlText, html_text_of, told_left, translated_html

_XML_SUFFIX, _XML_DECLARATION = ".xhtml", "<?xml"


@dataclass(frozen=True, slots=True)
class HtmlSkeleton:
    """The source's text with its segments, how it is encoded, and how the translation is."""

    html: HtmlText
    source_encoding: str
    encoding: str
    bom: bytes


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`; the lines of a paragraph are always joined.

    Raises SourceError; UsageError for an unknown encoding.
    """
    decoded, encoding = decode_page(data, reading.encoding, name)
    text = decoded.text
    read = html_text_of(text)
    skeleton = HtmlSkeleton(read, decoded.encoding, encoding, decoded.bom)
    is_xml = name.lower().endswith(_XML_SUFFIX) or text.startswith(_XML_DECLARATION)
    return Document(name, read.segments, skeleton, decoded.notices + told_left(read.left), is_xml)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; a character that this lacks is written as a reference."""
    return render_page(bitext, any(pair.target != pair.segment.text for pair in bitext.segments))


def render_page(bitext: Bitext, is_translated: bool) -> bytes:
    """The page, which says that it is in English if it, or the book that it is a part of, is translated."""
    skeleton: HtmlSkeleton = bitext.document.skeleton
    text = skeleton.html.text
    if not is_translated:  # the page is still in Indonesian
        return encode_page(text, skeleton.source_encoding, skeleton.bom)
    return encode_page(translated_html(skeleton.html, bitext.segments), skeleton.encoding, skeleton.bom)

"""Characters that XML has not got, in the translation of a document that is XML."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Case, Matcher, Term
from tests.canned import CannedEngine
from tests.formats import test_odt
from tests.formats.test_docx import document as word_file
from tests.formats.test_docx import paragraph, run
from tests.formats.test_pptx import presentation
from tests.formats.test_txt import translated
from tests.formats.test_xlsx import workbook
from translator.bitext import Bitext, Link, Origin, Pair, SegmentPair, Stamp, Status, TermUse
from translator.document import Document, Place, Segment, Span
from translator.formats import docx, html, odt, pptx, txt, xliff, xlsx
from translator.formats.base import Format
from translator.pipeline import Pipeline
from translator.pipeline.xml_characters import fit_for_xml

SHIP = TermUse("kapal", "war\x01ship", Status.SPLICED, Span(0, 5), Span(4, 12))
NAME = TermUse("Budi", "Budi", Status.NATURAL, Span(6, 10), Span(19, 23))
XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="id" '
    'target-language="en" datatype="plaintext"><body><trans-unit id="a"><source>Kapal</source></trans-unit></body>'
    "</file></xliff>"
)
LINKS = (Link(0, 2), Link(1, 4), Link(1, 5))
PAIR = Pair("kapal Budi", "\x02 A war\x01ship for \x03 Budi\ufffe", Origin.ENGINE, (SHIP,), links=LINKS, names=(NAME,))


def bitext(pair: Pair, is_xml: bool) -> Bitext:
    segment = Segment(pair.source, Place(Span(0, 0), 1))
    document = Document("a.docx", (segment,), None, ("known",), is_xml)
    pairs = (SegmentPair(segment, (Span(0, len(pair.source)),), (pair,)),)
    return Bitext(document, pairs, Stamp("canned", "canned", "0"))


def test_they_are_dropped_and_counted_and_terms_and_links_move_along() -> None:
    fit = fit_for_xml(bitext(PAIR, is_xml=True))
    (pair,) = fit.pairs()
    assert fit.document.notices == ("known", "characters that XML has not got were dropped: 4")
    assert (pair.target, pair.links) == ("A warship for  Budi", (Link(0, 1), Link(1, 3)))
    assert [use.target_span for use in (*pair.terms, *pair.names)] == [Span(2, 9), Span(15, 19)]


def test_other_documents_and_clean_translations_stay_as_they_are() -> None:
    plain = bitext(PAIR, is_xml=False)
    clean = bitext(replace(PAIR, target="A ship\tfor Budi\r\n"), is_xml=True)
    assert (fit_for_xml(plain), fit_for_xml(clean)) == (plain, clean)


@pytest.mark.parametrize(
    ("format_", "data", "name", "is_xml"),
    [
        (docx, word_file(paragraph(run("Kapal"))), "a.docx", True),
        (pptx, presentation("<a:p><a:r><a:t>Kapal</a:t></a:r></a:p>"), "a.pptx", True),
        (xlsx, workbook("<x:si><x:t>Kapal</x:t></x:si>"), "a.xlsx", True),
        (odt, test_odt.document("<text:p>Kapal</text:p>"), "a.odt", True),
        (xliff, XLIFF.encode(), "a.xlf", True),
        (html, b"<p>Kapal</p>", "a.XHTML", True),
        (html, b'<?xml version="1.0"?><p>Kapal</p>', "a.html", True),
        (html, b"<p>Kapal</p>", "a.html", False),
        (txt, b"Kapal", "a.txt", False),
    ],
)
def test_the_pipeline_drops_them_where_the_format_is_xml(format_: Format, data: bytes, name: str, is_xml: bool) -> None:
    matcher = Matcher([Term("kapal", ("war\x01\ud800ship",), case=Case.TRANSFER)])
    pipeline = Pipeline(CannedEngine(), matcher, matcher, lambda _: (), 4, Stamp("canned", "canned", "0"))
    done = pipeline.translate(format_.parse(data, name))
    dropped = [notice for notice in done.document.notices if "dropped" in notice]
    assert dropped == ["characters that XML has not got were dropped: 2"] * is_xml
    assert [pair.target for pair in done.pairs()] == ["Warship" if is_xml else "War\x01\ud800ship"]


def test_a_document_never_gets_them_whoever_made_the_translation() -> None:
    document = docx.parse(word_file(paragraph(run("Kapal"))), "a.docx")
    dirty = docx.render(translated(document, {"Kapal": "War\x01ship\ufffe"}))
    assert dirty == docx.render(translated(document, {"Kapal": "Warship"}))

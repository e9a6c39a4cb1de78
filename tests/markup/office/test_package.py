from __future__ import annotations

import pytest

from tests.formats.office_files import OFFICE, TYPE, package
from translator.bitext import Bitext, Origin, Pair, SegmentPair, Stamp
from translator.document import Document, Place, Segment, Span
from translator.errors import PadanError, SourceError
from translator.markup.office.package import OfficeSkeleton, open_office, render_office
from translator.markup.office.part import OfficePart

RELS = f'<Relationships xmlns="{OFFICE}package/2006/relationships">{{}}</Relationships>'
MAIN = f"{TYPE}wordprocessingml.document.main+xml"


def test_parts_are_known_by_their_types_and_come_in_the_order_of_their_numbers() -> None:
    header = f"{TYPE}wordprocessingml.header+xml"
    parts: dict[str, tuple[str, str | bytes]] = {"word/document.xml": (MAIN, "")}
    for number in (10, 9, 1):
        parts[f"word/header{number}.xml"] = (header, "")
    office = open_office(package(parts), "a", ".docx")
    assert office.of_type(".header+xml") == ["word/header1.xml", "word/header9.xml", "word/header10.xml"]


def test_references_are_followed_inside_the_package_only() -> None:
    listed = (
        '<Relationship Id="r1" Type="x/slide" Target="../a.xml"/>'
        '<Relationship Id="r2" Type="x/slide" Target="/b/c.xml"/>'
        '<Relationship Id="r3" Type="x/slide" Target="http://a" TargetMode="External"/>'
        '<Relationship Id="r4" Type="x/other" Target="d.xml"/>'
    )
    office = open_office(
        package({"word/document.xml": (MAIN, ""), "word/_rels/document.xml.rels": ("", RELS.format(listed))}),
        "a",
        ".docx",
    )
    assert office.related("word/document.xml", "/slide") == {"r1": "a.xml", "r2": "b/c.xml"}
    assert office.related("word/other.xml") == {}


@pytest.mark.parametrize(
    ("type_", "message"),
    [
        (f"{TYPE}presentationml.presentation.main+xml", "a: a presentation, so not what its suffix says"),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "a: a workbook, so not what its suffix says"),
        ("text/xml", "a: a package without a main part"),
    ],
)
def test_a_document_of_another_kind_is_refused(type_: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        open_office(package({"main.xml": (type_, "<a/>")}), "a", ".docx")
    assert caught.value.message == message


def test_a_translation_that_would_damage_a_part_is_a_fault_of_padan_s() -> None:
    office = open_office(package({"word/document.xml": (MAIN, "<a/>")}), "a", ".docx")
    cut = OfficePart("word/document.xml", b"<a/>", "utf-8", (), ((Span(0, 1), ""),))
    segment = Segment("Kapal", Place(Span(0, 0), 1))
    pairs = (SegmentPair(segment, (Span(0, 5),), (Pair("Kapal", "Ship", Origin.ENGINE),)),)
    document = Document("a", (segment,), OfficeSkeleton(office.package, (cut,)))
    with pytest.raises(PadanError) as caught:
        render_office(Bitext(document, pairs, Stamp("model", "ct2", "0")))
    assert caught.value.message.startswith("a: the translation of word/document.xml: not well-formed XML")
    assert caught.value.hint == "this is a fault of Padan's: please report it"

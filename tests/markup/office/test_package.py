from __future__ import annotations

import pytest

from tests.formats.office_files import OFFICE, TYPE, package
from translator.errors import SourceError
from translator.markup.office.package import open_office

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

from __future__ import annotations

import pytest

from tests.formats.odf_files import xml
from translator.markup.office.odf_places import OdfPlaces
from translator.markup.office.tree import elements


def places(content: str, label: str = "") -> list[str]:
    """The places of the paragraphs."""
    found = OdfPlaces(label)
    listed = []
    for element in elements(xml(content).encode(), "a", frozenset({"text:p"})):
        found.begin(element)
        listed += [found.of(inner) for inner in element.walk() if inner.name == "text:p"]
        found.end(element)
    return listed


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<office:text><text:p/><text:p><text:note><text:p/></text:note></text:p></office:text>",
         ["paragraph 1", "paragraph 2", "paragraph 2, note"]),
        ("<a><draw:page/><draw:page><text:p/><presentation:notes><text:p/></presentation:notes></draw:page></a>",
         ["slide 2", "slide 2, notes"]),
        ('<style:master-page style:name="Biru"><text:p/><style:footer><text:p/></style:footer></style:master-page>',
         ["master Biru", "footer"]),
        ('<style:master-page style:name="A_20_b" style:display-name="A b"><text:p/></style:master-page>',
         ["master A b"]),
        ("<office:spreadsheet><table:content-validation><text:p/></table:content-validation></office:spreadsheet>",
         ["validation"]),
    ],
)  # fmt: skip
def test_places_are_named_by_what_they_stand_in(content: str, found: list[str]) -> None:
    assert places(content) == found


def test_a_cell_is_named_by_its_column_and_row_also_behind_repeated_ones() -> None:
    many = '<table:table-cell table:number-columns-repeated="{}"/>'
    row = f'<table:table-row table:number-rows-repeated="9">{many.format(3)}</table:table-row>'
    one = "<table:table-cell><text:p/></table:table-cell>"
    cells = f"{one}{many.format(700)}{one}"
    sheet = f'<table:table table:name="A b">{row}<table:table-row>{cells}</table:table-row></table:table>'
    assert places(f"<office:spreadsheet>{sheet}{sheet}</office:spreadsheet>") == ["A b!A10", "A b!ZZ10"] * 2


def test_the_label_of_a_part_comes_first() -> None:
    assert places("<office:text><text:p/></office:text>", "chart 2") == ["chart 2, paragraph 1"]

from __future__ import annotations

from tests.formats.test_xlsx import cells, strings, workbook
from translator.markup.office.package import open_office
from translator.markup.office.reader import SegmentList
from translator.markup.office.workbook import WorkbookReader


def read(data: bytes, only: set[str] | None = None) -> WorkbookReader:
    reader = WorkbookReader(open_office(data, "a", ".xlsx"), SegmentList(), only)
    reader.read()
    return reader


def formula(reference: str, text: str) -> str:
    return f'<x:c r="{reference}"><x:f>{text}</x:f></x:c>'


def test_formulas_that_compare_with_the_text_of_a_cell_are_told_the_first_of_them_by_name() -> None:
    rows = [formula(f"A{number}", 'IF(B1="Ya",1,"Lain")') for number in range(1, 8)]
    told = ", ".join(f"Lembar 1!A{number} ('Ya')" for number in range(1, 6))
    assert read(workbook(strings("Ya"), cells(*rows))).notices() == [
        f"formulas depend on the text of a cell, and stay as they are: {told}, ..."
    ]
    assert read(workbook(strings("Tidak"), cells(*rows))).notices() == []


def test_formulas_of_rules_and_names_are_told_by_their_cells_and_lists_are_none() -> None:
    rules = (
        '<x:conditionalFormatting sqref="C2:C4"><x:cfRule><x:formula>$C2="Ya"</x:formula></x:cfRule>'
        '</x:conditionalFormatting><x:dataValidations><x:dataValidation type="custom" sqref="D1"><x:formula1>D1="Ya"'
        '</x:formula1></x:dataValidation><x:dataValidation type="list" sqref="E1"><x:formula1>"Ya"</x:formula1>'
        '</x:dataValidation><x:dataValidation type="list" sqref="F1"><x:formula1>INDIRECT(E1)</x:formula1>'
        "</x:dataValidation></x:dataValidations>"
    )
    table = (
        '<x:table><x:tableColumn name="Siap"><x:totalsRowFormula>"Ya"</x:totalsRowFormula></x:tableColumn></x:table>'
    )
    data = workbook(strings("Ya"), cells() + rules, **{"tables/t": ("spreadsheetml.table", table)})
    assert read(data).notices() == [
        "formulas depend on the text of a cell, and stay as they are: table ('Ya'), Lembar 1!C2:C4 ('Ya'), "
        "Lembar 1!D1 ('Ya'), Lembar 1!F1 (INDIRECT)"
    ]


def test_formats_of_numbers_that_hold_words_are_told() -> None:
    formats = ('0 "kapal"', '"Rp"#,##0', 'dd mmmm "tahun" yyyy', "General")
    listed = "".join(f"<x:numFmt formatCode='{format_}'/>" for format_ in formats)
    styles = f"<x:styleSheet><x:numFmts>{listed}</x:numFmts></x:styleSheet>"
    data = workbook(strings("Ya"), styles=("spreadsheetml.styles", styles))
    assert read(data).notices() == ["formats of numbers that hold words were left: 2"]


def test_of_an_embedded_workbook_only_the_names_that_are_asked_for_are_read_as_echoes() -> None:
    reader = read(workbook(strings("Kapal", "Lain")), {"Kapal"})
    texts = [run.text for part in reader.parts for text in part.texts for run in text.layout.runs]
    assert texts == ["Kapal"]
    assert all(text.layout.is_echo for part in reader.parts for text in part.texts)
    assert reader.found.segments == []

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
    assert read(workbook(strings("Ya"), cells(*rows))).literal_notice() == (
        f"formulas compare with the text of a cell, and stay as they are: {told}, ..."
    )
    assert read(workbook(strings("Tidak"), cells(*rows))).literal_notice() == ""


def test_quotes_in_the_literal_of_a_formula_are_read_as_one() -> None:
    reader = read(workbook(strings('Kata "itu"'), cells(formula("A1", '"Kata ""itu"""&amp;"x"'))))
    assert reader.literals == [("Lembar 1!A1", 'Kata "itu"'), ("Lembar 1!A1", "x")]


def test_of_an_embedded_workbook_only_the_names_that_are_asked_for_are_read_as_echoes() -> None:
    reader = read(workbook(strings("Kapal", "Lain")), {"Kapal"})
    texts = [run.text for part in reader.parts for text in part.texts for run in text.layout.runs]
    assert texts == ["Kapal"]
    assert all(text.layout.is_echo for part in reader.parts for text in part.texts)
    assert reader.found.segments == []

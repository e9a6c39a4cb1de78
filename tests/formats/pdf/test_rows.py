from __future__ import annotations

from tests.formats.pdf.fragments import fragment
from translator.formats.pdf.pages import PdfFragment
from translator.formats.pdf.rows import PdfLine, PdfTable, lines_and_tables


def texts(column: list[PdfFragment]) -> list[str]:
    """The lines of a column, which has no table."""
    return [part.text if isinstance(part, PdfLine) else "a table" for part in lines_and_tables(column)]


ROWS = [
    ("No", "Nama", "Jumlah"),
    ("A-1", "KRI Satu", "120"),
    ("A-2", "KRI Dua yang", "95"),
    ("", "panjang", ""),
    ("A-3", "", "7"),
]


def test_cells_of_a_table_stay_in_their_rows_and_go_on_below() -> None:
    page = []
    for number, row in enumerate(ROWS):
        for place, text in enumerate(row):
            page += [fragment(text, 50 + 120 * place, 100 + 13 * number)] if text else []
    table = (
        ("No", "Nama", "Jumlah"),
        ("A-1", "KRI Satu", "120"),
        ("A-2", "KRI Dua yang panjang", "95"),
        ("A-3", "", "7"),
    )
    assert list(lines_and_tables(page)) == [PdfTable(table)]


def test_a_list_and_a_form_are_no_tables() -> None:
    items = [fragment("a.", 50, 100), fragment("Satu", 80, 100), fragment("b.", 50, 113), fragment("Dua", 80, 113)]
    form = [fragment("Nama", 50, 200), fragment(":", 120, 200), fragment("Budi", 140, 200)]
    form += [fragment("Umur", 50, 213), fragment(": 7", 120, 213)]
    assert texts(items + form) == [
        "a. Satu",
        "b. Dua",
        "Nama : Budi",
        "Umur : 7",
    ]


def test_the_blanks_of_two_justified_lines_that_meet_by_chance_make_no_table() -> None:
    page = [fragment("dari kegiatan", 50, 100), fragment("penggalian dan", 130, 100)]
    page += [fragment("penghancuran", 50, 113), fragment("sampai akhir", 130, 113)]
    assert texts(page) == ["dari kegiatan penggalian dan", "penghancuran sampai akhir"]


def test_a_title_above_a_table_is_a_line() -> None:
    page = [fragment("Tabel".ljust(33, "x"), 50, 87), fragment("juta", 221, 87)]
    page += [fragment(text, 50 + 180 * (number % 2), 100 + 13 * (number // 2)) for number, text in enumerate("abcdef")]
    first, table = lines_and_tables(page)
    assert isinstance(first, PdfLine)
    assert (first.text[:5], table) == ("Tabel", PdfTable((("a", "b"), ("c", "d"), ("e", "f"))))


def test_many_rows_that_are_no_table_take_linear_time() -> None:
    page = []
    for number in range(500):
        page += [
            fragment("kata", 50 + number % 7 * 10, 13 * number),
            fragment("lain", 110 + number % 9 * 10, 13 * number),
        ]
    assert len(list(lines_and_tables(page))) == 500


def test_a_line_knows_how_far_it_could_go_and_is_bold_where_all_of_it_is() -> None:
    bold = PdfFragment("Satu:", 50, 80, 90, 102, is_bold=True)
    column = [bold, PdfFragment("dua", 90, 110, 90, 102), PdfFragment("tiga", 50, 200, 110, 122, is_bold=True)]
    first, second = lines_and_tables(column)
    assert first == PdfLine(PdfFragment("Satu: dua", 50, 110, 90, 102), 200)
    assert second == PdfLine(column[2], 200)

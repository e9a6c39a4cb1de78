from __future__ import annotations

from collections.abc import Iterable

from translator.formats.pdf.layout import PdfLine, PdfTable, read_page
from translator.formats.pdf.pages import PdfFragment


def fragment(text: str, left: float, down: float, size: float = 10) -> PdfFragment:
    """A fragment whose letters are half as wide as their size."""
    return PdfFragment(text, left, left + len(text) * size / 2, down - size, down + size / 5)


def column(name: str, left: float, down: float, count: int) -> list[PdfFragment]:
    """Lines of 40 letters below each other, which say which they are."""
    return [fragment(f"{name}{number} ".ljust(40, "x"), left, down + 13 * number) for number in range(count)]


def read(fragments: Iterable[PdfFragment]) -> list[list[str] | tuple[tuple[str, ...], ...]]:
    """Of each column the lines, of which the first word is enough, and the tables."""
    found: list[list[str] | tuple[tuple[str, ...], ...]] = []
    for part in read_page(list(fragments)):
        words: list[str] = []
        for each in part:
            if isinstance(each, PdfTable):
                found += [words] if words else []
                found.append(each.rows)
                words = []
            else:
                words.append(each.text.split()[0])
        found += [words] if words else []
    return found


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = column("a", 50, 100, 6), column("b", 270, 105, 6)
    mixed = [each for pair in zip(left, right, strict=True) for each in pair]
    assert read(mixed) == [["a0", "a1", "a2", "a3", "a4", "a5"], ["b0", "b1", "b2", "b3", "b4", "b5"]]


def test_three_columns_are_read_one_after_the_other() -> None:
    page = column("a", 20, 100, 4) + column("b", 230, 100, 4) + column("c", 440, 100, 4)
    assert read(page) == [[f"{name}{number}" for number in range(4)] for name in "abc"]


def test_what_crosses_the_gutter_parts_what_is_above_from_what_is_below() -> None:
    heading = fragment("Judul".ljust(80, "x"), 50, 170)
    page = (
        column("a", 50, 100, 4)
        + column("b", 270, 100, 4)
        + [heading]
        + column("c", 50, 190, 4)
        + column("d", 270, 190, 4)
    )
    firsts = [part[0] for part in read(page)]
    assert [str(first)[:5] for first in firsts] == ["a0", "b0", "Judul", "c0", "d0"]


def test_a_small_heading_above_columns_and_a_line_below_them_are_in_none() -> None:
    page = [
        fragment("Judul", 50, 60, 18),
        *column("a", 50, 100, 5),
        *column("b", 270, 100, 5),
        fragment("Akhir", 50, 200, 14),
    ]
    assert [part[0] for part in read(page)] == ["Judul", "a0", "b0", "Akhir"]


def test_columns_go_on_behind_the_air_between_two_paragraphs() -> None:
    page = column("a", 50, 100, 4) + column("b", 270, 100, 4) + column("c", 50, 170, 4) + column("d", 270, 170, 4)
    assert [part[0] for part in read(page)] == ["a0", "b0"]
    assert [len(part) for part in read(page)] == [8, 8]


def test_the_numbers_of_paragraphs_stay_beside_their_text() -> None:
    page = column("a", 90, 100, 5) + [fragment(f"1.{number}.", 50, 100 + 13 * number) for number in range(5)]
    assert read(page) == [[f"1.{number}." for number in range(5)]]


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
    assert read(page) == [table]


def test_a_list_and_a_form_are_no_tables() -> None:
    items = [fragment("a.", 50, 100), fragment("Satu", 80, 100), fragment("b.", 50, 113), fragment("Dua", 80, 113)]
    form = [fragment("Nama", 50, 200), fragment(":", 120, 200), fragment("Budi", 140, 200)]
    form += [fragment("Umur", 50, 213), fragment(": 7", 120, 213)]
    (found,) = read_page(items + form)
    assert [each.text for each in found if isinstance(each, PdfLine)] == [
        "a. Satu",
        "b. Dua",
        "Nama : Budi",
        "Umur : 7",
    ]


def test_the_blanks_of_two_justified_lines_that_meet_by_chance_make_no_table() -> None:
    page = [fragment("dari kegiatan", 50, 100), fragment("penggalian dan", 130, 100)]
    page += [fragment("penghancuran", 50, 113), fragment("sampai akhir", 130, 113)]
    assert read(page) == [["dari", "penghancuran"]]

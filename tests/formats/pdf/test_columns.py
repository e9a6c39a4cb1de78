from __future__ import annotations

from tests.formats.pdf.fragments import column, fragment
from translator.formats.pdf.columns import columns_of
from translator.formats.pdf.pages import PdfFragment


def read(fragments: list[PdfFragment]) -> list[list[str]]:
    """Of each column the first words of its fragments."""
    return [[fragment.text.split()[0] for fragment in column] for column in columns_of(fragments)]


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
    assert len(read(page)) == 1


def test_rows_that_follow_columns_behind_some_air_are_not_read_by_columns() -> None:
    cells = [fragment(text, left, 200 + 13 * row) for row in range(3) for left, text in ((50, "Nama"), (270, "12"))]
    page = column("a", 50, 100, 6) + column("b", 270, 100, 6) + cells
    assert [part[0] for part in read(page)] == ["a0", "b0", "Nama"]
    assert len(read(page)[-1]) == 6


def test_words_that_are_parted_by_a_blank_are_no_columns() -> None:
    page = column("a", 50, 100, 5) + column("b", 255, 100, 5)
    assert len(read(page)) == 1

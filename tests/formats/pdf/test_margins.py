from __future__ import annotations

import pytest

from translator.formats.pdf.margins import without_margins
from translator.formats.pdf.pages import PdfFragment, PdfPage


def page(number: int, *fragments: tuple[str, float]) -> PdfPage:
    """A page of 800 points with these texts, each at its distance from the top."""
    return PdfPage(number, 800, tuple(PdfFragment(text, 50, 300, top, top + 12) for text, top in fragments), False)


def kept(*pages: PdfPage) -> list[list[str]]:
    return [[fragment.text for fragment in each.fragments] for each in without_margins(pages).pages]


def test_what_stands_at_the_edge_of_several_pages_is_a_running_head() -> None:
    pages = [page(number, ("Laporan 2023", 30), (f"Isi {number}", 300), (f"Bab {number}", 770)) for number in (1, 2, 3)]
    assert kept(*pages) == [["Isi 1"], ["Isi 2"], ["Isi 3"]]
    assert without_margins(pages).heads == ("Laporan 2023", "Bab 1")


def test_what_stands_at_the_edge_of_one_page_or_in_its_middle_is_text() -> None:
    pages = [page(1, ("Pengantar", 30), ("Sama", 300)), page(2, ("Penutup", 30), ("Sama", 300))]
    assert kept(*pages) == [["Pengantar", "Sama"], ["Penutup", "Sama"]]


@pytest.mark.parametrize("number", ["7", "- 7 -", "Halaman 7 dari 12", "hlm. 7", "vii", "7/12", "Page 7 of 12", "[7]"])
def test_a_page_number_is_known_by_its_form(number: str) -> None:
    assert kept(page(7, ("Isi", 300), (number, 770))) == [["Isi"]]


def test_a_number_or_a_bullet_before_other_words_is_none_of_them() -> None:
    pages = []
    for number in (1, 2):
        mark = PdfFragment(f"{number}.", 50, 60, 30, 42)
        pages.append(PdfPage(number, 800, (mark, PdfFragment(f"Butir {'x' * number}", 70, 300, 30, 42)), False))
    assert kept(*pages) == [["1.", "Butir x"], ["2.", "Butir xx"]]


@pytest.mark.parametrize("text", ["7 kapal", "Pasal 7", "12.500 orang", "mixil"])
def test_other_words_at_the_edge_are_no_page_number(text: str) -> None:
    assert kept(page(7, (text, 770))) == [[text]]

from __future__ import annotations

import pytest

from tests.formats.pdf.pdf_files import Words, lines, pdf
from translator.errors import SourceError
from translator.formats.pdf.pages import read_pages

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (pip install 'padan[pdf]')")


def test_characters_on_one_base_line_are_a_fragment_up_to_a_gap() -> None:
    words = [
        Words(50, 100, "Kapal  itu"),
        Words(200, 100, "1.500"),
        Words(50, 113, "tiba di pelabuh-", 10, is_bold=True),
    ]
    (page,) = read_pages(pdf(words), "a.pdf")
    assert [(each.text, each.is_bold, round(each.left)) for each in page.fragments] == [
        ("Kapal itu", False, 50),
        ("1.500", False, 200),
        ("tiba di pelabuh-", True, 50),
    ]
    first, second, third = page.fragments
    assert first.right < second.left
    assert (first.top, first.bottom) == (second.top, second.bottom)
    assert first.bottom < third.bottom
    assert abs(first.size - 10) < 0.5
    assert (page.number, page.height, page.has_pictures) == (1, 800, False)


def test_words_of_one_line_that_are_written_apart_are_one_fragment() -> None:
    (page,) = read_pages(pdf([Words(50, 100, "Kapal"), Words(80, 100, "itu")]), "a.pdf")
    assert [each.text for each in page.fragments] == ["Kapal itu"]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_turned_is_read_as_it_is_shown(degrees: int) -> None:
    words = lines("Kapal itu tiba\ndi pelabuhan.")
    (upright,) = read_pages(pdf(words), "a.pdf")
    (turned,) = read_pages(pdf(words, degrees=degrees), "a.pdf")
    assert [each.text for each in turned.fragments] == ["Kapal itu tiba", "di pelabuhan."]
    assert turned.height == upright.height
    for one, other in zip(upright.fragments, turned.fragments, strict=True):
        places = one.left, one.right, one.top, one.bottom
        assert (other.left, other.right, other.top, other.bottom) == pytest.approx(places, abs=0.1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf([], has_picture=True), "a.pdf is a scan: its pages are pictures, and have no text"),
        (pdf(lines("Kapal"), is_locked=True), "a.pdf is protected by a password"),
        (pdf(lines("Kapal"))[:300], "a.pdf is damaged: no PDF that can be read"),
        (b"%PDF-1.4\n", "a.pdf is damaged: no PDF that can be read"),
        (pdf([]), "a.pdf has no text"),
        (b"Kapal itu tiba.", "a.pdf is plain text, and no PDF"),
    ],
)
def test_what_cannot_be_read_is_refused_by_what_it_is(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_pages(data, "a.pdf")
    assert caught.value.message == message
    assert caught.value.hint

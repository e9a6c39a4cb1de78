from __future__ import annotations

from pathlib import Path

from tests.bilingual.html.test_page import Page
from tests.bilingual.sample import bitext
from translator.bilingual import html
from translator.bilingual.html.parts import part_name, parts_of
from translator.bitext import Bitext, Origin, Pair

NAME = "berita.en.txt.id-en.html"


def document(*sizes: int) -> Bitext:
    """A document whose segments have so many sentences."""
    return bitext([[Pair(f"Siap {size}.", f"Ready {size}.", Origin.ENGINE)] * size for size in sizes])


def numbers(of: Bitext, longest: int) -> list[tuple[int, int, list[str]]]:
    """Of each page its number, the number of its first sentence, and its sentences."""
    parts = parts_of(of, NAME, longest)
    return [(each.number, each.first, [f"{row.segment}.{row.sentence}" for row in each.rows()]) for each in parts]


def test_a_page_ends_before_the_segment_that_would_make_it_too_long() -> None:
    assert numbers(document(2, 1, 2, 4, 1), 3) == [
        (1, 1, ["1.1", "1.2", "2.1"]),
        (2, 4, ["3.1", "3.2"]),
        (3, 6, ["4.1", "4.2", "4.3", "4.4"]),  # no segment is cut
        (4, 10, ["5.1"]),
    ]


def test_a_document_without_sentences_has_a_page() -> None:
    assert numbers(bitext([]), 3) == [(1, 1, [])]


def test_the_further_pages_are_named_after_the_first() -> None:
    assert [part_name(NAME, number) for number in (1, 2, 10)] == [
        "berita.en.txt.id-en.html",
        "berita.en.txt.id-en.2.html",
        "berita.en.txt.id-en.10.html",
    ]


def test_five_thousand_sentences_are_one_page_and_one_more_is_on_a_second_that_is_linked(tmp_path: Path) -> None:
    whole = dict(html.files(tmp_path / NAME, document(*[50] * 100), ""))
    assert [path.name for path in whole] == [NAME]
    pages = {
        path.name: Page(b"".join(chunks))
        for path, chunks in html.files(tmp_path / "a b&\udcff.id-en.html", document(*[1] * 5001), "")
    }
    assert list(pages) == ["a b&\udcff.id-en.html", "a b&\udcff.id-en.2.html"]
    first, second = pages.values()
    assert [each["href"] for each in first.of("a")][:2] == ["a%20b%26%FF.id-en.2.html", "#1.1"]
    assert [each["href"] for each in second.of("a")] == ["a%20b%26%FF.id-en.html", "#5001.1"]
    assert "sentences 5,001 to 5,001 of 5,001" in " ".join(second.text)


def test_the_further_pages_of_a_page_are_those_that_stand_beside_it_in_a_row(tmp_path: Path) -> None:
    for number in (1, 2, 3, 5):
        (tmp_path / part_name(NAME, number)).touch()
    found = [path.name for path in html.further_pages(tmp_path / NAME)]
    assert found == ["berita.en.txt.id-en.2.html", "berita.en.txt.id-en.3.html"]
    (tmp_path / "halaman.en.2.html").touch()
    assert list(html.further_pages(tmp_path / "halaman.en.html")) == []  # a translation, and another beside it

from __future__ import annotations

from tests.formats.pdf.fragments import fragment
from translator.formats.pdf.blocks import PdfParagraph, PlacedTable, blocks_of
from translator.formats.pdf.pages import PdfFragment, PdfPage

LONG = "x" * 60


def page(*fragments: PdfFragment, number: int = 1) -> PdfPage:
    return PdfPage(number, 800, fragments, False)


def texts(*pages: PdfPage) -> list[str]:
    return [block.text for block in blocks_of(pages) if isinstance(block, PdfParagraph)]


def below(*rows: str, left: float = 50, down: float = 100, pitch: float = 13) -> list[PdfFragment]:
    return [fragment(text, left, down + pitch * number) for number, text in enumerate(rows)]


def test_lines_are_joined_to_a_paragraph_and_a_cut_word_is_whole() -> None:
    assert texts(page(*below(f"Kapal {LONG[:50]} pelabuh-", f"an {LONG} paru-", "paru."))) == [
        f"Kapal {LONG[:50]} pelabuhan {LONG} paru-paru."
    ]


def test_a_line_that_ends_before_it_is_full_ends_its_paragraph() -> None:
    rows = below(LONG, "Pendek.", "Satu kata lagi", "Dua kata")
    assert texts(page(*rows)) == [f"{LONG} Pendek.", "Satu kata lagi", "Dua kata"]


def test_air_an_item_an_indent_and_another_font_begin_a_paragraph() -> None:
    rows = below(LONG, LONG, LONG)
    assert texts(page(*rows, fragment(LONG, 50, 160))) == [f"{LONG} {LONG} {LONG}", LONG]
    assert texts(page(*below(LONG, f"2. {LONG[3:]}", f"• {LONG[2:]}"))) == [LONG, f"2. {LONG[3:]}", f"• {LONG[2:]}"]
    ended = f"{LONG[1:]}."
    assert texts(page(*below(ended), fragment(LONG[2:], 60, 113))) == [ended, LONG[2:]]
    assert texts(page(*below(LONG), fragment(LONG[:50], 50, 113, 12))) == [LONG, LONG[:50]]


def test_a_hanging_line_stays_in_its_item() -> None:
    assert texts(page(*below(f"a. {LONG[3:]}"), fragment(LONG[4:], 70, 113))) == [f"a. {LONG[3:]} {LONG[4:]}"]


def test_a_sentence_goes_on_behind_a_page() -> None:
    first = page(*below(LONG, LONG, down=700))
    assert texts(first, page(*below("lalu pergi."), number=2)) == [f"{LONG} {LONG} lalu pergi."]
    assert texts(first, page(*below("Lalu pergi."), number=2)) == [f"{LONG} {LONG}", "Lalu pergi."]


def test_a_short_paragraph_in_a_large_font_is_a_heading() -> None:
    body = below(*[LONG] * 9, down=200)
    found = blocks_of([page(fragment("Judul", 50, 60, 20), fragment("Anak judul", 50, 90, 14), *body)])
    assert found[:2] == [PdfParagraph("Judul", 1, 1), PdfParagraph("Anak judul", 1, 2)]
    assert [block.level for block in found if isinstance(block, PdfParagraph)] == [1, 2, 0]


def test_letters_that_are_spaced_out_are_a_word() -> None:
    assert texts(page(*below("M E M U T U S K A N :"))) == ["MEMUTUSKAN :"]
    assert texts(page(*below("a b c dan d"))) == ["a b c dan d"]


def test_a_table_knows_its_page() -> None:
    cells = [fragment(text, 50 + 200 * (number % 2), 100 + 13 * (number // 2)) for number, text in enumerate("abcd")]
    assert blocks_of([page(*cells, number=3)]) == [PlacedTable((("a", "b"), ("c", "d")), 3)]


def test_nothing_has_no_blocks() -> None:
    assert blocks_of([]) == blocks_of([page()]) == []

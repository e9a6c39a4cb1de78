from __future__ import annotations

from pathlib import Path

import pytest

from tests.bilingual.sample import bitext, put
from tests.formats.test_docx import document
from translator.bilingual import docx
from translator.bilingual.docx.reading import properties_of
from translator.errors import SourceError


def cell(inside: str) -> str:
    return f"<w:tc><w:p>{inside}</w:p></w:tc>"


def text(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def row(*cells: str, properties: str = "") -> str:
    head = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{head}{''.join(cell(inside) for inside in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(folder: Path, *tables: str) -> list[tuple[int, str, str]]:
    path = folder / "a.docx"
    path.write_bytes(document("".join(tables)))
    return [(each.number, each.pair.source, each.pair.target) for each in docx.read(path)]


SHIP = (1, "Kapal itu tiba.", "The ship came.")


def test_a_table_of_two_columns_of_anybody_is_read(tmp_path: Path) -> None:
    rows = [row(text("Kapal itu tiba."), text("The ship came.")), row(text("Ya."), text("Yes."))]
    assert read(tmp_path, table(*rows)) == [SHIP, (2, "Ya.", "Yes.")]


@pytest.mark.parametrize(
    ("header", "order"),
    [
        (("Source", "Target"), (0, 1)),
        (("English", "Bahasa Indonesia"), (1, 0)),
        (("ID", "Sumber", "Catatan", "Terjemahan"), (2, 0, 2, 1)),
    ],
)
def test_a_header_tells_the_columns(tmp_path: Path, header: tuple[str, ...], order: tuple[int, ...]) -> None:
    texts = ["Kapal itu tiba.", "The ship came.", "x"]
    rows = [row(*map(text, header)), row(*[text(texts[number]) for number in order])]
    assert read(tmp_path, table(*rows)) == [SHIP]


def test_a_number_may_stand_before_source_and_translation(tmp_path: Path) -> None:
    rows = [row(text("1.2"), text("Kapal itu tiba."), text("The ship came."))]
    assert read(tmp_path, table(*rows)) == [SHIP]


def test_changes_are_read_as_accepted(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>left</w:delText></w:r></w:del>"
    edited = f"{text('The ship ')}{deleted}<w:moveFrom>{text('late ')}</w:moveFrom><w:ins>{text('came.')}</w:ins>"
    gone = row(text("Ya."), text("Yes."), properties="<w:del/>")
    assert read(tmp_path, table(gone, row(text("Kapal itu tiba."), edited))) == [SHIP]


def test_paragraphs_of_a_cell_are_parted_by_a_blank_and_line_ends_are_kept(tmp_path: Path) -> None:
    target = f"{text('The ship')}</w:p><w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>came</w:t><w:br/></w:r>"
    rows = [row(text("Kapal itu tiba."), target + text("late."))]
    assert read(tmp_path, table(*rows)) == [(1, "Kapal itu tiba.", "The ship came\nlate.")]


def test_rows_are_counted_over_all_tables_and_short_ones_are_left(tmp_path: Path) -> None:
    one = row(text("Ya."), text("Yes."))
    tables = table(one, row(text("alone"))), table(row(text("only"))), table(one)
    assert read(tmp_path, *tables) == [(1, "Ya.", "Yes."), (2, "Ya.", "Yes.")]


def test_a_document_without_such_a_table_is_refused_unless_it_is_ours(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no table of source and translation"):
        read(tmp_path, f"<w:p>{text('Kapal')}</w:p>")
    put(docx, bitext([]), tmp_path / "ours.docx", b"")
    assert list(docx.read(tmp_path / "ours.docx")) == []


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot read"):
        list(docx.read(tmp_path / "none.docx"))


def test_the_properties_tell_the_document_and_the_model(tmp_path: Path) -> None:
    put(docx, bitext([]), tmp_path / "ours.docx", b"")
    assert properties_of(tmp_path / "ours.docx") == {
        "padan:translation-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "padan:signature": "0123456789abcdef",
        "padan:engine": "ct2",
        "padan:model": "starter",
        "padan:document": "berita.id.txt",
    }

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_txt import translated
from translator.document import Place, Segment, Span
from translator.errors import UsageError
from translator.formats import delimited
from translator.formats.base import Reading

FILE = 'no,judul,isi\r\n1,Kapal tiba,"Kata ""siap"",\r\nlalu pergi"\r\n2,"","Dua, tiga"\r\n'
JUDUL_ISI = Reading(columns=("judul", "isi"))


def rendered(source: str, reading: Reading, table: dict[str, str], name: str = "a.csv") -> str:
    return delimited.render(translated(delimited.parse(source.encode(), name, reading), table)).decode()


def test_each_line_of_a_chosen_cell_is_a_segment_with_its_place() -> None:
    assert delimited.parse(FILE.encode(), "a.csv", JUDUL_ISI).segments == (
        Segment("Kapal tiba", Place(Span(16, 26), 2, "row 2, column 2")),
        Segment('Kata "siap",', Place(Span(28, 54), 2, "row 2, column 3")),
        Segment("lalu pergi", Place(Span(28, 54), 2, "row 2, column 3")),
        Segment("Dua, tiga", Place(Span(63, 72), 4, "row 3, column 3")),
    )


def test_a_translation_keeps_the_quotes_of_its_cell_and_gets_them_where_it_needs_them() -> None:
    table = {"Kapal tiba": "Ship, here", 'Kata "siap",': 'Word "ready",', "Dua, tiga": "Two"}
    wanted = 'no,judul,isi\r\n1,"Ship, here","Word ""ready"",\r\nlalu pergi"\r\n2,"","Two"\r\n'
    assert rendered(FILE, JUDUL_ISI, table) == wanted


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_translation_that_newly_looks_like_a_formula_gets_an_apostrophe(sign: str) -> None:
    assert rendered("Satu;dua\n", Reading(columns=("1",)), {"Satu": f"{sign}One"}) == f"'{sign}One;dua\n"
    assert rendered(f"{sign}Satu;dua\n", Reading(columns=("1",)), {f"{sign}Satu": f"{sign}One"}) == f"{sign}One;dua\n"


def test_two_columns_of_one_name_are_both_chosen_and_no_header_is() -> None:
    document = delimited.parse(b"judul,judul,isi\nSatu,Dua,Tiga\n", "a.csv", Reading(columns=("judul", "isi")))
    assert [segment.text for segment in document.segments] == ["Satu", "Dua", "Tiga"]


def test_columns_by_number_have_no_header() -> None:
    document = delimited.parse(b"\xef\xbb\xbfSatu\tdua\nTiga\tempat", "a.tsv", Reading(columns=("2",)))
    assert [segment.text for segment in document.segments] == ["dua", "empat"]


def test_a_column_that_is_not_there_is_a_notice() -> None:
    document = delimited.parse(FILE.encode(), "a.csv", Reading(columns=("judul", "tajuk", "9")))
    assert document.notices == ("no column is called 'tajuk'", "no column is called '9'")
    assert [segment.text for segment in document.segments] == ["Kapal tiba"]


def test_a_name_in_other_capitals_is_taken_where_none_is_exact() -> None:
    source = "No, Judul ,ISI,isi\n1,Satu,Dua,Tiga\n"
    document = delimited.parse(source.encode(), "a.csv", JUDUL_ISI)
    assert [segment.text for segment in document.segments] == ["Satu", "Tiga"]
    assert document.notices == ()


def test_the_line_that_tells_excel_the_delimiter_is_no_row() -> None:
    source = "sep=;\r\njudul;isi, dan lain\r\nSatu;Dua, tiga\r\n"
    (segment,) = delimited.parse(source.encode(), "a.csv", Reading(columns=("judul",))).segments
    assert segment == Segment("Satu", Place(Span(28, 32), 3, "row 2, column 1"))
    assert rendered(source, Reading(columns=("judul",)), {"Satu": "One"}) == source.replace("Satu", "One")


def test_blocks_of_html_part_a_cell() -> None:
    source = 'isi\n"<p class=""x"">Satu.</p><p>Dua "" &amp; tiga</p>"\n'
    reading = Reading(columns=("isi",))
    assert [segment.text for segment in delimited.parse(source.encode(), "a.csv", reading).segments] == [
        "Satu.",
        'Dua " & tiga',
    ]
    assert rendered(source, reading, {"Satu.": "One."}) == source.replace("Satu", "One")


def test_a_message_with_choices_is_left_and_told() -> None:
    source = 'isi\n"{n, select, other {kapal}}"\nSatu\n'
    document = delimited.parse(source.encode(), "a.csv", Reading(columns=("isi",)))
    assert [segment.text for segment in document.segments] == ["Satu"]
    assert document.notices == ("messages with choices, such as {n, plural, ...}, were left: 1",)


def test_a_table_without_a_choice_is_refused() -> None:
    with pytest.raises(UsageError, match=r"a\.csv is a table, and none of its columns is chosen"):
        delimited.parse(FILE.encode(), "a.csv")


def test_a_quotation_mark_that_is_not_closed_is_text() -> None:
    source = '"a,b\n"c"d,e\n'
    assert rendered(source, Reading(columns=("1", "2")), {"b": "x", "e": "y"}) == '"a,x\n"c"d,y\n'


def test_many_open_quotation_marks_take_linear_time() -> None:
    source = '"x""y\n' * 100_000
    assert rendered(source, Reading(columns=("1",)), {}) == source


signs = st.sampled_from(["a", "Kapal", " ", '"', ",", ";", "\t", "\n", "\r\n", "é", "="])
cells = st.lists(signs, max_size=6).map("".join)


@given(
    st.lists(st.lists(cells, min_size=2, max_size=3), min_size=1, max_size=4),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_cells_are_those_of_pythons_csv_and_an_untranslated_table_keeps_every_byte(
    rows: list[list[str]], quoting: int
) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, "excel-tab", quoting=quoting).writerows(rows)
    source = buffer.getvalue()
    reading = Reading(columns=("1", "2", "3"))
    document = delimited.parse(source.encode(), "a.tsv", reading)
    theirs = [line.strip() for row in rows for cell in row for line in cell.splitlines() if line.strip()]
    assert [segment.text for segment in document.segments] == theirs
    assert rendered(source, reading, {}, "a.tsv") == source

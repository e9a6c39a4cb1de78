from __future__ import annotations

import pytest

from translator.markup.office.formula_texts import FormulaTexts, LiteralText


def test_quotes_in_the_literal_of_a_formula_are_read_as_one() -> None:
    texts = FormulaTexts()
    texts.note_formula('"Kata ""itu"""&"x"', "B!A1")
    assert texts.literals == [LiteralText("B!A1", 'Kata "itu"'), LiteralText("B!A1", "x")]


def test_a_place_is_told_once_for_each_text_and_only_where_a_cell_says_the_same() -> None:
    texts = FormulaTexts()
    texts.note_formula('IF(A1="Ya","Ya",IF(A1="Tidak",1,"Lain"))', "B!A2")
    told = "formulas depend on the text of a cell, and stay as they are: B!A2 ('Ya'), B!A2 ('Tidak')"
    assert texts.notices({"Ya", "Tidak"}) == [told]
    assert texts.notices(set()) == []


@pytest.mark.parametrize(
    "formula",
    [
        'ISNUMBER(SEARCH("rusak",A1))',
        'LEFT(A1,5)="Kapal"',
        'IF(MID(A1,7,5)="RUSAK",1,0)',
        'SUBSTITUTE(A1," rusak","")',
        'COUNTIF(A:A,"Kapal*")',
        'of:=COUNTIF([.A1:.A9];".*rusak")',
        'MATCH("?apal*",A:A,0)',
        'SUMIFS(B:B,A:A,"<>Kapal rusak")',
        'IF(A1="kapal rusak",1,0)',
    ],
)
def test_a_formula_that_seeks_a_text_in_that_of_a_cell_is_told(formula: str) -> None:
    texts = FormulaTexts()
    texts.note_formula(formula, "B!A2")
    (notice,) = texts.notices({"Kapal rusak"})
    assert notice.startswith("formulas depend on the text of a cell, and stay as they are: B!A2 ('")
    assert texts.notices({"Rudal"}) == []


@pytest.mark.parametrize(
    "formula",
    [
        'IF(A1="rusak",1,0)',
        'LEFT(A1,2)="Ka"',
        'FIND(" ",A1)',
        'COUNTIF(A:A,"<>")',
        'A1&"rusak"',
        'COUNTIF(A:A,"rusak")',
    ],
)
def test_a_formula_that_seeks_no_part_of_a_text_is_not_told(formula: str) -> None:
    texts = FormulaTexts()
    texts.note_formula(formula, "B!A2")
    assert texts.notices({"Kapal rusak"}) == []


def test_functions_that_need_the_text_of_a_cell_are_told_where_a_cell_has_a_text() -> None:
    texts = FormulaTexts()
    for row in range(1, 8):
        texts.note_formula(f"SUM(INDIRECT(A{row}))", f"B!C{row}")
    told = ", ".join(f"B!C{row} (INDIRECT)" for row in range(1, 6))
    assert texts.notices({"Kapal"}) == [f"formulas depend on the text of a cell, and stay as they are: {told}, ..."]
    assert texts.notices(set()) == []


def test_words_in_formats_of_numbers_are_counted_and_units_are_not() -> None:
    texts = FormulaTexts()
    for format_ in ('0 "kapal"', '"Rp"#,##0', '0 "kg"', '[>5]"banyak";"sedikit"', "General"):
        texts.note_number_format(format_)
    assert texts.notices(()) == ["formats of numbers that hold words were left: 2"]

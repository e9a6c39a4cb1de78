from __future__ import annotations

from translator.markup.office.formula_texts import FormulaTexts


def test_quotes_in_the_literal_of_a_formula_are_read_as_one() -> None:
    texts = FormulaTexts()
    texts.note_formula('"Kata ""itu"""&"x"', "B!A1")
    assert texts.literals == [("B!A1", 'Kata "itu"'), ("B!A1", "x")]


def test_a_place_is_told_once_for_each_text_and_only_where_a_cell_says_the_same() -> None:
    texts = FormulaTexts()
    texts.note_formula('IF(A1="Ya","Ya",IF(A1="Tidak",1,"Lain"))', "B!A2")
    told = "formulas compare with the text of a cell, and stay as they are: B!A2 ('Ya'), B!A2 ('Tidak')"
    assert texts.notices({"Ya", "Tidak"}) == [told]
    assert texts.notices(set()) == []


def test_words_in_formats_of_numbers_are_counted_and_units_are_not() -> None:
    texts = FormulaTexts()
    for format_ in ('0 "kapal"', '"Rp"#,##0', '0 "kg"', '[>5]"banyak";"sedikit"', "General"):
        texts.note_number_format(format_)
    assert texts.notices(()) == ["formats of numbers that hold words were left: 2"]

from __future__ import annotations

import pytest

from translator.markup.office.formula_calls import Call, calls, needing_text


def test_the_arguments_of_a_call_are_parted_outside_of_texts_names_and_inner_calls() -> None:
    formula = """_xlfn.XLOOKUP(A1&", ","it's",'Data, lama'!B:B)+of:=SUM([.A1:.B2];MAX({1;2};T[a, b]))+(1"""
    assert list(calls(formula)) == [
        Call("XLOOKUP", ("""A1&", \"""", '"it\'s"', "'Data, lama'!B:B")),
        Call("", ("1", "2")),
        Call("MAX", ("{1;2}", "T[a, b]")),
        Call("SUM", ("[.A1:.B2]", "MAX({1;2};T[a, b])")),
    ]


@pytest.mark.parametrize(
    ("formula", "functions"),
    [
        ("INDIRECT(A1)", ["INDIRECT"]),
        ('SUM(INDIRECT("\'"&$A2&"\'!B2"))', ["INDIRECT"]),
        ('INDIRECT(SUBSTITUTE($A$2," ","_"))', ["INDIRECT"]),
        ("of:=INDIRECT([.A1])", ["INDIRECT"]),
        ("INDIRECT(T[@Jenis])", ["INDIRECT"]),
        ("ISNUMBER(SEARCH(D1,A1))", ["SEARCH"]),
        ('VLOOKUP(A6&" "&B6,D:E,2,0)', ["VLOOKUP"]),
        ('_xlfn.XLOOKUP(_xlfn.CONCAT(A6," ",B6),D:D,E:E)', ["XLOOKUP"]),
        ('INDEX(C:C,MATCH(A1&"*",D:D,0))', ["MATCH"]),
        ('of:=COUNTIF([.A1:.A9];"*"&[.D1]&"*")', ["COUNTIF"]),
        ('SUMIFS(B:B,A:A,"<>"&A1,C:C,A2&"*")', ["SUMIFS"]),
    ],
)
def test_functions_that_need_the_text_of_a_cell_are_found(formula: str, functions: list[str]) -> None:
    assert list(needing_text(formula)) == functions


@pytest.mark.parametrize(
    "formula",
    [
        'INDIRECT("Data!A1")',
        'INDIRECT("A"&ROW())',
        'INDIRECT("A"&ROW(B1)+1)',
        'SEARCH("kapal",A1)',
        "FIND(CHAR(10),A1)",
        "VLOOKUP(A6,D:E,2,0)",
        "MATCH(A1&B1,C:C&D:D,0)",
        'COUNTIF(A:A,">"&B1)',
        'SUMIF(A:A,A1&"",B:B)',
        'IF(A1="","",A1&B1)',
        f"INDIRECT(A1)+{'1+' * 5000}1",
        "INDIRECT()&",
    ],
)
def test_functions_that_meet_their_cells_also_in_the_translation_are_not_found(formula: str) -> None:
    assert list(needing_text(formula)) == []

from __future__ import annotations

from tests.formats.odf_files import body, content, entry, package, span, style, styles
from tests.formats.office_files import members, places, rendered, texts
from translator.formats import ods

BOLD = style("T1", 'fo:font-weight="bold"')


def workbook(sheets: str, entries: str = "", **others: str) -> bytes:
    """A workbook of these sheets. others: more parts, by their names."""
    return package("spreadsheet", {"content.xml": content("spreadsheet", sheets, BOLD), **others}, entries)


def sheet(*rows: str, name: str = "Gudang") -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"


def cell(inner: str, type_: str = "string", attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="{type_}"{attributes}>{inner}</table:table-cell>'


def said(*lines: str) -> str:
    return "".join(f"<text:p>{line}</text:p>" for line in lines)


def sheets(data: bytes) -> str:
    return body(data, "spreadsheet")


def test_a_text_of_a_cell_has_the_place_of_its_cell_and_its_formats() -> None:
    rows = (
        row(cell(said("Barang")), '<table:table-cell table:number-columns-repeated="26"/>', cell(said("Jumlah"))),
        row('<table:table-cell table:number-columns-repeated="28"/>', attributes=' table:number-rows-repeated="3"'),
        row(cell(said(f"Beras {span('T1', 'merah')}", "Baris dua"))),
    )
    data = workbook(sheet(*rows) + sheet(row(cell(said("Lain"))), name="Lembar 2"))
    assert places(ods, data) == [
        ("Gudang!A1", "Barang"),
        ("Gudang!AB1", "Jumlah"),
        ("Gudang!A5", "Beras merah"),
        ("Gudang!A5", "Baris dua"),
        ("Lembar 2!A1", "Lain"),
    ]
    new = sheets(rendered(ods, data, {"Beras merah": "Rice red", "Baris dua": "Line two"}))
    assert said(f"Rice {span('T1', 'red')}", "Line two") in new


def test_numbers_dates_booleans_and_formulas_stay_byte_for_byte() -> None:
    kept = (
        cell(said("1.250,5"), "float", ' office:value="1250.5"'),
        cell(said("17 Agustus 2024"), "date", ' office:date-value="2024-08-17"'),
        cell(said("BENAR"), "boolean", ' office:boolean-value="true"'),
        cell(said("Rp 70"), "currency", ' office:value="70"'),
        cell(said("70 buah"), "float", ' table:formula="of:=SUM([.A1:.A2])" office:value="70"'),
    )
    data = workbook(sheet(row(*kept, cell(said("Beras")))))
    assert texts(ods, data) == ["Beras"]
    assert sheets(rendered(ods, data, {"Beras": "Rice"})) == sheet(row(*kept, cell(said("Rice"))))


def test_the_value_of_a_text_never_contradicts_what_is_shown() -> None:
    first = cell(said("Beras merah", "dan putih"), attributes=' office:string-value="Beras merah&#10;dan putih"')
    data = workbook(sheet(row(first)))
    new = sheets(rendered(ods, data, {"Beras merah": "Red rice", "dan putih": "and white"}))
    assert new == sheet(row(first.replace("Beras merah", "Red rice").replace("dan putih", "and white")))


def test_the_result_of_a_formula_repeats_a_cell_or_is_left() -> None:
    by_reference = cell(said("Beras"), attributes=' table:formula="of:=[.A1]" office:string-value="Beras"')
    literal = (
        ' table:formula="of:=IF([.A1]=&quot;Beras&quot;;&quot;Ya&quot;;&quot;Tidak&quot;)" office:string-value="Ya"'
    )
    joined = cell(said("BerasYa"), attributes=' table:formula="of:=[.A1]&amp;[.D1]"')
    by_literal = cell(said("Ya"), attributes=literal)
    data = workbook(sheet(row(cell(said("Beras")), by_reference, by_literal, cell(said("Ya")), joined)))
    document = ods.parse(data, "a")
    assert [segment.text for segment in document.segments] == ["Beras", "Ya"]
    assert document.notices == (
        "results of formulas were left, and the program computes them anew: 2",
        "formulas depend on the text of a cell, and stay as they are: Gudang!C1 ('Beras'), Gudang!C1 ('Ya')",
    )
    new = sheets(rendered(ods, data, {"Beras": "Rice", "Ya": "Yes"}))
    assert new == sheet(
        row(cell(said("Rice")), by_reference.replace("Beras", "Rice"), by_literal, cell(said("Yes")), joined)
    )


def test_rules_that_compare_with_the_text_of_a_cell_are_told() -> None:
    rules = (
        '<calcext:conditional-formats><calcext:conditional-format><calcext:condition calcext:value="=&quot;Ya&quot;"/>'
        "</calcext:conditional-format></calcext:conditional-formats>"
    )
    validation = '<table:content-validation table:condition="of:cell-content()=&quot;Ya&quot;"/>'
    data = workbook(validation + sheet(row(cell(said("Ya"))), rules))
    assert ods.parse(data, "a").notices == (
        "formulas depend on the text of a cell, and stay as they are: validation ('Ya'), Gudang, rule ('Ya')",
    )
    new = sheets(rendered(ods, data, {"Ya": "Yes"}))
    assert new == validation + sheet(row(cell(said("Yes"))), rules)


def test_a_validation_that_takes_its_list_from_cells_is_a_formula() -> None:
    validations = "".join(
        f'<table:content-validation table:condition="of:cell-content-is-in-list({cells})"/>'
        for cells in ("[.A1:.A5]", "INDIRECT(SUBSTITUTE([.A1];&quot; &quot;;&quot;_&quot;))")
    )
    data = workbook(validations + sheet(row(cell(said("Ya")))))
    document = ods.parse(data, "a")
    assert [segment.text for segment in document.segments] == ["Ya"]
    assert document.notices == ("formulas depend on the text of a cell, and stay as they are: validation (INDIRECT)",)


def test_what_repeats_a_cell_becomes_what_the_cell_becomes() -> None:
    ranges = (
        '<table:database-ranges><table:database-range table:name="Beras">'
        '<table:filter><table:filter-condition table:value="Beras" table:operator="="/></table:filter>'
        "</table:database-range></table:database-ranges><table:data-pilot-tables>"
        '<table:data-pilot-table table:name="Beras">'
        '<table:data-pilot-field table:source-field-name="Barang"><table:data-pilot-level><table:data-pilot-members>'
        '<table:data-pilot-member table:name="Beras"/></table:data-pilot-members></table:data-pilot-level>'
        "</table:data-pilot-field></table:data-pilot-table></table:data-pilot-tables>"
    )
    data = workbook(sheet(row(cell(said("Barang"))), row(cell(said("Beras"))), name="Beras") + ranges)
    assert texts(ods, data) == ["Barang", "Beras"]
    new = sheets(rendered(ods, data, {"Barang": "Goods", "Beras": "Rice"}))
    english = ranges.replace('value="Beras"', 'value="Rice"').replace('"Barang"', '"Goods"')
    english = english.replace('member table:name="Beras"', 'member table:name="Rice"')
    assert new == sheet(row(cell(said("Goods"))), row(cell(said("Rice"))), name="Beras") + english


def test_comments_validations_shapes_and_headers_are_translated() -> None:
    validation = (
        '<table:content-validations><table:content-validation table:name="v" table:condition="of:'
        'cell-content-is-in-list(&quot;Ya&quot;;&quot;Tidak&quot;)"><table:help-message table:title="Pilih">'
        "<text:p>Pilih satu.</text:p>"
        "</table:help-message></table:content-validation></table:content-validations>"
    )
    note = "<office:annotation><dc:creator>Sari</dc:creator><text:p>Hitung lagi.</text:p></office:annotation>"
    shape = "<table:shapes><draw:custom-shape><text:p>Panah</text:p></draw:custom-shape></table:shapes>"
    header = "<style:header><style:region-left><text:p>Daftar</text:p></style:region-left></style:header>"
    master = f'<style:master-page style:name="Default">{header}</style:master-page>'
    data = workbook(
        validation + sheet(shape, row(cell(note + said("Beras")), cell(note + said("3"), "float"))),
        **{"styles.xml": styles(masters=master)},
    )
    assert places(ods, data) == [
        ("validation", "Pilih satu."),
        ("validation", "Pilih"),
        ("validation", "Ya"),
        ("validation", "Tidak"),
        ("Gudang", "Panah"),
        ("Gudang!A1, comment", "Hitung lagi."),
        ("Gudang!A1", "Beras"),
        ("Gudang!B1, comment", "Hitung lagi."),
        ("header", "Daftar"),
    ]
    assert '&quot;Yes&quot;;&quot;No&quot;)"' in sheets(rendered(ods, data, {"Ya": "Yes", "Tidak": "No"}))


def test_a_chart_says_what_its_cells_say() -> None:
    cells = row(cell(said("Beras"))) + row(cell(said("Sendiri")))
    chart = content(
        "chart", f"<chart:chart><chart:title><text:p>Isi</text:p></chart:title>{sheet(cells)}</chart:chart>"
    )
    entries = entry("Object 1/", "application/vnd.oasis.opendocument.chart")
    data = workbook(sheet(row(cell(said("Beras")))), entries, **{"Object 1/content.xml": chart})
    assert places(ods, data) == [
        ("Gudang!A1", "Beras"),
        ("chart 1, paragraph 1", "Isi"),
        ("chart 1, paragraph 3", "Sendiri"),
    ]
    new = members(rendered(ods, data, {"Beras": "Rice", "Isi": "Stock", "Sendiri": "Own"}))["Object 1/content.xml"]
    assert new.decode() == chart.replace("Beras", "Rice").replace("Isi", "Stock").replace("Sendiri", "Own")

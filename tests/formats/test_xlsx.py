from __future__ import annotations

import pytest

from tests.formats.office_files import OFFICE, TYPE, members, package, part, places, rendered, texts, xml
from translator.errors import SourceError
from translator.formats import xlsx

RELATIONSHIPS = f"{OFFICE}package/2006/relationships"
KIND = f"{OFFICE}officeDocument/2006/relationships"


def workbook(strings: str, *sheets: str, **others: tuple[str, str]) -> bytes:
    """A workbook of these shared strings and sheets. others: for another part the end of its type and its content."""
    listed = "".join(f'<x:sheet name="Lembar {at}" sheetId="{at}" r:id="r{at}"/>' for at in range(1, len(sheets) + 1))
    targets = "".join(
        f'<Relationship Id="r{at}" Type="{KIND}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    targets += f'<Relationship Id="s" Type="{KIND}/sharedStrings" Target="sharedStrings.xml"/>'
    parts: dict[str, tuple[str, str | bytes]] = {
        "xl/workbook.xml": (
            f"{TYPE}spreadsheetml.sheet.main+xml",
            xml(f"<x:workbook><x:sheets>{listed}</x:sheets></x:workbook>"),
        ),
        "xl/_rels/workbook.xml.rels": ("", f'<Relationships xmlns="{RELATIONSHIPS}">{targets}</Relationships>'),
        "xl/sharedStrings.xml": (f"{TYPE}spreadsheetml.sharedStrings+xml", xml(f"<x:sst>{strings}</x:sst>")),
    }
    for at, content in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{at}.xml"] = (
            f"{TYPE}spreadsheetml.worksheet+xml",
            xml(f"<x:worksheet>{content}</x:worksheet>"),
        )
    for name, (type_, content) in others.items():
        parts[f"xl/{name}.xml"] = (f"{TYPE}{type_}+xml", xml(content))
    return package(parts)


def strings(*texts_: str) -> str:
    return "".join(f"<x:si><x:t>{text}</x:t></x:si>" for text in texts_)


def cells(*rows: str) -> str:
    return f"<x:sheetData>{''.join(rows)}</x:sheetData>"


def shared(reference: str, number: int) -> str:
    return f'<x:c r="{reference}" t="s"><x:v>{number}</x:v></x:c>'


def sheet(data: bytes, number: int = 1) -> str:
    return part(data, f"xl/worksheets/sheet{number}.xml").removeprefix("<x:worksheet>").removesuffix("</x:worksheet>")


def string_table(data: bytes) -> str:
    return part(data, "xl/sharedStrings.xml").removeprefix("<x:sst>").removesuffix("</x:sst>")


def test_shared_and_inline_strings_are_translated_and_their_first_cell_is_told() -> None:
    inline = '<x:c r="C3" t="inlineStr"><x:is><x:t>Di dalam</x:t></x:is></x:c>'
    data = workbook(strings("Kapal", "Tank"), cells(shared("A1", 1), inline), cells(shared("B4", 0), shared("B5", 0)))
    assert places(xlsx, data) == [("Lembar 1!C3", "Di dalam"), ("Lembar 2!B4", "Kapal"), ("Lembar 1!A1", "Tank")]
    assert rendered(xlsx, data) == data
    new = rendered(xlsx, data, {"Kapal": "Ship", "Tank": "Tank <1>", "Di dalam": " Inside"})
    assert string_table(new) == strings("Ship", "Tank &lt;1&gt;")
    assert sheet(new) == cells(shared("A1", 1), inline.replace(">Di dalam", ' xml:space="preserve"> Inside'))
    assert sheet(new, 2) == sheet(data, 2)


def test_rich_text_keeps_its_formats_and_phonetic_runs_stay() -> None:
    bold = "<x:r><x:rPr><x:b/></x:rPr><x:t>{}</x:t></x:r>"
    rich = '<x:si><x:r><x:t xml:space="preserve">Kapal </x:t></x:r>' + bold.format("perang") + "{}</x:si>"
    data = workbook(rich.format('<x:rPh sb="0" eb="1"><x:t>カ</x:t></x:rPh><x:phoneticPr fontId="1"/>'))
    assert texts(xlsx, data) == ["Kapal perang"]
    new = rendered(xlsx, data, {"Kapal perang": "Naval ship"})
    assert string_table(new) == string_table(data).replace("Kapal", "Naval").replace("perang", "ship")


def test_line_ends_in_a_cell_part_segments_and_stay() -> None:
    data = workbook('<x:si><x:t xml:space="preserve">Satu_x000D_\nDua\n\n tiga </x:t></x:si>')
    assert texts(xlsx, data) == ["Satu", "Dua", "tiga"]
    new = rendered(xlsx, data, {"Satu": "One", "Dua": "Two", "tiga": "three"})
    assert string_table(new) == '<x:si><x:t xml:space="preserve">One_x000D_\nTwo\n\n three </x:t></x:si>'


def test_formulas_numbers_dates_and_names_keep_their_bytes() -> None:
    content = cells(
        '<x:c r="A1"><x:f>IF(B1="Ya","Kapal",SUM(A2:A3))</x:f><x:v>5</x:v></x:c>',
        '<x:c r="A2" s="3"><x:v>45000</x:v></x:c><x:c r="A3" t="b"><x:v>1</x:v></x:c>',
        '<x:c r="A4" t="str"><x:f>"a"&amp;B1</x:f><x:v>Kapal</x:v></x:c>',
    )
    data = workbook(strings("Kapal", "Ya"), content)
    assert xlsx.parse(data, "a").notices == (
        "results of formulas were left, and the program computes them anew: 1",
        "formulas depend on the text of a cell, and stay as they are: Lembar 1!A1 ('Ya'), Lembar 1!A1 ('Kapal')",
    )
    new = rendered(xlsx, data, {"Kapal": "Ship", "Ya": "Yes"})
    assert sheet(new) == content
    assert part(new, "xl/workbook.xml") == part(data, "xl/workbook.xml")


def test_column_names_header_cells_and_structured_references_stay_equal() -> None:
    table = (
        '<x:table displayName="T"><x:autoFilter><x:filterColumn><x:filters><x:filter val="Kapal"/></x:filters>'
        '</x:filterColumn></x:autoFilter><x:tableColumns><x:tableColumn id="1" name="Nama" totalsRowLabel="Kapal"/>'
        '<x:tableColumn id="2" '
        'name="Jumlah &amp; satuan"><x:calculatedColumnFormula>T[[#This Row],[Nama]]</x:calculatedColumnFormula>'
        "</x:tableColumn></x:tableColumns></x:table>"
    )
    formula = '<x:c r="C1"><x:f>SUM(T[Jumlah &amp; satuan])+T[@Nama]+[1]Nama!A1</x:f></x:c>'
    data = workbook(
        strings("Nama", "Jumlah &amp; satuan", "Kapal"), cells(formula), **{"tables/t": ("spreadsheetml.table", table)}
    )
    new = rendered(xlsx, data, {"Nama": "Name", "Jumlah & satuan": "Number & <unit>", "Kapal": "Ship"})
    replaced = "Number &amp; &lt;unit&gt;"
    assert string_table(new) == strings("Name", replaced, "Ship")
    assert part(new, "xl/tables/t.xml") == table.replace("Nama", "Name").replace(
        "Jumlah &amp; satuan", replaced
    ).replace("Kapal", "Ship")
    assert sheet(new) == cells(formula.replace("Jumlah &amp; satuan", replaced).replace("@Nama", "@Name"))


def test_no_two_columns_of_a_table_get_one_name() -> None:
    columns = '<x:table><x:tableColumn name="{}"/><x:tableColumn name="{}"/><x:tableColumn name="{}"/></x:table>'
    data = workbook(
        strings("Jumlah", "Total", "Banyak"),
        **{"tables/t": ("spreadsheetml.table", columns.format("Jumlah", "Total", "Banyak"))},
    )
    new = rendered(xlsx, data, {"Jumlah": "Total", "Banyak": "total"})
    assert string_table(new) == strings("Total", "Total 2", "total 3")
    assert part(new, "xl/tables/t.xml") == columns.format("Total", "Total 2", "total 3")


def test_what_has_a_meaning_in_references_does_not_come_into_the_name_of_a_column() -> None:
    table = '<x:table><x:tableColumn name="Nama"/></x:table>'
    formula = '<x:c r="C1"><x:f>T[Nama]</x:f></x:c>'
    data = workbook(strings("Nama"), cells(formula), **{"tables/t": ("spreadsheetml.table", table)})
    new = rendered(xlsx, data, {"Nama": "Ship's [name]"})
    assert string_table(new) == strings("Ship’s name")
    assert part(new, "xl/tables/t.xml") == table.replace("Nama", "Ship’s name")
    assert sheet(new) == cells(formula.replace("Nama", "Ship’s name"))


def test_references_to_columns_in_defined_names_follow_the_columns() -> None:
    table = '<x:table><x:tableColumn name="Nama"/></x:table>'
    data = workbook(strings("Nama"), cells(), **{"tables/t": ("spreadsheetml.table", table)})
    old = "</x:sheets>"
    named = '</x:sheets><x:definedNames><x:definedName name="Nama">T[{}]</x:definedName></x:definedNames>'
    parts: dict[str, tuple[str, str | bytes]] = {}
    types = {"xl/workbook.xml": "sheet.main", "xl/sharedStrings.xml": "sharedStrings", "xl/tables/t.xml": "table"}
    for name, content in members(data).items():
        type_ = f"{TYPE}spreadsheetml.{types[name]}+xml" if name in types else ""
        parts[name] = (type_, content.decode().replace(old, named.format("Nama")))
    del parts["[Content_Types].xml"]
    new = rendered(xlsx, package(parts), {"Nama": "Name"})
    assert named.format("Name") in part(new, "xl/workbook.xml")


def test_validations_show_english_and_their_lists_equal_the_cells() -> None:
    validation = (
        '<x:dataValidations><x:dataValidation type="list" promptTitle="{}" prompt="{}" error="{}" sqref="A1">'
        "<x:formula1>{}</x:formula1></x:dataValidation></x:dataValidations>"
    )
    data = workbook(
        strings("Ya"),
        cells() + validation.format("Pilih", "Pilih satu", "Salah &quot;pilih&quot;", '"Ya,Tidak, Mungkin"'),
    )
    assert texts(xlsx, data) == ["Ya", "Pilih", "Pilih satu", 'Salah "pilih"', "Ya", "Tidak", "Mungkin"]
    table = {"Ya": "Yes", "Tidak": "No, never", "Mungkin": "Maybe", "Pilih": "c" * 40, 'Salah "pilih"': '"No"'}
    assert sheet(rendered(xlsx, data, table)) == cells() + validation.format(
        "c" * 32, "Pilih satu", "&quot;No&quot;", '"Yes,No never, Maybe"'
    )


def test_prompts_of_validations_that_ask_another_sheet_are_translated() -> None:
    validation = '<x14:dataValidation type="list" promptTitle="Pilih"><x14:formula1><xm:f>B!A1:A3</xm:f></x14:formula1>'
    content = (
        f"{cells()}<x:extLst><x14:dataValidations>{validation}</x14:dataValidation></x14:dataValidations></x:extLst>"
    )
    data = workbook(strings("Ya"), content)
    assert sheet(rendered(xlsx, data, {"Pilih": "Choose"})) == content.replace("Pilih", "Choose")


def test_headers_and_footers_keep_their_codes() -> None:
    header = '&amp;L&amp;"Arial,Bold"&amp;12Laporan &amp;&amp; data&amp;CHal &amp;P dari &amp;N'
    content = f"<x:headerFooter><x:oddHeader>{header}</x:oddHeader></x:headerFooter>"
    data = workbook("", cells() + content)
    assert texts(xlsx, data) == ["Laporan", "data", "Hal 1 dari 2"]
    new = rendered(xlsx, data, {"Laporan": "R&D report", "Hal 1 dari 2": "Of 2 pages, page 1"})
    assert sheet(new) == cells() + content.replace("Laporan", "RD report").replace(
        "Hal &amp;P dari &amp;N", "Of &amp;N pages, page &amp;P"
    )


def test_comments_shapes_tooltips_and_properties_are_translated() -> None:
    data = workbook(
        strings("Kapal"),
        cells(shared("A1", 0)) + '<x:hyperlinks><x:hyperlink ref="A1" display="Kapal" tooltip="Buka"/></x:hyperlinks>',
        comments1=(
            "spreadsheetml.comments",
            '<x:comments><x:authors><x:author>Budi</x:author></x:authors><x:commentList><x:comment ref="A1">'
            "<x:text><x:r><x:t>Periksa</x:t></x:r></x:text></x:comment></x:commentList></x:comments>",
        ),
        **{
            "drawings/drawing1": (
                "drawing",
                '<xdr:wsDr><xdr:sp><xdr:cNvPr id="1" name="x" descr="Panah"/><xdr:txBody><a:p><a:r><a:t>Bentuk'
                "</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>",
            )
        },
    )
    assert places(xlsx, data) == [
        ("Lembar 1!A1", "Kapal"),
        ("Lembar 1", "Buka"),
        ("comment A1", "Periksa"),
        ("drawing", "Panah"),
        ("drawing", "Bentuk"),
    ]
    table = {"Kapal": "Ship", "Periksa": "Check", "Panah": "Arrow", "Bentuk": "Shape", "Buka": "Open"}
    new = rendered(xlsx, data, table)
    assert "<x:t>Check</x:t>" in part(new, "xl/comments1.xml")
    assert 'descr="Arrow"' in part(new, "xl/drawings/drawing1.xml")
    assert "<a:t>Shape</a:t>" in part(new, "xl/drawings/drawing1.xml")
    assert 'display="Ship" tooltip="Open"' in sheet(new)


def test_the_cache_of_a_chart_equals_its_cells() -> None:
    chart = (
        "<c:chartSpace><c:title><a:p><a:r><a:t>Judul</a:t></a:r></a:p></c:title><c:ser><c:tx><c:strRef><c:strCache>"
        '<c:pt idx="0"><c:v>Kapal</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strCache><c:pt idx="0"><c:v>Tank'
        "</c:v></c:pt></c:strCache></c:cat><c:val><c:numCache><c:pt><c:v>3</c:v></c:pt></c:numCache></c:val></c:ser>"
        "<c:ser><c:tx><c:v>Rudal</c:v></c:tx></c:ser></c:chartSpace>"
    )
    data = workbook(strings("Kapal"), cells(shared("A1", 0)), **{"charts/chart1": ("drawingml.chart", chart)})
    assert texts(xlsx, data) == ["Kapal", "Judul", "Rudal"]
    new = rendered(xlsx, data, {"Kapal": "Ship", "Judul": "Title", "Tank": "Other", "Rudal": "Missile"})
    assert part(new, "xl/charts/chart1.xml") == chart.replace("Kapal", "Ship").replace("Judul", "Title").replace(
        "Rudal", "Missile"
    )


def test_a_chart_of_the_new_form_has_names_of_cells_and_of_its_own() -> None:
    chart = (
        "<cx:chartSpace><cx:strDim><cx:f>A</cx:f><cx:lvl><cx:pt>Kapal</cx:pt></cx:lvl></cx:strDim><cx:tx><cx:txData>"
        "<cx:f>B</cx:f><cx:v>Kapal</cx:v></cx:txData></cx:tx><cx:tx><cx:txData><cx:v>Rudal</cx:v></cx:txData></cx:tx>"
        "</cx:chartSpace>"
    )
    parts = {"charts/chartEx1": ("ms-office.chartex", chart)}
    data = workbook(strings("Kapal"), cells(shared("A1", 0)), **parts)
    assert texts(xlsx, data) == ["Kapal", "Rudal"]
    new = rendered(xlsx, data, {"Kapal": "Ship", "Rudal": "Missile"})
    assert part(new, "xl/charts/chartEx1.xml") == chart.replace("Kapal", "Ship").replace("Rudal", "Missile")


def test_a_pivot_cache_equals_its_cells() -> None:
    field = '<x:cacheField name="Jenis"><x:sharedItems><x:s v="Kapal"/></x:sharedItems></x:cacheField>'
    cache = f"<x:pivotCacheDefinition>{field}</x:pivotCacheDefinition>"
    slicer = '<x14:slicerCacheDefinition name="Slicer_Jenis" sourceName="Jenis"/>'
    table = '<x:pivotTableDefinition name="P1" grandTotalCaption="Semua">{}</x:pivotTableDefinition>'.format(
        '<x:pivotFields><x:pivotField name="Kapal"/></x:pivotFields><x:dataFields><x:dataField name="Jenis "/>'
        "</x:dataFields>"
    )
    shown = '<x14:slicers><x14:slicer name="Jenis" caption="Jenis"/></x14:slicers>'
    parts = {
        "pivotCache/p1": ("spreadsheetml.pivotCacheDefinition", cache),
        "pivotTables/t1": ("spreadsheetml.pivotTable", table),
        "slicerCaches/s1": ("ms-excel.slicerCache", slicer),
        "slicers/s1": ("ms-excel.slicer", shown),
    }
    data = workbook(strings("Jenis", "Kapal", "Semua"), **parts)
    assert texts(xlsx, data) == ["Jenis", "Kapal", "Semua"]
    new = rendered(xlsx, data, {"Jenis": "Kind", "Kapal": "Ship", "Semua": "All"})
    assert part(new, "xl/pivotTables/t1.xml") == table.replace("Jenis", "Kind").replace("Kapal", "Ship").replace(
        "Semua", "All"
    )
    assert part(new, "xl/slicers/s1.xml") == shown.replace('caption="Jenis"', 'caption="Kind"')
    assert part(new, "xl/pivotCache/p1.xml") == cache.replace("Jenis", "Kind").replace("Kapal", "Ship")
    assert part(new, "xl/slicerCaches/s1.xml") == slicer.replace('"Jenis"', '"Kind"')


def test_a_string_that_begins_like_a_formula_stays_a_string() -> None:
    data = workbook(strings("Sama dengan"), cells(shared("A1", 0)))
    new = rendered(xlsx, data, {"Sama dengan": "=1+1"})
    assert string_table(new) == strings("=1+1")
    assert sheet(new) == cells(shared("A1", 0))


def test_no_cell_gets_more_characters_than_a_cell_may_have() -> None:
    new = rendered(xlsx, workbook(strings("Kapal")), {"Kapal": "a" * 40_000})
    assert string_table(new) == strings("a" * 32_767)


def test_a_sheet_that_is_damaged_is_told_with_its_name() -> None:
    data = workbook("", cells())
    content = members(data)["xl/worksheets/sheet1.xml"].replace(b"</x:sheetData>", b"")
    parts: dict[str, tuple[str, str | bytes]] = {
        "xl/workbook.xml": (f"{TYPE}spreadsheetml.sheet.main+xml", members(data)["xl/workbook.xml"]),
        "xl/_rels/workbook.xml.rels": ("", members(data)["xl/_rels/workbook.xml.rels"]),
        "xl/worksheets/sheet1.xml": ("", content),
    }
    with pytest.raises(SourceError, match=r"a, xl/worksheets/sheet1\.xml: not well-formed XML: mismatched tag"):
        xlsx.parse(package(parts), "a")

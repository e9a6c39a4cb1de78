from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.office_files import (
    PROPERTIES,
    TYPE,
    members,
    numbered,
    package,
    part,
    places,
    rendered,
    reversed_words,
    structure,
    texts,
    xml,
)  # fmt: skip
from translator.errors import SourceError
from translator.formats import docx
from translator.formats.base import Reading

MAIN = f"{TYPE}wordprocessingml.document.main+xml"
WORKBOOK = f"{TYPE}spreadsheetml.sheet.main+xml"
BROKEN = "a, word/document.xml: not well-formed XML:"
FREE = frozenset({"w:r", "w:t", "w:rPr", "w:b", "w:i", "w:proofErr", "w:lang", "w:noBreakHyphen", "w:softHyphen"})


def document(body: str, **others: tuple[str, str]) -> bytes:
    """A Word file with this body. others: for the name of another part, the end of its type and its content."""
    parts: dict[str, tuple[str, str | bytes]] = {
        "word/document.xml": (MAIN, xml(f"<w:document><w:body>{body}<w:sectPr/></w:body></w:document>"))
    }
    for name, (type_, content) in others.items():
        parts[f"word/{name}.xml"] = (f"{TYPE}{type_}+xml", xml(content))
    return package(parts)


def run(text: str, properties: str = "") -> str:
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    space = "" if text.strip() == text else ' xml:space="preserve"'
    return f"<w:r>{formatted}<w:t{space}>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def field(code: str, result: str) -> str:
    parts = ["begin", code, "separate", result, "end"]
    for at in (0, 2, 4):
        parts[at] = f'<w:r><w:fldChar w:fldCharType="{parts[at]}"/></w:r>'
    parts[1] = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return "".join(parts)


RAISED = '<w:vertAlign w:val="superscript"/>'


def body(data: bytes) -> str:
    return (
        part(data, "word/document.xml")
        .removeprefix("<w:document><w:body>")
        .removesuffix("<w:sectPr/></w:body></w:document>")
    )


def one(content: str, table: dict[str, str]) -> str:
    """What becomes of the runs of the only paragraph."""
    return body(rendered(docx, document(paragraph(content)), table)).removeprefix("<w:p>").removesuffix("</w:p>")


B = "<w:b/>"


def test_runs_that_look_alike_are_one_text_and_one_run() -> None:
    cut = (
        '<w:proofErr w:type="spellStart"/><w:r w:rsidR="1"><w:rPr><w:sz w:val="24"/></w:rPr><w:t>Ka</w:t></w:r>'
        '<w:r><w:rPr><w:lang w:val="id-ID"/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">pal itu </w:t></w:r>'
        '<w:r><w:rPr><w:sz w:val="24"/><w:noProof/></w:rPr><w:t>tiba.</w:t></w:r>'
    )
    data = document(paragraph(cut))
    assert places(docx, data) == [("paragraph 1", "Kapal itu tiba.")]
    assert rendered(docx, data) == data
    assert one(cut, {"Kapal itu tiba.": "The ship arrived."}) == (
        '<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t>The ship arrived.</w:t></w:r>'
    )


def test_bold_travels_with_its_words_and_a_footnote_in_it_reopens_it() -> None:
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    content = run("Kapal ") + run("perang", B) + note + run(" besar", B) + run(" itu tiba.")
    assert one(content, {"Kapal perang besar itu tiba.": "That warship big now came."}) == (
        run("That ") + f"<w:r><w:rPr>{B}</w:rPr><w:t>warship</w:t></w:r>" + note + run(" big", B) + run(" now came.")
    )


def test_blanks_at_the_borders_of_runs_are_neither_added_nor_lost() -> None:
    content = run("Kapal ") + run("perang", B) + run(" ") + run("itu", B) + run(" tiba. ")
    data = document(paragraph(content))
    assert texts(docx, data) == ["Kapal perang itu tiba."]
    assert (
        re.sub("<[^>]*>", "", one(content, {"Kapal perang itu tiba.": "Ship war that came."})) == "Ship war that came. "
    )


def test_a_text_without_the_word_preserve_has_no_outer_blanks() -> None:
    assert texts(docx, document(paragraph("<w:r><w:t>\n  Kapal\n</w:t></w:r>", run(" itu")))) == ["Kapal itu"]


def test_headers_footers_notes_and_comments_are_translated() -> None:
    data = document(
        paragraph(run("Isi")),
        header1=("wordprocessingml.header", f"<w:hdr>{paragraph(run('Kepala satu'))}</w:hdr>"),
        header2=("wordprocessingml.header", f"<w:hdr>{paragraph(run('Kepala dua'))}</w:hdr>"),
        footer1=("wordprocessingml.footer", f"<w:ftr>{paragraph(run('Kaki'))}</w:ftr>"),
        footnotes=(
            "wordprocessingml.footnotes",
            "<w:footnotes><w:footnote w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id='1'>"
            f"{paragraph('<w:r><w:footnoteRef/></w:r>', run(' Catatan'))}</w:footnote></w:footnotes>",
        ),
        endnotes=("wordprocessingml.endnotes", f"<w:endnotes>{paragraph(run('Akhir'))}</w:endnotes>"),
        comments=(
            "wordprocessingml.comments",
            f"<w:comments><w:comment w:author='Budi'>{paragraph(run('Komentar'))}</w:comment></w:comments>",
        ),
    )
    assert places(docx, data) == [
        ("paragraph 1", "Isi"),
        ("header 1, paragraph 1", "Kepala satu"),
        ("header 2, paragraph 1", "Kepala dua"),
        ("footer, paragraph 1", "Kaki"),
        ("footnotes, paragraph 2", "Catatan"),
        ("endnotes, paragraph 1", "Akhir"),
        ("comments, paragraph 1", "Komentar"),
    ]
    new = rendered(docx, data, {"Catatan": "A note"})
    assert [name for name in members(data) if members(data)[name] != members(new)[name]] == ["word/footnotes.xml"]
    assert '<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> A note</w:t></w:r>' in part(new, "word/footnotes.xml")


def test_nested_tables_text_boxes_and_content_controls_are_translated_in_their_places() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
        + paragraph(run("Kotak teks"))
        + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
        + paragraph(run("Kotak teks"))
        + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Sel dalam'))}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{run('kendali')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{paragraph(run('Blok'))}</w:sdtContent></w:sdt>"
    data = document(
        paragraph(run("Luar "), box, run(" lagi"))
        + f"<w:tbl><w:tr><w:tc>{table}{paragraph(run('Sel'))}</w:tc></w:tr></w:tbl>"
        + paragraph(run("Isi "), control)
        + block
    )
    assert texts(docx, data) == ["Luar lagi", "Kotak teks", "Sel dalam", "Sel", "Isi kendali", "Blok"]
    table_of = {
        "Luar lagi": "Outer again",
        "Kotak teks": "Text box",
        "Sel dalam": "Inner",
        "Isi kendali": "Fill control",
    }
    assert body(rendered(docx, data, table_of)) == body(
        document(
            paragraph(run("Outer "), box.replace("Kotak teks", "Text box"), run(" again"))
            + f"<w:tbl><w:tr><w:tc>{table.replace('Sel dalam', 'Inner')}{paragraph(run('Sel'))}</w:tc></w:tr></w:tbl>"
            + paragraph(run("Fill "), control.replace("kendali", "control"))
            + block
        )
    )


def test_the_form_of_a_text_box_for_older_programs_shares_segments_only_where_it_says_the_same() -> None:
    def box(choice: str, fallback: str) -> str:
        forms = f"<mc:Choice Requires='wps'>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
        return paragraph(f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>")

    bold = paragraph(run("Kotak "), run("teks", B))
    data = document(paragraph(run("Kotak teks")) + box(bold, bold) + box(bold, paragraph(run("Kotak teks"))))
    assert texts(docx, data) == ["Kotak teks", "Kotak teks", "Kotak teks", "Kotak teks"]
    new = body(rendered(docx, data, {"Kotak teks": "Text box"}))
    assert new == body(data).replace("Kotak ", "Text ").replace("teks", "box")


def control(kind: str, items: str, shown: str) -> str:
    return f"<w:sdt><w:sdtPr><w:{kind}>{items}</w:{kind}></w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>"


ITEMS = '<w:listItem w:displayText="Kapal" w:value="kapal"/><w:listItem w:displayText="Rudal" w:value="Rudal"/>'


@pytest.mark.parametrize("kind", ["dropDownList", "comboBox"])
def test_the_items_of_a_list_are_translated_and_the_chosen_one_has_the_segment_of_its_item(kind: str) -> None:
    alone = paragraph(control(kind, ITEMS, run("Kapal"))) + control(kind, ITEMS, paragraph(run("Kapal")))
    assert texts(docx, document(alone)) == ["Kapal", "Rudal", "Kapal", "Rudal"]
    assert body(rendered(docx, document(alone), {"Kapal": "Ship"})) == alone.replace("Kapal", "Ship")


@pytest.mark.parametrize("kind", ["dropDownList", "comboBox"])
def test_a_chosen_item_among_other_words_is_no_part_of_their_sentence(kind: str) -> None:
    among = paragraph(run("Barang: "), control(kind, ITEMS, run("Kapal", B)), run(" tiba"))
    assert texts(docx, document(among)) == ["Barang:", "tiba", "Kapal", "Rudal"]
    new = body(rendered(docx, document(among), {"Barang:": "Goods:", "Kapal": "Ship", "tiba": "arrived"}))
    assert new == among.replace("Barang", "Goods").replace("Kapal", "Ship").replace("tiba", "arrived")


def test_a_choice_that_is_no_item_or_has_formats_within_is_a_segment_of_its_own() -> None:
    prompt = control("dropDownList", ITEMS, run("Pilih"))
    mixed = control("dropDownList", ITEMS, run("Ka") + run("pal", B))
    data = document(paragraph(run("Barang: "), prompt, mixed))
    assert texts(docx, data) == ["Barang:", "Kapal", "Rudal", "Pilih", "Kapal", "Rudal", "Kapal"]
    assert rendered(docx, data) == data


def test_a_field_that_the_edge_of_a_choice_cuts_hides_no_text_behind_it() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    data = document(paragraph(control("dropDownList", ITEMS, begin + run("Kapal"))) + paragraph(run("Perahu")))
    assert texts(docx, data) == ["Kapal", "Rudal", "Perahu"]
    assert rendered(docx, data) == data


def test_a_text_control_is_part_of_its_sentence() -> None:
    inner = paragraph(run("Barang "), control("text", "", run("kapal")))
    assert texts(docx, document(inner)) == ["Barang kapal"]


def test_the_lists_and_hints_of_forms_in_the_old_way_are_translated() -> None:
    hints = '<w:statusText w:val="Pilih satu"/><w:helpText w:val="Bantuan"/>'
    form = f'<w:ffData><w:name w:val="Daftar"/>{hints}<w:ddList><w:listEntry w:val="Kapal"/></w:ddList></w:ffData>'
    data = document(paragraph(f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'))
    assert texts(docx, data) == ["Pilih satu", "Bantuan", "Kapal"]
    new = body(rendered(docx, data, {"Kapal": "Ship", "Pilih satu": "O" * 300, "Bantuan": "H" * 300}))
    assert new == body(data).replace("Kapal", "Ship").replace("Pilih satu", "O" * 140).replace("Bantuan", "H" * 256)


def test_building_blocks_are_told() -> None:
    blocks = f"{TYPE}wordprocessingml.document.glossary+xml"
    content = xml("<w:document><w:body/></w:document>")
    data = package({"word/document.xml": (MAIN, content), "word/glossary/document.xml": (blocks, content)})
    assert docx.parse(data, "a").notices == ("building blocks, which Word offers to put in, were left",)


def test_alternative_texts_and_tooltips_are_translated_also_inside_what_is_written_anew() -> None:
    picture = '<wp:docPr id="1" name="Gambar 1" descr="Peta \'utara\' &amp; selatan"/>'
    drawing = f"<w:r><w:drawing><wp:inline>{picture}</wp:inline></w:drawing></w:r>"
    data = document(paragraph(run("Lihat "), drawing, run(" ini")))
    assert texts(docx, data) == ["Lihat ini", "Peta 'utara' & selatan"]
    new = body(rendered(docx, data, {"Lihat ini": "See this", "Peta 'utara' & selatan": 'A "map" & <more>'}))
    assert drawing.replace("Peta 'utara' &amp; selatan", "A &quot;map&quot; &amp; &lt;more&gt;") in new
    assert re.sub("<[^>]*>", "", new) == "See  this"
    link = '<w:hyperlink r:id="r1" w:tooltip="Buka peta">' + run("peta") + "</w:hyperlink>"
    assert one(link, {"peta": "map", "Buka peta": "Open map"}) == (
        '<w:hyperlink r:id="r1" w:tooltip="Open map"><w:r><w:t>map</w:t></w:r></w:hyperlink>'
    )


def test_what_is_told_of_one_drawing_in_two_forms_has_one_segment() -> None:
    def box(text: str) -> str:
        choice = f'<w:drawing><wp:anchor><wp:docPr id="1" descr="{text}"/></wp:anchor></w:drawing>'
        forms = f'<mc:Choice>{choice}</mc:Choice><mc:Fallback><w:pict><v:shape alt="{text}"/></w:pict></mc:Fallback>'
        return paragraph(f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>")

    def picture(text: str) -> str:
        inner = f'<wp:docPr id="1" descr="{text}"/><pic:pic><pic:cNvPr id="1" descr="{text}"/></pic:pic>'
        return paragraph(f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>")

    data = document(box("Peta") + box("Peta") + picture("Kapal") + picture("Kapal"))
    assert texts(docx, data) == ["Peta", "Peta", "Kapal", "Kapal"]
    new = body(docx.render(numbered(docx.parse(data, "a"))))
    assert re.findall(r'(?:descr|alt)="([^"]*)"', new) == ["0", "0", "1", "1", "2", "2", "3", "3"]


def test_insertions_are_translated_in_place_and_deletions_are_kept() -> None:
    deletion = '<w:del w:id="2"><w:r><w:delText>lama</w:delText></w:r></w:del>'
    content = run("Kapal ") + f'<w:ins w:id="1">{run("baru")}</w:ins>' + deletion + run(" tiba")
    assert one(content, {"Kapal baru tiba": "Ship new arrived"}) == (
        run("Ship ") + '<w:ins w:id="1"><w:r><w:t>new</w:t></w:r></w:ins>' + deletion + run(" arrived")
    )


def test_an_inserted_blank_parts_words() -> None:
    content = run("Kapal") + f'<w:ins w:id="1">{run(" ")}</w:ins>' + run("tiba")
    assert texts(docx, document(paragraph(content))) == ["Kapal tiba"]
    new = one(content, {"Kapal tiba": "Ship arrived"})
    assert '<w:ins w:id="1"></w:ins>' in new
    assert re.sub("<[^>]*>", "", new) == "Ship arrived"


@pytest.mark.parametrize("code", ["PAGE", "REF _Ref1 \\h", "SEQ Tabel", "DATE", "CITE x", " NUMPAGES "])
def test_fields_that_word_computes_stay(code: str) -> None:
    content = run("Lihat ") + field(code, run("hasil lama")) + run(" di sini")
    assert texts(docx, document(paragraph(content))) == ["Lihat di sini"]
    assert field(code, run("hasil lama")) in one(content, {"Lihat di sini": "See here now"})


def test_a_number_that_word_computes_is_a_word_of_the_sentence() -> None:
    content = run("Tabel ") + field("SEQ Tabel", run("3")) + run(": Daftar kapal")
    assert texts(docx, document(paragraph(content))) == ["Tabel 3: Daftar kapal"]
    new = one(content, {"Tabel 3: Daftar kapal": "Table 3: List of ships"})
    assert new == run("Table ") + field("SEQ Tabel", run("3")) + "<w:r><w:t>: List of ships</w:t></w:r>"


def test_a_number_that_word_computes_takes_the_place_of_its_english() -> None:
    time, page = field("TIME", run("09.30")), field("PAGEREF x", run("2"))
    content = run("Dibuka pukul ") + time + run(" pada halaman ") + page
    table = {"Dibuka pukul 09.30 pada halaman 2": "Opened at 9:30 on page two"}
    assert one(content, table) == run("Opened at ") + time + run(" on page ") + page


def test_results_of_fields_that_say_something_in_words_are_counted() -> None:
    letter = field("DOCPROPERTY Jenis", run("surat ") + run("perintah"))
    name = '<w:fldSimple w:instr="MERGEFIELD x">' + run("kepala kantor") + "</w:fldSimple>"
    content = run("Ini ") + letter + name + field("PAGE", run("3")) + field("AUTHOR", run("Prasetyo")) + run(" kami")
    notice = "fields that say something in words were left: 2"
    assert docx.parse(document(paragraph(content)), "a").notices == (notice,)


def test_simple_fields_stay_or_stand_around_their_text() -> None:
    page = f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>'
    link = f'<w:fldSimple w:instr="HYPERLINK x">{run("peta")}</w:fldSimple>'
    new = one(run("Hal ") + page + run(" dan ") + link, {"Hal 7 dan peta": "Page 7 and map"})
    assert new == run("Page ") + page + run(" and ") + link.replace("peta", "map")


def test_the_text_of_links_and_contents_is_translated() -> None:
    link = field('HYPERLINK "http://a"', run("peta laut"))
    content = run("Buka ") + link + run(" ini")
    new = one(content, {"Buka peta laut ini": "Open sea map this"})
    assert new == run("Open ") + link.replace("peta laut", "sea map") + run(" this")


def test_the_tooltip_in_the_code_of_a_link_is_translated_and_its_address_is_not() -> None:
    code = ' HYPERLINK "http://a/\\o" \\o "Petunjuk" \\t "_blank" '
    spelt = code.replace('"', "&quot;")
    simple = f"<w:fldSimple w:instr='{spelt}'>{run('perang')}</w:fldSimple>"
    contents = field(' TOC \\o "1-3" ', run("Bab"))
    data = document(paragraph(run("Kapal "), field(code, run("itu"))) + paragraph(simple) + paragraph(contents))
    assert texts(docx, data) == ["Kapal itu", "Petunjuk", "perang", "Petunjuk", "Bab"]
    new = body(rendered(docx, data, {"Kapal itu": "Ship that", "perang": "war", "Petunjuk": 'A "hint"'}))
    said = body(data).replace("Kapal itu", "Ship that").replace("perang", "war").replace("Petunjuk", "A hint")
    assert new == said.replace("Kapal", "Ship").replace("itu", "that")


@pytest.mark.parametrize("cut", [' HYPERLINK "a" |\\o "Peta laut" ', ' HYPERLINK "a" \\o "Peta| |laut" \\t "b"'])
def test_a_tooltip_in_a_code_that_is_cut_to_pieces_is_translated(cut: str) -> None:
    pieces = '</w:instrText></w:r><w:r><w:instrText xml:space="preserve">'
    data = document(paragraph(field(cut.replace("|", pieces), run("itu"))))
    assert texts(docx, data) == ["itu", "Peta laut"]
    assert rendered(docx, data) == data
    codes = re.findall(r"<w:instrText[^>]*>([^<]*)<", body(rendered(docx, data, {"Peta laut": "Sea map"})))
    first, *others = codes
    assert first.rstrip() == cut.replace("|", "").replace("Peta laut", "Sea map").rstrip()
    assert set(others) == {""}


def test_a_code_with_a_field_in_it_is_left() -> None:
    page = field(" PAGE ", "3")
    data = document(paragraph(run("Baca "), field(' HYPERLINK "a" \\o "Hal. |"', run("itu")).replace("|", page)))
    assert "Hal." not in "".join(texts(docx, data))


def test_a_field_across_paragraphs_survives_and_what_stands_in_it_is_translated() -> None:
    begin, rest = field("TOC \\o", "|").split("|")
    entry = '<w:hyperlink w:anchor="a">' + run("Bab satu") + "<w:r><w:tab/></w:r>" + field("PAGEREF a", run("5"))
    data = document(
        paragraph(begin, entry, "</w:hyperlink>") + paragraph(run("Bab dua")) + paragraph(rest, run("Sesudah"))
    )
    assert texts(docx, data) == ["Bab satu", "Bab dua", "Sesudah"]
    new = body(rendered(docx, data, {"Bab satu": "Part one", "Bab dua": "Part two", "Sesudah": "After"}))
    assert begin in new
    assert new.index(begin) < new.index("Part one") < new.index("PAGEREF") < new.index("Part two") < new.rindex(rest)


def test_the_result_of_a_computed_field_across_paragraphs_is_left() -> None:
    begin, rest = field("BIBLIOGRAPHY", "|").split("|")
    data = document(paragraph(begin, run("Sumber satu")) + paragraph(run("Sumber dua"), rest, run(" Sesudah")))
    assert texts(docx, data) == ["Sesudah"]


def frame(content: str, kind: str = "drop") -> str:
    head = f'<w:pPr><w:framePr w:dropCap="{kind}" w:lines="3"/><w:rPr><w:lang w:val="en-US"/></w:rPr></w:pPr>'
    return f"<w:p>{head}{content}</w:p>"


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_the_letter_in_the_frame_of_a_drop_cap_is_the_first_of_its_paragraph(kind: str) -> None:
    big = '<w:sz w:val="118"/>'
    second = f"<w:p><w:pPr><w:keepNext/></w:pPr>{run('apal itu')}<w:r><w:tab/></w:r>{run('tiba')}</w:p>"
    data = document(frame(run("K", big), kind) + second + paragraph(run("Lagi")))
    assert texts(docx, data) == ["Kapal itu", "tiba", "Lagi"]
    assert rendered(docx, data) == data
    new = body(rendered(docx, data, {"Kapal itu": "That ship", "tiba": "arrived"}))
    expected = second.replace("apal itu", "hat ship").replace("tiba", "arrived")
    assert new == frame(run("T", big), kind) + expected + paragraph(run("Lagi"))
    assert body(rendered(docx, data, {"tiba": "came"})) == body(data).replace("tiba", "came")


def test_a_mark_before_the_letter_of_a_drop_cap_stays_whole_behind_the_frame() -> None:
    link = f'<w:hyperlink r:id="r1">{run("apal")}</w:hyperlink>'
    data = document(frame(run("“K")) + paragraph(link, run(" itu”")))
    assert texts(docx, data) == ["“Kapal itu”"]
    for target in ("“That ship”", "“", "K", "…", "Dia kapal"):
        new = body(rendered(docx, data, {"“Kapal itu”": target}))
        assert "".join(re.findall("<w:t[^>]*>([^<]*)</w:t>", new)) == target
        assert [new.count(name) for name in ("<w:p>", "</w:p>", "<w:hyperlink", "</w:hyperlink>")] == [2, 2, 1, 1]
    whatever = reversed_words(docx.parse(data, "a"))
    assert structure(members(docx.render(whatever))["word/document.xml"], FREE) == structure(
        members(data)["word/document.xml"], FREE
    )


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        (frame(run("Kapal")) + paragraph(run("itu")), ["Kapal", "itu"]),
        (frame(run("K") + "<w:r><w:drawing/></w:r>") + paragraph(run("apal")), ["K", "apal"]),
        (frame(run("K")) + paragraph(), ["K"]),
        (frame(run("K")) + f"<w:tbl><w:tr><w:tc>{paragraph(run('apal'))}</w:tc></w:tr></w:tbl>", ["K", "apal"]),
        (frame(run("K")) + frame(run("L")) + paragraph(run("apal")), ["K", "Lapal"]),
        (frame(run("K")), ["K"]),
    ],
)
def test_a_frame_that_holds_no_letter_of_the_next_paragraph_is_a_paragraph(inner: str, found: list[str]) -> None:
    data = document(inner)
    assert texts(docx, data) == found
    assert rendered(docx, data) == data
    new = rendered(docx, data, dict.fromkeys(found, "Ship that came"))
    assert body(new).count("</w:p>") == body(data).count("</w:p>")


def test_text_beside_a_field_in_one_run_is_translated() -> None:
    content = (
        '<w:r><w:t xml:space="preserve">Halaman </w:t><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/><w:t>4</w:t>'
        '<w:fldChar w:fldCharType="end"/><w:t xml:space="preserve"> dari buku</w:t></w:r>'
    )
    new = one(content, {"Halaman 4 dari buku": "Page 4 of book"})
    assert new == run("Page ") + field("PAGE", run("4")) + run(" of book")


def test_hyphens_never_cut_a_word() -> None:
    content = "<w:r><w:t>kapal</w:t><w:noBreakHyphen/><w:t>kapal pe</w:t><w:softHyphen/><w:t>rang</w:t></w:r>"
    (segment,) = docx.parse(document(paragraph(content)), "a").segments
    assert (segment.text, segment.marks) == ("kapal-kapal perang", ())


def test_tabs_and_breaks_part_segments_and_count_as_before() -> None:
    content = "<w:r><w:t>Satu</w:t><w:tab/><w:t>dua</w:t><w:br/><w:t>tiga</w:t><w:cr/><w:ptab/></w:r>"
    new = one(content, {"Satu": "One", "dua": "two", "tiga": "three"})
    one_by_one = ("<w:tab/>", "<w:t>two</w:t>", "<w:br/>", "<w:t>three</w:t>", "<w:cr/>", "<w:ptab/>")
    assert new == run("One") + "".join(f"<w:r>{each}</w:r>" for each in one_by_one)


def test_bookmarks_and_comments_stand_around_their_words() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'
    comment, close = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    content = run("Kapal ") + start + run("perang") + end + run(" itu ") + comment + run("tiba") + close
    data = document(paragraph(content))
    new = body(docx.render(reversed_words(docx.parse(data, "a"))))
    assert re.sub(r' xml:space="preserve"', "", new) == paragraph(
        comment, "<w:r><w:t>TIBA</w:t></w:r>", close, "<w:r><w:t> ITU </w:t></w:r>", start,
        "<w:r><w:t>PERANG</w:t></w:r>", end, "<w:r><w:t> KAPAL</w:t></w:r>",
    )  # fmt: skip


def test_hidden_text_is_left_unless_it_is_asked_for() -> None:
    data = document(paragraph(run("Tampak "), run("rahasia", "<w:vanish/>"), run("saja", '<w:vanish w:val="0"/>')))
    parsed = docx.parse(data, "a")
    assert [segment.text for segment in parsed.segments] == ["Tampak saja"]
    assert parsed.notices == ("runs of hidden text were left: 1; --hidden-text translates them",)
    assert texts(docx, data, Reading(hidden_text=True)) == ["Tampak rahasiasaja"]
    assert run("rahasia", "<w:vanish/>") in body(rendered(docx, data, {"Tampak saja": "Visible only"}))


def test_a_hidden_field_stays_whole() -> None:
    entry = field('XE "kapal"', "").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    content = run("Kapal") + entry + run(" perang itu tiba")
    (segment,) = docx.parse(document(paragraph(content)), "a").segments
    assert (segment.text, len(segment.marks)) == ("Kapal perang itu tiba", 1)
    assert entry in one(content, {"Kapal perang itu tiba": "The warship arrived"})


def test_text_that_a_style_hides_is_left() -> None:
    hiding = "<w:rPr><w:vanish/></w:rPr>"
    styles = (
        f'<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B">{hiding}</w:style>'
        '<w:style w:styleId="C"><w:rPr><w:vanish w:val="false"/></w:rPr></w:style></w:styles>'
    )
    data = document(
        '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>' + run("satu") + run("dua", '<w:vanish w:val="0"/>') + "</w:p>"
        + paragraph(run("tiga", '<w:rStyle w:val="B"/>'), run("empat", '<w:rStyle w:val="C"/>')),
        styles=("wordprocessingml.styles", styles),
    )  # fmt: skip
    assert texts(docx, data) == ["dua", "empat"]
    assert texts(docx, data, Reading(hidden_text=True)) == ["satudua", "tigaempat"]


def test_formulas_keep_their_bytes() -> None:
    formula = "<m:oMath><m:r><m:t>x=kapal</m:t></m:r></m:oMath>"
    content = run("Rumus ") + formula + run(" itu")
    data = document(paragraph(content))
    assert formula in one(content, {"Rumus itu": "That formula"})
    assert body(docx.render(reversed_words(docx.parse(data, "a")))).count(formula) == 1


def test_the_properties_that_people_read_are_translated_and_the_creator_is_not() -> None:
    core = xml("<cp:coreProperties><dc:title>Laporan</dc:title><dc:creator>Kapal Api</dc:creator>"
               "<cp:keywords>laut, kapal</cp:keywords><dc:description/></cp:coreProperties>")  # fmt: skip
    name, type_ = PROPERTIES
    data = package({"word/document.xml": (MAIN, xml("<w:document><w:body/></w:document>")), name: (type_, core)})
    assert places(docx, data) == [("properties, title", "Laporan"), ("properties, keywords", "laut, kapal")]
    new = rendered(docx, data, {"Laporan": "Report <1>"})
    assert members(new)[name].decode() == core.replace("Laporan", "Report &lt;1&gt;")


def test_the_words_of_numbering_are_translated_and_its_numbers_stay() -> None:
    level = '<w:lvl><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    words = level.format("decimal", "Pasal %1 ayat %2.") + level.format("decimal", "%1.") + level.format("bullet", "o")
    levels = f"<w:numbering>{words}</w:numbering>"
    data = document("", numbering=("wordprocessingml.numbering", levels))
    assert texts(docx, data) == ["Pasal", "ayat"]
    new = part(rendered(docx, data, {"Pasal": "Article", "ayat": "paragraph"}), "word/numbering.xml")
    assert new == levels.replace("Pasal", "Article").replace("ayat", "paragraph")


def test_what_says_indonesian_says_english_in_a_translation() -> None:
    language = '<w:lang w:eastAsia="ja-JP" w:bidi="id-ID" w:val="id-ID"/>'
    styles = f'<w:styles><w:rPr>{language}</w:rPr><w:lang w:val="fr-FR"/><w:lang w:val="in"/></w:styles>'
    other = paragraph(run("Tetap", language))
    data = document(paragraph(run("Kapal", language)) + other, styles=("wordprocessingml.styles", styles))
    assert rendered(docx, data) == data
    new = rendered(docx, data, {"Kapal": "Ship"})
    assert part(new, "word/styles.xml") == styles.replace("id-ID", "en-US").replace('"in"', '"en"')
    assert body(new) == (paragraph(run("Ship", language)) + other).replace("id-ID", "en-US")


def test_any_prefix_and_the_strict_form_are_read() -> None:
    data = document(paragraph(run("Kapal "), run("perang", B)))
    name = "word/document.xml"
    source = members(data)[name].decode()
    for new in (
        source.replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0="),
        source.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
        ),
        source.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns="),
    ):
        changed = package({name: (MAIN, new)})
        assert texts(docx, changed) == ["Kapal perang"]
        result = members(rendered(docx, changed, {"Kapal perang": "Kapal battle"}))[name].decode()
        assert result == new.replace("perang", "battle")


def test_parts_in_utf_16_keep_their_encoding() -> None:
    source = members(document(paragraph(run("Kapal é"))))["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    data = package({"word/document.xml": (MAIN, source.encode("utf-16"))})
    assert rendered(docx, data) == data
    new = members(rendered(docx, data, {"Kapal é": "Ship ☺"}))["word/document.xml"].decode("utf-16")
    assert new == source.replace("Kapal é", "Ship ☺")


def test_macros_are_read_past_and_kept() -> None:
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    data = package(
        {
            "word/document.xml": (macro, xml(f"<w:document><w:body>{paragraph(run('Kapal'))}</w:body></w:document>")),
            "word/vbaProject.bin": ("application/vnd.ms-office.vbaProject", bytes(range(256))),
            "word/embeddings/oleObject1.bin": ("", b"x"),
        }
    )
    assert docx.parse(data, "a").notices == ("embedded objects were left: 1", "macros were left")
    new = members(rendered(docx, data, {"Kapal": "Ship"}))
    assert new["word/vbaProject.bin"] == bytes(range(256))
    assert b"<w:t>Ship</w:t>" in new["word/document.xml"]


def test_a_signed_document_is_told() -> None:
    data = package(
        {
            "word/document.xml": (MAIN, xml("<w:document><w:body/></w:document>")),
            "_xmlsignatures/sig1.xml": ("", "<a/>"),
        }
    )
    assert docx.parse(data, "a").notices == ("the document is signed, and no signature holds for its translation",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Kapal", "a is plain text, so not what its suffix says"),
        (package({"a.xml": ("x/y", "<a/>")}), "a: a package without a main part"),
        (package({"xl/workbook.xml": (WORKBOOK, "<a/>")}), "a: a workbook, so not what its suffix says"),
        (package({"word/document.xml": (MAIN, "<a>")}), f"{BROKEN} no element found (line 1, column 4)"),
        (
            package({"word/document.xml": (MAIN, "<!DOCTYPE a><a/>")}),
            "a, word/document.xml: has a document type, and none is read",
        ),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        docx.parse(data, "a")
    assert caught.value.message == message


SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
CHECKBOX = '<w:bookmarkStart w:id="1" w:name="Check1"/>' + field(" FORMCHECKBOX ", "") + '<w:bookmarkEnd w:id="1"/>'


@pytest.mark.parametrize("box", [SYMBOL, CHECKBOX])
def test_boxes_that_are_elements_part_labels_and_stay_before_them(box: str) -> None:
    content = box + run(" Ya ", B) + box + run(" Tidak")
    assert texts(docx, document(paragraph(content))) == ["Ya", "Tidak"]
    new = one(content, {"Ya": "Yes", "Tidak": "No"})
    assert new == box + run(" Yes ", B) + box + run(" No")


def test_a_sentence_with_such_a_box_is_whole() -> None:
    data = document(paragraph(run("Beri tanda pada ") + SYMBOL + run(" bila setuju.")))
    assert texts(docx, data) == ["Beri tanda pada bila setuju."]
    assert rendered(docx, data) == data


words = st.lists(
    st.sampled_from(["kapal", "di", "laut", "3", " ", "&amp;", "-", "besar ", " itu", ","]), max_size=3
).map("".join)
plain_runs = st.builds(run, words, st.sampled_from(["", B, "<w:i/>", f"{B}<w:i/>", '<w:lang w:val="id"/>']))
ids = st.integers(1, 3)
single = st.one_of(
    plain_runs,
    st.sampled_from(
        [
            "<w:r><w:tab/></w:r>",
            "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>",
            '<w:r><w:footnoteReference w:id="1"/></w:r>',
            "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>",
            '<w:proofErr w:type="gramStart"/>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            field("PAGE", run("2")),
            "<w:r><w:drawing><w:txbxContent>"
            + paragraph(run("kotak "), run("kecil", B))
            + "</w:txbxContent></w:drawing></w:r>",
        ]
    ),
    st.builds('<w:bookmarkStart w:id="{}"/>'.format, ids),
    st.builds('<w:bookmarkEnd w:id="{}"/>'.format, ids),
)
wrapped = st.recursive(
    single,
    lambda inner: st.builds(
        lambda name, parts: name.format("".join(parts)),
        st.sampled_from(
            [
                "<w:hyperlink>{}</w:hyperlink>",
                "<w:ins>{}</w:ins>",
                "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
                field("HYPERLINK x", "{}"),
            ]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.lists(st.lists(wrapped, max_size=6).map(lambda parts: paragraph(*parts)), max_size=3).map("".join))
def test_whatever_the_runs_are_the_tree_stays_whole_and_nothing_is_lost(content: str) -> None:
    data = document(content)
    parsed = docx.parse(data, "a")
    assert rendered(docx, data) == data
    new = docx.render(reversed_words(parsed))
    name = "word/document.xml"
    assert structure(members(new)[name], FREE) == structure(members(data)[name], FREE)
    before, after = (sorted(re.sub("<[^>]*>", " ", body(one)).upper().split()) for one in (data, new))
    assert sorted("".join(before)) == sorted("".join(after))
    assert rendered(docx, new) == new


def test_a_raised_mark_of_a_note_is_no_word_and_stays_beside_its_own() -> None:
    runs = run("Kapal") + run("1,", RAISED) + run("3*", RAISED) + run(" itu") + run("2) ", RAISED) + run("tiba")
    assert texts(docx, document(paragraph(runs))) == ["Kapal itu tiba"]
    assert one(runs, {"Kapal itu tiba": "Ship that came"}) == (
        run("Ship") + run("1,3*", RAISED) + run(" that") + run("2)", RAISED) + run(" came")
    )


def test_a_power_is_a_part_of_its_word() -> None:
    runs = run("Luas 5 km") + run("2", RAISED) + run(" itu")
    assert texts(docx, document(paragraph(runs))) == ["Luas 5 km2 itu"]


def test_a_mark_before_the_first_word_stays_there() -> None:
    runs = run("1", RAISED) + run("Universitas Satu")
    assert one(runs, {"Universitas Satu": "University One"}) == run("1", RAISED) + run("University One")

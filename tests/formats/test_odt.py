from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.odf_files import body, content, entry, meta, package, span, style, styles
from tests.formats.office_files import members, places, rendered, reversed_words, structure, texts
from translator.errors import SourceError
from translator.formats import odt
from translator.formats.base import Reading

BOLD = style("T1", 'fo:font-weight="bold"')
ITALIC = style("T2", 'fo:font-style="italic"')
LANGUAGE = style("T3", 'fo:language="en" fo:country="US" loext:rsid="0012"')
HIDDEN = style("T4", 'text:display="none"')
BOLD_AGAIN = style("T5", 'fo:font-weight="bold" style:font-weight-complex="bold" fo:language="id"')
AUTOMATIC = BOLD + ITALIC + LANGUAGE + HIDDEN + BOLD_AGAIN


def document(text: str, automatic: str = AUTOMATIC, entries: str = "", **others: str | bytes) -> bytes:
    """A text document with this body. others: more parts, by their names."""
    return package("text", {"content.xml": content("text", text, automatic), **others}, entries)


def paragraph(inner: str) -> str:
    return f"<text:p>{inner}</text:p>"


def one(inner: str, table: dict[str, str]) -> str:
    """What becomes of the content of the only paragraph."""
    new = body(rendered(odt, document(paragraph(inner)), table), "text")
    return new.removeprefix("<text:p>").removesuffix("</text:p>")


def test_a_sentence_is_whole_across_spans_and_formats_travel_with_their_words() -> None:
    inner = f"Kapal {span('T1', 'perang')} itu {span('T2', 'sudah')} tiba."
    assert texts(odt, document(paragraph(inner))) == ["Kapal perang itu sudah tiba."]
    assert one(inner, {"Kapal perang itu sudah tiba.": "Ship war that already came."}) == (
        f"Ship {span('T1', 'war')} that {span('T2', 'already')} came."
    )


def test_spans_that_change_nothing_a_reader_sees_are_no_marks_and_equal_formats_are_one() -> None:
    inner = f"Kapal {span('T3', 'pe')}rang {span('T1', 'itu ')}{span('T5', 'besar')}"
    data = document(paragraph(inner))
    assert texts(odt, data) == ["Kapal perang itu besar"]
    assert rendered(odt, data) == data
    assert one(inner, {"Kapal perang itu besar": "Ship war that big"}) == f"Ship war {span('T1', 'that big')}"


def test_a_span_in_a_span_has_both_formats() -> None:
    both = span("T1", "perang " + span("T2", "besar"))
    inner = f"Kapal {both} tiba"
    assert one(inner, {"Kapal perang besar tiba": "Ship war big came"}) == (
        f"Ship {span('T1', 'war')} {span('T1', span('T2', 'big'))} came"
    )


def test_a_note_in_a_format_reopens_it_and_is_translated_in_its_place() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>Dari Jawa.</text:p></text:note-body></text:note>"
    )
    inner = f"Kapal {span('T1', f'perang{note} besar')} itu tiba."
    assert places(odt, document(paragraph(inner))) == [
        ("paragraph 1", "Kapal perang besar itu tiba."),
        ("paragraph 1, note", "Dari Jawa."),
    ]
    new = one(inner, {"Kapal perang besar itu tiba.": "That warship big now came.", "Dari Jawa.": "From Java."})
    english = note.replace("Dari Jawa.", "From Java.")
    assert new == f"That {span('T1', f'warship{english} big')} now came."


def test_blanks_are_counted_as_the_format_counts_them() -> None:
    data = document("<text:p>\n  Kapal\n  <text:s/>itu<text:s text:c='3'/>:\ttiba. </text:p>")
    assert texts(odt, data) == ["Kapal  itu   : tiba."]
    assert rendered(odt, data) == data


def test_blanks_tabs_and_breaks_count_as_before() -> None:
    inner = '<text:s text:c="4"/>Nama <text:s text:c="2"/>: Budi<text:tab/>Pangkat : Kapten<text:line-break/>Baris dua'
    assert texts(odt, document(paragraph(inner))) == ["Nama   : Budi", "Pangkat : Kapten", "Baris dua"]
    assert one(inner, {"Nama   : Budi": "Name   : Budi", "Baris dua": "Line two"}) == (
        inner.replace("Nama", "Name").replace("Baris dua", "Line two")
    )


def test_as_many_blanks_as_no_text_has_part_segments() -> None:
    inner = 'Kapal<text:s text:c="999999999"/>itu'
    assert texts(odt, document(paragraph(inner))) == ["Kapal", "itu"]
    assert one(inner, {"Kapal": "Ship"}) == inner.replace("Kapal", "Ship")


@pytest.mark.parametrize(
    "field",
    [
        "<text:page-number>3</text:page-number>",
        '<text:sequence text:name="Tabel" text:formula="ooow:Tabel+1">2</text:sequence>',
        '<text:bookmark-ref text:ref-name="a">4</text:bookmark-ref>',
        "<text:page-count>12</text:page-count>",
    ],
)
def test_a_number_that_the_program_computes_is_a_word_of_its_sentence_and_stays(field: str) -> None:
    number = field.partition(">")[2].partition("<")[0]
    inner = f"Lihat halaman {field} di sini"
    assert texts(odt, document(paragraph(inner))) == [f"Lihat halaman {number} di sini"]
    assert one(inner, {f"Lihat halaman {number} di sini": f"See page {number} here"}) == f"See page {field} here"


def test_a_field_with_words_stays_behind_its_word() -> None:
    field = "<text:date>17 Agustus 2024</text:date>"
    inner = f"Dibuat {field}, lalu dikirim"
    (text,) = texts(odt, document(paragraph(inner)))
    assert text == "Dibuat, lalu dikirim"
    assert field in one(inner, {text: "Made, then sent"})


def test_a_fixed_date_is_text() -> None:
    field = '<text:date text:fixed="true">17 Agustus 2024</text:date>'
    inner = f"Dibuat tanggal {field} itu"
    assert texts(odt, document(paragraph(inner))) == ["Dibuat tanggal 17 Agustus 2024 itu"]
    new = one(inner, {"Dibuat tanggal 17 Agustus 2024 itu": "Made on 17 August 2024 that"})
    assert new == f"Made on {field.replace('Agustus', 'August')} that"


def test_fields_and_prompts_that_say_something_in_words_are_counted() -> None:
    fields = (
        "<text:user-field-get>surat perintah</text:user-field-get><text:placeholder>&lt;Nama lengkap&gt;"
        "</text:placeholder><text:page-number>3</text:page-number><text:title>Laporan tahunan</text:title>"
        '<text:date text:fixed="true">4 Oktober</text:date>'
    )
    notice = "fields that say something in words were left: 2"
    assert odt.parse(document(paragraph(f"Ini {fields} kami")), "a").notices == (notice,)


def test_a_blank_behind_a_mark_that_shows_something_stays_as_it_is_written() -> None:
    mark = "<text:bibliography-mark>[Bud20]</text:bibliography-mark>"
    assert one(f"{mark} menulis itu", {"menulis itu": "wrote that"}) == f"{mark} wrote that"


def test_links_and_ranges_stand_around_their_words_and_no_mark_is_lost() -> None:
    inner = (
        '<text:bookmark-start text:name="b"/>Lihat<text:bookmark-end text:name="b"/> <text:a xlink:href="https://a.id/"'
        ' office:title="Buka peta">laman <text:soft-page-break/>kami</text:a><text:bookmark text:name="c"/> '
        '<text:change-start text:change-id="ct1"/>baru<text:change-end text:change-id="ct1"/>'
    )
    data = document(paragraph(inner))
    assert texts(odt, data) == ["Lihat laman kami baru", "Buka peta"]
    assert one(inner, {"Lihat laman kami baru": "See page our new", "Buka peta": "Open map"}) == (
        inner.replace("Lihat", "See")
        .replace("laman", "page")
        .replace("kami", "our")
        .replace("baru", "new")
        .replace("Buka peta", "Open map")
    )


def test_a_link_over_a_tab_as_in_a_table_of_contents_stays_whole() -> None:
    inner = '<text:a xlink:href="#x">Keadaan gudang<text:tab/>3</text:a>'
    assert one(inner, {"Keadaan gudang": "State of the store"}) == inner.replace("Keadaan gudang", "State of the store")


def test_comments_are_translated_and_their_authors_are_not() -> None:
    comment = (
        '<office:annotation office:name="a1"><dc:creator>Sari Dewi</dc:creator><dc:date>2024</dc:date>'
        "<text:p>Periksa lagi.</text:p></office:annotation>"
    )
    inner = f'Kapal {comment}itu<office:annotation-end office:name="a1"/> tiba'
    data = document(paragraph(inner))
    assert places(odt, data) == [("paragraph 1", "Kapal itu tiba"), ("paragraph 1, comment", "Periksa lagi.")]
    assert one(inner, {"Kapal itu tiba": "Ship that came", "Periksa lagi.": "Check again."}) == (
        inner.replace("Kapal", "Ship")
        .replace(">itu<", ">that<")
        .replace("tiba", "came")
        .replace("Periksa lagi", "Check again")
    )


def test_text_boxes_titles_and_descriptions_are_translated_inside_a_sentence() -> None:
    frame = (
        '<draw:frame draw:name="Kotak"><draw:text-box><text:p>Isi kotak</text:p></draw:text-box>'
        "<svg:title>Judul &amp; peta</svg:title><svg:desc>Keterangan</svg:desc></draw:frame>"
    )
    inner = f"Gambar {frame} itu"
    assert texts(odt, document(paragraph(inner))) == ["Gambar itu", "Isi kotak", "Judul & peta", "Keterangan"]
    new = one(inner, {"Gambar itu": "That picture", "Isi kotak": "Box", "Judul & peta": "Title <&>"})
    assert frame.replace("Isi kotak", "Box").replace("Judul &amp; peta", "Title &lt;&amp;&gt;") in new


def test_a_gloss_above_words_stays_and_its_words_are_translated() -> None:
    ruby = "<text:ruby><text:ruby-base>perang</text:ruby-base><text:ruby-text>pe-rang</text:ruby-text></text:ruby>"
    assert one(f"Kapal {ruby} tiba", {"Kapal perang tiba": "Ship war came"}) == (
        f"Ship {ruby.replace('>perang<', '>war<')} came"
    )


def test_the_text_of_a_content_control_is_part_of_its_sentence() -> None:
    control = '<loext:content-control loext:alias="x">perang</loext:content-control>'
    assert one(f"Kapal {control} tiba", {"Kapal perang tiba": "Ship war came"}) == (
        f"Ship {control.replace('perang', 'war')} came"
    )


DROP_DOWN = (
    '<text:drop-down text:name="S" text:help="Pilih satu"><text:label text:value="Siap tempur"/>'
    '<text:label text:current-selected="true" text:value="Rusak berat"/>Rusak berat</text:drop-down>'
)
CONTROL = (
    '<loext:content-control loext:dropdown="true"><loext:list-item loext:display-text="Siap tempur" loext:value="1"/>'
    '<loext:list-item loext:display-text="Rusak berat" loext:value="2"/>'
    '<text:span text:style-name="T1">Rusak berat</text:span></loext:content-control>'
)


@pytest.mark.parametrize(
    ("control", "found"),
    [
        (DROP_DOWN, ["Rusak berat", "Pilih satu", "Siap tempur"]),
        (CONTROL, ["Rusak berat", "Siap tempur"]),
    ],
)
def test_a_list_to_choose_from_is_translated_and_its_choice_is_no_part_of_the_sentence(
    control: str, found: list[str]
) -> None:
    inner = f"Kapal {control} itu"
    assert texts(odt, document(paragraph(inner))) == ["Kapal", "itu", *found]
    table = {"Kapal": "Ship", "Rusak berat": "Badly damaged", "Siap tempur": "Ready", "Pilih satu": "Choose"}
    new = one(inner, table)
    for source in ("Kapal", "Rusak berat", *found):
        inner = inner.replace(f">{source}", f">{table[source]}").replace(f'"{source}"', f'"{table[source]}"')
    assert new == inner.replace("Kapal ", "Ship ", 1)


def test_the_ends_of_a_field_of_word_never_move() -> None:
    inner = (
        '<field:fieldmark-start field:type="ADDIN"><field:param field:value="kata"/></field:fieldmark-start>'
        "(Budi dkk)<field:fieldmark-separator/>lagi<field:fieldmark-end/>"
    )
    assert texts(odt, document(paragraph(f"Menurut {inner} begitu"))) == ["Menurut", "(Budi dkk)", "lagi", "begitu"]
    assert one(f"Menurut {inner}", {"(Budi dkk)": "(Budi et al.)"}) == (
        f"Menurut {inner.replace('(Budi dkk)', '(Budi et al.)')}"
    )


def test_tracked_deletions_are_never_read() -> None:
    deleted = (
        '<text:tracked-changes><text:changed-region text:id="ct2"><text:deletion><office:change-info>'
        "<dc:creator>Budi</dc:creator></office:change-info><text:p>kata lama</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    data = document(deleted + paragraph('Kapal<text:change text:change-id="ct2"/> tiba'))
    assert texts(odt, data) == ["Kapal tiba"]
    new = body(rendered(odt, data, {"Kapal tiba": "Ship came"}), "text")
    assert new == deleted + paragraph('Ship<text:change text:change-id="ct2"/> came')


def test_hidden_text_is_left_with_a_notice_unless_it_is_asked_for() -> None:
    common = style("Rahasia", 'text:display="none"', "paragraph") + style("Turunan", "", "paragraph", "Rahasia")
    text = (
        paragraph(f"Kapal {span('T4', 'rahasia ')}tiba")
        + '<text:p text:style-name="Turunan">Tersembunyi</text:p>'
        + '<text:section text:display="none"><text:p>Bagian itu</text:p></text:section>'
        + paragraph('Pesan<text:hidden-paragraph text:is-hidden="true"/>')
        + paragraph('Satu <text:hidden-text text:string-value="dua tiga"/>')
    )
    data = document(text, **{"styles.xml": styles(common)})
    read = odt.parse(data, "a")
    assert [segment.text for segment in read.segments] == ["Kapal tiba", "Satu"]
    assert read.notices == ("hidden texts were left: 5; --hidden-text translates them",)
    everything = odt.parse(data, "a", Reading(hidden_text=True))
    found = [segment.text for segment in everything.segments]
    assert found == ["Kapal rahasia tiba", "Tersembunyi", "Bagian itu", "Pesan", "Satu", "dua tiga"]
    assert everything.notices == ()


def test_headers_footers_and_what_the_document_says_of_itself_are_translated() -> None:
    masters = (
        '<style:master-page style:name="Standard"><style:header><text:p>Kepala surat</text:p></style:header>'
        "<style:footer><text:p>Halaman <text:page-number>1</text:page-number></text:p></style:footer>"
        "</style:master-page>"
    )
    about = (
        "<dc:title>Laporan</dc:title><dc:subject>Beras</dc:subject><dc:description>Keadaan</dc:description>"
        "<meta:keyword>gudang</meta:keyword><meta:initial-creator>Budi</meta:initial-creator><dc:creator>Sari</dc:creator>"
        "<dc:language>id-ID</dc:language>"
    )
    data = document(paragraph("Isi"), **{"styles.xml": styles(masters=masters), "meta.xml": meta(about)})
    assert places(odt, data) == [
        ("paragraph 1", "Isi"),
        ("header", "Kepala surat"),
        ("footer", "Halaman 1"),
        ("properties, title", "Laporan"),
        ("properties, subject", "Beras"),
        ("properties, description", "Keadaan"),
        ("properties, keyword", "gudang"),
    ]
    new = members(rendered(odt, data, {"Laporan": "Report", "Kepala surat": "Letterhead"}))
    assert new["meta.xml"].decode() == meta(about.replace("Laporan", "Report").replace("id-ID", "en-US"))
    assert new["styles.xml"].decode() == styles(masters=masters.replace("Kepala surat", "Letterhead"))


def test_a_field_that_repeats_the_title_says_what_the_title_says() -> None:
    data = document(
        paragraph("Judul: <text:title>Laporan gudang</text:title>"),
        **{"meta.xml": meta("<dc:title>Laporan gudang</dc:title>")},
    )
    new = rendered(odt, data, {"Laporan gudang": "Store report"})
    assert body(new, "text") == paragraph("Judul: <text:title>Store report</text:title>")


def test_conditional_text_shows_one_of_its_translations() -> None:
    shown = (
        '<text:conditional-text text:string-value-if-true="benar" text:string-value-if-false="salah">salah'
        "</text:conditional-text>"
    )
    assert texts(odt, document(paragraph(f"Itu {shown}"))) == ["Itu", "benar", "salah"]
    assert one(f"Itu {shown}", {"benar": "true", "salah": "false"}) == (
        f"Itu {shown.replace('benar', 'true').replace('salah', 'false')}"
    )


def test_numbers_of_table_cells_stay_with_their_values() -> None:
    cells = (
        '<table:table table:name="Tabel satu"><table:table-row><table:table-cell office:value-type="float" '
        'office:value="1250.5"><text:p>1.250,5</text:p></table:table-cell><table:table-cell office:value-type="string">'
        "<text:p>Beras</text:p></table:table-cell></table:table-row></table:table>"
    )
    data = document(cells)
    assert texts(odt, data) == ["Beras"]
    assert body(rendered(odt, data, {"Beras": "Rice"}), "text") == cells.replace("Beras", "Rice")


def test_indexes_forms_and_the_words_of_numbering_are_translated() -> None:
    automatic = (
        '<text:list-style style:name="L1"><text:list-level-style-number loext:num-list-format="Pasal %1%." '
        'style:num-prefix="Pasal " style:num-suffix="."/></text:list-style>'
    )
    text = (
        '<office:forms><form:button form:label="Kirim" form:title="Kirim surat"/></office:forms>'
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Daftar isi"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>"
        "<text:p>Daftar isi</text:p></text:index-title></text:index-body></text:table-of-content>"
        "<text:h><text:number>1.</text:number>Bab satu"
        '<text:alphabetical-index-mark text:string-value="gudang"/></text:h>'
    )
    data = document(text, automatic)
    assert texts(odt, data) == [
        "Pasal",
        "Pasal",
        "Kirim",
        "Kirim surat",
        "Daftar isi",
        "Daftar isi",
        "Bab satu",
        "gudang",
    ]
    table = {
        "Pasal": "Article",
        "Kirim": "Send",
        "Daftar isi": "Contents",
        "Bab satu": "Chapter one",
        "gudang": "store",
    }
    english = content("text", text, automatic)
    for word, translation in table.items():
        english = english.replace(f"{word} %", f"{translation} %").replace(f'"{word} "', f'"{translation} "')
        english = english.replace(f">{word}<", f">{translation}<").replace(f'="{word}"', f'="{translation}"')
    assert members(rendered(odt, data, table))["content.xml"].decode() == english


def test_only_what_says_that_the_text_is_indonesian_becomes_english() -> None:
    common = style("A", 'fo:language="id" fo:country="ID" style:language-asian="id"', "paragraph")
    others = style("B", 'fo:language="de" fo:country="ID"', "paragraph") + style("C", 'fo:language="in"', "paragraph")
    data = document(paragraph("Kapal"), **{"styles.xml": styles(common + others)})
    english = styles(
        style("A", 'fo:language="en" fo:country="US" style:language-asian="id"', "paragraph")
        + style("B", 'fo:language="de" fo:country="ID"', "paragraph")
        + style("C", 'fo:language="en"', "paragraph")
    )
    assert members(rendered(odt, data, {"Kapal": "Ship"}))["styles.xml"].decode() == english
    assert rendered(odt, data) == data


def test_charts_are_translated_and_the_addresses_in_them_are_not() -> None:
    chart = content(
        "chart",
        "<chart:chart><chart:title><text:p>Isi gudang</text:p></chart:title><table:table><table:table-row>"
        '<table:table-cell office:value-type="string"><text:p>Beras</text:p><draw:g><svg:desc>Lembar.$A$2</svg:desc>'
        '</draw:g></table:table-cell><table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p>'
        "</table:table-cell></table:table-row></table:table></chart:chart>",
    )
    entries = entry("Object 1/", "application/vnd.oasis.opendocument.chart") + entry(
        "Object 2/", "application/vnd.oasis.opendocument.formula"
    )
    data = document(paragraph("Isi"), "", entries, **{"Object 1/content.xml": chart, "Object 2/content.xml": "<math/>"})
    assert places(odt, data) == [
        ("paragraph 1", "Isi"),
        ("chart 1, paragraph 1", "Isi gudang"),
        ("chart 1, paragraph 2", "Beras"),
    ]
    new = members(rendered(odt, data, {"Isi gudang": "Stock", "Beras": "Rice"}))
    assert new["Object 1/content.xml"].decode() == chart.replace("Isi gudang", "Stock").replace("Beras", "Rice")


def test_a_sheet_inside_a_document_is_translated_with_its_formats() -> None:
    cells = (
        '<table:table table:name="Lembar"><table:table-row><table:table-cell office:value-type="string">'
        f"<text:p>Beras {span('T1', 'merah')}</text:p></table:table-cell></table:table-row></table:table>"
    )
    inner = content("spreadsheet", cells, BOLD)
    entries = entry("Object 1/", "application/vnd.oasis.opendocument.spreadsheet")
    data = document(cells, AUTOMATIC, entries, **{"Object 1/content.xml": inner})
    assert places(odt, data) == [("paragraph 1", "Beras merah"), ("spreadsheet 1, Lembar!A1", "Beras merah")]
    new = members(rendered(odt, data, {"Beras merah": "Rice red"}))["Object 1/content.xml"].decode()
    assert new == inner.replace("Beras", "Rice").replace("merah", "red")


def test_every_other_part_keeps_its_bytes_and_its_place() -> None:
    data = document(paragraph("Kapal"), **{"Pictures/a.png": b"\x89PNG", "settings.xml": "<a>Kapal</a>"})
    new = rendered(odt, data, {"Kapal": "Ship"})
    assert list(members(new)) == list(members(data))
    assert [name for name, old in members(data).items() if members(new)[name] != old] == ["content.xml"]
    assert new[:60] == data[:60]
    assert members(new)["accelerator/current.xml"] == b""


def test_what_is_left_is_told() -> None:
    entries = entry("Object 3", "application/vnd.sun.star.oleobject")
    others = {"META-INF/documentsignatures.xml": "<a/>", "Basic/script-lc.xml": "<a/>"}
    assert odt.parse(document(paragraph("Kapal"), "", entries, **others), "a").notices == (
        "embedded objects were left: 1",
        "macros were left",
        "the document is signed, and no signature holds for its translation",
    )


def test_an_encrypted_document_is_refused() -> None:
    entries = entry("content.xml", "text/xml", "<manifest:encryption-data/>")
    with pytest.raises(SourceError) as caught:
        odt.parse(document(paragraph("Kapal"), "", entries), "a")
    assert caught.value.message == "a: protected by a password"


FORM = (
    "<office:forms><form:form><form:checkbox form:id='c1' xml:id='c1'/><form:radio form:id='c2'/>"
    "<form:text form:id='c3'/></form:form></office:forms>"
)


def control(number: int, anchor: str = "as-char") -> str:
    return f'<draw:control draw:control="c{number}" text:anchor-type="{anchor}"/>'


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        (f"{control(1)} Ya {control(2)} Tidak", ["Ya", "Tidak"]),
        ("☐ Ya ☐ Tidak".replace("☐", '<field:fieldmark field:type="a.b.FORMCHECKBOX"/>'), ["Ya", "Tidak"]),
        (f"Saya, {control(3)} dari {control(3)}, datang.", ["Saya, dari, datang."]),
        (f"{control(1, 'paragraph')}Kapal {control(1, 'paragraph')}Nanggala tiba.", ["Kapal Nanggala tiba."]),
    ],
)
def test_boxes_of_a_form_part_labels_where_they_stand_in_the_text(inner: str, found: list[str]) -> None:
    data = document(FORM + paragraph(inner))
    assert texts(odt, data) == found
    assert rendered(odt, data) == data


def test_a_template_is_read() -> None:
    template = package("text-template", {"content.xml": content("text", paragraph("Kapal"))})
    assert texts(odt, template) == ["Kapal"]


PIECES = st.lists(
    st.tuples(
        st.sampled_from(["kapal", "itu ", " tiba", "besar, ", " ", "."]),
        st.sampled_from(["{}", span("T1", "{}"), span("T2", "{}"), '<text:a xlink:href="#a">{}</text:a>']),
        st.sampled_from(
            [
                "",
                "",
                '<text:bookmark text:name="b"/>',
                "<text:tab/>",
                "<text:s/>",
                "<text:page-number>3</text:page-number>",
            ]
        ),
    ),
    min_size=1,
    max_size=8,
)
FREE = frozenset({"text:span", "text:s"})


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_whatever_the_spans_the_tree_stays_a_tree_and_no_element_is_lost(pieces: list[tuple[str, str, str]]) -> None:
    inner = "".join(around.format(text) + mark for text, around, mark in pieces)
    data = document(paragraph(inner))
    assert rendered(odt, data) == data
    read = odt.parse(data, "a")
    new = odt.render(reversed_words(read))
    old_part, new_part = members(data)["content.xml"], members(new)["content.xml"]
    assert structure(new_part, FREE) == structure(old_part, FREE)
    targets = [pair.target.split() for pair in reversed_words(read).segments]
    again = [segment.text.split() for segment in odt.parse(new, "a").segments]
    assert Counter(map("".join, again)) == Counter(map("".join, targets))


def test_a_raised_mark_of_a_note_is_no_word_and_stays_beside_its_own() -> None:
    raised = style("T6", 'style:text-position="super 58%"')
    data = document(paragraph(f"Kapal{span('T6', '3)')} itu{span('T6', '*')} tiba"), raised)
    assert texts(odt, data) == ["Kapal itu tiba"]
    new = body(rendered(odt, data, {"Kapal itu tiba": "Ship that came"}), "text")
    assert new == paragraph(f"Ship{span('T6', '3)')} that{span('T6', '*')} came")

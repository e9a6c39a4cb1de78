from __future__ import annotations

import re
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.office_files import (
    OFFICE,
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
from tests.formats.test_xlsx import strings, workbook
from translator.formats import pptx

RELATIONSHIPS = f"{OFFICE}package/2006/relationships"
KIND = f"{OFFICE}officeDocument/2006/relationships"
SLIDE = f"{TYPE}presentationml.slide+xml"
FREE = frozenset({"a:r", "a:t", "a:rPr"})


def relations(targets: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """The references of a part: for each id the type and the target."""
    listed = "".join(
        f'<Relationship Id="{id_}" Type="{KIND}/{type_}" Target="{target}"/>'
        for id_, (type_, target) in targets.items()
    )
    return "", f'<Relationships xmlns="{RELATIONSHIPS}">{listed}</Relationships>'


def presentation(*slides: str, **others: tuple[str, str | bytes]) -> bytes:
    """A presentation that shows its slides in the opposite order of their names. others: parts by their whole names."""
    ids = "".join(f'<p:sldId id="{300 - at}" r:id="r{at}"/>' for at in range(len(slides), 0, -1))
    parts: dict[str, tuple[str, str | bytes]] = {
        "ppt/presentation.xml": (
            f"{TYPE}presentationml.presentation.main+xml",
            xml(f"<p:presentation><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"),
        ),
        "ppt/_rels/presentation.xml.rels": relations(
            {f"r{at}": ("slide", f"slides/slide{at}.xml") for at in range(1, len(slides) + 1)}
        ),
    }
    for at, content in enumerate(slides, 1):
        parts[f"ppt/slides/slide{at}.xml"] = (
            SLIDE,
            xml(f"<p:sld><p:cSld><p:spTree>{content}</p:spTree></p:cSld></p:sld>"),
        )
    return package(parts | others)


def run(text: str, properties: str = "", **attributes: str) -> str:
    said = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<a:r><a:rPr{said}>{properties}</a:rPr><a:t>{text}</a:t></a:r>"


def paragraph(*runs: str) -> str:
    return f"<a:p><a:pPr/>{''.join(runs)}<a:endParaRPr/></a:p>"


def shape(*paragraphs: str, placeholder: str = "") -> str:
    return f"<p:sp><p:nvSpPr><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:txBody>{''.join(paragraphs)}</p:txBody></p:sp>"


def slide(data: bytes, number: int = 1) -> str:
    content = part(data, f"ppt/slides/slide{number}.xml")
    return content.removeprefix("<p:sld><p:cSld><p:spTree>").removesuffix("</p:spTree></p:cSld></p:sld>")


def test_slides_come_in_the_order_in_which_they_are_shown_hidden_ones_too() -> None:
    first, second = shape(paragraph(run("Kedua"))), shape(paragraph(run("Pertama")))
    assert places(pptx, presentation(first, second)) == [("slide 1", "Pertama"), ("slide 2", "Kedua")]


def test_runs_that_look_alike_are_one_text_and_one_run() -> None:
    content = paragraph(
        run("Ka", lang="id-ID", dirty="0"), run("pal ", lang="en-US", err="1"), run("perang", b="1"), run(" tiba")
    )
    data = presentation(shape(content))
    assert texts(pptx, data) == ["Kapal perang tiba"]
    assert rendered(pptx, data) == data
    new = rendered(pptx, data, {"Kapal perang tiba": "Naval ship arrived"})
    assert slide(new) == shape(
        paragraph(run("Naval ", lang="en-US", dirty="0"), run("ship", b="1"), run(" arrived", lang="en-US", dirty="0"))
    )


def test_a_raised_mark_of_a_note_is_no_word() -> None:
    runs = run("Kapal") + run("1)", baseline="30000") + run(" itu")
    data = presentation(shape(paragraph(runs)))
    assert texts(pptx, data) == ["Kapal itu"]
    wanted = shape(paragraph(run("Ship") + run("1)", baseline="30000") + run(" that")))
    assert slide(rendered(pptx, data, {"Kapal itu": "Ship that"})) == wanted


def test_what_says_indonesian_says_english_in_a_translation() -> None:
    master = f'<p:sldMaster><a:defRPr lang="id-ID"/>{shape(paragraph(run("Logo", lang="id")))}</p:sldMaster>'
    name = "ppt/slideMasters/slideMaster1.xml"
    data = presentation(
        shape(paragraph(run("Kapal", lang="id-ID"))), **{name: (f"{TYPE}presentationml.slideMaster+xml", xml(master))}
    )
    new = rendered(pptx, data, {"Kapal": "Ship"})
    assert slide(new) == shape(paragraph(run("Ship", lang="en-US")))
    assert part(new, name) == master.replace("id-ID", "en-US").replace('"id"', '"en"')


def test_fields_stay_and_breaks_part_segments() -> None:
    field = '<a:fld id="{1}" type="slidenum"><a:rPr/><a:t>3</a:t></a:fld>'
    date = '<a:fld id="{2}" type="datetime1"><a:rPr/><a:t>1 Mei 2024</a:t></a:fld>'
    content = paragraph(run("Hal "), field, "<a:br><a:rPr/></a:br>", run("Dicetak "), date)
    data = presentation(shape(content))
    assert texts(pptx, data) == ["Hal 3", "Dicetak"]
    new = rendered(pptx, data, {"Hal 3": "Page 3", "Dicetak": "Printed"})
    assert slide(new) == shape(content).replace("Hal", "Page").replace("Dicetak", "Printed")


def test_tables_groups_descriptions_and_tooltips_are_translated() -> None:
    cell = f"<a:tc><a:txBody>{paragraph(run('Sel'))}</a:txBody></a:tc>"
    table = f"<p:graphicFrame><a:tbl><a:tr>{cell}</a:tr></a:tbl></p:graphicFrame>"
    link = '<a:hlinkClick r:id="r9" tooltip="Buka peta"/>'
    group = f"<p:grpSp>{shape(paragraph(run('Dalam'), run('peta', link)))}</p:grpSp>"
    picture = '<p:pic><p:nvPicPr><p:cNvPr id="4" name="Gambar 3" descr="Peta laut"/></p:nvPicPr></p:pic>'
    data = presentation(table + group + picture)
    assert texts(pptx, data) == ["Sel", "Dalampeta", "Buka peta", "Peta laut"]
    new = slide(
        rendered(pptx, data, {"Sel": "Cell", "Buka peta": "Open", "Peta laut": "Sea map", "Dalampeta": "In map"})
    )
    assert "<a:t>Cell</a:t>" in new
    assert link.replace("Buka peta", "Open") in new
    assert picture.replace("Peta laut", "Sea map") in new


def test_notes_and_comments_stand_behind_their_slide() -> None:
    modern = f"<p188:cm><p188:txBody>{paragraph(run('Komentar baru'))}</p188:txBody></p188:cm>"
    others: dict[str, tuple[str, str | bytes]] = {
        "ppt/slides/_rels/slide1.xml.rels": relations(
            {
                "r1": ("notesSlide", "../notesSlides/notesSlide1.xml"),
                "r2": ("comments", "../comments/comment1.xml"),
                "r3": ("comments", "/ppt/comments/modern.xml"),
            }
        ),
        "ppt/notesSlides/notesSlide1.xml": (
            f"{TYPE}presentationml.notesSlide+xml", xml(f"<p:notes>{shape(paragraph(run('Catatan')))}</p:notes>"),
        ),
        "ppt/comments/comment1.xml": (
            f"{TYPE}presentationml.comments+xml", xml("<p:cmLst><p:cm><p:text>Komentar lama</p:text></p:cm></p:cmLst>"),
        ),
        "ppt/comments/modern.xml": (
            "application/vnd.ms-powerpoint.comments+xml",
            xml(f"<p188:cmLst>{modern}</p188:cmLst>"),
        ),
    }  # fmt: skip
    data = presentation(shape(paragraph(run("Isi"))), **others)
    assert places(pptx, data) == [
        ("slide 1", "Isi"),
        ("slide 1, notes", "Catatan"),
        ("slide 1, comments", "Komentar lama"),
        ("slide 1, comments", "Komentar baru"),
    ]
    new = rendered(pptx, data, {"Catatan": "Note", "Komentar lama": "Old <one>", "Komentar baru": "New"})
    assert "<p:text>Old &lt;one&gt;</p:text>" in part(new, "ppt/comments/comment1.xml")
    assert "<a:t>Note</a:t>" in part(new, "ppt/notesSlides/notesSlide1.xml")
    assert "<a:t>New</a:t>" in part(new, "ppt/comments/modern.xml")


def test_the_own_texts_of_masters_are_translated_and_prompts_are_left() -> None:
    shapes = shape(paragraph(run("Klik untuk judul")), placeholder='<p:ph type="title"/>') + shape(
        paragraph(run("Rahasia"))
    )
    kinds = {"Master": f"{TYPE}presentationml.slideMaster+xml", "Layout": f"{TYPE}presentationml.slideLayout+xml"}
    parts: dict[str, tuple[str, str | bytes]] = {}
    for kind, type_ in kinds.items():
        parts[f"ppt/slide{kind}s/slide{kind}1.xml"] = (type_, xml(f"<p:sld{kind}>{shapes}</p:sld{kind}>"))
    data = presentation(**parts)
    assert places(pptx, data) == [("master 1", "Rahasia"), ("layout 1", "Rahasia")]


def test_diagrams_are_translated_in_their_data_and_their_drawing() -> None:
    points = f"<dgm:dataModel><dgm:pt><dgm:t>{paragraph(run('Langkah'))}</dgm:t></dgm:pt></dgm:dataModel>"
    shapes = paragraph(run("Langkah")) + paragraph(run("Hanya gambar"))
    drawing = f"<dsp:drawing><dsp:sp><dsp:txBody>{shapes}</dsp:txBody></dsp:sp></dsp:drawing>"
    data = presentation(
        **{
            "ppt/diagrams/data1.xml": (f"{TYPE}drawingml.diagramData+xml", xml(points)),
            "ppt/diagrams/drawing1.xml": ("application/vnd.ms-office.drawingml.diagramDrawing+xml", xml(drawing)),
        }
    )
    assert places(pptx, data) == [("diagram 1", "Langkah"), ("diagram 1", "Hanya gambar")]
    new = rendered(pptx, data, {"Langkah": "Step"})
    assert "<a:t>Step</a:t>" in part(new, "ppt/diagrams/data1.xml")
    assert "<a:t>Step</a:t>" in part(new, "ppt/diagrams/drawing1.xml")


def test_the_cache_of_a_chart_equals_its_embedded_workbook() -> None:
    cache = '<c:strCache><c:pt idx="0"><c:v>{}</c:v></c:pt></c:strCache>'
    names = f"<c:tx>{cache.format('Kapal')}</c:tx><c:cat>{cache.format('Utara')}</c:cat>"
    chart = f"<c:chartSpace><c:ser>{names}</c:ser></c:chartSpace>"
    table = '<x:table><x:tableColumn name="Kapal"/></x:table>'
    inner = workbook(strings("Kapal", "Utara", "Lain"), **{"tables/t": ("spreadsheetml.table", table)})
    data = presentation(
        **{
            "ppt/charts/chart1.xml": (f"{TYPE}drawingml.chart+xml", xml(chart)),
            "ppt/charts/_rels/chart1.xml.rels": relations({"r1": ("package", "../embeddings/book.xlsx")}),
            "ppt/embeddings/book.xlsx": (f"{TYPE}spreadsheetml.sheet", inner),
        }
    )
    assert places(pptx, data) == [("chart 1", "Kapal"), ("chart 1", "Utara")]
    assert rendered(pptx, data) == data
    new = rendered(pptx, data, {"Kapal": "Ship", "Utara": "North"})
    assert part(new, "ppt/charts/chart1.xml") == chart.replace("Kapal", "Ship").replace("Utara", "North")
    book = members(new)["ppt/embeddings/book.xlsx"]
    assert part(book, "xl/sharedStrings.xml") == f"<x:sst>{strings('Ship', 'North', 'Lain')}</x:sst>"
    assert part(book, "xl/tables/t.xml") == table.replace("Kapal", "Ship")


def test_a_category_is_shown_once_and_written_wherever_its_chart_says_it() -> None:
    cache = "<c:strCache><c:pt><c:v>{}</c:v></c:pt></c:strCache>"
    series = f"<c:ser><c:tx>{cache.format('Kapal')}</c:tx><c:cat>{cache.format('Utara')}</c:cat></c:ser>"
    chart = f"<c:chartSpace>{series}{series.replace('Kapal', 'Rudal')}</c:chartSpace>"
    inner = workbook(strings("Kapal", "Rudal", "Utara"))
    parts: dict[str, tuple[str, str | bytes]] = {}
    for number in (1, 2):
        parts |= {
            f"ppt/charts/chart{number}.xml": (f"{TYPE}drawingml.chart+xml", xml(chart)),
            f"ppt/charts/_rels/chart{number}.xml.rels": relations(
                {"r1": ("package", f"../embeddings/book{number}.xlsx")}
            ),
            f"ppt/embeddings/book{number}.xlsx": (f"{TYPE}spreadsheetml.sheet", inner),
        }
    data = presentation(shape(paragraph(run("Utara"))), **parts)
    assert texts(pptx, data) == ["Utara", "Kapal", "Utara", "Rudal", "Kapal", "Utara", "Rudal"]
    new = pptx.render(numbered(pptx.parse(data, "a")))
    for number, said in ((1, ["1", "2", "3", "2"]), (2, ["4", "5", "6", "5"])):
        assert re.findall("<c:v>(.*?)</c:v>", part(new, f"ppt/charts/chart{number}.xml")) == said
        book = members(new)[f"ppt/embeddings/book{number}.xlsx"]
        assert part(book, "xl/sharedStrings.xml") == f"<x:sst>{strings(said[0], said[2], said[1])}</x:sst>"


def test_charts_of_the_new_form_and_shapes_on_charts_are_translated() -> None:
    values = '<cx:strDim><cx:lvl><cx:pt idx="0">Utara</cx:pt></cx:lvl></cx:strDim>'
    numbers = '<cx:numDim><cx:lvl><cx:pt idx="0">1.500</cx:pt></cx:lvl></cx:numDim>'
    chart = f"<cx:chartSpace>{values}{numbers}<cx:tx><cx:txData><cx:v>Kapal</cx:v></cx:txData></cx:tx></cx:chartSpace>"
    shapes = f"<c:userShapes><c:sp>{paragraph(run('Panah'))}</c:sp></c:userShapes>"
    data = presentation(
        **{
            "ppt/charts/chartEx1.xml": ("application/vnd.ms-office.chartex+xml", xml(chart)),
            "ppt/drawings/drawing1.xml": (f"{TYPE}drawingml.chartshapes+xml", xml(shapes)),
        }
    )
    assert places(pptx, data) == [("chart 1", "Utara"), ("chart 1", "Kapal"), ("chart 1", "Panah")]
    new = rendered(pptx, data, {"Utara": "North", "Kapal": "Ship", "Panah": "Arrow"})
    assert part(new, "ppt/charts/chartEx1.xml") == chart.replace("Utara", "North").replace("Kapal", "Ship")


def test_an_embedded_workbook_that_cannot_be_read_is_told() -> None:
    chart = "<c:chartSpace><c:title/></c:chartSpace>"
    data = presentation(
        **{
            "ppt/charts/chart1.xml": (f"{TYPE}drawingml.chart+xml", xml(chart)),
            "ppt/charts/_rels/chart1.xml.rels": relations({"r1": ("package", "../embeddings/book.xlsx")}),
            "ppt/embeddings/book.xlsx": (f"{TYPE}spreadsheetml.sheet", b"no package"),
        }
    )
    assert pptx.parse(data, "a").notices == (
        "the workbook of a chart cannot be read, and stays as it is: ppt/embeddings/book.xlsx",
        "embedded objects were left: 1",
    )


def test_the_properties_that_people_read_are_translated() -> None:
    name, type_ = PROPERTIES
    core = xml("<cp:coreProperties><dc:title>Laporan</dc:title><dc:language>id-ID</dc:language></cp:coreProperties>")
    data = presentation(**{name: (type_, core)})
    new = rendered(pptx, data, {"Laporan": "Report"})
    assert members(new)[name].decode() == core.replace("Laporan", "Report").replace("id-ID", "en-US")


words = st.lists(st.sampled_from(["kapal", "di ", "laut", "3", " ", "&amp;", "-", " besar"]), max_size=3).map("".join)
runs = st.one_of(
    st.builds(run, words, st.sampled_from(["", "<a:latin/>"])),
    st.builds(lambda text, bold: run(text, b=bold, lang="id"), words, st.sampled_from(["0", "1"])),
    st.sampled_from(
        ["<a:br/>", '<a:fld id="x" type="slidenum"><a:t>4</a:t></a:fld>', run("peta", '<a:hlinkClick r:id="1"/>')]
    ),
)


@settings(deadline=None)
@given(st.lists(st.lists(runs, max_size=7).map(lambda parts: paragraph(*parts)), max_size=3).map("".join))
def test_whatever_the_runs_nothing_is_lost_and_nothing_added(content: str) -> None:
    data = presentation(shape(content))
    assert rendered(pptx, data) == data
    new = pptx.render(reversed_words(pptx.parse(data, "a")))
    name = "ppt/slides/slide1.xml"
    free = FREE | {"a:latin", "a:hlinkClick"}
    assert structure(members(new)[name], free) == structure(members(data)[name], free)
    before, after = (re.sub("<[^>]*>", " ", slide(one)).upper().split() for one in (data, new))
    assert sorted("".join(before)) == sorted("".join(after))

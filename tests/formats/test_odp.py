from __future__ import annotations

from tests.formats.odf_files import body, content, package, span, style, styles
from tests.formats.office_files import places, rendered, texts
from translator.formats import odp


def presentation(*pages: str, masters: str = "", declarations: str = "") -> bytes:
    slides = "".join(f'<draw:page draw:name="halaman{number}">{page}</draw:page>' for number, page in enumerate(pages))
    text = content("presentation", declarations + slides, style("T1", 'fo:font-weight="bold"'))
    return package("presentation", {"content.xml": text, "styles.xml": styles(masters=masters)})


def box(text: str, attributes: str = "", more: str = "") -> str:
    inner = f"<draw:text-box><text:p>{text}</text:p></draw:text-box>"
    return f"<draw:frame{attributes}>{inner}{more}</draw:frame>"


def test_slides_notes_tables_and_descriptions_are_translated_in_their_places() -> None:
    notes = f"<presentation:notes>{box('Katakan ini')}</presentation:notes>"
    table = (
        "<draw:frame><table:table><table:table-row><table:table-cell><text:p>Sel</text:p></table:table-cell>"
        "</table:table-row></table:table></draw:frame>"
    )
    group = f"<draw:g>{box('Dalam kelompok')}</draw:g>"
    second = box(f"Kapal {span('T1', 'perang')} itu", more="<svg:title>Judul</svg:title><svg:desc>Peta</svg:desc>")
    data = presentation(box("Pembuka") + notes, second + table + group)
    assert places(odp, data) == [
        ("slide 1", "Pembuka"),
        ("slide 1, notes", "Katakan ini"),
        ("slide 2", "Kapal perang itu"),
        ("slide 2", "Judul"),
        ("slide 2", "Peta"),
        ("slide 2", "Sel"),
        ("slide 2", "Dalam kelompok"),
    ]
    new = body(rendered(odp, data, {"Kapal perang itu": "Ship war that", "Katakan ini": "Say this"}), "presentation")
    assert f"<text:p>Ship {span('T1', 'war')} that</text:p>" in new
    assert "<presentation:notes>" + box("Say this") in new
    assert 'draw:name="halaman0"' in new


def test_prompts_are_left_and_own_texts_of_masters_are_translated() -> None:
    prompt = box("Klik untuk judul", ' presentation:placeholder="true"')
    master = f'<style:master-page style:name="Biru">{prompt}{box("Rahasia negara")}</style:master-page>'
    declared = (
        '<presentation:footer-decl presentation:name="f">Kaki halaman</presentation:footer-decl>'
        '<presentation:date-time-decl presentation:source="current-date"/>'
    )
    data = presentation(box("Isi") + prompt, masters=master, declarations=declared)
    assert places(odp, data) == [("", "Kaki halaman"), ("slide 1", "Isi"), ("master Biru", "Rahasia negara")]


def test_fields_of_slides_stay() -> None:
    field = "<text:page-number>&lt;nomor&gt;</text:page-number>"
    data = presentation(box(f"Halaman {field}"))
    assert texts(odp, data) == ["Halaman"]
    assert field in body(rendered(odp, data, {"Halaman": "Page"}), "presentation")

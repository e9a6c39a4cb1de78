"""Office documents with what real ones have: each place has a word of its own, by which it is found again."""

from __future__ import annotations

from benchmarks.peers.packages import TYPE, package
from benchmarks.peers.places import PeerDocument

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_TITLE = "<cp:coreProperties><dc:title>Laporan properti</dc:title></cp:coreProperties>"
_ROOT = "officeDocument {} metadata/core-properties docProps/core.xml"


def _run(text: str, properties: str = "") -> str:
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatted}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _line(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def _field(code: str, result: str) -> str:
    begin, middle, end = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{_run(result)}{end}"


def _drawn(text: str, properties: str = "") -> str:
    return f"<a:r><a:rPr{properties}/><a:t>{text}</a:t></a:r>"


def _chart(title: str, series: str) -> str:
    said = f"<c:tx><c:rich><a:bodyPr/><a:p>{_drawn(title)}</a:p></c:rich></c:tx>"
    cache = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{series}</c:v></c:pt></c:strCache>'
    name = f"<c:tx><c:strRef><c:f>Sheet1!$A$1</c:f>{cache}</c:strRef></c:tx>"
    plotted = f'<c:barChart><c:ser><c:idx val="0"/>{name}</c:ser></c:barChart>'
    return (
        f"<c:chartSpace><c:chart><c:title>{said}</c:title><c:plotArea>{plotted}</c:plotArea></c:chart></c:chartSpace>"
    )


def word_file() -> PeerDocument:
    box = f"<w:txbxContent>{_line(_run('Kata dalam kotak'))}</w:txbxContent>"
    picture = f'<w:drawing><wp:inline><wp:docPr id="1" name="g" descr="Foto alternatif"/>{box}</wp:inline></w:drawing>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{_run('kendali ini')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink w:anchor="a" w:tooltip="Klik petunjuk">{_run("tautan ini")}</w:hyperlink>'
    notes = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    commented = '<w:r><w:commentReference w:id="0"/></w:r>'
    inserted = f'<w:ins w:id="1" w:author="B">{_run(" sisipan")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="B"><w:r><w:delText> hapusan</w:delText></w:r></w:del>'
    cell = f"<w:tbl><w:tr><w:tc>{_line(_run('Isi tabel'))}</w:tc></w:tr></w:tbl>"
    body = (
        _line(_run("Kalimat badan dengan kata "), _run("teb", "<w:b/>"), _run("al", "<w:b/>"), _run(" di sini."), notes)
        + cell
        + _line(_run("Isi "), control, _run(" dan "), link, commented)
        + _line(_run("Teks"), inserted, deleted)
        + _line(_run("Halaman "), _field("PAGE rumus", "7"))
        + _line(f"<w:r>{picture}</w:r>")
        + _line(_run("sembunyi", "<w:vanish/>"))
    )
    around = '<w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:footerReference w:type="default" r:id="r2"/>'
    word = f"{TYPE}.wordprocessingml"
    numbering = (
        '<w:numbering><w:abstractNum><w:lvl><w:lvlText w:val="Pasal %1."/></w:lvl></w:abstractNum></w:numbering>'
    )
    note = '<w:{0}s><w:{0} w:id="2">{1}</w:{0}></w:{0}s>'
    comment = f'<w:comments><w:comment w:id="0" w:author="B">{_line(_run("Isi komentar"))}</w:comment></w:comments>'
    parts: dict[str, tuple[str, str | bytes]] = {
        "word/document.xml": (
            f"{word}.document.main+xml",
            f"<w:document><w:body>{body}{around}</w:sectPr></w:body></w:document>",
        ),
        "word/header1.xml": (f"{word}.header+xml", f"<w:hdr>{_line(_run('Kepala surat'))}</w:hdr>"),
        "word/footer1.xml": (f"{word}.footer+xml", f"<w:ftr>{_line(_run('Bagian kaki'))}</w:ftr>"),
        "word/footnotes.xml": (f"{word}.footnotes+xml", note.format("footnote", _line(_run("Catatan bawah")))),
        "word/endnotes.xml": (f"{word}.endnotes+xml", note.format("endnote", _line(_run("Catatan akhir")))),
        "word/comments.xml": (f"{word}.comments+xml", comment),
        "word/numbering.xml": (f"{word}.numbering+xml", numbering),
        "word/charts/chart1.xml": (f"{TYPE}.drawingml.chart+xml", _chart("Judul bagan", "Nama seri")),
        "docProps/core.xml": (_CORE, _TITLE),
    }
    related = (
        "header header1.xml footer footer1.xml footnotes footnotes.xml endnotes endnotes.xml comments comments.xml"
        " numbering numbering.xml chart charts/chart1.xml"
    )
    places = (
        "badan tabel kendali tautan petunjuk sisipan alternatif kotak kepala kaki bawah akhir komentar pasal bagan seri"
        " properti"
    )
    data = package(parts, {"": _ROOT.format("word/document.xml"), "word/document.xml": related})
    return PeerDocument("Word", ".docx", data, places.split(), ("hapusan", "rumus", "sembunyi"))


def _shape(content: str, description: str = "") -> str:
    named = f'<p:cNvPr id="2" name="Kotak"{description}/><p:cNvSpPr/><p:nvPr/>'
    body = f"<p:txBody><a:bodyPr/><a:p>{content}</a:p></p:txBody>"
    return f"<p:sp><p:nvSpPr>{named}</p:nvSpPr><p:spPr/>{body}</p:sp>"


def presentation() -> PeerDocument:
    sentence = _drawn("Kalimat salindia dengan kata ") + _drawn("tebal", ' b="1"') + _drawn(" di sini.")
    number = '<a:fld id="{1}" type="slidenum"><a:rPr/><a:t>rumus</a:t></a:fld>'
    cell = f"<a:tc><a:txBody><a:bodyPr/><a:p>{_drawn('Isi tabel')}</a:p></a:txBody></a:tc>"
    table = f"<a:graphic><a:graphicData><a:tbl><a:tr>{cell}</a:tr></a:tbl></a:graphicData></a:graphic>"
    shapes = (
        _shape(sentence, ' descr="Foto alternatif"')
        + f"<p:grpSp>{_shape(_drawn('Dalam kelompok'))}</p:grpSp><p:graphicFrame>{table}</p:graphicFrame>"
        + _shape(_drawn("Nomor ") + number)
    )
    tree = "<p:{0}><p:cSld><p:spTree>{1}</p:spTree></p:cSld></p:{0}>"
    listed = (
        '<p:sldMasterIdLst><p:sldMasterId r:id="r2"/></p:sldMasterIdLst><p:sldIdLst>'
        '<p:sldId id="256" r:id="r1"/></p:sldIdLst>'
    )
    slides = f"{TYPE}.presentationml"
    prompt = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="x"/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>'
        "<p:txBody><a:p>{}</a:p></p:txBody></p:sp>"
    )
    diagram = (
        f"<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t><a:p>{_drawn('Langkah bagian')}</a:p></dgm:t></dgm:pt>"
        "</dgm:ptLst></dgm:dataModel>"
    )
    parts: dict[str, tuple[str, str | bytes]] = {
        "ppt/presentation.xml": (f"{slides}.presentation.main+xml", f"<p:presentation>{listed}</p:presentation>"),
        "ppt/slides/slide1.xml": (f"{slides}.slide+xml", tree.format("sld", shapes)),
        "ppt/notesSlides/notesSlide1.xml": (
            f"{slides}.notesSlide+xml",
            tree.format("notes", _shape(_drawn("Isi catatan"))),
        ),
        "ppt/slideMasters/slideMaster1.xml": (
            f"{slides}.slideMaster+xml",
            tree.format("sldMaster", _shape(_drawn("Nama induk")) + prompt.format(_drawn("Klik perintah"))),
        ),
        "ppt/comments/comment1.xml": (
            f"{slides}.comments+xml",
            "<p:cmLst><p:cm><p:text>Isi komentar</p:text></p:cm></p:cmLst>",
        ),
        "ppt/charts/chart1.xml": (f"{TYPE}.drawingml.chart+xml", _chart("Judul bagan", "Nama seri")),
        "ppt/diagrams/data1.xml": (f"{TYPE}.drawingml.diagramData+xml", diagram),
        "docProps/core.xml": (_CORE, _TITLE),
    }
    relations = {
        "": _ROOT.format("ppt/presentation.xml"),
        "ppt/presentation.xml": "slide slides/slide1.xml slideMaster slideMasters/slideMaster1.xml",
        "ppt/slides/slide1.xml": (
            "notesSlide ../notesSlides/notesSlide1.xml comments ../comments/comment1.xml chart ../charts/chart1.xml"
            " diagramData ../diagrams/data1.xml"
        ),
    }
    places = "salindia alternatif kelompok tabel catatan induk komentar bagan seri langkah properti"
    return PeerDocument("PowerPoint", ".pptx", package(parts, relations), places.split(), ("rumus", "perintah"))


_STRINGS = (
    "<sst><si><t>Isi sel</t></si><si><t>Nama kolom</t></si><si><r>"
    "<t xml:space='preserve'>Kalimat kaya dengan kata </t></r>"
    "<r><rPr><b/></rPr><t>tebal</t></r><r><t xml:space='preserve'> di sini.</t></r></si><si>"
    "<t>Teks rahasia</t></si></sst>"
)
_HIDDEN_SHEET = '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>3</v></c></row></sheetData></worksheet>'
_TABLE = (
    '<table id="1" name="T" displayName="T" ref="A1:A2"><autoFilter ref="A1:A2"/><tableColumns count="1">'
    '<tableColumn id="1" name="Nama kolom"/></tableColumns></table>'
)
_COMMENTS = (
    '<comments><commentList><comment ref="A1"><text><t>Isi komentar</t></text></comment></commentList></comments>'
)
_BOOK = (
    '<workbook><sheets><sheet name="satu" sheetId="1" r:id="r1"/>'
    '<sheet name="dua" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>'
)


def _sheet() -> str:
    """A worksheet with text in each kind of cell, a list to choose from, a header, a table and a drawing."""
    cells = (
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c>'
        '</row><row r="2">'
        '<c r="A2" t="inlineStr"><is><t>Di dalam sebaris</t></is></c><c r="B2" t="str"><f>IF(A1="rumus","x","y")</f>'
        "<v>y</v></c></row>"
    )
    validation = (
        '<dataValidations count="1"><dataValidation type="list" sqref="D1" prompt="Pilih petunjuk">'
        '<formula1>"Satu,pilihan"</formula1></dataValidation></dataValidations>'
    )
    header = "<headerFooter><oddHeader>&amp;LBagian kepala&amp;RHal &amp;P</oddHeader></headerFooter>"
    after = f'{validation}{header}<drawing r:id="r2"/><tableParts count="1"><tablePart r:id="r1"/></tableParts>'
    return f"<worksheet><sheetData>{cells}</sheetData>{after}</worksheet>"


def workbook() -> PeerDocument:
    drawing = (
        '<xdr:wsDr><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="x" descr="Foto alternatif"/></xdr:nvSpPr>'
        f"<xdr:txBody><a:p>{_drawn('Kata kotak')}</a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
    )
    book = f"{TYPE}.spreadsheetml"
    parts: dict[str, tuple[str, str | bytes]] = {
        "xl/workbook.xml": (f"{book}.sheet.main+xml", _BOOK),
        "xl/worksheets/sheet1.xml": (f"{book}.worksheet+xml", _sheet()),
        "xl/worksheets/sheet2.xml": (f"{book}.worksheet+xml", _HIDDEN_SHEET),
        "xl/sharedStrings.xml": (f"{book}.sharedStrings+xml", _STRINGS),
        "xl/comments1.xml": (f"{book}.comments+xml", _COMMENTS),
        "xl/tables/table1.xml": (f"{book}.table+xml", _TABLE),
        "xl/drawings/drawing1.xml": (f"{TYPE}.drawing+xml", drawing),
        "xl/charts/chart1.xml": (f"{TYPE}.drawingml.chart+xml", _chart("Judul bagan", "Nama kolom")),
        "docProps/core.xml": (_CORE, _TITLE),
    }
    beside = "table ../tables/table1.xml drawing ../drawings/drawing1.xml comments ../comments1.xml"
    sheets = "worksheet worksheets/sheet1.xml worksheet worksheets/sheet2.xml sharedStrings sharedStrings.xml"
    relations = {
        "": _ROOT.format("xl/workbook.xml"),
        "xl/workbook.xml": sheets,
        "xl/worksheets/sheet1.xml": beside,
        "xl/drawings/drawing1.xml": "chart ../charts/chart1.xml",
    }
    places = "sel kolom kaya rahasia sebaris petunjuk pilihan kepala alternatif kotak komentar bagan properti"
    return PeerDocument("Excel", ".xlsx", package(parts, relations), places.split(), ("rumus", "satu", "dua"))

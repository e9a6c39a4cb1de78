"""A Word document that is written from nothing: headings, paragraphs and tables.

Two documents of the same content are the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translator.markup.xml_text import escaped

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip package can have
_MOST_ROWS = 500  # of one table: LibreOffice hangs on one of 20,000
_TEXT_WIDTH = 9026  # twentieths of a point between the margins of a page
_OFFICE = "http://schemas.openxmlformats.org"
_W = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = f"{_OFFICE}/officeDocument/2006/relationships"

_TYPES = (
    f'{_HEAD}<Types xmlns="{_OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_RELATIONS = (
    _HEAD + f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/{{}}" Target="{{}}"/></Relationships>'
)
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    f'<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
    f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    for level, size in ((1, 32), (2, 28), (3, 24))
)
_STYLES = (
    f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    f'{_HEADINGS}<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr></w:style></w:styles>"
)
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph. level: of a heading, from 1 to 3; 0: it is none."""

    text: str
    level: int = 0
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class NewTable:
    """A table, each row of which has the same number of cells."""

    rows: Sequence[Sequence[str]]


def new_document(blocks: Iterable[NewParagraph | NewTable]) -> bytes:
    """The document, as the bytes of its package."""
    body = "".join(_written(blocks))
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format("officeDocument", "word/document.xml"),
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}{_SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": _RELATIONS.format("styles", "styles.xml"),
        "word/styles.xml": _STYLES,
    }
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), text.encode(), zipfile.ZIP_DEFLATED)
    return package.getvalue()


def _written(blocks: Iterable[NewParagraph | NewTable]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, NewParagraph):
            yield _paragraph(block)
            continue
        for start in range(0, len(block.rows), _MOST_ROWS):
            yield _table(block.rows[start : start + _MOST_ROWS])


def _paragraph(paragraph: NewParagraph) -> str:
    style = f'<w:pPr><w:pStyle w:val="Heading{paragraph.level}"/></w:pPr>' if paragraph.level else ""
    return f"<w:p>{style}{_run(paragraph.text, is_bold=paragraph.is_bold)}</w:p>"


def _run(text: str, *, is_bold: bool = False) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    return f'<w:r>{bold}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def _table(rows: Sequence[Sequence[str]]) -> str:
    """A table with a line of air below it, which parts it from another."""
    width = _TEXT_WIDTH // len(rows[0])
    grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
    measure = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    written = []
    for row in rows:
        cells = [f"<w:tc>{measure}<w:p>{_run(cell)}</w:p></w:tc>" for cell in row]
        written.append(f"<w:tr>{''.join(cells)}</w:tr>")
    look = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl><w:p/>"

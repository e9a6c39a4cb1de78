"""The tables of the document, as XML: a row for each sentence, its findings as comments beside the translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from translator.bilingual.base import name_of
from translator.bilingual.docx.parts import HEAD, HEADER_STYLE, SOURCE_STYLE, TARGET_STYLE, WML
from translator.bilingual.docx.runs import RunsOfSentences, run
from translator.bitext import Bitext, Finding, Severity
from translator.markup.sentence_pieces import sentences

ROWS = 500  # of a table, without its header: programs lay a table out as a whole, and are slow where it is long
HEADER = ("Bahasa Indonesia", "English")
# The segment and the sentence of a row, and whether it is reviewed: a bookmark stays with its row in every program.
BOOKMARK = "padan_{}_{}{}"
REVIEWED = "_reviewed"

_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 16838, 11906, 850  # A4 across, in twentieths of a point
_COLUMN = (_PAGE_WIDTH - 2 * _MARGIN) // 2
_COLOURS = {Severity.ERROR: "FBD5D5", Severity.WARNING: "FFF2CC"}
_BORDER = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
_BORDERS = "".join([_BORDER.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV")])
_TABLE_START = (
    f'<w:tbl><w:tblPr><w:tblW w:w="{2 * _COLUMN}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr><w:tblGrid>" + f'<w:gridCol w:w="{_COLUMN}"/>' * 2 + "</w:tblGrid>\n"
)
_TABLE_END = "</w:tbl>\n<w:p/>\n"  # without a paragraph between them two tables would be one
_ROW = "<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}{}</w:tr>\n"
_CELL = (
    f'<w:tc><w:tcPr><w:tcW w:w="{_COLUMN}" w:type="dxa"/>'
    '{}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>{}</w:p></w:tc>'
)
_SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'
_SECTION = (
    f'<w:sectPr><w:pgSz w:w="{_PAGE_WIDTH}" w:h="{_PAGE_HEIGHT}" w:orient="landscape"/>'
    f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" '
    'w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
)


def document_xml(bitext: Bitext) -> Iterator[str]:
    """The document, a row at a time."""
    yield f'{HEAD}<w:document xmlns:w="{WML}"><w:body>\n{_paragraph("Title", run(name_of(bitext)))}\n'
    rows = _rows(bitext)
    while table := list(islice(rows, ROWS)):
        yield _TABLE_START + _header()
        yield from table
        yield _TABLE_END
    yield f"{_SECTION}</w:body></w:document>"


def comments_xml(bitext: Bitext) -> Iterator[str]:
    """The findings, a comment for each row that has some. They have no date, as nothing here has."""
    yield f'{HEAD}<w:comments xmlns:w="{WML}">\n'
    found = filter(None, (pair.findings for pair in bitext.pairs()))
    for number, findings in enumerate(found):
        paragraphs = [_paragraph("Normal", run(_said(finding))) for finding in findings]
        yield f'<w:comment w:id="{number}" w:author="Padan" w:initials="P">{"".join(paragraphs)}</w:comment>\n'
    yield "</w:comments>"


def _said(finding: Finding) -> str:
    return f"{finding.severity}: {finding.message} ({finding.check})"


def _header() -> str:
    source, target = (_CELL.format(_SHADED.format("E7E6E6"), HEADER_STYLE, run(text)) for text in HEADER)
    return _ROW.format("<w:tblHeader/>", source, target)


def _rows(bitext: Bitext) -> Iterator[str]:
    bookmark = 0
    comment = 0
    for number, segment in enumerate(bitext.segments, 1):
        marks, text = segment.segment.marks, segment.segment.text
        sources, targets = RunsOfSentences(marks, text), RunsOfSentences(marks, text)
        for sentence, made in enumerate(sentences(segment), 1):
            name = BOOKMARK.format(number, sentence, REVIEWED if made.pair.reviewed else "")
            place = f'<w:bookmarkStart w:id="{bookmark}" w:name="{name}"/><w:bookmarkEnd w:id="{bookmark}"/>'
            bookmark += 1
            source = _CELL.format("", SOURCE_STYLE, place + sources.of(made.source))
            target = targets.of(made.target)
            shade = ""
            if made.pair.findings:
                shade = _SHADED.format(_COLOURS[_gravest(made.pair.findings)])
                target = _commented(target, comment)
                comment += 1
            yield _ROW.format("", source, _CELL.format(shade, TARGET_STYLE, target))


def _gravest(findings: Iterable[Finding]) -> Severity:
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Severity.ERROR
    return Severity.WARNING


def _commented(runs: str, comment: int) -> str:
    start, end = f'<w:commentRangeStart w:id="{comment}"/>', f'<w:commentRangeEnd w:id="{comment}"/>'
    return f'{start}{runs}{end}<w:r><w:commentReference w:id="{comment}"/></w:r>'


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'

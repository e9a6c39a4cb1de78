from __future__ import annotations

from dataclasses import replace

import pytest

from tests.bilingual.marked import marked
from tests.bilingual.sample import bitext
from translator.bilingual.docx.table import ROWS, comments_xml, document_xml
from translator.bitext import Finding, Origin, Pair, Severity

PAIR = Pair("Kapal itu tiba.", "The ship came.", Origin.ENGINE)
ERROR = Finding("numbers", Severity.ERROR, "3 & 4 are lost")
WARNING = Finding("length", Severity.WARNING, "it is long")


def written(*pairs: Pair) -> str:
    return "".join(document_xml(bitext([list(pairs)])))


def test_the_header_is_repeated_and_a_table_has_no_more_than_500_rows() -> None:
    text = "".join(document_xml(bitext([[PAIR]] * (2 * ROWS + 1))))
    assert ROWS == 500
    assert [table.count("<w:tr>") for table in text.split("<w:tbl>")[1:]] == [501, 501, 2]
    assert [table.count("<w:tblHeader/>") for table in text.split("<w:tbl>")[1:]] == [1, 1, 1]
    assert text.count("</w:tbl>\n<w:p/>") == 3


@pytest.mark.parametrize(
    ("findings", "shades"),
    [((), []), ((WARNING,), ["FFF2CC"]), ((WARNING, ERROR), ["FBD5D5"])],
)
def test_a_translation_with_findings_is_shaded_by_the_gravest(findings: tuple[Finding, ...], shades: list[str]) -> None:
    rows = written(replace(PAIR, findings=findings)).split("<w:tr>")[2:]
    assert [part[:6] for part in "".join(rows).split('w:fill="')[1:]] == shades


def test_the_findings_of_a_row_are_one_comment_on_its_translation() -> None:
    pairs = [PAIR, replace(PAIR, findings=(ERROR, WARNING)), replace(PAIR, findings=(WARNING,))]
    rows = written(*pairs).split("<w:tr>")[2:]
    assert ["commentReference" in row for row in rows] == [False, True, True]
    assert '<w:commentReference w:id="1"/>' in rows[2]
    first, second = "".join(comments_xml(bitext([pairs]))).split("<w:comment ")[1:]
    assert first.startswith('w:id="0" w:author="Padan"')
    assert first.count("<w:p>") == 2
    assert "error: 3 &amp; 4 are lost (numbers)" in first
    assert "warning: it is long (length)" in first
    assert second.startswith('w:id="1"')


def test_each_row_has_a_bookmark_that_tells_its_place() -> None:
    text = "".join(document_xml(bitext([[PAIR, PAIR], [PAIR]])))
    for number, name in enumerate(["padan_1_1", "padan_1_2", "padan_2_1"]):
        assert f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>' in text


def test_emphasis_stands_on_both_sides() -> None:
    text = "".join(document_xml(marked()))
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    assert bold.format("Kapal perang") in text
    assert bold.format("Warships") in text

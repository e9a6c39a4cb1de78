from __future__ import annotations

import io
import zipfile

from translator.formats import docx
from translator.markup.office.new_document import NewParagraph, NewTable, new_document

BLOCKS = [
    NewParagraph("Title", 1),
    NewParagraph("a < b & c", is_bold=True),
    NewTable([["No", "Name"], ["1", ""]]),
    NewParagraph("End"),
]


def body(blocks: list[NewParagraph | NewTable]) -> str:
    with zipfile.ZipFile(io.BytesIO(new_document(blocks))) as package:
        return package.read("word/document.xml").decode().partition("<w:body>")[2].partition("<w:sectPr>")[0]


def test_a_document_is_read_again_with_all_its_text() -> None:
    document = docx.parse(new_document(list(BLOCKS)), "a.docx")
    assert [segment.text for segment in document.segments] == ["Title", "a < b & c", "No", "Name", "1", "End"]
    assert document.notices == ()


def test_headings_and_bold_text_are_written_as_such() -> None:
    assert body(list(BLOCKS[:2])) == (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">Title</w:t></w:r></w:p>'
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a &lt; b &amp; c</w:t></w:r></w:p>'
    )


def test_a_long_table_is_several() -> None:
    written = body([NewTable([[str(number)] for number in range(1001)])])
    assert (written.count("<w:tbl>"), written.count("<w:tr>"), written.count("</w:tbl><w:p/>")) == (3, 1001, 3)


def test_two_documents_of_one_content_are_the_same_bytes() -> None:
    assert new_document(list(BLOCKS)) == new_document(list(BLOCKS))

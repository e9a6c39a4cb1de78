from __future__ import annotations

from translator.formats.pdf.markdown_text import markdown_of
from translator.markup.office.new_document import NewParagraph, NewTable


def test_headings_paragraphs_and_tables_are_written_and_what_would_be_markup_is_escaped() -> None:
    blocks = [
        NewParagraph("Title *", 1),
        NewParagraph("Bold <b>", is_bold=True),
        NewParagraph("# no heading, a_b and _c_ [x]"),
        NewParagraph("• item"),
        NewTable([["No", "Na|me"], ["1", ""]]),
        NewParagraph("---"),
    ]
    wanted = r"""# Title \*

**Bold \<b>**

\# no heading, a_b and \_c\_ \[x\]

- item

| No | Na\|me |
|---|---|
| 1 |  |

\---
"""
    assert markdown_of(blocks) == wanted
    assert markdown_of([]) == ""

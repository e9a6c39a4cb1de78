from __future__ import annotations

from translator.bilingual.docx.runs import RunsOfSentences, run
from translator.document import Mark, MarkKind, Span
from translator.markup.emphasis import Emphasis
from translator.markup.pieces import Beside, Close, Kept, Open, Text

BOLD = Mark(MarkKind.AROUND, "<b>", "</b>", Span(0, 5))
CODE = Mark(MarkKind.KEPT, "`ls`", "", Span(6, 8))
NOTE = Mark(MarkKind.BESIDE, "[^1]", "", Span(8, 8))
COLOUR = Mark(MarkKind.AROUND, '<font color="red">', "</font>", Span(0, 8))


def test_tabs_and_line_ends_are_elements_and_the_rest_is_escaped() -> None:
    assert run("a < b\tc\n", {Emphasis.ITALIC, Emphasis.BOLD}) == (
        '<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space="preserve">a &lt; b</w:t><w:tab/>'
        '<w:t xml:space="preserve">c</w:t><w:br/></w:r>'
    )


def test_a_mark_may_open_in_one_sentence_and_close_in_another() -> None:
    runs = RunsOfSentences([BOLD], "Kapal ls")
    assert runs.of([Text("One "), Open(0), Text("two.")]) == run("One ") + run("two.", [Emphasis.BOLD])
    assert runs.of([Text("Three"), Close(0), Text(" four.")]) == run("Three", [Emphasis.BOLD]) + run(" four.")


def test_kept_words_are_text_and_marks_without_words_or_emphasis_are_nothing() -> None:
    runs = RunsOfSentences([COLOUR, CODE, NOTE], "Kapal ls")
    assert runs.of([Open(0), Text("See "), Kept(1), Beside(2), Close(0)]) == run("See ") + run("ls")

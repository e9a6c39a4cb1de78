from __future__ import annotations

import pytest

from tests.formats.office_files import members
from tests.formats.test_docx import body, document, paragraph, run
from translator.bitext import Bitext, Link, Origin, Pair, SegmentPair, Stamp
from translator.document import Span
from translator.formats import docx
from translator.markup.xml_scan import check_xml

CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
BREAK = "<w:r><w:br/></w:r>"


def translated(content: str, number: int, target: str, links: str) -> str:
    """The body of a paragraph, one segment of which is translated with these links between its words."""
    document_ = docx.parse(document(paragraph(content)), "a")
    segments = []
    for at, segment in enumerate(document_.segments):
        pair = Pair(segment.text, segment.text, Origin.ENGINE)
        if at == number:
            numbers = [Link(*map(int, link.split("-"))) for link in links.split()]
            pair = Pair(segment.text, target, Origin.ENGINE, links=tuple(numbers))
        segments.append(SegmentPair(segment, (Span(0, len(segment.text)),), (pair,)))
    new = docx.render(Bitext(document_, tuple(segments), Stamp("model", "ct2", "0")))
    check_xml(members(new)["word/document.xml"], "a")
    return body(new)


def test_a_wrapper_that_began_before_a_break_ends_outside_the_wrappers_of_the_segment() -> None:
    controls = CONTROL.format(run("tiga")) + CONTROL.format(run(" empat"))
    content = f"<w:ins>{run('nol')}{BREAK}{run('satu dua ')}</w:ins>{controls}"
    assert translated(content, 1, "X Y", "0-0 1-1 2-0 3-1") == paragraph(
        f"<w:ins>{run('nol')}{BREAK}{CONTROL.format(run('X'))}</w:ins>{run(' ')}{CONTROL.format(run('Y'))}"
    )


def test_a_wrapper_that_ends_behind_a_break_begins_outside_the_wrappers_of_the_segment() -> None:
    controls = CONTROL.format(run("tiga ")) + CONTROL.format(run("empat "))
    content = f"{controls}<w:ins>{run('satu dua')}{BREAK}{run('nol')}</w:ins>"
    assert translated(content, 0, "X Y", "0-0 1-1 2-0 3-1") == paragraph(
        f"{CONTROL.format(run('X'))}<w:ins>{run(' ')}{CONTROL.format(run('Y'))}{BREAK}{run('nol')}</w:ins>"
    )


@pytest.mark.parametrize("links", ["0-2 1-1 2-0", "0-0 1-1 2-2"])
def test_two_halves_in_one_segment_keep_their_order(links: str) -> None:
    link = f"<w:hyperlink>{run('tiga')}{BREAK}{run('lima')}</w:hyperlink>"
    content = f"<w:ins>{run('nol')}{BREAK}{run('satu ')}</w:ins>{run('dua ')}{link}"
    new = translated(content, 1, "X Y Z", links)
    assert new.index("<w:ins>") < new.index("</w:ins>") < new.index("<w:hyperlink>") < new.index("</w:hyperlink>")


def test_a_blank_between_two_formats_has_not_the_line_under_the_text_around_them() -> None:
    bold, italic, under = "<w:b/>", "<w:i/>", '<w:u w:val="single"/>'
    content = run("Satu", bold) + run(" dua ") + run("tiga empat lima", under) + run(".")
    new = translated(content, 0, "One two three four five.", "0-0 1-1 2-2 3-3 4-4")
    assert new == paragraph(run("One", bold) + run(" two ") + run("three four five", under) + run("."))
    content = run("Satu ", under) + run("dua", bold) + run(" ") + run("tiga", italic) + run(" lima", under)
    new = translated(content, 0, "One two three five", "0-0 1-1 2-2 3-3")
    assert new == paragraph(run("One ", under) + run("two ", bold) + run("three", italic) + run(" five", under))

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.files import load, tbx
from glossary.term import GlossaryError, Term

ENTRY = """<martif type="TBX" xml:lang="en"><text><body><termEntry id="1"><descrip type="subjectField">army</descrip>
<langSet xml:lang="en-GB"><ntig><termGrp><term>warship</term></termGrp></ntig></langSet>
<langSet xml:lang="in"><tig><term>kapal <hi>perang</hi></term></tig><tig><term>KRI</term></tig></langSet>
</termEntry></body></text></martif>"""


def write(folder: Path, text: str) -> Path:
    path = folder / "terms.tbx"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_lists_of_other_tools_are_read(tmp_path: Path) -> None:
    path = write(tmp_path, ENTRY)
    wanted = Term("kapal perang", ("warship",), variants=("KRI",), origin=f"{path}:1", domain="army")
    assert load(path).terms == (wanted,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<martif>", ":1: not XML that can be read"),
        ("<tbx/>", ":1: the root element is <tbx>; wanted <martif>"),
        ("<martif><termEntry/></martif>", ":1: an entry without an Indonesian (id) and an English (en) term"),
        ('<!DOCTYPE m [<!ENTITY a "b">]><martif>&a;</martif>', ":1: not XML that can be read"),
    ],
)
def test_what_is_no_list_is_refused(text: str, message: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(GlossaryError) as error:
        load(path)
    assert message in error.value.message


def test_what_xml_cannot_hold_is_dropped_and_said(tmp_path: Path) -> None:
    data, lost = tbx.render([Term("a\x01b", ("c<&>",))])
    path = write(tmp_path, data.decode())
    assert [(term.source, term.targets) for term in load(path).terms] == [("ab", ("c<&>",))]
    assert [problem.message for problem in lost] == [
        "control characters of 'a\\x01b' are dropped: XML cannot hold them"
    ]

from __future__ import annotations

import pytest

from translator.formats.xliff.content import content_of
from translator.formats.xliff.units import units
from translator.markup.runs import Role


def rows(inner: str, *, preserves: bool = False) -> list[list[tuple[Role, str, str]]]:
    """The rows of a source's content: of each item its role, what is written for it, and what it says."""
    data = f'<xliff version="1.2"><trans-unit><source>{inner}</source></trans-unit></xliff>'.encode()
    (unit,) = units(data, "a.xlf")
    source = unit.element.child("source")
    assert source is not None
    content = content_of(source, data, "utf-8", preserves=preserves)
    found = []
    for row in content.rows:
        assert [item.span.of(content.raw) for item in row] == [item.raw for item in row]
        found.append([(item.role, item.raw, item.text) for item in row])
    return found


def test_text_is_read_with_its_references_and_line_ends_are_blanks() -> None:
    assert rows("Satu\n  dua &amp; é&#160;<![CDATA[<b>]]>") == [
        [
            (Role.TEXT, "Satu", "Satu"),
            (Role.TEXT, "\n  ", " "),
            (Role.TEXT, "dua ", "dua "),
            (Role.TEXT, "&amp;", "&"),
            (Role.TEXT, " é", " é"),
            (Role.TEXT, "&#160;", "\u00a0"),
            (Role.TEXT, "&lt;b&gt;", "<b>"),
        ]
    ]


def test_the_line_ends_of_other_systems_are_blanks_too() -> None:
    assert [text for _, _, text in rows("Satu \r\n  dua\rtiga")[0]] == ["Satu", " ", "dua", " ", "tiga"]


def test_where_blanks_are_meant_a_line_end_ends_a_segment() -> None:
    wanted = [[(Role.TEXT, "Satu", "Satu"), (Role.BREAK, "\n  ", ""), (Role.TEXT, "dua", "dua")]]
    assert rows("Satu\n  dua", preserves=True) == wanted


@pytest.mark.parametrize(
    ("inner", "roles"),
    [
        ("<g id='1'>a</g>", [Role.OPEN, Role.TEXT, Role.CLOSE]),
        ("<bpt id='1' rid='7'/>a<ept id='2' rid='7'/>", [Role.OPEN, Role.TEXT, Role.CLOSE]),
        ("<bx id='1'/>a<ex id='1'/>", [Role.OPEN, Role.TEXT, Role.CLOSE]),
        ("<sc id='1'/>a<ec startRef='1'/>", [Role.OPEN, Role.TEXT, Role.CLOSE]),
        ("<sc id='1'/>a<ec startRef='2'/>", [Role.BESIDE, Role.TEXT, Role.BESIDE]),
        ("<sc id='1'/><g>a<ec startRef='1'/></g>", [Role.BESIDE, Role.OPEN, Role.TEXT, Role.BESIDE, Role.CLOSE]),
        ("a<x id='1'/><!-- c -->", [Role.TEXT, Role.BESIDE, Role.BESIDE]),
        ("a<x ctype='lb'/>b", [Role.TEXT, Role.BREAK, Role.TEXT]),
        ("<mrk mtype='seg' mid='1'>a</mrk>", [Role.BREAK, Role.TEXT, Role.BREAK]),
        ("<mrk mtype='term'>a</mrk>", [Role.OPEN, Role.TEXT, Role.CLOSE]),
        ("<mrk mtype='protected'>a <g>b</g></mrk>", [Role.KEPT]),
        ("<mrk translate='no'/>", [Role.BESIDE]),
    ],
)
def test_codes_have_the_role_that_their_kind_says(inner: str, roles: list[Role]) -> None:
    assert [role for role, _, _ in rows(inner)[0]] == roles


def test_a_sub_flow_is_a_row_of_its_own_inside_its_code() -> None:
    code = "<ph id='1'>alt=<sub>Foto <g>itu</g></sub></ph>"
    found = rows(f"Kapal{code}")
    assert found[0] == [(Role.TEXT, "Kapal", "Kapal"), (Role.BESIDE, code, "")]
    assert [text for _, _, text in found[1]] == ["Foto ", "", "itu", ""]

from __future__ import annotations

import pytest

from translator.formats.xliff.fills import fills_of, is_final, with_target_language
from translator.formats.xliff.units import units


def fills(unit: str) -> list[tuple[str, str, str, str]]:
    """Of each fill of a unit: what it replaces, what stands before and behind its content, and the content."""
    version = "1.2" if "trans-unit" in unit else "2.0"
    data = f'<xliff version="{version}">{unit}</xliff>'.encode()
    (found,) = units(data, "a.xlf")
    return [
        (each.span.of(data.decode()), each.before, each.after, each.content.raw)
        for each in fills_of(found, data, "utf-8")
    ]


STATE = 'state="needs-review-translation"'


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("<source>Satu</source>", [("", f"<target {STATE}>", "</target>", "Satu")]),
        ("\n <source>Satu</source>\n", [("", f"\n <target {STATE}>", "</target>", "Satu")]),
        ("<source>Satu</source><target/>", [("<target/>", f"<target {STATE}>", "</target>", "Satu")]),
        (
            "<source>Satu</source><target state='new' x='y'> </target>",
            [("<target state='new' x='y'> </target>", f"<target {STATE} x='y'>", "</target>", "Satu")],
        ),
        ("<source>Satu</source><target>One</target>", []),
        ("<source>Satu</source><target state='final'/>", []),
        ("<source>Satu</source><target state='signed-off'/>", []),
        ("<source> </source>", []),
        ("<source>{n, plural, other {# kapal}}</source>", []),
        ("<source><x id='1'/></source>", [("", f"<target {STATE}>", "</target>", "<x id='1'/>")]),
        (
            "<source>Satu</source><seg-source><mrk mtype='seg' mid='1'>Satu</mrk></seg-source><note/>",
            [("", f"<target {STATE}>", "</target>", "<mrk mtype='seg' mid='1'>Satu</mrk>")],
        ),
        (
            "<source>Satu Dua</source><seg-source><mrk mtype='seg' mid='1'>Satu</mrk> "
            "<mrk mtype='seg' mid='2'>Dua</mrk></seg-source>"
            "<target><mrk mtype='seg' mid='2'/> <mrk mtype='seg' mid='1'>One</mrk></target>",
            [("<mrk mtype='seg' mid='2'/>", "<mrk mtype='seg' mid='2'>", "</mrk>", "Dua")],
        ),
        ("<note/>", []),
    ],
)
def test_a_target_of_xliff_1_is_filled_where_it_is_empty(unit: str, wanted: list[tuple[str, ...]]) -> None:
    assert fills(f"<trans-unit>{unit}</trans-unit>") == wanted


@pytest.mark.parametrize(
    ("segment", "wanted"),
    [
        ("<segment><source>Satu</source></segment>", [("", "<target>", "</target>", "Satu")]),
        ("<segment><source>Satu</source><target/></segment>", [("<target/>", "<target>", "</target>", "Satu")]),
        ("<segment><source>Satu</source><target>One</target></segment>", []),
        ("<segment state='final'><source>Satu</source></segment>", []),
        ("<ignorable><source> </source></ignorable>", []),
    ],
)
def test_a_target_of_xliff_2_is_filled_where_it_is_empty(segment: str, wanted: list[tuple[str, ...]]) -> None:
    assert fills(f"<unit>{segment}</unit>") == wanted


def test_a_segment_that_is_filled_is_translated_and_has_no_older_substate() -> None:
    segment = b"<segment state='initial' subState='a:b'><source>A</source></segment>"
    data = b"<xliff version='2.0'><unit>%s</unit></xliff>" % segment
    (unit,) = units(data, "a.xlf")
    (fill,) = fills_of(unit, data, "utf-8")
    assert [text for _, text in fill.edits] == ['<segment state="translated">']
    assert not is_final(unit)


def test_the_language_of_the_target_is_named_where_it_is_missing() -> None:
    assert with_target_language('<file id="1" >', 1) == '<file id="1" target-language="en">'
    assert with_target_language("<xliff trgLang=''>", 2) == '<xliff trgLang="en">'

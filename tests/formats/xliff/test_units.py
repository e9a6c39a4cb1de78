from __future__ import annotations

import pytest

from translator.errors import SourceError
from translator.formats.xliff.units import units

FIRST = '<xliff version="1.2"><file source-language="{}" target-language="{}"><body>{}</body></file></xliff>'
SECOND = '<xliff version="2.1" srcLang="id"><file>{}</file></xliff>'
EMPTY = "<trans-unit id='1'><source/></trans-unit>"


def left(text: str) -> list[str]:
    return [unit.left for unit in units(text.encode(), "a.xlf")]


@pytest.mark.parametrize(
    ("source", "target", "why"),
    [
        ("id", "en", ""),
        ("in-ID", "en-GB", ""),
        ("IND", "eng", ""),
        ("id", "", ""),
        ("en", "id", "from 'en' into 'id'"),
        ("id", "fr", "from 'id' into 'fr'"),
        ("jv", "", "from 'jv'"),
    ],
)
def test_only_what_is_from_indonesian_into_english_is_translated(source: str, target: str, why: str) -> None:
    assert left(FIRST.format(source, target, EMPTY)) == [why]
    second = SECOND.replace('"id"', f'"{source}" trgLang="{target}"').format("<unit id='1'/>")
    assert left(second) == [why]


def test_what_is_not_to_be_translated_is_inherited_and_may_be_taken_back() -> None:
    inner = "<group translate='no'><unit/><unit translate='yes'/></group><unit translate='no'/><unit/>"
    assert left(SECOND.format(inner)) == ["translate=no", "", "translate=no", ""]
    locked = "<trans-unit approved='yes'/><trans-unit m:locked='true'/><trans-unit m:locked='false' approved='no'/>"
    assert left(FIRST.format("id", "en", locked)) == ["approved", "locked", ""]


def test_the_language_of_a_file_counts_more_than_a_unit_that_asks_to_be_translated() -> None:
    assert left(FIRST.format("en", "fr", "<trans-unit translate='yes'/>")) == ["from 'en' into 'fr'"]


def test_a_unit_knows_its_line_its_prefix_and_how_blanks_are_meant() -> None:
    text = '<x:xliff version="1.2">\n<x:file xml:space="preserve">\n<x:trans-unit/><y:trans-unit/></x:file></x:xliff>'
    (unit,) = units(text.encode(), "a.xlf")
    assert (unit.line, unit.prefix, unit.version, unit.preserves, unit.element.name) == (3, "x:", 1, True, "trans-unit")
    assert unit.unnamed is not None
    assert unit.unnamed.of(text) == '<x:file xml:space="preserve">'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tmx/>", "a.xlf: the root element is <tmx>; <xliff> was wanted"),
        ("<xliff/>", "a.xlf: XLIFF of version ''; 1.2 or 2.x was wanted"),
        ("<xliff version='1.2'><a></xliff>", "a.xlf: not well-formed XML: mismatched tag (line 1, column 27)"),
        ("<!DOCTYPE x><xliff version='1.2'/>", "a.xlf: has a document type, and none is read"),
    ],
)
def test_what_is_no_xliff_is_refused(text: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(units(text.encode(), "a.xlf"))
    assert caught.value.message == message

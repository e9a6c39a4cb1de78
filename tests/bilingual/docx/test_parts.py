from __future__ import annotations

from translator.bilingual.docx.parts import core_properties, custom_properties, fixed_parts
from translator.markup.xml_scan import check_xml


def test_every_part_is_well_formed_whatever_the_name_of_the_document() -> None:
    parts = dict(fixed_parts())
    parts["core"] = core_properties("a & b <c>\0.txt")
    parts["custom"] = custom_properties({"padan:document": 'x"<&>\x01'})
    for name, text in parts.items():
        check_xml(text.encode(), name)


def test_the_languages_are_indonesian_for_the_source_and_english_for_the_rest() -> None:
    styles = dict(fixed_parts())["word/styles.xml"]
    assert styles.count('w:lang w:val="en-US"') == 1
    assert styles.count('w:lang w:val="id-ID"') == 1
    assert "<dc:language>en-US</dc:language>" in core_properties("a")

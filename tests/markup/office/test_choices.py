from __future__ import annotations

from tests.formats.office_files import xml
from translator.markup.office.choices import Choices, has_list, is_shown_choice
from translator.markup.office.tree import XmlElement, tree

ITEM = '<w:listItem w:displayText="Kapal"/>'


def read(body: str) -> list[XmlElement]:
    return list(tree(xml(f"<w:body>{body}</w:body>").encode(), "a").walk())


def control(kind: str) -> str:
    return f"<w:sdt><w:sdtPr><w:{kind}>{ITEM}</w:{kind}></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"


def test_only_a_control_with_a_list_shows_a_choice() -> None:
    elements = read(control("comboBox") + control("text") + "<w:sdtContent/>")
    assert [element.name for element in elements if has_list(element)] == ["w:sdt"]
    assert [element.name for element in elements if is_shown_choice(element)] == ["w:sdtContent"]


def test_each_control_has_a_list_of_its_own_and_what_is_outside_has_none() -> None:
    choices = Choices()
    found = []
    for element in read("<w:p/>" + control("comboBox") + "<w:p/>" + control("dropDownList")):
        if element.name in ("w:listItem", "w:p"):
            found.append(choices.around(element))
    before, item, shown, between, other, other_shown = found
    assert (before, between) == (None, None)
    assert item is shown
    assert other is other_shown
    assert item is not other

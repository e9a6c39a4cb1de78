"""Lists to choose from: the controls that have one, their items, and the item that is shown.

What a control shows is a text of its own, and no part of the sentence around it: other words could make it another word
than its item in the list.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from translator.document import Mark
from translator.markup.office.tree import XmlElement

Said = tuple[tuple[str, tuple[Mark, ...]], ...]  # the segments of a text, each with its marks

_ITEMS = frozenset({"w:listItem", "loext:list-item", "text:label"})
_LISTS = frozenset({"w:dropDownList", "w:comboBox", "loext:list-item", "text:label"})
_CONTROLS = frozenset({"w:sdt", "loext:content-control", "text:drop-down"})


def has_list(control: XmlElement) -> bool:
    """Is it a control with a list to choose from?"""
    if not _is_control(control):
        return False
    head = control.child("w:sdtPr") or control
    return any(child.name in _LISTS for child in head.children)


def _is_control(element: XmlElement) -> bool:
    return element.name in _CONTROLS


def is_shown_choice(element: XmlElement) -> bool:
    """Does the element hold what a control with a list shows?"""
    if element.name == "w:sdtContent":
        return element.parent is not None and has_list(element.parent)
    return element.name != "w:sdt" and has_list(element)


@dataclass(slots=True)
class Choices:
    """The list that is being read. control: that has it. segments: for each of its texts the number of its first."""

    control: XmlElement | None = None
    segments: dict[Said, int] = field(default_factory=dict)

    def around(self, element: XmlElement) -> dict[Said, int] | None:
        """The segments of the list to which an element belongs, as an item or as what is shown; None for no list."""
        if element.name in _ITEMS or is_shown_choice(element):
            self._enter(element)
        is_inside = self.control in (element, *element.ancestors())
        return self.segments if is_inside else None

    def _enter(self, element: XmlElement) -> None:
        control = next(filter(_is_control, (element, *element.ancestors())), None)
        if control is not self.control:
            self.control = control
            self.segments = {}

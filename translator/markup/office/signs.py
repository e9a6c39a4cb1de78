"""Signs that an office document has as elements: boxes to tick, and symbols of a font of pictures."""

from __future__ import annotations

import re
from collections.abc import Set

from translator.markup.item_signs import BOX
from translator.markup.office.tree import XmlElement

_PICTURES = re.compile(r"Wingdings(?: [23])?|Webdings", re.IGNORECASE)
_CODE = re.compile(r"[Ff0]0([0-9A-Fa-f]{2})|([0-9A-Fa-f]{2})")
# The codes of boxes and circles to tick in the fonts that have them.
_BOXES = {
    "wingdings": frozenset({0x6F, 0x70, 0x71, 0x72, 0xA1, 0xA8, 0xFD, 0xFE}),
    "wingdings 2": frozenset({0x51, 0x52, 0x53, 0x54, 0xA3}),
}
_PRIVATE = 0xF000  # where the characters of such fonts stand in a text


def sign_of(element: XmlElement, boxes: Set[str] = frozenset()) -> str:
    """The sign that an element shows: a box, or the character of a font; empty for all else.

    boxes: the names of those controls of an OpenDocument form that are boxes.
    """
    if element.name == "w:sym":
        return _symbol(element.get("font"), element.get("char"))
    is_field = element.name == "field:fieldmark" and element.get("type").endswith(".FORMCHECKBOX")
    is_word = element.name == "draw:control" and element.get("anchor-type") == "as-char"
    if is_field or (is_word and element.get("control") in boxes):
        return BOX
    return ""


def _symbol(font: str, code: str) -> str:
    found = _CODE.fullmatch(code)
    if not _PICTURES.fullmatch(font) or found is None:
        return ""
    number = int(found[1] or found[2], 16)
    if number in _BOXES.get(font.lower(), ()):
        return BOX
    return chr(_PRIVATE + number)

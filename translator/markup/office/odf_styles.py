"""The styles of an OpenDocument file, as far as they tell which spans look alike and which texts nobody sees."""

from __future__ import annotations

from dataclasses import dataclass, field

from translator.markup.office.tree import XmlElement
from translator.markup.office.vocabulary import ODF

_PROPERTIES = "style:text-properties"
_AUTOMATIC = "office:automatic-styles"  # those that a program makes for the formats which a user gives by hand
_MAX_PARENTS = 50  # styles above a style; a row without end is damage


@dataclass(slots=True)
class OdfStyles:
    """looks: of each automatic style of text. parents, shown: by a style's family and name, the style above it, and
    whether it says that its text is seen.
    """

    looks: dict[str, str] = field(default_factory=dict)
    parents: dict[tuple[str, str], str] = field(default_factory=dict)
    shown: dict[tuple[str, str], bool] = field(default_factory=dict)

    def add(self, style: XmlElement) -> None:
        """Add a style. What is added later has precedence, as automatic styles have."""
        family, name = style.get("family"), style.get("name")
        parent = style.get("parent-style-name")
        properties = style.child(_PROPERTIES)
        self.parents[family, name] = parent
        display = properties.get("display") if properties else ""
        self.shown.pop((family, name), None)
        if display:
            self.shown[family, name] = display != "none"
        if family != "text":
            return
        self.looks.pop(name, None)
        if style.parent is not None and style.parent.name == _AUTOMATIC:
            self.looks[name] = "|".join(filter(None, [parent, *_visible(properties)]))

    def look(self, name: str) -> str:
        """A text that is equal for all styles of text that look the same; empty for one that changes nothing."""
        return self.looks.get(name, name)

    def is_hidden(self, family: str, name: str) -> bool:
        """Does the style, or the first above it that says so, hide its text?"""
        for _ in range(_MAX_PARENTS):
            if (family, name) in self.shown:
                return not self.shown[family, name]
            name = self.parents.get((family, name), "")
            if not name:
                break
        return False


def _visible(properties: XmlElement | None) -> list[str]:
    """What the properties of a text change that a reader sees."""
    if properties is None:
        return []
    changes = []
    for attribute, value in sorted(properties.attributes):
        if not attribute.startswith("xmlns") and ODF.noise.fullmatch(attribute.rpartition(":")[2]) is None:
            changes.append(f"{attribute}={value}")
    return changes

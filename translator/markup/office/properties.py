"""What a document says of itself: its title, subject, description and keywords; never who made it."""

from __future__ import annotations

from translator.markup.office.package import OfficePackage
from translator.markup.office.part import OfficePart
from translator.markup.office.reader import PartReader, SegmentList
from translator.markup.office.tree import tree
from translator.markup.office.vocabulary import DML

_WORDS = ("dc:title", "dc:subject", "dc:description", "cp:keywords")


def read_parts(office: OfficePackage, found: SegmentList) -> list[OfficePart]:
    """The core properties of a document."""
    parts = []
    for member in office.of_type(".core-properties+xml"):
        reader = PartReader(member, office.package.read(member), DML, found)
        for element in tree(reader.data, f"{office.package.name}, {member}").walk():
            if element.name in _WORDS:
                reader.where = f"properties, {element.name.partition(':')[2]}"
                reader.add_content(element)
            elif element.name == "dc:language":
                reader.note_spoken_language(element)
        parts.append(reader.part())
    return parts

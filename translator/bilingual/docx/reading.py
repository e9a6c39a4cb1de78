"""What a document of any origin has in its tables of source and translation, and what it says of itself."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from translator.bilingual.base import Numbered, bytes_of
from translator.bilingual.docx.parts import PROPERTIES
from translator.bilingual.docx.table import BOOKMARK, HEADER, REVIEWED
from translator.bitext import Origin, Pair
from translator.errors import SourceError
from translator.markup.office.package import open_office
from translator.markup.office.tree import XmlElement, elements, tree
from translator.markup.zip_package import DAMAGE

_PLACE = re.compile(BOOKMARK.format("([0-9]{1,9})", "([0-9]{1,9})", f"({REVIEWED})?"))
_SOURCES = frozenset({HEADER[0].lower(), "source", "source text", "indonesian", "indonesia", "sumber"})
_TARGETS = frozenset({HEADER[1].lower(), "target", "target text", "translation", "terjemahan", "bahasa inggris"})
_NUMBER = re.compile(r"\d[\d.]*")
_WITH_NUMBER = 3  # columns of a table that has a number before its source and translation
_MOST_PROPERTIES = 2**20  # bytes of a document's properties
# What is no text of a cell: what a reviewer took away, formats, and a table in the cell, which is no sentence.
_NO_TEXT = frozenset({"w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:tbl", "mc:Fallback"})
_CHARACTERS = {"w:p": " ", "w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}


def read(path: Path) -> Iterator[Numbered]:
    """The rows of the tables of a document, as they are when all changes are accepted, with their numbers.

    A table has a header that names its columns, or else two columns, or three with a number in the first. Raises
    SourceError where the document has none.
    """
    number = 0
    for rows in _tables(path):
        source, target = _columns(rows[0])
        for row in rows:
            cells = _cells(row)
            if _is_header(cells) or len(cells) <= max(source, target):
                continue
            number += 1
            segment, sentence, is_reviewed = _place(row)
            pair = Pair(cells[source], cells[target], Origin.MEMORY, reviewed=is_reviewed)
            yield Numbered(number, pair, "", segment, sentence)


def properties_of(path: Path) -> dict[str, str]:
    """The properties of a document that are not of the format; none where it has none, or is no document."""
    try:
        with zipfile.ZipFile(path) as package:
            part = package.getinfo(PROPERTIES)
            data = package.read(part) if part.file_size <= _MOST_PROPERTIES else b"<none/>"
        root = tree(data, PROPERTIES)
    except (*DAMAGE, KeyError, SourceError):
        return {}
    return {element.get("name"): element.said() for element in root.children}


def _tables(path: Path) -> Iterator[list[XmlElement]]:
    """The rows of each table that holds sentences. Raises SourceError where there is none."""
    office = open_office(bytes_of(path), str(path), ".docx")
    has_table = "padan:document" in properties_of(path)  # a document of ours may have no sentence
    for part in office.of_type(".main+xml"):
        for table in elements(office.package.read(part), f"{path}, {part}", frozenset({"w:tbl"})):
            rows = list(filter(_is_row, table.children))
            if not rows:
                continue
            if max(_columns(rows[0])) < len(_cells(rows[0])):
                has_table = True
                yield rows
    if not has_table:
        raise SourceError(f"{path}: no table of source and translation", "wanted a table of two columns")


def _columns(row: XmlElement) -> tuple[int, int]:
    """Which columns are source and translation, by the first row of their table."""
    cells = _cells(row)
    if _is_header(cells):
        return _first_of(_SOURCES, cells), _first_of(_TARGETS, cells)
    if len(cells) == _WITH_NUMBER and _NUMBER.fullmatch(cells[0]):
        return 1, 2
    return 0, 1


def _is_header(cells: Sequence[str]) -> bool:
    names = set(map(str.lower, cells))
    if names.isdisjoint(_SOURCES):
        return False
    return not names.isdisjoint(_TARGETS)


def _first_of(names: frozenset[str], cells: Sequence[str]) -> int:
    """The number of the first cell that is one of the names."""
    found = [cell.lower() in names for cell in cells]
    return found.index(True)


def _is_row(element: XmlElement) -> bool:
    """Is it a row that no reviewer deleted?"""
    if element.name != "w:tr":
        return False
    properties = element.child("w:trPr")
    if properties is None:
        return True
    return properties.child("w:del") is None


def _cells(row: XmlElement) -> list[str]:
    return ["".join(_texts(cell)).strip() for cell in row.children if cell.name == "w:tc"]


def _texts(cell: XmlElement) -> Iterator[str]:
    waiting = list(reversed(cell.children))
    while waiting:
        part = waiting.pop()
        if part.name in _NO_TEXT:
            continue
        yield part.text if part.name == "w:t" else _CHARACTERS.get(part.name, "")
        waiting += reversed(part.children)


def _place(row: XmlElement) -> tuple[int, int, bool]:
    """Segment and sentence that the bookmark of a row names, 0 where it has none, and whether the row is reviewed."""
    for element in row.walk():
        found = _PLACE.fullmatch(element.get("name")) if element.name == "w:bookmarkStart" else None
        if found:
            return int(found[1]), int(found[2]), bool(found[3])
    return 0, 0, False

"""The translation memory: TMX 1.4b, one unit for each sentence, for OmegaT and any other tool of translators.

There is no date in it, so the same bitext always gives the same bytes. The header holds the stamp and the sha256 of the
translation that it was written with. Characters that XML cannot write are dropped.
Source of the format: https://www.gala-global.org/tmx-14b, sections 2 and 3.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from translator.bilingual.base import (
    BilingualRow,
    chunked,
    head_of,
    holds_checksum,
    name_of,
    origin_of,
    rows,
    stamp_of,
)
from translator.bilingual.pair_values import REVIEWED
from translator.bitext import Bitext, Pair
from translator.errors import PadanError, SourceError
from translator.markup.xml_text import cleaned, parsed, plain, xml_root

SUFFIX = ".tmx"
GENERATOR = b'creationtool="Padan"'
CHECKSUM = b'<prop type="padan:translation-sha256">%s</prop>'

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SOURCE, _TARGET = ("id", "in"), ("en",)  # "in" is how Indonesian was called until 1989, and Java still writes it
_SMALL_NUMBER = re.compile("[0-9]{1,9}")  # a longer one counts no segments


def render(bitext: Bitext, checksum: str) -> Iterator[bytes]:
    """The memory. Raises PadanError where a unit cannot be read again, which would be a fault of ours."""
    about = {**stamp_of(bitext, checksum), "document": name_of(bitext)}
    return chunked(_lines(rows(bitext), about))


def written(table: Iterable[BilingualRow]) -> Iterator[bytes]:
    """Rows as a memory that stands beside no translation. Raises PadanError as `render`."""
    return chunked(_lines(table, {}))


def _lines(table: Iterable[BilingualRow], about: Mapping[str, str]) -> Iterator[str]:
    """The lines of a memory. about: what its header says in properties of ours."""
    yield "<?xml version='1.0' encoding='UTF-8'?>\n<tmx version=\"1.4\">\n"
    yield f"  {_written(_header(about), level=1)}\n  <body>\n"
    for row in table:
        unit = _written(_unit(row), level=2)
        wanted = [(cleaned(row.pair.source), cleaned(row.pair.target))]
        if _pairs(parsed(unit.encode())) != wanted:
            seen = "the TMX does not hold what was written to it"
            raise PadanError(seen, "this is a fault of Padan's: please report it")
        yield f"    {unit}\n"
    yield "  </body>\n</tmx>\n"


def _written(element: ET.Element, level: int) -> str:
    """An element as text, its children in lines that are indented below its own."""
    ET.indent(element, level=level)
    return ET.tostring(element, "unicode")


def _header(about: Mapping[str, str]) -> ET.Element:
    tool = {"creationtool": "Padan", "creationtoolversion": version("padan"), "segtype": "sentence", "o-tmf": "Padan"}
    header = ET.Element("header", tool | {"adminlang": "en", "srclang": "id", "datatype": "plaintext"})
    for name, value in about.items():
        _prop(header, name, value)
    return header


def read(path: Path) -> list[BilingualRow]:
    """The sentences in Indonesian and English of a memory of any origin, without inline codes.

    A document type is passed over, nothing that it names is opened, and one that declares entities is refused. Raises
    SourceError where the file is no TMX or holds no such sentences.
    """
    tree = xml_root(path, "tmx")
    document = _props(tree.find("header")).get("document", path.name)
    table = []
    number = 0
    for number, unit in enumerate(tree.iter("tu"), 1):
        row = _row(unit, document, number)
        if row is not None:
            table.append(row)
    if number and not table:
        message = f"{path}: no unit has both an Indonesian (id) and an English (en) text"
        raise SourceError(message, "check its languages")
    return table


def vouches(path: Path, translated: bytes) -> bool:
    """Is the memory ours, and was it written with exactly these bytes of translation?"""
    if not wrote(path):
        return False
    return holds_checksum(path, CHECKSUM, translated)


def wrote(path: Path) -> bool:
    """Does the memory name us as the tool that created it?"""
    head = head_of(path)
    if b"<tmx" not in head:
        return False
    return GENERATOR in head


def _unit(row: BilingualRow) -> ET.Element:
    unit = ET.Element("tu")
    _prop(unit, "segment", str(row.segment))
    _prop(unit, "sentence", str(row.sentence))
    _prop(unit, "origin", row.pair.origin.value)
    if row.where:
        _prop(unit, "where", row.where)
    if row.pair.reviewed:
        _prop(unit, "reviewed", REVIEWED)
    for language, text in (("id", row.pair.source), ("en", row.pair.target)):
        ET.SubElement(ET.SubElement(unit, "tuv", {_LANG: language}), "seg").text = cleaned(text)
    return unit


def _prop(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, "prop", type=f"padan:{name}").text = cleaned(text)


def _pairs(tree: ET.Element) -> list[tuple[str, str]]:
    pairs = []
    for unit in tree.iter("tu"):
        source = _text(unit, _SOURCE) or ""
        target = _text(unit, _TARGET) or ""
        pairs.append((source, target))
    return pairs


def _row(unit: ET.Element, document: str, number: int) -> BilingualRow | None:
    source, target = _text(unit, _SOURCE), _text(unit, _TARGET)
    if source is None or target is None:
        return None
    props = _props(unit)
    origin = origin_of(props.get("origin", ""))
    segment = _number(props.get("segment", ""), number)
    sentence = _number(props.get("sentence", ""), 0)
    pair = Pair(source.strip(), target.strip(), origin, reviewed="reviewed" in props)
    return BilingualRow(document, segment, sentence, pair, props.get("where", ""))


def _number(text: str, otherwise: int) -> int:
    if _SMALL_NUMBER.fullmatch(text):
        return int(text)
    return otherwise


def _props(element: ET.Element | None) -> dict[str, str]:
    """Our own properties of a header or a unit."""
    if element is None:
        return {}
    props = {}
    for prop in element.findall("prop"):
        name = prop.get("type", "")
        if name.startswith("padan:"):
            props[name.removeprefix("padan:")] = prop.text or ""
    return props


def _text(unit: ET.Element, languages: tuple[str, ...]) -> str | None:
    """A unit's text in one of the languages; OmegaT's older files call the attribute `lang`."""
    for variant in unit.iter("tuv"):
        language = variant.get(_LANG) or variant.get("lang") or ""
        segment = variant.find("seg")
        if segment is not None and re.split("[-_]", language)[0].lower() in languages:
            return plain(segment, {"hi"})  # what is highlighted is text
    return None

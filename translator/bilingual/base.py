"""What the bilingual formats share: their interface, the rows of the table, the proof that a translation is ours."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from translator.atomic_write import in_chunks
from translator.bilingual.pair_values import pair_of, values_of
from translator.bitext import Bitext, Origin, Pair, SegmentPair, Severity
from translator.errors import SourceError, reason_of
from translator.markup.xml_text import cleaned

FIELDS = {
    "document": str,
    "segment": int,
    "sentence": int,
    "source": str,
    "target": str,
    "origin": str,
    "terms": list,
    "findings": list,
    "links": str,
    "score": float | None,
    "where": str,
    "reviewed": str,
    "fuzzy": list,
}
# The fields that tables of older versions lack, and what they say by that.
LATER_FIELDS: dict[str, Any] = {"where": "", "reviewed": "", "fuzzy": []}
# What may stand around a segment: white space, and what has no width (zero-width space, word joiner, byte order mark).
_BLANK = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\u200b\u2060\ufeff"
_WHERE = "where"  # what a note of XLIFF is about that tells the place
_ZIP_PACKAGE = b"PK\x03\x04"  # what an office document begins with: its bytes are no text
HEAD = 2048  # bytes of a file in which its generator and its checksum stand


class BilingualFormat(Protocol):
    """A module that writes one kind of bilingual file.

    `translated` is the bytes of the translated document that the file stands beside, `checksum` their sha256.
    """

    SUFFIX: str

    def render(self, bitext: Bitext, checksum: str, /) -> Iterator[bytes]:
        """The bilingual file in chunks, so that no more of it is held than is being written."""

    def vouches(self, path: Path, translated: bytes, /) -> bool:
        """Does the bilingual file at `path` prove that Padan wrote `translated`, and nobody has changed it since?"""

    def wrote(self, path: Path, /) -> bool:
        """Is the file at `path` of this format, and of our making?"""


class Numbered(NamedTuple):
    """A pair of a file, and the number of the unit, row or line that holds it, from 1.

    where: its place in the document. document, segment, sentence: as in BilingualRow; empty and 0 where the file does
    not tell.
    """

    number: int
    pair: Pair
    where: str = ""
    segment: int = 0
    sentence: int = 0
    document: str = ""


class XliffSentence(NamedTuple):
    """A sentence of an XLIFF file of any origin. reviewed: a person has seen it, as far as the file says."""

    source: str
    target: str
    origin: Origin
    reviewed: bool


@dataclass(frozen=True, slots=True)
class BilingualRow:
    """A line of the table: a pair and its place.

    segment: from 1. sentence: from 1 within the segment; 0 in a file of others that does not tell. where: what people
    call the place, if the numbers do not tell.
    """

    document: str
    segment: int
    sentence: int
    pair: Pair
    where: str = ""


def rows(bitext: Bitext) -> Iterator[BilingualRow]:
    """A bitext's pairs in reading order."""
    name = name_of(bitext)
    for i, segment in enumerate(bitext.segments, 1):
        for j, pair in enumerate(segment.pairs, 1):
            yield BilingualRow(name, i, j, pair, segment.segment.place.where)


def name_of(bitext: Bitext) -> str:
    """The document's name in characters that UTF-8 can write: a file's name may hold bytes of another encoding."""
    return bitext.document.name.encode(errors="replace").decode()


def fields(row: BilingualRow) -> dict[str, Any]:
    """A row as the values of FIELDS, fit for JSON. Whether a term is sure and the unforced text are left out."""
    values = values_of(row.pair)
    places = {"document": row.document, "segment": row.segment, "sentence": row.sentence, "where": row.where}
    return {name: places[name] if name in places else values[name] for name in FIELDS}


def row_of(values: dict[str, Any]) -> BilingualRow:
    """The row whose `fields` these are. Raises ValueError, KeyError or TypeError where they are not those of a row."""
    values = LATER_FIELDS | values
    for name, kind in FIELDS.items():
        if not isinstance(values[name], kind):
            raise TypeError(f"{name} cannot be {type(values[name]).__name__}")
    return BilingualRow(values["document"], values["segment"], values["sentence"], pair_of(values), values["where"])


def are_fields(names: Sequence[str]) -> bool:
    """Do these name the fields of a row, as this version or an older one has them?"""
    first = len(FIELDS) - len(LATER_FIELDS)
    if len(names) < first:
        return False
    return list(names) == list(FIELDS)[: len(names)]


def chunked(lines: Iterable[str]) -> Iterator[bytes]:
    """Text as UTF-8, in chunks of some thousand characters."""
    return map(str.encode, in_chunks(lines))


def to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def text_of(path: Path) -> str:
    """A bilingual file's text. Raises SourceError where it cannot be read or is not UTF-8."""
    try:
        return bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: byte {error.start} is not UTF-8", "save the file as UTF-8") from error


def bytes_of(path: Path) -> bytes:
    """A bilingual file's bytes. Raises SourceError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot read {path}: {reason_of(error)}", "check its name and permissions") from error


def stamp_of(bitext: Bitext, checksum: str) -> dict[str, str]:
    """What a file with room for it says of its making, the sha256 of the translation that it belongs to first."""
    stamp = bitext.stamp
    return {"translation-sha256": checksum, "signature": stamp.signature, "engine": stamp.engine, "model": stamp.model}


def head_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def holds_checksum(path: Path, checksum: bytes, translated: bytes) -> bool:
    """Does the head of a file have the checksum of `translated`? checksum: as written, %s for its digits."""
    return checksum % hashlib.sha256(translated).hexdigest().encode() in head_of(path)


def origin_of(text: str) -> Origin:
    """The origin called `text`; another program's word for it is the memory."""
    try:
        return Origin(text)
    except ValueError:
        return Origin.MEMORY


def is_indonesian_to_english(source: str, target: str) -> bool:
    """Are these the codes of the languages, whatever the region? "in" was Indonesian until 1989, and is in Java."""
    codes = [re.split("[-_]", language)[0].lower() for language in (source, target)]
    return codes in (["id", "en"], ["in", "en"])


def notes_of(segment: SegmentPair) -> Iterator[tuple[str, int, str]]:
    """XLIFF's notes of a segment: what it is about, the priority, the text.

    They are its place in the document, and its findings by their checks: 1 is an error, 2 a warning.
    """
    where = segment.segment.place.where
    if where:
        yield _WHERE, 3, where
    for number, pair in enumerate(segment.pairs, 1):
        for finding in pair.findings:
            place = f"sentence {number}: " if len(segment.pairs) > 1 else ""
            yield finding.check, 1 + (finding.severity is Severity.WARNING), f"{place}{finding.message}"


def where_of(unit: ET.Element) -> str:
    """The place in the document that a note of XLIFF tells; empty where none does."""
    for note in unit.iterfind(".//{*}note"):
        if _WHERE in (note.get("category"), note.get("from")):
            return note.text or ""
    return ""


def stand_in(table: Iterable[BilingualRow | Numbered], translated: bytes, is_xml: bool = False) -> bool:
    """Do the rows' translations stand in `translated`, in order and with nothing but white space between them?

    Where a table has no room for a checksum, this tells a translation as we wrote it from one that a person edited.
    is_xml: the rows come from XML, which drops characters.
    """
    if translated.startswith(_ZIP_PACKAGE):
        return False
    text = _decoded(translated)
    if is_xml:
        text = cleaned(text)
    done = 0
    for row in table:
        start = text.find(row.pair.target, done)
        if start < 0 or text[done:start].strip(_BLANK):
            return False
        done = start + len(row.pair.target)
    return not text[done:].strip(_BLANK)


def _decoded(data: bytes) -> str:
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")

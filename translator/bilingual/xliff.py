"""XLIFF 2.1: a unit for each segment, a segment for each sentence, for the editors of translators.

Markup inside a sentence is kept as inline codes, and findings are notes. There is no date in the file, so the same
bitext always gives the same bytes. Characters that XML cannot write are dropped.
Source of the format: XLIFF Version 2.1, OASIS Standard, 2018, sections 4.2 (elements) and 4.7 (inline content).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from translator.bilingual.base import (
    Numbered,
    XliffSentence,
    chunked,
    head_of,
    holds_checksum,
    is_indonesian_to_english,
    name_of,
    notes_of,
    origin_of,
    stamp_of,
    where_of,
)
from translator.bitext import Bitext, Pair, SegmentPair
from translator.document import Mark, MarkKind
from translator.errors import PadanError, SourceError
from translator.markup.pieces import Close, Kept, Open, Piece, Text
from translator.markup.sentence_pieces import SentencePieces, plain_texts, sentences
from translator.markup.xml_text import element_name, escaped, parsed, plain, quoted, xml_root

SUFFIX = ".xlf"
GENERATOR = b'<mda:metaGroup category="padan">'
CHECKSUM = b'<mda:meta type="translation-sha256">%s</mda:meta>'

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" \
version="2.1" srcLang="id" trgLang="en">
"""
_EMPTY = '<unit id="0" translate="no"><segment><source></source></segment></unit>\n'  # a file must have a unit
_CONTAINERS = {"pc", "mrk"}  # inline elements whose content is text
_ORIGIN = "padan:"  # before the origin of a translation, in the attribute subState
_REVIEWED = ("reviewed", "final")  # states of a segment that a person has seen


def render(bitext: Bitext, checksum: str) -> Iterator[bytes]:
    """The file. Raises PadanError where a unit cannot be read again, which would be a fault of ours."""
    return chunked(_lines(bitext, checksum))


def read(path: Path) -> Iterator[Numbered]:
    """The sentences of a file of any origin that are to be translated, without inline codes, with their unit's number.

    Raises SourceError where the file is no XLIFF 2, or not from Indonesian into English.
    """
    root = xml_root(path, "xliff")
    languages = (root.get("srcLang", ""), root.get("trgLang", ""))
    if not is_indonesian_to_english(*languages):
        raise SourceError(f"{path}: from {languages[0]!r} into {languages[1]!r}", "wanted srcLang id and trgLang en")
    units = root.iterfind(".//{*}unit")
    for number, unit in enumerate(units, 1):
        if unit.get("translate") == "no":
            continue
        where = where_of(unit)
        for sentence, read in enumerate(_read_unit(unit), 1):
            pair = Pair(read.source.strip(), read.target.strip(), read.origin, reviewed=read.reviewed)
            yield Numbered(number, pair, where, number, sentence)


def vouches(path: Path, translated: bytes) -> bool:
    """Is the file ours, and was it written with exactly these bytes of translation?"""
    if not wrote(path):
        return False
    return holds_checksum(path, CHECKSUM, translated)


def wrote(path: Path) -> bool:
    """Does the file say that Padan wrote it?"""
    return GENERATOR in head_of(path)


def _lines(bitext: Bitext, checksum: str) -> Iterator[str]:
    yield _HEAD
    yield f'<file id="f1" original={quoted(name_of(bitext))}>\n'
    yield f"<mda:metadata>{_metadata(bitext, checksum)}</mda:metadata>\n"
    for number, segment in enumerate(bitext.segments, 1):
        yield _unit(number, segment)
    if not bitext.segments:
        yield _EMPTY
    yield "</file>\n</xliff>\n"


def _metadata(bitext: Bitext, checksum: str) -> str:
    stamp = stamp_of(bitext, checksum)
    metas = [f'<mda:meta type="{kind}">{escaped(value)}</mda:meta>' for kind, value in stamp.items()]
    return f"{GENERATOR.decode()}{''.join(metas)}</mda:metaGroup>"


def _unit(number: int, segment: SegmentPair) -> str:
    marks = segment.segment.marks
    parts = [f'<unit id="{number}" xml:space="preserve">\n', _notes(segment), _original_data(marks)]
    kept = [mark.span.of(segment.segment.text) for mark in marks]
    made = sentences(segment)
    for sentence in made:
        if sentence.before:
            blank = escaped(sentence.before)
            parts.append(f"<ignorable><source>{blank}</source><target>{blank}</target></ignorable>\n")
        parts.append(_segment(sentence, kept))
    parts.append("</unit>\n")
    unit = "".join(parts)
    _prove(unit, made, kept)
    return unit


def _notes(segment: SegmentPair) -> str:
    notes = []
    for check, priority, message in notes_of(segment):
        notes.append(f'<note category={quoted(check)} priority="{priority}">{escaped(message)}</note>')
    if not notes:
        return ""
    return f"<notes>{''.join(notes)}</notes>\n"


def _original_data(marks: Sequence[Mark]) -> str:
    """The markup that the inline codes stand for, as the document writes it."""
    if not marks:
        return ""
    data = []
    for number, mark in enumerate(marks, 1):
        data.append(f'<data id="d{number}">{escaped(mark.opening)}</data>')
        if mark.kind is MarkKind.AROUND:
            data.append(f'<data id="e{number}">{escaped(mark.closing)}</data>')
    return f"<originalData>{''.join(data)}</originalData>\n"


def _segment(sentence: SentencePieces, kept: Sequence[str]) -> str:
    source, target = _content(sentence.source, kept), _content(sentence.target, kept)
    state = "reviewed" if sentence.pair.reviewed else "translated"
    states = f'state="{state}" subState="{_ORIGIN}{sentence.pair.origin.value}"'
    return f"<segment {states}><source>{source}</source><target>{target}</target></segment>\n"


def _content(pieces: Iterable[Piece], kept: Sequence[str]) -> str:
    return "".join([_code(piece, kept) for piece in pieces])


def _code(piece: Piece, kept: Sequence[str]) -> str:
    if isinstance(piece, Text):
        return escaped(piece.text)
    number = piece.mark + 1
    if isinstance(piece, Open):
        return f'<sc id="{number}" dataRef="d{number}"/>'
    if isinstance(piece, Close):
        return f'<ec startRef="{number}" dataRef="e{number}"/>'
    if isinstance(piece, Kept):
        return f'<ph id="{number}" dataRef="d{number}" equiv={quoted(kept[piece.mark])}/>'
    return f'<ph id="{number}" dataRef="d{number}"/>'


def _read_unit(unit: ET.Element) -> Iterator[XliffSentence]:
    """The segments of a unit; what has no translation yet is empty."""
    for segment in unit.iterfind("{*}segment"):
        texts = {element_name(side): plain(side, _CONTAINERS, "equiv") for side in segment}
        origin = origin_of(segment.get("subState", "").removeprefix(_ORIGIN))
        is_reviewed = segment.get("state") in _REVIEWED
        yield XliffSentence(texts.get("source", ""), texts.get("target", ""), origin, is_reviewed)


def _prove(unit: str, made: Sequence[SentencePieces], kept: Sequence[str]) -> None:
    """Read the unit again, and raise PadanError where it does not hold the sentences."""
    found = [(read.source, read.target) for read in _read_unit(parsed(unit.encode()))]
    if found != plain_texts(made, kept):
        seen = "the XLIFF does not hold what was written to it"
        raise PadanError(seen, "this is a fault of Padan's: please report it")

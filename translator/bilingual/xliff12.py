"""XLIFF 1.2: a unit for each segment, its sentences marked inside it, for editors that do not read XLIFF 2.

Markup inside a sentence is kept as inline codes, and findings are notes. There is no date in the file, so the same
bitext always gives the same bytes. Characters that XML cannot write are dropped.
Source of the format: XLIFF Version 1.2, OASIS Standard, 2008, section 2, and its strict schema.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
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
from translator.bitext import Bitext, Origin, Pair, SegmentPair
from translator.document import Mark
from translator.errors import PadanError, SourceError
from translator.markup.pieces import Close, Kept, Open, Piece, Text
from translator.markup.sentence_pieces import SentencePieces, plain_texts, sentences
from translator.markup.xml_text import element_name, escaped, parsed, plain, quoted, xml_root

SUFFIX = ".12.xlf"
GENERATOR = b'<tool tool-id="padan" '
CHECKSUM = b'<note from="padan:translation-sha256">%s</note>'

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
"""
_CONTAINERS = {"g", "mrk"}  # inline elements whose content is text
_LANGUAGES = ("source-language", "target-language")
_CODE_TEXT = "equiv-text"  # the attribute in which a code says what text it stands for
_ORIGIN = "padan:"  # before the origin of a translation, in the comment of its sentence
_REVIEWED = ", reviewed"  # behind the origin, where a person has seen the sentence
_FINAL = ("final", "signed-off")  # states of a unit that a person has seen


def render(bitext: Bitext, checksum: str) -> Iterator[bytes]:
    """The file. Raises PadanError where a unit cannot be read again, which would be a fault of ours."""
    return chunked(_lines(bitext, checksum))


def read(path: Path) -> Iterator[Numbered]:
    """The sentences of a file of any origin that are to be translated, without inline codes, with their unit's number.

    Raises SourceError where the file is no XLIFF 1.2, or holds nothing from Indonesian into English.
    """
    files = xml_root(path, "xliff").iterfind("{*}file")
    wanted = [file for file in files if is_indonesian_to_english(*map(file.get, _LANGUAGES, ("", "")))]
    if not wanted:
        raise SourceError(f"{path}: no file in it is from Indonesian into English", "check its languages")
    units = chain.from_iterable(file.iterfind(".//{*}trans-unit") for file in wanted)
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
    about = 'source-language="id" target-language="en" datatype="plaintext" tool-id="padan"'
    yield f"<file original={quoted(name_of(bitext))} {about}>\n<header>{_header(bitext, checksum)}</header>\n<body>\n"
    for number, segment in enumerate(bitext.segments, 1):
        yield _unit(number, segment)
    yield "</body>\n</file>\n</xliff>\n"


def _header(bitext: Bitext, checksum: str) -> str:
    stamp = stamp_of(bitext, checksum)
    notes = [f'<note from="padan:{kind}">{escaped(value)}</note>' for kind, value in stamp.items()]
    return f'{GENERATOR.decode()}tool-name="Padan"/>{"".join(notes)}'


def _unit(number: int, segment: SegmentPair) -> str:
    marks = segment.segment.marks
    kept = [mark.span.of(segment.segment.text) for mark in marks]
    made = sentences(segment)
    sources = [_content(sentence.source, marks, kept) for sentence in made]
    targets = [_content(sentence.target, marks, kept) for sentence in made]
    whole = "".join([escaped(sentence.before) + source for sentence, source in zip(made, sources, strict=True)])
    state = "signed-off" if all(sentence.pair.reviewed for sentence in made) else "translated"
    parts = [
        f'<trans-unit id="{number}" xml:space="preserve">\n<source>{whole}</source>\n',
        f"<seg-source>{_marked(made, sources)}</seg-source>\n",
        f'<target state="{state}">{_marked(made, targets)}</target>\n',
    ]
    for check, priority, message in notes_of(segment):
        parts.append(f'<note from={quoted(check)} priority="{priority}" annotates="target">{escaped(message)}</note>\n')
    parts.append("</trans-unit>\n")
    unit = "".join(parts)
    _prove(unit, made, kept)
    return unit


def _marked(made: Sequence[SentencePieces], contents: Sequence[str]) -> str:
    """The sentences of a unit, each in a mark of its own."""
    parts = []
    for number, (sentence, content) in enumerate(zip(made, contents, strict=True), 1):
        origin = _ORIGIN + sentence.pair.origin.value
        if sentence.pair.reviewed:
            origin += _REVIEWED
        parts.append(f'{escaped(sentence.before)}<mrk mtype="seg" mid="{number}" comment="{origin}">{content}</mrk>')
    return "".join(parts)


def _content(pieces: Iterable[Piece], marks: Sequence[Mark], kept: Sequence[str]) -> str:
    return "".join([_code(piece, marks, kept) for piece in pieces])


def _code(piece: Piece, marks: Sequence[Mark], kept: Sequence[str]) -> str:
    if isinstance(piece, Text):
        return escaped(piece.text)
    number, mark = piece.mark + 1, marks[piece.mark]
    if isinstance(piece, Open):
        return f'<bpt id="{number}" rid="{number}">{escaped(mark.opening)}</bpt>'
    if isinstance(piece, Close):
        return f'<ept id="{number}" rid="{number}">{escaped(mark.closing)}</ept>'
    if isinstance(piece, Kept):
        return f'<ph id="{number}" {_CODE_TEXT}={quoted(kept[piece.mark])}>{escaped(mark.opening)}</ph>'
    return f'<ph id="{number}">{escaped(mark.opening)}</ph>'


def _read_unit(unit: ET.Element) -> Iterator[XliffSentence]:
    """The sentences of a unit, or its whole text where no sentences are marked; no translation yet is an empty one."""
    sides = {element_name(side): side for side in unit}
    source = sides.get("seg-source", sides.get("source", ET.Element("source")))
    target = sides.get("target", ET.Element("target"))
    translations = _sentences(target)
    marked = _sentences(source)
    is_final = target.get("state") in _FINAL
    if not marked:
        yield XliffSentence(_text(source), _text(target), Origin.MEMORY, is_final)
    for number, sentence in marked.items():
        translation = translations.get(number, ET.Element("mrk"))
        comment = sentence.get("comment", "")
        origin = origin_of(comment.removeprefix(_ORIGIN).removesuffix(_REVIEWED))
        is_reviewed = is_final or comment.endswith(_REVIEWED)
        yield XliffSentence(_text(sentence), _text(translation), origin, is_reviewed)


def _sentences(side: ET.Element) -> dict[str, ET.Element]:
    """The sentences that are marked in a text, by their numbers."""
    marked = {}
    for element in side.iterfind(".//{*}mrk[@mtype='seg']"):
        marked[element.get("mid", "")] = element
    return marked


def _text(element: ET.Element) -> str:
    return plain(element, _CONTAINERS, _CODE_TEXT)


def _prove(unit: str, made: Sequence[SentencePieces], kept: Sequence[str]) -> None:
    """Read the unit again, and raise PadanError where it does not hold the sentences."""
    found = [(read.source, read.target) for read in _read_unit(parsed(unit.encode()))]
    if found != plain_texts(made, kept):
        seen = "the XLIFF does not hold what was written to it"
        raise PadanError(seen, "this is a fault of Padan's: please report it")

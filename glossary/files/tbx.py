"""Term lists as TBX in its older form, root element <martif> (ISO 30042:2008, TBX-Basic), which OmegaT reads.

A term entry has the spellings of the source in one langSet and the translations in another, the preferred ones first.
A document type is passed over, and nothing that it names is opened. Characters that XML cannot hold are dropped.

The administrative status of a term counts: preferred terms come first. A deprecated or superseded translation is
forbidden if there is a better one, else the entry is retired. A deprecated spelling of the source is a retired entry.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, filterfalse
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from defusedxml.ElementTree import fromstring

from glossary.files.rows import RowError, cells_of, dropped, judged
from glossary.problem import Problem
from glossary.source.tokens import folded, is_blank
from glossary.term import Glossary, Term, TermStatus

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SOURCE, _TARGET = ("id", "in"), ("en",)  # "in" is how Indonesian was called until 1989, and Java still writes it
_NO_PLACE = ("kind", "case", "forbidden", "plural", "verb", "reference", "needs")
_NO_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'
_STATUS_NOTES = ("administrativeStatus", "normativeAuthorization")
_MAX_SHOWN = 20  # entries without one of the languages that are told one by one; the others are counted


class _Spellings(NamedTuple):
    """The terms of one language in an entry: those to use, the preferred ones first, and those not to use any more."""

    good: tuple[str, ...]
    deprecated: tuple[str, ...]


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The list at `path`: its sound entries, and the problems of the others by line. Raises OSError.

    An entry without one of the two languages is left out with a notice, unless all of them are such.
    """
    data = path.read_bytes()
    try:
        tree = fromstring(data)
    except (ET.ParseError, ValueError, LookupError) as error:  # ValueError: of defusedxml, for what is forbidden
        line = error.position[0] if isinstance(error, ET.ParseError) else 1
        return judged(path, (), [RowError(line, f"not XML that can be read: {error}; export it again as TBX")])
    if tree.tag != "martif":
        wrong = RowError(1, f"the root element is <{tree.tag}>; wanted <martif>, TBX of the older form")
        return judged(path, (), [wrong])
    terms: list[Term] = []
    incomplete: list[RowError] = []
    for entry, line in zip(tree.iter("termEntry"), _entry_lines(data), strict=True):
        made = list(_terms(entry, f"{path}:{line}"))
        terms += made
        if not made:
            incomplete.append(RowError(line, "an entry without an Indonesian (id) and an English (en) term"))
    if not terms:
        return judged(path, (), incomplete)
    return judged(path, terms, (), *_notices(incomplete))


def _entry_lines(data: bytes) -> list[int]:
    """The line in which each term entry begins, from 1. `data` has been read as XML before, and is harmless."""
    lines = []
    parser = expat.ParserCreate()

    def note_line(name: str, _: dict[str, str]) -> None:
        if name == "termEntry":
            lines.append(parser.CurrentLineNumber)

    parser.StartElementHandler = note_line
    parser.Parse(data, True)
    return lines


def _notices(incomplete: Sequence[RowError]) -> Iterator[str]:
    for error in incomplete[:_MAX_SHOWN]:
        yield f"line {error.line}: {error}; left out"
    hidden = len(incomplete) - _MAX_SHOWN
    if hidden > 0:
        yield f"... and {hidden} more entries left out"


def _terms(entry: ET.Element, origin: str) -> Iterator[Term]:
    """The term of an entry, then a retired one for each deprecated spelling of its source."""
    sources = _spellings(entry, _SOURCE)
    targets = _spellings(entry, _TARGET)
    spellings = sources.good or sources.deprecated
    accepted = targets.good or targets.deprecated
    if not spellings or not accepted:
        return
    about = {place.get("type"): _text(place) for place in entry.iter("descrip")}
    note = entry.find(".//note")
    in_force = bool(sources.good) and bool(targets.good)
    term = Term(
        spellings[0],
        accepted,
        variants=spellings[1:],
        note="" if note is None else _text(note),
        origin=origin,
        forbidden=_forbidden(targets),
        status=TermStatus.APPROVED if in_force else TermStatus.RETIRED,
        domain=about.get("subjectField", ""),
        context=about.get("context", ""),
    )
    yield term
    if sources.good:
        retired = replace(term, variants=(), status=TermStatus.RETIRED)
        for spelling in sources.deprecated:
            yield replace(retired, source=spelling)


def _forbidden(targets: _Spellings) -> tuple[str, ...]:
    """The deprecated translations, where there are better ones."""
    if not targets.good:
        return ()
    good = set(map(folded, targets.good))
    return tuple(each for each in targets.deprecated if folded(each) not in good)


def _spellings(entry: ET.Element, languages: tuple[str, ...]) -> _Spellings:
    """The terms of an entry in one language."""
    by_status: dict[str, list[str]] = {"preferred": [], "": [], "deprecated": []}
    for lang_set in entry.iter("langSet"):
        language = lang_set.get(_LANG, "").lower().split("-")[0]
        if language not in languages:
            continue
        for group in lang_set:
            status = _status(group)
            by_status[status] += map(_text, group.iter("term"))
    good = [*by_status["preferred"], *by_status[""]]
    deprecated = []
    for text in by_status["deprecated"]:
        if text not in good:
            deprecated.append(text)
    return _Spellings(_distinct(good), _distinct(deprecated))


def _status(group: ET.Element) -> str:
    """What is said of a term: preferred, deprecated (or superseded), or nothing."""
    for note in group.iter("termNote"):
        if note.get("type") not in _STATUS_NOTES:
            continue
        said = _text(note)
        if said.startswith("preferred"):
            return "preferred"
        if said.startswith(("deprecated", "superseded")):
            return "deprecated"
    return ""


def _distinct(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filterfalse(is_blank, texts)))


def _text(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def render(terms: Sequence[Term]) -> tuple[bytes, list[Problem]]:
    """The bytes of the file, and a warning for each thing that it cannot hold."""
    tree = ET.Element("martif", {"type": "TBX", _LANG: "id"})
    header = ET.SubElement(tree, "martifHeader")
    about = ET.SubElement(ET.SubElement(header, "fileDesc"), "sourceDesc")
    ET.SubElement(about, "p").text = "A glossary written by Padan."
    coding = ET.SubElement(ET.SubElement(header, "encodingDesc"), "p", type="XCSURI")
    coding.text = "http://www.lisa.org/fileadmin/standards/tbx/TBXXCSV02.XCS"
    body = ET.SubElement(ET.SubElement(tree, "text"), "body")
    in_force = [term for term in terms if term.in_force]
    for number, term in enumerate(in_force, 1):
        _write(ET.SubElement(body, "termEntry", id=f"t{number}"), term)
    ET.indent(tree)
    data: bytes = ET.tostring(tree, "UTF-8", xml_declaration=False)
    lost = list(chain.from_iterable(map(_lost, terms)))
    return _HEAD + data + b"\n", lost


def _write(entry: ET.Element, term: Term) -> None:
    if term.domain:
        ET.SubElement(entry, "descrip", type="subjectField").text = _clean(term.domain)
    if term.context:
        ET.SubElement(entry, "descrip", type="context").text = _clean(term.context)
    if term.note:
        ET.SubElement(entry, "note").text = _clean(term.note)
    _write_language(entry, "id", (term.source, *term.variants))
    _write_language(entry, "en", term.targets)


def _write_language(entry: ET.Element, language: str, spellings: Sequence[str]) -> None:
    place = ET.SubElement(entry, "langSet", {_LANG: language})
    for spelling in spellings:
        ET.SubElement(ET.SubElement(place, "tig"), "term").text = _clean(spelling)


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)


def _lost(term: Term) -> Iterator[Problem]:
    """A warning for each thing of an entry that TBX cannot hold."""
    if not term.in_force:
        yield dropped(term, f"left out: {term.source!r} is {term.status}, and OmegaT would show it as if in force")
        return
    cells = cells_of(term)
    columns = list(filter(cells.get, _NO_PLACE))
    if columns:
        yield dropped(term, f"TBX has no place for {', '.join(columns)} of {term.source!r}")
    has_controls = any(map(_NO_XML.search, cells.values()))
    if has_controls:
        yield dropped(term, f"control characters of {term.source!r} are dropped: XML cannot hold them")

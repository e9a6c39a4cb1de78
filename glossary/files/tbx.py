"""Term lists as TBX in its older form, root element <martif> (ISO 30042:2008, TBX-Basic), which OmegaT reads.

A term entry has the spellings of the source in one langSet and the translations in another, the preferred ones first.
A document type is passed over, and nothing that it names is opened. Characters that XML cannot hold are dropped.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from defusedxml.ElementTree import fromstring

from glossary.files.rows import RowError, cells_of, dropped, judged
from glossary.problem import Problem
from glossary.source.tokens import is_blank
from glossary.term import Glossary, Term

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SOURCE, _TARGET = ("id", "in"), ("en",)  # "in" is how Indonesian was called until 1989, and Java still writes it
_LOST = ("kind", "case", "forbidden", "plural", "verb", "reference")
_NO_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'


def read(path: Path) -> tuple[Glossary, list[Problem]]:
    """The list at `path`: its sound entries, and the problems of the others, counted as entries. Raises OSError."""
    try:
        tree = fromstring(path.read_bytes())
    except (ET.ParseError, ValueError, LookupError) as error:  # ValueError: of defusedxml, for what is forbidden
        line = error.position[0] if isinstance(error, ET.ParseError) else 1
        return judged(path, (), [RowError(line, f"not XML that can be read: {error}; export it again as TBX")])
    if tree.tag != "martif":
        wrong = RowError(1, f"the root element is <{tree.tag}>; wanted <martif>, TBX of the older form")
        return judged(path, (), [wrong])
    terms: list[Term] = []
    errors: list[RowError] = []
    for number, entry in enumerate(tree.iter("termEntry"), 1):
        try:
            terms.append(_term(entry, number, f"{path}:{number}"))
        except RowError as error:
            errors.append(error)
    return judged(path, terms, errors)


def _term(entry: ET.Element, number: int, origin: str) -> Term:
    sources, targets = _terms_of(entry, _SOURCE), _terms_of(entry, _TARGET)
    if not sources or not targets:
        raise RowError(number, "an entry without an Indonesian (id) and an English (en) term")
    said = {place.get("type"): _text(place) for place in entry.iter("descrip")}
    return Term(
        sources[0],
        targets,
        variants=sources[1:],
        note=next((_text(note) for note in entry.iter("note")), ""),
        origin=origin,
        domain=said.get("subjectField", ""),
        context=said.get("context", ""),
    )


def _terms_of(entry: ET.Element, languages: tuple[str, ...]) -> tuple[str, ...]:
    sets = (one for one in entry.iter("langSet") if one.get(_LANG, "").lower().split("-")[0] in languages)
    found = (_text(term) for term in chain.from_iterable(one.iter("term") for one in sets))
    return tuple(dict.fromkeys(term for term in found if not is_blank(term)))


def _text(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def render(terms: Sequence[Term]) -> tuple[bytes, list[Problem]]:
    """The list as a file, and a warning for each thing that it cannot hold."""
    tree = ET.Element("martif", {"type": "TBX", _LANG: "id"})
    header = ET.SubElement(tree, "martifHeader")
    about = ET.SubElement(ET.SubElement(header, "fileDesc"), "sourceDesc")
    ET.SubElement(about, "p").text = "A glossary written by Padan."
    coding = ET.SubElement(ET.SubElement(header, "encodingDesc"), "p", type="XCSURI")
    coding.text = "http://www.lisa.org/fileadmin/standards/tbx/TBXXCSV02.XCS"
    body = ET.SubElement(ET.SubElement(tree, "text"), "body")
    for number, term in enumerate((term for term in terms if term.in_force), 1):
        _write(ET.SubElement(body, "termEntry", id=f"t{number}"), term)
    ET.indent(tree)
    data: bytes = ET.tostring(tree, "UTF-8", xml_declaration=False)
    return _HEAD + data + b"\n", list(_lost(terms))


def _write(entry: ET.Element, term: Term) -> None:
    for kind, said in (("subjectField", term.domain), ("context", term.context)):
        if said:
            ET.SubElement(entry, "descrip", type=kind).text = _clean(said)
    if term.note:
        ET.SubElement(entry, "note").text = _clean(term.note)
    for language, spellings in (("id", (term.source, *term.variants)), ("en", term.targets)):
        place = ET.SubElement(entry, "langSet", {_LANG: language})
        for spelling in spellings:
            ET.SubElement(ET.SubElement(place, "tig"), "term").text = _clean(spelling)


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)


def _lost(terms: Sequence[Term]) -> Iterator[Problem]:
    for term in terms:
        cells = cells_of(term)
        if not term.in_force:
            yield dropped(term, f"left out: {term.source!r} is {term.status}, and OmegaT would show it as if in force")
            continue
        if columns := [column for column in _LOST if cells[column]]:
            yield dropped(term, f"TBX has no place for {', '.join(columns)} of {term.source!r}")
        if any(map(_NO_XML.search, cells.values())):
            yield dropped(term, f"control characters of {term.source!r} are dropped: XML cannot hold them")

"""E-books: chapters as web pages are, contents pages, titles, the description and subjects; every other byte stays.

The names of its authors, addresses, identifiers, styles, pictures and fonts are left. A book that is locked is refused.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace

from translator.bitext import Bitext
from translator.document import Document, Segment
from translator.errors import PadanError, SourceError
from translator.formats import html
from translator.formats.base import DEFAULT_READING, Reading
from translator.formats.epub.book import Book, open_book, read_tree
from translator.formats.html.text import told_left
from translator.markup.language_tags import english_for
from translator.markup.office.folding import Translations
from translator.markup.office.part import OfficePart, render_part
from translator.markup.office.reader import PartReader, SegmentList
from translator.markup.office.tree import XmlElement
from translator.markup.office.vocabulary import DML
from translator.markup.xml_scan import scan_xml
from translator.markup.zip_package import Package, rewritten

_ABOUT = frozenset({"dc:title", "dc:description", "dc:subject"})


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the book that was read. first: the number of its first segment in the book."""

    member: str
    page: Document
    first: int


@dataclass(frozen=True, slots=True)
class EpubSkeleton:
    """The package as it was, its pages, and its other parts that hold texts."""

    package: Package
    chapters: tuple[Chapter, ...]
    parts: tuple[OfficePart, ...]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:  # noqa: ARG001
    """The document in `data`, called `name`. Raises SourceError."""
    book = open_book(data, name)
    reader = _BookReader(book)
    for member in book.pages:
        reader.read_page(member)
    for member in book.contents:
        reader.read_contents(member)
    for member in book.about:
        reader.read_about(member)
    skeleton = EpubSkeleton(book.package, tuple(reader.chapters), tuple(reader.parts))
    return Document(name, tuple(reader.found.segments), skeleton, tuple(reader.notices()), is_xml=True)


def render(bitext: Bitext) -> bytes:
    """The translated document. Raises PadanError where a part would be damaged."""
    skeleton: EpubSkeleton = bitext.document.skeleton
    is_translated = any(pair.target != pair.segment.text for pair in bitext.segments)
    translations = Translations(bitext.segments, {}, {})
    new = {part.member: render_part(part, translations, is_translated) for part in skeleton.parts}
    for chapter in skeleton.chapters:
        pairs = bitext.segments[chapter.first : chapter.first + len(chapter.page.segments)]
        new[chapter.member] = html.render_page(Bitext(chapter.page, pairs, bitext.stamp), is_translated)
    changed = {}
    for member, written in new.items():
        source = skeleton.package.read(member)
        if written != source:
            _check(written, source, f"{skeleton.package.name}: the translation of {member}")
            changed[member] = written
    return rewritten(skeleton.package, changed)


def _check(written: bytes, source: bytes, name: str) -> None:
    """Raises PadanError where a part was XML and is none any more; readers of books open nothing else."""
    if _fault(source, name) is not None:
        return
    fault = _fault(written, name)
    if fault is not None:
        raise PadanError(fault.message, "this is a fault of Padan's: please report it") from fault


def _fault(data: bytes, name: str) -> SourceError | None:
    try:
        for _ in scan_xml(data, name, allow_doctype=True):
            pass
    except SourceError as error:
        return error
    return None


@dataclass(slots=True)
class _BookReader:
    """left: what of the pages is left as it is. told: what else the pages have to tell."""

    book: Book
    found: SegmentList = field(default_factory=SegmentList)
    chapters: list[Chapter] = field(default_factory=list)
    parts: list[OfficePart] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def read_page(self, member: str) -> None:
        package = self.book.package
        page = html.parse(package.read(member), f"{package.name}, {member}")
        self.chapters.append(Chapter(member, page, len(self.found.segments)))
        file = posixpath.basename(member)
        self.found.segments += _placed(page, file)
        left = page.skeleton.html.left
        self.left.update(left)
        for notice in page.notices:
            if notice not in told_left(left):
                self.told.append(f"{file}: {notice}")

    def read_contents(self, member: str) -> None:
        reader = self._reader(member, "contents")
        for element in read_tree(self.book.package, member).walk():
            _note_language(reader, element)
            above = element.parent
            if element.name == "ncx:text" and above is not None and above.name != "ncx:docAuthor":
                reader.add_content(element)
        self.parts.append(reader.part())

    def read_about(self, member: str) -> None:
        reader = self._reader(member, "")
        description = read_tree(self.book.package, member)
        titles = _titles(description)
        for element in description.walk():
            _note_language(reader, element)
            _add_sorted_title(reader, element, titles)
            if element.name in _ABOUT:
                reader.where = f"properties, {element.name.partition(':')[2]}"
                reader.add_content(element)
            elif element.name == "dc:language":
                reader.note_spoken_language(element)
            elif element.name == "opf:reference":
                reader.where = "guide"
                reader.add_attribute(element, "title")
        self.parts.append(reader.part())

    def notices(self) -> list[str]:
        """What a user should know of what is left."""
        notices = [*self.told, *told_left(self.left)]
        if self.book.drawings:
            notices.append(f"drawings in files of their own were left: {len(self.book.drawings)}")
        if self.book.has_signature:
            notices.append("the document is signed, and no signature holds for its translation")
        return notices

    def _reader(self, member: str, where: str) -> PartReader:
        reader = PartReader(member, self.book.package.read(member), DML, self.found)
        reader.where = where
        return reader


def _placed(page: Document, file: str) -> Iterator[Segment]:
    """The segments of a page, with the name of its file in their places."""
    for segment in page.segments:
        where = ", ".join(filter(None, (file, segment.place.where)))
        yield replace(segment, place=replace(segment.place, where=where))


def _titles(description: XmlElement) -> frozenset[str]:
    """What points at a title of the book."""
    return frozenset([f"#{element.get('id')}" for element in description.walk() if element.name == "dc:title"])


def _add_sorted_title(reader: PartReader, element: XmlElement, titles: Set[str]) -> None:
    """Add the words under which a title stands in a sorted list, as EPUB 3, EPUB 2 and Calibre write them."""
    reader.where = "properties, title"
    if element.name == "dc:title":
        reader.add_attribute(element, "file-as")
    elif element.get("property") == "file-as" and element.get("refines") in titles:
        reader.add_content(element)
    elif element.get("name") == "calibre:title_sort":
        reader.add_attribute(element, "content")


def _note_language(reader: PartReader, element: XmlElement) -> None:
    """Note where an element says that its text is Indonesian."""
    english = english_for(element.get("lang"))
    if english:
        reader.replace_language(element, "lang", english)

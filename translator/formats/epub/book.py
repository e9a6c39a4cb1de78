"""An e-book as a package: its chapters in reading order, its contents page for old readers, what it says of itself."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Set
from dataclasses import dataclass
from urllib.parse import unquote

from translator.errors import SourceError
from translator.markup.file_kind import kind_of
from translator.markup.office.tree import XmlElement, tree
from translator.markup.zip_package import Package, open_package

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_SIGNATURES = "META-INF/signatures.xml"
_PACKAGE_TYPE = "application/oebps-package+xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_OLD_CONTENTS = frozenset({"application/x-dtbncx+xml"})
_DRAWINGS = frozenset({"image/svg+xml"})
# What makes a font useless outside of its book, and hides nothing else: EPUB 3.3, section 4.3; Adobe's own.
_OF_FONTS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})


@dataclass(frozen=True, slots=True)
class Book:
    """The members of a book. pages: in reading order. contents: the contents pages of EPUB 2. drawings: those in files
    of their own. about: the descriptions of the book. has_signature: it is signed.
    """

    package: Package
    pages: tuple[str, ...]
    contents: tuple[str, ...]
    drawings: tuple[str, ...]
    about: tuple[str, ...]
    has_signature: bool


def open_book(data: bytes, name: str) -> Book:
    """The book in `data`, called `name`. Raises SourceError, also where it is locked."""
    package = open_package(data, name)
    if _CONTAINER not in package.members:
        raise SourceError(f"{name} is {kind_of(data)}, so not what its suffix says", "give the file its right suffix")
    _refuse_locked(package)
    about = []
    for element in read_tree(package, _CONTAINER).walk():
        if element.name == "ocf:rootfile" and element.get("media-type") == _PACKAGE_TYPE:
            about.append(element.get("full-path"))
    if not about:
        raise SourceError(f"{name}: {_CONTAINER} names no book", "make the book anew")
    listed: dict[str, str] = {}
    for member in about:
        listed |= _listed(read_tree(package, member), posixpath.dirname(member))
    there = {path: listed[path] for path in listed if path in package.archive.NameToInfo}
    pages, contents, drawings = [_of(there, kinds) for kinds in (_PAGES, _OLD_CONTENTS, _DRAWINGS)]
    return Book(package, pages, contents, drawings, tuple(dict.fromkeys(about)), _SIGNATURES in package.members)


def _of(types: Mapping[str, str], wanted: Set[str]) -> tuple[str, ...]:
    """The members of these types."""
    return tuple(member for member, type_ in types.items() if type_ in wanted)


def read_tree(package: Package, member: str) -> XmlElement:
    """The tree of a part, which may have a document type. Raises SourceError."""
    return tree(package.read(member), f"{package.name}, {member}", allow_doctype=True)


def _refuse_locked(package: Package) -> None:
    """Raises SourceError for a book of which more is encrypted than fonts."""
    if _ENCRYPTION not in package.members:
        return
    for element in read_tree(package, _ENCRYPTION).walk():
        if element.name == "enc:EncryptionMethod" and element.get("Algorithm") not in _OF_FONTS:
            seen = f"{package.name}: locked against copying (DRM), so that only its own reader can open it"
            raise SourceError(seen, "ask its publisher for a copy without a lock")


def _listed(description: XmlElement, folder: str) -> dict[str, str]:
    """The members that a book lists, with their types: those that are read first, in their order, then the others."""
    items = {}
    order = []
    for element in description.walk():
        if element.name == "opf:item":
            path = posixpath.normpath(posixpath.join(folder, unquote(element.get("href"))))
            items[element.get("id")] = path, element.get("media-type")
        elif element.name == "opf:itemref":
            order.append(element.get("idref"))
    return dict(items[id_] for id_ in dict.fromkeys([*order, *items]) if id_ in items)

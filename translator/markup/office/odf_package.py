"""An OpenDocument file as a package: what kind of document it is, and which documents stand inside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from translator.errors import SourceError
from translator.markup.file_kind import kind_of
from translator.markup.office.tree import tree
from translator.markup.zip_package import Package, open_package

_MANIFEST = "META-INF/manifest.xml"
_TYPE = re.compile(r"application/(?:vnd\.oasis\.|x-vnd\.oasis\.)opendocument\.(\w+)(?:-template|-master)?")
_KINDS = {
    "text": ("a text document", ".odt"),
    "spreadsheet": ("a sheet", ".ods"),
    "presentation": ("a presentation", ".odp"),
}
_WITH_TEXT = frozenset({*_KINDS, "chart", "graphics"})
_OLE = "application/vnd.sun.star.oleobject"  # of another program
_SIGNATURES = "META-INF/documentsignatures.xml"
_MACROS = ("Basic/", "Scripts/")


@dataclass(frozen=True, slots=True)
class OdfPackage:
    """types: of each file and folder that the manifest lists, the type. objects: the documents inside, with what each
    is: `Object 1/` a `chart`.
    """

    package: Package
    types: Mapping[str, str]
    objects: Mapping[str, str]

    def notices(self) -> list[str]:
        """What a user should know of what is left."""
        notices = []
        left = list(self.types.values()).count(_OLE)
        if left:
            notices.append(f"embedded objects were left: {left}")
        if any(member.startswith(_MACROS) for member in self.package.members):
            notices.append("macros were left")
        if _SIGNATURES in self.package.members:
            notices.append("the document is signed, and no signature holds for its translation")
        return notices


def open_odf(data: bytes, name: str, suffix: str) -> OdfPackage:
    """The package of a document. suffix: of the kind that it must be. Raises SourceError."""
    package = open_package(data, name)
    types = _types(package)
    kind = _kind(package, types)
    if kind not in _KINDS:
        raise SourceError(f"{name} is {kind_of(data)}, so not what its suffix says", "give the file its right suffix")
    described, right = _KINDS[kind]
    if right != suffix:
        raise SourceError(f"{name}: {described}, so not what its suffix says", f"name it {right}")
    objects = {}
    for member, type_ in types.items():
        inside = _document(type_)
        if inside in _WITH_TEXT and f"{member}content.xml" in package.members:
            objects[member] = inside
    return OdfPackage(package, types, objects)


def _types(package: Package) -> dict[str, str]:
    """The types that the manifest gives. Raises SourceError where it says that something is encrypted."""
    types: dict[str, str] = {}
    if _MANIFEST not in package.members:
        return types
    manifest = tree(package.read(_MANIFEST), f"{package.name}, {_MANIFEST}", allow_doctype=True)
    for element in manifest.walk():
        if element.name == "manifest:encryption-data":
            seen = f"{package.name}: protected by a password"
            raise SourceError(seen, "remove the password in the program that made it")
        if element.name == "manifest:file-entry":
            types[element.get("full-path")] = element.get("media-type")
    return types


def _kind(package: Package, types: Mapping[str, str]) -> str:
    """What the document is: `text`, `spreadsheet`; empty where neither its first member nor its manifest says so."""
    if "mimetype" in package.members:
        return _document(package.read("mimetype").decode("latin-1").strip())
    return _document(types.get("/", ""))


def _document(type_: str) -> str:
    """What a type says that a document is; empty for other types."""
    found = _TYPE.fullmatch(type_)
    if found is None:
        return ""
    return found[1]

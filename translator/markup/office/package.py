"""An office document as a package of parts: what each part is, and how the translated package is written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from translator.bitext import Bitext
from translator.errors import PadanError, SourceError
from translator.markup.office.part import OfficePart, render_part
from translator.markup.office.tree import is_well_formed, tree
from translator.markup.zip_package import Package, open_package, rewritten

_DIGITS = re.compile(r"(\d+)")
_TYPES = "[Content_Types].xml"
_KINDS = {  # by the name of the main part's type
    "wordprocessingml": ("a text document", ".docx"),
    "ms-word": ("a text document", ".docx"),
    "presentationml": ("a presentation", ".pptx"),
    "ms-powerpoint": ("a presentation", ".pptx"),
    "spreadsheetml": ("a workbook", ".xlsx"),
    "ms-excel": ("a workbook", ".xlsx"),
}
_MAIN = re.compile(r"application/vnd\.(?:openxmlformats-officedocument\.)?([a-z-]+)\..*\.main\+xml", re.IGNORECASE)
SIGNED = "the document is signed, and no signature holds for its translation"


@dataclass(frozen=True, slots=True)
class OfficePackage:
    """types: the content type of each member, in lower case."""

    package: Package
    types: Mapping[str, str]

    def of_type(self, ending: str) -> list[str]:
        """The members whose type ends so, in the order of the numbers in their names."""
        found = [member for member, type_ in self.types.items() if type_.endswith(ending)]
        found.sort(key=_natural)
        return found

    def related(self, member: str, ending: str = "") -> dict[str, str]:
        """The members that a member refers to, by the id of the reference. ending: of the reference's type."""
        folder, name = posixpath.split(member)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.package.members:
            return {}
        targets = {}
        for element in tree(self.package.read(path), path).walk():
            target = element.get("Target") or ""
            is_inside = element.name == "rel:Relationship" and element.get("TargetMode") != "External"
            if is_inside and (element.get("Type") or "").endswith(ending):
                targets[element.get("Id") or ""] = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return targets

    @property
    def is_signed(self) -> bool:
        return any(type_.endswith("digital-signature-origin") for type_ in self.types.values()) or any(
            member.startswith("_xmlsignatures/") for member in self.package.members
        )


@dataclass(frozen=True, slots=True)
class OfficeSkeleton:
    """The package as it was, and the parts that hold texts."""

    package: Package
    parts: tuple[OfficePart, ...]


def open_office(data: bytes, name: str, suffix: str) -> OfficePackage:
    """The package of a document. suffix: of the kind that it must be. Raises SourceError."""
    package = open_package(data, name)
    if _TYPES not in package.members:
        raise SourceError(f"{name}: a zip package, but no office document", "give the file its right suffix")
    types = _types(package)
    kinds = [_KINDS.get(found[1].lower()) for found in map(_MAIN.fullmatch, types.values()) if found]
    known = [kind for kind in kinds if kind]
    if not known:
        raise SourceError(f"{name}: a package without a main part", "open it in its own program and save it anew")
    described, right = known[0]
    if right != suffix:
        raise SourceError(f"{name}: {described}, so not what its suffix says", f"name it {right}")
    return OfficePackage(package, types)


def _types(package: Package) -> dict[str, str]:
    defaults = {}
    overrides = {}
    for element in tree(package.read(_TYPES), f"{package.name}, {_TYPES}").walk():
        type_ = (element.get("ContentType") or "").lower()
        if element.name == "ct:Default":
            defaults[(element.get("Extension") or "").lower()] = type_
        elif element.name == "ct:Override":
            overrides[(element.get("PartName") or "").lstrip("/").lower()] = type_
    types = {}
    for member in package.members:
        ending = member.rpartition(".")[2].lower()
        types[member] = overrides.get(member.lower()) or defaults.get(ending, "")
    return types


def _natural(name: str) -> list[tuple[int, str]]:
    """A key that sorts `slide10` behind `slide9`."""
    key = []
    for part in _DIGITS.split(name):
        key.append((int(part), "") if part.isdigit() else (0, part))
    return key


def render_office(bitext: Bitext) -> bytes:
    """The package with the translations in it. Raises PadanError where a part would be damaged."""
    skeleton: OfficeSkeleton = bitext.document.skeleton
    echoes: dict[str, str] = {}
    is_translated = False
    for pair in bitext.segments:
        text = pair.segment.text
        is_translated = is_translated or pair.target != text
        if not pair.segment.marks:
            echoes.setdefault(text, pair.target)
    new = {}
    for part in skeleton.parts:
        data = render_part(part, bitext.segments, echoes, is_translated)
        if data == part.data:
            continue
        if not is_well_formed(data):
            raise PadanError(
                f"{skeleton.package.name}: the translation of {part.member} is not well-formed", "report it"
            )
        new[part.member] = data
    return rewritten(skeleton.package, new)

"""An office document as a package of parts: what each part is, and how the translated package is written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from translator.bitext import Bitext
from translator.errors import SourceError
from translator.markup.file_kind import kind_of
from translator.markup.office.folding import Translations
from translator.markup.office.part import OfficePart, render_part
from translator.markup.office.tree import tree
from translator.markup.proof import prove
from translator.markup.xml_scan import check_xml
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
_MAIN = re.compile(r"application/vnd\.(?:openxmlformats-officedocument\.)?([a-z-]+)\..*\.main\+xml")
_EMBEDDED = re.compile(r"/embeddings/|/afchunk", re.IGNORECASE)
_IN_NAMES = str.maketrans("'", "’", "[]#@")
_SIGNATURE = re.compile("_xmlsignatures/")


@dataclass(frozen=True, slots=True)
class EmbeddedPackage:
    """A workbook in another document, which says what its chart says.

    segments: the numbers of those in the document that say the names in the chart. unique: as a skeleton has them.
    """

    member: str
    package: Package
    parts: tuple[OfficePart, ...]
    segments: Mapping[str, int]
    unique: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class OfficePackage:
    """types: the content type of each member, in lower case."""

    package: Package
    types: Mapping[str, str]

    def of_type(self, ending: str) -> list[str]:
        """The members whose type ends so, in the order of the numbers in their names."""
        found = []
        for member, type_ in self.types.items():
            if type_.endswith(ending):
                found.append(member)
        return sorted(found, key=_natural)

    def related(self, member: str, ending: str = "") -> dict[str, str]:
        """The members that a member refers to, by the id of the reference. ending: of the reference's type."""
        folder, name = posixpath.split(member)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.package.members:
            return {}
        targets = {}
        for element in tree(self.package.read(path), path).walk():
            is_outside = element.get("TargetMode") == "External"
            if is_outside or element.name != "rel:Relationship":
                continue
            if element.get("Type").endswith(ending):
                target = posixpath.join("/", folder, element.get("Target"))
                targets[element.get("Id")] = posixpath.normpath(target).lstrip("/")
        return targets

    def notices(self, embedded: Iterable[EmbeddedPackage] = ()) -> list[str]:
        """What a user should know of what is left. embedded: the packages inside that are translated."""
        notices = []
        left = set(filter(_EMBEDDED.search, self.types))
        left.difference_update(one.member for one in embedded)
        if left:
            notices.append(f"embedded objects were left: {len(left)}")
        if self.of_type(".glossary+xml"):
            notices.append("building blocks, which Word offers to put in, were left")
        if self.of_type("vbaproject"):
            notices.append("macros were left")
        if any(map(_SIGNATURE.match, self.types)):
            notices.append("the document is signed, and no signature holds for its translation")
        return notices


@dataclass(frozen=True, slots=True)
class OfficeSkeleton:
    """The package as it was, and the parts that hold texts. unique: texts of which no two may become the same."""

    package: Package
    parts: tuple[OfficePart, ...]
    embedded: tuple[EmbeddedPackage, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()


def open_office(data: bytes, name: str, suffix: str) -> OfficePackage:
    """The package of a document. suffix: of the kind that it must be. Raises SourceError."""
    package = open_package(data, name)
    if _TYPES not in package.members:
        raise SourceError(f"{name} is {kind_of(data)}, so not what its suffix says", "give the file its right suffix")
    types = _types(package)
    described, right = _kind(types.values())
    if not right:
        raise SourceError(f"{name}: a package without a main part", "open it in its own program and save it anew")
    if right != suffix:
        raise SourceError(f"{name}: {described}, so not what its suffix says", f"name it {right}")
    return OfficePackage(package, types)


def _kind(types: Iterable[str]) -> tuple[str, str]:
    """What a package of parts of these types is, and its right suffix; empty where no part is the main one."""
    for type_ in types:
        main = _MAIN.fullmatch(type_)
        if main and main[1] in _KINDS:
            return _KINDS[main[1]]
    return "", ""


def _types(package: Package) -> dict[str, str]:
    defaults = {}
    overrides = {}
    for element in tree(package.read(_TYPES), f"{package.name}, {_TYPES}").walk():
        type_ = element.get("ContentType").lower()
        if element.name == "ct:Default":
            defaults[element.get("Extension").lower()] = type_
        elif element.name == "ct:Override":
            overrides[element.get("PartName").lstrip("/").lower()] = type_
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
    texts: dict[str, str] = {}
    is_translated = False
    for pair in bitext.segments:
        target = pair.target
        texts.setdefault(pair.segment.text, target)
        is_translated = is_translated or target != pair.segment.text
    fixed = _all_unique(skeleton.unique, texts)
    said = [_texts_of(embedded, texts, bitext) for embedded in skeleton.embedded]
    for embedded, inner_texts in zip(skeleton.embedded, said, strict=True):
        fixed |= _all_unique(embedded.unique, inner_texts)
    translations = Translations(bitext.segments, texts, fixed)
    new = _new_members(skeleton.parts, translations, is_translated, skeleton.package.name)
    for embedded, inner_texts in zip(skeleton.embedded, said, strict=True):
        inner = _new_members(embedded.parts, replace(translations, texts=inner_texts), False, embedded.member)
        if inner:
            new[embedded.member] = rewritten(embedded.package, inner)
    return rewritten(skeleton.package, new)


def _texts_of(embedded: EmbeddedPackage, texts: Mapping[str, str], bitext: Bitext) -> dict[str, str]:
    """What texts become in the workbook of a chart: the names in the chart as there, others as in the document."""
    names = {text: bitext.segments[number].target for text, number in embedded.segments.items()}
    return {**texts, **names}


def _new_members(
    parts: Iterable[OfficePart], translations: Translations, is_translated: bool, name: str
) -> dict[str, bytes]:
    """The parts that are no longer as they were. Raises PadanError where one would be damaged."""
    new = {}
    for part in parts:
        data = render_part(part, translations, is_translated)
        if data == part.data:
            continue
        prove(partial(check_xml, data, f"{name}: the translation of {part.member}"))
        new[part.member] = data
    return new


def _all_unique(groups: Iterable[Iterable[str]], texts: Mapping[str, str]) -> dict[str, str]:
    """For each of the groups, such as the columns of a table, the names that cannot become their translation."""
    fixed: dict[str, str] = {}
    for names in groups:
        fixed |= _made_unique(names, texts)
    return fixed


def _made_unique(names: Iterable[str], texts: Mapping[str, str]) -> dict[str, str]:
    """The names that cannot become their translation, and what they become.

    Where another one has it already, whatever the case, a number is put behind it. What has a meaning in a reference to
    a column is left out.
    """
    fixed = {}
    taken: set[str] = set()
    numbers: dict[str, int] = {}  # for each name that is taken, the last number behind it
    for name in dict.fromkeys(names):
        target = wanted = translated = texts.get(name, name)
        if translated != name:
            target = wanted = translated.translate(_IN_NAMES)
        number = numbers.get(wanted.casefold(), 1)
        while target.casefold() in taken:
            number += 1
            target = f"{wanted} {number}"
        numbers[wanted.casefold()] = number
        taken.add(target.casefold())
        if target != translated:
            fixed[name] = target
    return fixed

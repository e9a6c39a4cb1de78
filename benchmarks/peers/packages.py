"""Office packages made of strings."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_OFFICE = "http://schemas.openxmlformats.org"
TYPE = "application/vnd.openxmlformats-officedocument"
_SHEETS = "<workbook", "<worksheet", "<sst", "<table", "<comments"  # written without a prefix, as Excel does
_RELATION = f"{_OFFICE}/officeDocument/2006/relationships"
_PREFIXES = {
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "p": f"{_OFFICE}/presentationml/2006/main",
    "a": f"{_OFFICE}/drawingml/2006/main",
    "c": f"{_OFFICE}/drawingml/2006/chart",
    "dgm": f"{_OFFICE}/drawingml/2006/diagram",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "xdr": f"{_OFFICE}/drawingml/2006/spreadsheetDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "r": _RELATION,
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": f"{_OFFICE}/package/2006/metadata/core-properties",
}


def package(parts: Mapping[str, tuple[str, str | bytes]], relations: Mapping[str, str]) -> bytes:
    """A package. parts: for each name the type and the content. relations: of a part, as `type target` in a row."""
    overrides = []
    members: dict[str, str | bytes] = {}
    for name, (type_, content) in parts.items():
        overrides.append(f'<Override PartName="/{name}" ContentType="{type_}"/>')
        members[name] = content if isinstance(content, bytes) else _rooted(content)
    for name, row in relations.items():
        folder, _, file = name.rpartition("/")
        words = row.split()
        listed = []
        for number, (type_, target) in enumerate(zip(words[::2], words[1::2], strict=True), 1):
            listed.append(f'<Relationship Id="r{number}" Type="{_RELATION}/{type_}" Target="{target}"/>')
        address = f"{_OFFICE}/package/2006/relationships"
        path = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        members[path] = f'<Relationships xmlns="{address}">{"".join(listed)}</Relationships>'
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    defaults = f'{rels}<Default Extension="xml" ContentType="application/xml"/>'
    types = f'<Types xmlns="{_OFFICE}/package/2006/content-types">{defaults}{"".join(overrides)}</Types>'
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": types, **members}.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)), content, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def _rooted(content: str) -> str:
    """A part; its root element declares the prefixes that it uses."""
    used = [prefix for prefix in _PREFIXES if f"{prefix}:" in content]
    if content.startswith(_SHEETS):
        content = content.replace(">", f' xmlns="{_OFFICE}/spreadsheetml/2006/main">', 1)
    declared = "".join(f' xmlns:{prefix}="{_PREFIXES[prefix]}"' for prefix in used)
    head, _, rest = content.partition(">")
    is_empty = head.endswith("/")
    root = f"{head.removesuffix('/')}{declared}{'/' if is_empty else ''}>{rest}"
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'

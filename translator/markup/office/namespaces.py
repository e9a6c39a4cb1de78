"""The names of elements, whatever prefix a file uses for their namespace: `w:p` is a paragraph in every Word file.

The strict form of a format has namespaces of its own; its elements have the same names here.
"""

from __future__ import annotations

from collections.abc import Iterable

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_SHARED = {  # in both forms, below the address of each
    "w": "wordprocessingml/{}main",
    "p": "presentationml/{}main",
    "x": "spreadsheetml/{}main",
    "a": "drawingml/{}main",
    "c": "drawingml/{}chart",
    "dgm": "drawingml/{}diagram",
    "pic": "drawingml/{}picture",
    "wp": "drawingml/{}wordprocessingDrawing",
    "xdr": "drawingml/{}spreadsheetDrawing",
    "m": "officeDocument/{}math",
    "r": "officeDocument/{}relationships",
}
_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
_OPEN_DOCUMENT_NAMES = {  # by the last step of the address, where that is not the prefix that every program writes
    "office": "office",
    "text": "text",
    "table": "table",
    "drawing": "draw",
    "presentation": "presentation",
    "chart": "chart",
    "form": "form",
    "style": "style",
    "meta": "meta",
    "manifest": "manifest",
    "svg-compatible": "svg",
    "datastyle": "number",
}
_OTHERS = {
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/drawing/2008/diagram": "dsp",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
    "http://schemas.microsoft.com/office/powerpoint/2018/8/main": "p188",
    "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments": "xtc",
    "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main": "x14",
    "http://schemas.microsoft.com/office/excel/2006/main": "xm",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
    "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": "field",
    "urn:oasis:names:tc:opendocument:xmlns:container": "ocf",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
    "http://www.idpf.org/2007/opf": "opf",
    "http://www.daisy.org/z3986/2005/ncx/": "ncx",
}


def _prefixes() -> dict[str, str]:
    prefixes = dict(_OTHERS)
    for prefix, path in _SHARED.items():
        prefixes[_TRANSITIONAL + path.format("2006/")] = prefix
        prefixes[_STRICT + path.format("")] = prefix
    for name, prefix in _OPEN_DOCUMENT_NAMES.items():
        prefixes[f"{_OPEN_DOCUMENT}{name}:1.0"] = prefix
    return prefixes


PREFIXES = _prefixes()


class Names:
    """The namespaces that are in force while a document is read, element by element."""

    def __init__(self) -> None:
        self._scopes: list[tuple[int, dict[str, str], dict[str, str]]] = [(-1, {}, {})]

    def enter(self, name: str, attributes: Iterable[tuple[str, str]], depth: int) -> str:
        """The known name of an element that opens at this depth; one of an unknown namespace keeps its own."""
        declared = {}
        for attribute, value in attributes:
            if attribute.startswith("xmlns"):
                declared[attribute[6:]] = value
        if declared:
            self._scopes.append((depth, self._scopes[-1][1] | declared, {}))
        _, namespaces, known = self._scopes[-1]
        if name not in known:
            prefix, _, local = name.rpartition(":")
            own = PREFIXES.get(namespaces.get(prefix, ""))
            known[name] = f"{own}:{local}" if own else f"?{name}"
        return known[name]

    def leave(self, depth: int) -> None:
        """The element at this depth closes."""
        if self._scopes[-1][0] == depth:
            self._scopes.pop()

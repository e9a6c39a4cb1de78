"""Small OpenDocument files made of strings, and what a test looks at in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from tests.formats.office_files import members

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TYPE = "application/vnd.oasis.opendocument."
NAMESPACES = {
    **{prefix: f"{_ODF}{prefix}:1.0" for prefix in ("office", "text", "table", "style", "meta", "form", "chart")},
    "presentation": f"{_ODF}presentation:1.0",
    "manifest": f"{_ODF}manifest:1.0",
    "draw": f"{_ODF}drawing:1.0",
    "fo": f"{_ODF}xsl-fo-compatible:1.0",
    "svg": f"{_ODF}svg-compatible:1.0",
    "of": f"{_ODF}of:1.2",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
}


def xml(content: str) -> str:
    """A part whose root element knows all namespaces; the content is one element."""
    declared = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    root = re.sub(r"^<([\w:-]+)", rf"<\1 {declared}", content)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}'


def entry(path: str, type_: str, inside: str = "") -> str:
    """What the manifest says of a file or a folder."""
    return (
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{type_}">{inside}</manifest:file-entry>'
    )


def package(kind: str, parts: Mapping[str, str | bytes], entries: str = "") -> bytes:
    """A package, as LibreOffice orders it: the type first and stored, and a part without a byte."""
    manifest = xml(f"<manifest:manifest>{entry('/', TYPE + kind)}{entries}</manifest:manifest>")
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", (2001, 2, 3, 4, 5, 6)), TYPE + kind, zipfile.ZIP_STORED)
        for name, content in {"accelerator/current.xml": "", **parts, "META-INF/manifest.xml": manifest}.items():
            archive.writestr(zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6)), content, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def content(kind: str, body: str, automatic: str = "") -> str:
    """The part with the text of a document. automatic: its automatic styles."""
    styles = f"<office:automatic-styles>{automatic}</office:automatic-styles>" if automatic else ""
    inner = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    return xml(f"<office:document-content>{styles}{inner}</office:document-content>")


def styles(common: str = "", automatic: str = "", masters: str = "") -> str:
    """The part with the styles of a document, and with its headers, footers and masters."""
    return xml(
        f"<office:document-styles><office:styles>{common}</office:styles><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )


def meta(inner: str) -> str:
    """The part with what a document says of itself."""
    return xml(f"<office:document-meta><office:meta>{inner}</office:meta></office:document-meta>")


def style(name: str, properties: str, family: str = "text", parent: str = "") -> str:
    above = f' style:parent-style-name="{parent}"' if parent else ""
    inner = f"<style:text-properties {properties}/>" if properties else ""
    return f'<style:style style:name="{name}" style:family="{family}"{above}>{inner}</style:style>'


def span(style_name: str, inner: str) -> str:
    return f'<text:span text:style-name="{style_name}">{inner}</text:span>'


def body(data: bytes, kind: str, part: str = "content.xml") -> str:
    """What stands in the body of a document."""
    text = members(data)[part].decode()
    return text.partition(f"<office:{kind}>")[2].rpartition(f"</office:{kind}>")[0]

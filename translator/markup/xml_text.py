"""Text as XML writes it, and XML that is read without entities or network."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Container, Iterator
from pathlib import Path

from translator.errors import SourceError

NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2


def cleaned(text: str) -> str:
    """The text without the characters that XML cannot write, and without `\\r`, which would become `\\n`."""
    return NOT_XML.sub("", text).replace("\r", "")


def escaped(text: str) -> str:
    """The text as the content of an element."""
    from xml.sax.saxutils import escape  # imports what opens URLs, and few runs need it

    return escape(cleaned(text))


def quoted(text: str) -> str:
    """The text as the value of an attribute, in its quotes."""
    from xml.sax.saxutils import quoteattr

    return quoteattr(cleaned(text))


def parsed(data: bytes) -> ET.Element:
    """The root element. A document type is passed over, and nothing that it names is opened.

    Raises ET.ParseError or LookupError where it cannot be read, ValueError where it declares entities.
    """
    from defusedxml import EntitiesForbidden
    from defusedxml.ElementTree import fromstring

    try:
        root: ET.Element = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except EntitiesForbidden as error:
        raise ValueError(f"it declares the entity {error.name}, and none is read") from error
    return root


def element_name(element: ET.Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def plain(element: ET.Element, containers: Container[str], stands_for: str = "") -> str:
    """The text of an element without its inline codes.

    containers: names of the elements inside whose content is text. stands_for: the attribute in which a code says what
    text it stands for.
    """
    return "".join(_texts(element, containers, stands_for))


def _texts(element: ET.Element, containers: Container[str], stands_for: str) -> Iterator[str]:
    waiting: list[ET.Element | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
            continue
        for child in reversed(part):
            waiting.append(child.tail or "")
            if element_name(child) in containers:
                waiting.append(child)
            else:
                waiting.append(child.get(stands_for, ""))
        waiting.append(part.text or "")


def xml_root(path: Path, wanted: str) -> ET.Element:
    """The root element of a file, which must be called `wanted`. Raises SourceError; entities are refused."""
    kind = wanted.upper()
    hint = f"export it again as {kind}"
    try:
        root = parsed(path.read_bytes())
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror or error}", "check its name and permissions") from error
    except (ET.ParseError, ValueError, LookupError) as error:  # ValueError: of defusedxml, for what is forbidden
        raise SourceError(f"{path}: not {kind} that can be read: {error}", hint) from error
    if element_name(root) != wanted:
        raise SourceError(f"{path}: the root element is <{element_name(root)}>; <{wanted}> was wanted", hint)
    return root

"""The Word document: a table of two columns, source and translation, for reviewers who work in an office program.

A row is a sentence. Bold, italic and underlined words stay so, the header is repeated on each page, and a translation
with findings is shaded, with the findings in a comment. A bookmark tells the place of each row. There is no date in it,
so the same bitext always gives the same bytes. Characters that XML cannot write are dropped.
Source of the format: ECMA-376, 5th edition, part 1, section 17 (WordprocessingML).
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from translator.atomic_write import CHUNK
from translator.bilingual.base import name_of, stamp_of
from translator.bilingual.docx.parts import PROPERTIES, core_properties, custom_properties, fixed_parts
from translator.bilingual.docx.reading import properties_of, read
from translator.bilingual.docx.table import comments_xml, document_xml
from translator.bitext import Bitext

__all__ = ["SUFFIX", "read", "render", "vouches", "wrote"]

SUFFIX = ".docx"
_CHECKSUM = "padan:translation-sha256"


def render(bitext: Bitext, checksum: str) -> Iterator[bytes]:
    """The package, as it is written: no part of it is held as a whole."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in _parts(bitext, checksum):
            with archive.open(zipfile.ZipInfo(name), "w") as part:
                for line in lines:
                    part.write(line.encode())
                    if sink.size >= CHUNK:
                        yield sink.taken()
    yield sink.taken()


def vouches(path: Path, translated: bytes) -> bool:
    """Is the document ours, and was it written with exactly these bytes of translation?"""
    return properties_of(path).get(_CHECKSUM) == hashlib.sha256(translated).hexdigest()


def wrote(path: Path) -> bool:
    """Does the document say that Padan wrote it?"""
    return _CHECKSUM in properties_of(path)


def _parts(bitext: Bitext, checksum: str) -> Iterator[tuple[str, Iterable[str]]]:
    for name, text in fixed_parts():
        yield name, (text,)
    yield "docProps/core.xml", (core_properties(name_of(bitext)),)
    yield PROPERTIES, (custom_properties(_stamp(bitext, checksum)),)
    yield "word/comments.xml", comments_xml(bitext)
    yield "word/document.xml", document_xml(bitext)


def _stamp(bitext: Bitext, checksum: str) -> dict[str, str]:
    stamp = {f"padan:{name}": value for name, value in stamp_of(bitext, checksum).items()}
    return stamp | {"padan:document": name_of(bitext)}


@dataclass(slots=True)
class _Sink:
    """A file that is only written to, and gives back what it got. size: bytes that wait."""

    waiting: list[bytes] = field(default_factory=list)
    size: int = 0

    def write(self, data: bytes) -> int:
        self.waiting.append(bytes(data))
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing is open."""

    def taken(self) -> bytes:
        data = b"".join(self.waiting)
        self.waiting = []
        self.size = 0
        return data

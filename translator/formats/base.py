"""What a document format is, and what all of them share: bytes read with care, text decoded and encoded."""

from __future__ import annotations

import codecs
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from translator.bitext import Bitext
from translator.document import Document
from translator.errors import SourceError, UsageError

LIMIT = 64 * 2**20  # bytes of a source, unless the caller says otherwise

_BOMS = (  # the longer ones first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


class Format(Protocol):
    """A module that reads a kind of document and puts the translation in its place.

    encoding: None to recognise it. wrapped: join hard-wrapped lines, where the format has such. name: what the
    bilingual files call the document, None for its file's name. limit: the most bytes that are read.
    """

    def parse(self, data: bytes, name: str, encoding: str | None = None, wrapped: bool = False) -> Document:
        """The document in `data`. Raises SourceError where it is none, UsageError for an unknown encoding."""

    def read(
        self,
        path: Path,
        encoding: str | None = None,
        wrapped: bool = False,
        name: str | None = None,
        limit: int = LIMIT,
    ) -> Document:
        """The document at `path`. Raises as `parse`, and SourceError where the file cannot be read."""

    def render(self, bitext: Bitext) -> bytes:
        """The translated document."""

    def write(self, bitext: Bitext, path: Path) -> None:
        """Put the translated document at `path`, whole or not at all. Raises OutputError."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was written.

    text: without its byte order mark. encoding: a codec's name, with the byte order where that matters.
    bom: the mark's bytes, or none. notices: what the user should know; there is one where the encoding is a guess.
    """

    text: str
    encoding: str
    bom: bytes
    notices: tuple[str, ...] = ()


def read_bytes(path: Path, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; whatever stands in the way is a SourceError."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(f"cannot read {path}: a folder, not a file", "name a file in it")
        if not stat.S_ISREG(mode):
            raise SourceError(f"cannot read {path}: a device or a pipe", "for a stream, give - and pipe it in")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise SourceError(f"cannot read {path}: no such file", "check the name") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise SourceError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > limit:
        raise SourceError(f"{path} is larger than {limit:,} bytes, which is the most", "split it into smaller files")
    return data


def decode(data: bytes, encoding: str | None, name: str) -> Decoded:
    """The text in `data`: by the `encoding` given, else by its byte order mark, else UTF-8, else cp1252 with a notice.

    name: of the source, for messages. Raises UsageError for an unknown encoding, SourceError for what is no text: a
    NUL character, a lone surrogate, bytes that the encoding does not have.
    """
    if encoding is not None:
        decoded = _decode_as(_codec(encoding, data), data, name)
    elif marked := next((codec for bom, codec in _BOMS if data.startswith(bom)), None):
        decoded = _decode_as(marked, data, name)
    else:
        decoded = _recognise(data, name)
    if bad := _NO_TEXT.search(decoded.text):
        binary = bad.group() == "\0"
        seen = "a NUL character, so this is a binary file" if binary else "a lone surrogate, half a character"
        hint = "if it is UTF-16 without a mark, say --encoding utf-16" if binary else "repair the file"
        raise SourceError(f"{name}, line {_line(decoded.text[: bad.start()])}: {seen}; text was wanted", hint)
    return decoded


def encode(text: str, encoding: str, bom: bytes) -> bytes | None:
    """The bytes of `text`, its byte order mark before them; None where the encoding lacks one of its characters."""
    try:
        return bom + text.encode(encoding)
    except UnicodeEncodeError:
        return None


def _codec(encoding: str, data: bytes) -> str:
    """The codec that the user named. UTF-16 and UTF-32 with their byte order, little-endian where no mark says it."""
    try:
        codec = codecs.lookup(encoding).name
        "a".encode(codec)
    except (LookupError, ValueError) as error:
        raise UsageError(f"unknown encoding {encoding!r}", "known are utf-8, utf-16, cp1252, latin-1, ...") from error
    if codec == "utf-8-sig":
        return "utf-8"
    if codec in ("utf-16", "utf-32"):
        return f"{codec}-be" if data.startswith("\ufeff".encode(f"{codec}-be")) else f"{codec}-le"
    return codec


def _decode_as(codec: str, data: bytes, name: str) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        bad = f"{name}: byte {data[error.start]:#04x} at {error.start:,} is not {codec}"
        raise SourceError(bad, "name the right encoding with --encoding") from error
    if text.startswith("\ufeff"):
        return Decoded(text[1:], codec, "\ufeff".encode(codec))
    return Decoded(text, codec, b"")


def _recognise(data: bytes, name: str) -> Decoded:
    """Text without a byte order mark: UTF-8, else cp1252, the usual one of old Indonesian files."""
    if b"\0" in data:
        return Decoded(data.decode("latin-1"), "latin-1", b"")  # binary: refused by the caller
    try:
        return Decoded(data.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError as error:
        bad = f"byte {data[error.start]:#04x} in line {_line(data[: error.start].decode())}"
    try:
        return Decoded(data.decode("utf-8", "surrogatepass"), "utf-8", b"")  # surrogates: refused by the caller
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        seen = f"{name} is neither UTF-8 ({bad}) nor cp1252 (byte {data[error.start]:#04x})"
        raise SourceError(seen, "name its encoding with --encoding") from error
    notice = f"not UTF-8 ({bad}): read as cp1252, written as UTF-8; --encoding says otherwise"
    return Decoded(text, "cp1252", b"", (notice,))


def _line(before: str) -> int:
    """The number of the line that comes after `before`, from 1; a line ends with CR, LF or both."""
    return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")

"""What a document format is, and what all formats share: how bytes are read, decoded and encoded."""

from __future__ import annotations

import codecs
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedIOBase, BufferedReader
from pathlib import Path
from typing import Protocol

from translator.bitext import Bitext
from translator.document import Document, Span
from translator.errors import SourceError, UsageError
from translator.markup.file_kind import binary_kind

LIMIT = 64 * 2**20  # bytes of a source, unless the caller gives another limit
PIECE = 2**16  # bytes of a text that are read at once

_BOMS = (  # the longer marks first: the one of UTF-32 begins with the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a user may choose about how a source is read.

    encoding: a codec's name; None to recognise the encoding. wrapped: join the hard-wrapped lines of plain text.
    hidden_text: translate also what an office program hides. columns: of a table, by name or by number from 1, that are
    text. fields: of data, by path, that are text (`isi`, `berita.*.judul`). redo_fuzzy: of a message catalogue,
    translate anew what is marked as fuzzy.
    spool_folder: no choice of the user's, but where a file for what is too much for the memory is made; None: where the
    system has its temporary files.
    """

    encoding: str | None = None
    wrapped: bool = False
    hidden_text: bool = False
    columns: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    redo_fuzzy: bool = False
    spool_folder: Path | None = None


DEFAULT_READING = Reading()


class Format(Protocol):
    """A module that reads one kind of document and writes it back with the translation in its place."""

    def parse(self, data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
        """The document in `data`; `name` is what bilingual files and messages call it.

        Raises SourceError where the bytes are no such document, UsageError for an unknown encoding.
        """

    def render(self, bitext: Bitext) -> bytes:
        """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was encoded.

    text: without its byte order mark. encoding: a codec's name, with the byte order where that matters.
    bom: the bytes of the mark, or none. notices: what the user should know; there is one where the encoding is a guess.
    """

    text: str
    encoding: str
    bom: bytes
    notices: tuple[str, ...] = ()

    @property
    def output_encoding(self) -> str:
        """The encoding of the translation: the source's own, but UTF-8 where that was only a guess."""
        if self.notices:
            return "utf-8"
        return self.encoding


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of text that is read a piece at a time. The other fields are those of Decoded."""

    file: BufferedIOBase
    encoding: str
    bom: bytes
    output_encoding: str
    notices: tuple[str, ...] = ()

    def pieces(self) -> Iterator[str]:
        """The text without its byte order mark, from the beginning. Raises UnicodeDecodeError."""
        self.file.seek(len(self.bom))
        decoder = codecs.getincrementaldecoder(self.encoding)()
        while data := self.file.read(PIECE):
            yield decoder.decode(data)
        yield decoder.decode(b"", final=True)


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """A regular file, open for reading. Raises SourceError for anything else, and where it cannot be read."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(f"cannot read {path}: a folder, not a file", "name a file in it")
        if not stat.S_ISREG(mode):
            raise SourceError(f"cannot read {path}: a device or a pipe", "for a stream, give - and pipe it in")
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise SourceError(f"cannot read {path}: no such file", "check the name") from error
    except OSError as error:
        raise SourceError(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        if "\0" not in str(path):
            raise
        raise SourceError(f"cannot read {path}: {error}") from error


def read_bytes(path: Path, limit: int = LIMIT) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises SourceError for anything else."""
    with opened(path) as file:
        data = file.read(limit + 1)
    refuse_large(path, len(data), limit)
    return data


def refuse_large(path: Path, size: int, limit: int) -> None:
    """Raises SourceError where a file of `size` bytes is too large."""
    if size > limit:
        raise SourceError(f"{path} is larger than {limit:,} bytes, which is the most", "split it into smaller files")


def text_file(file: BufferedIOBase, encoding: str | None, name: str) -> TextFile:
    """The text in a file that is at its beginning. Raises as `decode`.

    The whole of it is held only where it is no sound text, or neither marked nor UTF-8.
    """
    head = file.read(PIECE)
    codec = _codec_of_mark(head) or "utf-8" if encoding is None else _codec(encoding, head)
    mark = "\ufeff".encode(codec, "ignore")
    found = TextFile(file, codec, mark if head.startswith(mark) else b"", codec)
    if not binary_kind(head) and _is_sound(found):
        return found
    file.seek(0)
    decoded = decode(file.read(), encoding, name)
    return TextFile(file, decoded.encoding, decoded.bom, decoded.output_encoding, decoded.notices)


def decode(data: bytes, encoding: str | None, name: str) -> Decoded:
    """The text in `data`: by the `encoding` given, else by its byte order mark, else UTF-8, else cp1252 with a notice.

    name: of the source, for messages. Raises UsageError for an unknown encoding, SourceError for what is no text: a
    file of another kind, a NUL character, a lone surrogate, bytes that the encoding does not have.
    """
    kind = binary_kind(data)
    if kind:
        raise SourceError(f"{name} is {kind}, and no text", "give the file its right suffix")
    marked = _codec_of_mark(data)
    if encoding is not None:
        decoded = _decode_as(_codec(encoding, data), data, name)
    elif marked is not None:
        decoded = _decode_as(marked, data, name)
    else:
        decoded = _recognise(data, name)
    _refuse_binary(decoded.text, name)
    return decoded


def encode(text: str, encoding: str, bom: bytes) -> bytes:
    """The bytes of `text`, its byte order mark before them; UTF-8 where the encoding lacks one of its characters."""
    try:
        return bom + text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode()


def replaced(text: str, parts: Iterable[tuple[Span, str]]) -> str:
    """The text with something else in place of some of its characters; the spans are in order and apart."""
    written = []
    done = 0
    for span, other in parts:
        written += [text[done : span.start], other]
        done = span.end
    written.append(text[done:])
    return "".join(written)


def _is_sound(text: TextFile) -> bool:
    """Can all of a file be decoded, and is it text?"""
    try:
        return not any(map(_NOT_TEXT.search, text.pieces()))
    except UnicodeDecodeError:
        return False


def _refuse_binary(text: str, name: str) -> None:
    bad = _NOT_TEXT.search(text)
    if bad is None:
        return
    place = f"{name}, line {_line(text[: bad.start()])}"
    if bad.group() == "\0":
        seen = "a NUL character, so this is a binary file"
        hint = "if it is UTF-16 without a mark, say --encoding utf-16"
    else:
        seen = "a lone surrogate, half a character"
        hint = "repair the file"
    raise SourceError(f"{place}: {seen}; text was wanted", hint)


def _codec_of_mark(data: bytes) -> str | None:
    """The codec whose byte order mark the data begins with."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return codec
    return None


def _codec(encoding: str, data: bytes) -> str:
    """The codec that the user named. UTF-16 and UTF-32 get a byte order: little-endian where no mark tells it."""
    try:
        codec = codecs.lookup(encoding).name
        "a".encode(codec)
    except (LookupError, ValueError) as error:
        raise UsageError(f"unknown encoding {encoding!r}", "known are utf-8, utf-16, cp1252, latin-1, ...") from error
    if codec == "utf-8-sig":
        return "utf-8"
    if codec not in ("utf-16", "utf-32"):
        return codec
    big_endian = f"{codec}-be"
    if data.startswith("\ufeff".encode(big_endian)):
        return big_endian
    return f"{codec}-le"


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
    """Text without a byte order mark: UTF-8, else cp1252, the usual encoding of old Indonesian files."""
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

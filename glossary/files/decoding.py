"""The text of a term list, whoever saved it: by its byte order mark, else as UTF-8, else as Windows' cp1252."""

from __future__ import annotations

import codecs
import re

from glossary.files.rows import RowError

_BYTE_ORDER_MARKS = (  # the longer ones first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\n|\r")
_LINE_END_BYTES = re.compile(rb"\r\n|\n|\r")
_ADVICE = "save the glossary as UTF-8 text"


def decode(data: bytes, else_cp1252: bool = False) -> tuple[str, str]:
    """The text without its byte order mark, and a notice where the encoding is a guess.

    else_cp1252: what is not UTF-8 may be cp1252, as a spreadsheet on Windows saves it. Raises RowError.
    """
    mark, encoding = _byte_order_mark(data)
    body = data[len(mark) :]
    notice = ""
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = len(_LINE_END_BYTES.findall(body[: error.start])) + 1
        seen = f"byte 0x{body[error.start]:02X} is not {encoding.upper()}"
        may_be_cp1252 = else_cp1252 and not mark and b"\0" not in body
        if not may_be_cp1252:
            raise RowError(line, f"{seen}; {_ADVICE}") from error
        text = _from_cp1252(body, line, seen)
        notice = f"{seen} in line {line}: read as cp1252; {_ADVICE} if its letters come out wrong"
    before, nul, _ = text.partition("\0")
    if nul:
        line = len(_LINE_END.findall(before)) + 1
        raise RowError(line, "a NUL byte; wanted a text file, not a binary one")
    return text, notice


def _byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """The mark that the data begin with, perhaps none, and the encoding."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", "utf-8"


def _from_cp1252(body: bytes, line: int, seen: str) -> str:
    try:
        return body.decode("cp1252")
    except UnicodeDecodeError as error:
        worse = f"byte 0x{body[error.start]:02X} not cp1252"
        raise RowError(line, f"{seen}, and {worse}; {_ADVICE}") from error

"""The text of a term list, whoever saved it: by its byte order mark, else as UTF-8, else as Windows' cp1252."""

from __future__ import annotations

import codecs
import re

from glossary.files.rows import RowError

_MARKS = (  # the longer ones first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\n|\r")


def decode(data: bytes, else_cp1252: bool = False) -> tuple[str, str]:
    """The text without its mark, and a notice where the encoding is a guess.

    else_cp1252: what is not UTF-8 may be cp1252, as a spreadsheet on Windows saves it. Raises RowError.
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    body = data[len(mark) :]
    notice = ""
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n|\n|\r", body[: error.start])) + 1
        seen = f"byte 0x{body[error.start]:02X} is not {encoding.upper()}"
        if mark or not else_cp1252 or b"\0" in body:
            raise RowError(line, f"{seen}; save the glossary as UTF-8 text") from error
        try:
            text = body.decode("cp1252")
        except UnicodeDecodeError as other:
            worse = f"byte 0x{body[other.start]:02X} not cp1252"
            raise RowError(line, f"{seen}, and {worse}; save the glossary as UTF-8 text") from other
        notice = f"{seen} in line {line}: read as cp1252; save the glossary as UTF-8 text if its letters come out wrong"
    if "\0" in text:
        line = len(_LINE_END.findall(text[: text.index("\0")])) + 1
        raise RowError(line, "a NUL byte; wanted a text file, not a binary one")
    return text, notice

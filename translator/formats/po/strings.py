"""The strings of message catalogues: what their escapes say, and how a text is written as strings."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]+)|(.))", re.DOTALL)
_QUOTED = re.compile(r'"((?:[^"\\\r\n]|\\.)*)"')
_SAID = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\"} | {said: f"\\{letter}" for letter, said in _SAID.items()})
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\S+\s*|\s+")
WIDTH = 79  # columns of a line, where gettext's own programs wrap


def said(raw: str) -> str:
    """What a row of strings says, without quotes and escapes."""
    parts = [_ESCAPE.sub(_character, found[1]) for found in _QUOTED.finditer(raw)]
    return "".join(parts)


def _character(found: re.Match[str]) -> str:
    octal, hexadecimal, letter = found.groups()
    if letter is not None:
        return _SAID.get(letter, str(letter))
    code = int(octal, 8) if octal else int(hexadecimal, 16)
    return chr(code % 256)  # a byte, which only ASCII escapes tell without doubt


def written(text: str, lead: int, line_end: str, width: int = WIDTH) -> str:
    """The text as strings, wrapped as gettext's programs wrap it: behind each line end, and at blanks.

    lead: columns before the first string. width: 0 to wrap at line ends only.
    """
    whole = text.translate(_ESCAPES)
    has_inner_end = "\n" in text[:-1]
    is_short = not width or lead + len(whole) + 2 <= width
    if is_short and not has_inner_end:
        return f'"{whole}"'
    rows = ['""']
    for line in _LINE.findall(text):
        rows += [f'"{row}"' for row in _rows(line, width)]
    return line_end.join(rows)


def _rows(line: str, width: int) -> list[str]:
    """One line of a text, escaped, in rows that have room between two quotes."""
    rows = [""]
    for word in _WORD.findall(line):
        escaped = word.translate(_ESCAPES)
        if width and rows[-1] and len(rows[-1]) + len(escaped) + 2 > width:
            rows.append("")
        rows[-1] += escaped
    return rows

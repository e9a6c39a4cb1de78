"""Data in JSON, one value or one a line: the texts in the chosen fields; everything else is kept byte for byte.

A field is chosen by its path: the keys from the outermost in, with full stops between, `*` for any key or item of a
list, a number from 0 for one item. In `.jsonl` a path begins anew on each line. Each line of a text is a segment; a
text with blocks of HTML (`<p>`, `<br>`) is read as a part of a page is. Left: messages that choose among texts by a
number. A translation is written with the escapes of its source: a character that is escaped there is escaped here, and
where that has no letter beyond ASCII, neither has this.
Source of the format: RFC 8259; JSON Lines, https://jsonlines.org.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from json.decoder import scanstring  # type: ignore[attr-defined]
from operator import itemgetter

from translator.bitext import Bitext
from translator.document import Document, Place, Span
from translator.errors import SourceError, UsageError
from translator.formats.base import DEFAULT_READING, Reading, decode, encode, replaced
from translator.formats.data_text import Left, TextOfData, read_text, translated_text

_TOKEN = re.compile(r'"|[{}\[\]:,]|[^\s"{}\[\]:,]+')
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|.)")  # of one character
_ANY = "*"

Step = str | int  # a key, or the place of an item in its list


@dataclass(frozen=True, slots=True)
class JsonText:
    """A text that is a value. span: its characters in the file, quotes included. path: how it is reached."""

    span: Span
    value: str
    path: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class JsonSkeleton:
    """The source's text, how the translation is encoded, and for each segment the text that it is a part of."""

    text: str
    encoding: str
    bom: bytes
    texts: tuple[tuple[JsonText, TextOfData], ...]


def parse(data: bytes, name: str, reading: Reading = DEFAULT_READING) -> Document:
    """The document in `data`, called `name`.

    Raises SourceError where it is no JSON; UsageError for an unknown encoding, and where no field is chosen.
    """
    if not reading.fields:
        raise UsageError(f"{name} is data, and none of its fields is chosen", "name them: --fields judul,isi.*.teks")
    decoded = decode(data, reading.encoding, name)
    text = decoded.text
    wanted = {field: tuple(field.split(".")) for field in reading.fields}
    unmet = set(wanted)
    segments = []
    texts = []
    left = Left()
    for found, line in _found(text, name):
        met = [field for field, steps in wanted.items() if _matches(found.path, steps)]
        if not met:
            continue
        unmet -= set(met)
        read = read_text(found.value, left)
        for segment in read.segments:
            segments.append(replace(segment, place=Place(found.span, line, ".".join(map(str, found.path)))))
            texts.append((found, read))
    notices = decoded.notices + tuple([f"the field {field!r} meets no text" for field in wanted if field in unmet])
    notices += left.told()
    skeleton = JsonSkeleton(text, decoded.output_encoding, decoded.bom, tuple(texts))
    return Document(name, tuple(segments), skeleton, notices)


def render(bitext: Bitext) -> bytes:
    """The translated document, in its own encoding; in UTF-8 where that lacks a character of the translation."""
    skeleton: JsonSkeleton = bitext.document.skeleton
    parts = []
    for (found, read), group in groupby(zip(skeleton.texts, bitext.segments, strict=True), key=itemgetter(0)):
        pairs = [pair for _, pair in group]
        parts.append((found.span, _written(found, translated_text(read, pairs), skeleton.text)))
    return encode(replaced(skeleton.text, parts), skeleton.encoding, skeleton.bom)


def _written(found: JsonText, value: str, text: str) -> str:
    """The text with another value, in quotes; as it is written where it has that value."""
    raw = found.span.of(text)
    if value == found.value:
        return raw
    has_escaped_letters = raw.isascii() and not found.value.isascii()
    written = json.dumps(value, ensure_ascii=has_escaped_letters)
    escapes = {json.loads(f'"{escape}"'): escape for escape in _ESCAPE.findall(raw)}
    characters = "|".join([_ESCAPE.pattern, *map(re.escape, escapes)])
    return '"' + re.sub(characters, lambda one: escapes.get(json.loads(f'"{one[0]}"'), one[0]), written[1:-1]) + '"'


def _matches(path: Sequence[Step], wanted: Sequence[str]) -> bool:
    if len(path) != len(wanted):
        return False
    return all(pattern in (_ANY, str(step)) for step, pattern in zip(path, wanted, strict=True))


def _found(text: str, name: str) -> Iterator[tuple[JsonText, int]]:
    """The texts of the whole file, each with its line. Raises SourceError where it is no JSON."""
    if not name.lower().endswith(".jsonl"):
        _check(text, 1, name)
        line, done = 1, 0
        for found in _texts(text, 0, len(text)):
            line += text.count("\n", done, found.span.start)
            done = found.span.start
            yield found, line
        return
    start = 0
    for number, line_text in enumerate(text.split("\n"), 1):
        end = start + len(line_text)
        if line_text.strip():
            _check(line_text, number, name)
            for found in _texts(text, start, end):
                yield found, number
        start = end + 1


def _check(text: str, line: int, name: str) -> None:
    """Raises SourceError where `text`, which begins on that line, is not one value in JSON."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{name}, line {line + error.lineno - 1}, column {error.colno}"
        raise SourceError(f"{place}: not JSON: {error.msg}", "repair the file") from error
    except RecursionError as error:
        raise SourceError(f"{name}, line {line}: JSON that is nested too deep", "translate a part of it") from error
    except ValueError as error:  # a number of thousands of digits
        raise SourceError(f"{name}, line {line}: not JSON that can be read: {error}", "repair the file") from error


def _texts(text: str, start: int, end: int) -> Iterator[JsonText]:
    """The texts that are values in one value of JSON, which is well formed, in their order."""
    path: list[Step] = []  # of the value that comes next
    is_key = False
    done = start
    while token := _TOKEN.search(text, done, end):
        done = token.end()
        sign = token[0]
        if sign == '"':
            value, done = scanstring(text, done, True)
            if is_key:
                path[-1] = value
                is_key = False
            else:
                yield JsonText(Span(token.start(), done), value, tuple(path))
        elif sign == "{":
            path.append("")
            is_key = True
        elif sign == "[":
            path.append(0)
        elif sign in "}]":
            path.pop()
            is_key = False
        elif sign == ",":
            last = path[-1]
            is_key = isinstance(last, str)
            if isinstance(last, int):
                path[-1] = last + 1

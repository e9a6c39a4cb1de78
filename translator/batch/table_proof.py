"""How a table proves that Padan wrote the translation beside it, where that has markup or framing.

A table has no room for a checksum. So the translation is read as a document of its kind is, and its texts must be
those of the table. What stands around them, such as the times of subtitles, must be as in the source.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path

from translator import bilingual, formats
from translator.bilingual.base import Numbered
from translator.bilingual.reading import read
from translator.document import Segment
from translator.errors import PadanError
from translator.formats.base import Reading, decode, read_bytes

TABLES = "tsv", "jsonl"
_WITH_CHECKSUM = frozenset(bilingual.FORMATS).difference(TABLES)
_TEXT, _TARGET, _SOURCE = attrgetter("text"), attrgetter("pair.target"), attrgetter("pair.source")
_STEP = re.compile(r"(?<![^.\n])\d+(?![^.\n])")  # of a path in data: the number of an item
_COLUMN = re.compile(r"row \d+, column (\d+)")
_LANGUAGE = re.compile(r"""\b(?:lang|content)=["']?[\w-]*["']?""", re.IGNORECASE)


def told_by_table(output: Path, source: Path | None = None) -> bool:
    """Is the translation at `output` as a table of ours beside it says?

    source: of the translation, by which an edit around its texts is known; in an office document such an edit is not.
    Message catalogues and XLIFF do not give back what they were filled with, so a table proves nothing of them.
    """
    if output.suffix.lower() == ".txt":
        return False  # of plain text the table itself vouches for every character
    if output.suffix.lower() in formats.PACKAGES:
        source = None
    elif any(os.path.isfile(bilingual.path_for(output, name)) for name in _WITH_CHECKSUM):
        return False  # what has a checksum knows better
    for name in TABLES:
        try:
            if _is_as_told(output, read(bilingual.path_for(output, name)), source):
                return True
        except PadanError:
            continue
    return False


def _is_as_told(output: Path, rows: Sequence[Numbered], source: Path | None) -> bool:
    """Raises PadanError where a file cannot be read."""
    segments = _segments(output, rows)
    if _solid(map(_TEXT, segments)) != _solid(map(_TARGET, rows)):
        return False
    if source is None:
        return True
    origin = _segments(source, rows)
    if _solid(map(_TEXT, origin)) != _solid(map(_SOURCE, rows)):
        return True  # the source has changed, and tells nothing any more
    return _around(output, segments) == _around(source, origin)


def _segments(path: Path, rows: Sequence[Numbered]) -> list[Segment]:
    """What is read from a document at the places that the rows tell."""
    places = set(map(attrgetter("where"), rows))
    listed = "\n".join(sorted(places))
    fields = dict.fromkeys(_STEP.sub("*", listed).split("\n"))
    columns = dict.fromkeys(_COLUMN.findall(listed))
    reading = Reading(fields=tuple(fields), columns=tuple(columns))
    document = formats.for_path(path).parse(read_bytes(path, formats.limit_for(path)), path.name, reading)
    return [segment for segment in document.segments if segment.place.where in places]


def _solid(texts: Iterable[str]) -> str:
    """Texts without white space: two that are alike say the same, wherever their sentences and lines end."""
    return "".join("".join(texts).split())


def _around(path: Path, segments: Sequence[Segment]) -> list[str]:
    """What stands in a text around its segments, but for the language that it says it is in."""
    text = decode(read_bytes(path), None, path.name).text
    around = []
    done = 0
    for span in sorted(set(map(attrgetter("place.span"), segments))):
        if span.end > done:  # what stands inside another, as the title of a link does, is a part of it
            around.append(_LANGUAGE.sub("", text[done : span.start]))
            done = span.end
    return [*around, _LANGUAGE.sub("", text[done:])]

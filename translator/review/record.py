"""What Padan had translated: by it the sentences that a reviewer edited are known.

It is in another bilingual file beside the translation, as long as that says what the translation says; else the
translation itself tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator import bilingual
from translator.bilingual.base import Numbered
from translator.bilingual.reading import read
from translator.document import Document, Segment
from translator.errors import PadanError

# The share of sentences that must stand in a translation. Not all formats give back all of them: when a page of 297
# segments was translated, 284 of them were read from it again. Of another translation hardly a sentence stands there.
MOST = 0.9
RECORDS = ("jsonl", "tsv", "html", "xliff", "xliff12", "tmx", "docx")  # first those that have terms and links


@dataclass(frozen=True, slots=True)
class Record:
    """rows: of the bilingual file at `path`; none where none tells. segments: of the translation."""

    path: Path | None = None
    rows: tuple[Numbered, ...] = ()
    segments: Sequence[Segment] = ()


def recorded(outputs: Iterable[Path], edited: Path, parse: Callable[[Path], Document]) -> Record:
    """The record of a translation. outputs: where that may stand; the first that exists is it.

    edited: the reviewer's file, which is no record. parse: reads a document. Raises what that raises but PadanError.
    """
    output = next(filter(Path.is_file, outputs), None)
    if output is None:
        return Record()
    try:
        segments = parse(output).segments
    except PadanError:
        segments = ()
    translated = output.read_bytes()
    said = _solid([segment.text for segment in segments])
    for name in RECORDS:
        path = bilingual.path_for(output, name)
        if not path.is_file() or path.samefile(edited):
            continue
        rows = _rows(path)
        if _is_said(rows, said):
            return Record(path, rows, segments)
        if bilingual.FORMATS[name].vouches(path, translated):
            return Record(path, rows, segments)
    return Record(segments=segments)


def _rows(path: Path) -> tuple[Numbered, ...]:
    """The rows of a bilingual file; none where it cannot be read."""
    try:
        return tuple(read(path))
    except PadanError:
        return ()


def _is_said(rows: Sequence[Numbered], said: str) -> bool:
    """Does a translation say what the rows say? said: the solid text of its segments."""
    targets = [_solid([row.pair.target]) for row in rows]
    if "".join(targets) == said:
        return True
    found = sum(target in said for target in targets)
    return found > MOST * len(targets)


def _solid(texts: Iterable[str]) -> str:
    """The texts without white space: two that are alike say the same, wherever their sentences and lines end."""
    return "".join("".join(texts).split())


def former_targets(text: str, targets: Sequence[str]) -> list[str | None]:
    """What the sentences of a segment were in its translation `text`, of which some are edited now.

    targets: as they are now, empty for one that nobody gave. A sentence that is not in the text was what stands between
    its neighbours; None where that is not known, because the one beside it is edited, too.
    """
    former: list[str | None] = []
    done = 0
    unknown: list[int] = []
    for number, target in enumerate(targets):
        start = text.find(target, done) if target else -1
        if start < 0:
            unknown.append(number)
            former.append(None)
            continue
        _fill(former, unknown, text[done:start])
        former.append(target)
        done = start + len(target)
    _fill(former, unknown, text[done:])
    return former


def _fill(former: list[str | None], unknown: list[int], between: str) -> None:
    """What stands between two sentences that are known is that between them, if it is one."""
    if len(unknown) == 1:
        former[unknown[0]] = between.strip()
    unknown.clear()

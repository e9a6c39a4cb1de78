"""A long document is several pages, each of whole segments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from operator import attrgetter
from pathlib import Path

from translator.bilingual.base import BilingualRow, rows
from translator.bitext import Bitext

SUFFIX = ".html"
# Sentences. With so many a key in the search costs a browser 40 ms, and a frame of scrolling 11 (benchmarks/page.py).
LONGEST_PAGE = 5000

SegmentRows = Sequence[BilingualRow]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """What one page of a document holds. number: from 1. names: of the files of all pages. first: its first sentence.

    sentences: of the whole document.
    """

    segments: Sequence[SegmentRows]
    number: int
    names: tuple[str, ...]
    first: int
    sentences: int

    def rows(self) -> Iterator[BilingualRow]:
        for segment in self.segments:
            yield from segment


def parts_of(bitext: Bitext, name: str, longest: int = LONGEST_PAGE) -> list[DocumentPage]:
    """The pages of a document, the first in the file called `name`; at least one.

    longest: how many sentences a page holds, unless one segment has more.
    """
    parts: list[list[SegmentRows]] = [[]]
    sentences = 0
    for _, group in groupby(rows(bitext), attrgetter("segment")):
        segment = tuple(group)
        if parts[-1] and sentences + len(segment) > longest:
            parts.append([])
            sentences = 0
        parts[-1].append(segment)
        sentences += len(segment)
    return _numbered(parts, tuple([part_name(name, number) for number in range(1, len(parts) + 1)]))


def part_name(name: str, number: int) -> str:
    """The file of a further page: `berita.en.txt.id-en.html` -> `berita.en.txt.id-en.2.html`."""
    if number == 1:
        return name
    return f"{name.removesuffix(SUFFIX)}.{number}{SUFFIX}"


def further_pages(path: Path, is_there: Callable[[Path], bool] = Path.is_file) -> Iterator[Path]:
    """Those of the further pages of a bilingual page at `path` that are there, up to the first that is not."""
    if not path.name.endswith(f".id-en{SUFFIX}"):
        return
    for number in count(2):
        page = path.with_name(part_name(path.name, number))
        if not is_there(page):
            return
        yield page


def _numbered(parts: Sequence[Sequence[SegmentRows]], names: tuple[str, ...]) -> list[DocumentPage]:
    sizes = [sum(map(len, part)) for part in parts]
    made = []
    for number, part in enumerate(parts, 1):
        made.append(DocumentPage(part, number, names, sum(sizes[: number - 1]) + 1, sum(sizes)))
    return made

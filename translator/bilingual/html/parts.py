"""A long document is several pages, each of whole segments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby, islice
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


def parts_of(bitext: Bitext, name: str, longest: int = LONGEST_PAGE) -> Iterator[DocumentPage]:
    """The pages of a document, the first in the file called `name`; at least one. Each is made when it is its turn.

    longest: how many sentences a page holds, unless one segment has more.
    """
    lengths, sentences = _lengths(bitext, longest)
    names = tuple([part_name(name, number) for number in range(1, len(lengths) + 1)])
    segments = groupby(rows(bitext), attrgetter("segment"))
    first = 1
    for number, length in enumerate(lengths, 1):
        part = [tuple(group) for _, group in islice(segments, length)]
        yield DocumentPage(part, number, names, first, sentences)
        first += sum(map(len, part))


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


def _lengths(bitext: Bitext, longest: int) -> tuple[list[int], int]:
    """Of each page how many segments with sentences it has, and how many sentences the document has."""
    lengths = [0]
    sentences = on_page = 0
    for segment in filter(attrgetter("pairs"), bitext.segments):
        length = len(segment.pairs)
        if lengths[-1] and on_page + length > longest:
            lengths.append(0)
            on_page = 0
        lengths[-1] += 1
        on_page += length
        sentences += length
    return lengths, sentences

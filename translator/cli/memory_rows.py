"""A translation memory as the rows of a bilingual file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from translator.bilingual import jsonl, tmx, tsv
from translator.bilingual.base import BilingualRow
from translator.bitext import Origin, Pair
from translator.memory.entry import EntryKind
from translator.memory.store import Memory

# By its suffix what writes rows as a file.
FORMATS: Mapping[str, Callable[[Iterable[BilingualRow]], Iterator[bytes]]] = {
    ".tmx": tmx.written,
    ".tsv": tsv.written,
    ".jsonl": jsonl.written,
}


def rows_of(memory: Memory, reviewed_only: bool) -> Iterator[BilingualRow]:
    """The entries of a memory in the order in which they came, numbered as segments."""
    number = 0
    for entry in memory.examples():
        is_reviewed = entry.kind is EntryKind.REVIEWED
        if is_reviewed or not reviewed_only:
            number += 1
            origin = Origin.MEMORY if is_reviewed else Origin.ENGINE
            pair = Pair(entry.source, entry.target, origin, reviewed=is_reviewed)
            yield BilingualRow(entry.document, number, 1, pair)

"""Word links after an edit: words that stayed keep theirs, and new words have those of the words they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import product

from translator.bitext import Link


def carried(links: Iterable[Link], old: str, new: str) -> tuple[Link, ...]:
    """The links of a translation that was `old` and is `new`."""
    sources: dict[int, list[int]] = {}  # for each word of `old`, the source words that are linked to it
    for link in links:
        sources.setdefault(link.target, []).append(link.source)
    carried_links: set[Link] = set()
    comparison = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    for _, old_start, old_end, new_start, new_end in comparison.get_opcodes():
        before, after = range(old_start, old_end), range(new_start, new_end)
        pairs: Iterable[tuple[int, int]] = product(before, after)
        if len(before) == len(after):
            pairs = zip(before, after, strict=True)
        for one, other in pairs:
            carried_links.update([Link(source, other) for source in sources.get(one, ())])
    return tuple(sorted(carried_links))

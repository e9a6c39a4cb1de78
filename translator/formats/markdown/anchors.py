"""The addresses of headings: a link `[..](#pendahuluan)` must still find its heading when that is translated.

A heading's address is made of its text, as GitHub makes it. Where the document links to it, the translated heading gets
the old address by an element of its own, so that links from other documents find it too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote

from translator.markup.runs import Item, Role

_LINKED = re.compile(r"""(?:\]\(<?|href=["']?|\]:[ \t]*<?)#([^\s)>"']+)""")
_DROPPED = re.compile(r"[^\w\- ]")


class Anchors:
    """The headings that the document links to.

    kept: by the number of a heading's first segment, the element that keeps its address.
    """

    def __init__(self, text: str) -> None:
        self.linked = {unquote(found[1]).lower() for found in _LINKED.finditer(text)}
        self.seen: Counter[str] = Counter()
        self.kept: dict[int, str] = {}

    def add(self, items: Iterable[Item], first: int, end: int) -> None:
        """Note a heading, whose segments are those from `first` to `end`."""
        if not self.linked:
            return
        address = self._address(items)
        if address in self.linked and first < end:
            self.kept[first] = f'<a id="{address}"></a>'

    def _address(self, items: Iterable[Item]) -> str:
        words = "".join(item.text for item in items if item.role in (Role.TEXT, Role.KEPT))
        slug = _DROPPED.sub("", words.strip().lower()).replace(" ", "-")
        self.seen[slug] += 1
        before = self.seen[slug] - 1
        if before:
            return f"{slug}-{before}"
        return slug

"""Page numbers and running heads, which are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain

from translator.formats.pdf.pages import PdfFragment, PdfPage
from translator.formats.pdf.rows import rows_of

_MARGIN = 0.12  # of a page's height, above and below, in which running heads and page numbers stand
_LEAST_PAGES = 0.4  # of all pages, on which a running head stands: those of right and left pages may differ
_NUMBER = re.compile(
    r"\W*(?:(?:halaman|hal\.?|hlm\.?|page|lembar)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|dari|of)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class BarePages:
    """Pages without page numbers and running heads. heads: what was taken for one, as it stands on its first page."""

    pages: tuple[PdfPage, ...]
    heads: tuple[str, ...]


def without_margins(pages: Sequence[PdfPage]) -> BarePages:
    """The pages without page numbers and running heads, where these are all that stands on a line."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(set(map(_shape, _in_margins(page))))
    least = max(2, _LEAST_PAGES * len(pages))
    repeated = {shape for shape, count in counts.items() if count >= least}
    kept = []
    heads: dict[str, str] = {}
    for page in pages:
        dropped = [row for row in rows_of(_in_margins(page)) if _is_head(row, repeated)]
        for fragment in chain.from_iterable(dropped):
            if _shape(fragment) in repeated and not _NUMBER.fullmatch(fragment.text):
                heads.setdefault(_shape(fragment), fragment.text)
        gone = set(chain.from_iterable(dropped))
        fragments = [fragment for fragment in page.fragments if fragment not in gone]
        kept.append(replace(page, fragments=tuple(fragments)))
    return BarePages(tuple(kept), tuple(heads.values()))


def _is_head(row: Iterable[PdfFragment], repeated: Set[str]) -> bool:
    """Is a line a page number, or what other pages have there too? A bullet before other words is not."""
    own = [fragment.text for fragment in row if _shape(fragment) not in repeated]
    return all(map(_NUMBER.fullmatch, own))


def _in_margins(page: PdfPage) -> Iterator[PdfFragment]:
    """What stands at the upper or the lower edge of a page."""
    for fragment in page.fragments:
        is_above = fragment.bottom < _MARGIN * page.height
        if is_above or fragment.top > (1 - _MARGIN) * page.height:
            yield fragment


def _shape(fragment: PdfFragment) -> str:
    """What the heads of several pages have in common: the words, whatever the number, and the height."""
    words = _DIGITS.sub("#", fragment.text.lower())
    return f"{words} {fragment.top:.0f}"

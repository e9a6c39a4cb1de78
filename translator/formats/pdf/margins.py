"""Page numbers and running heads, which are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translator.formats.pdf.pages import PdfFragment, PdfPage

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
    """The pages without page numbers and running heads."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(set(map(_shape, _in_margins(page))))
    least = max(2, _LEAST_PAGES * len(pages))
    kept = []
    heads: dict[str, str] = {}
    for page in pages:
        dropped = []
        for fragment in _in_margins(page):
            shape = _shape(fragment)
            if _NUMBER.fullmatch(fragment.text):
                dropped.append(fragment)
            elif counts[shape] >= least:
                dropped.append(fragment)
                heads.setdefault(shape, fragment.text)
        fragments = [fragment for fragment in page.fragments if fragment not in dropped]
        kept.append(replace(page, fragments=tuple(fragments)))
    return BarePages(tuple(kept), tuple(heads.values()))


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

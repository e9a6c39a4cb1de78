"""The columns of a page, in the order in which they are read.

Columns are found by their gutter, a strip that nothing crosses. What crosses it, such as a heading, ends the columns
above it and begins those below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from operator import attrgetter
from statistics import median

from translator.formats.pdf.grouping import grouped
from translator.formats.pdf.pages import PdfFragment

_STEP = 3  # points between two places where a gutter is looked for
_MOST_PLACES = 250  # where it is looked for: more than an upright sheet of paper has
_LEAST_LINES = 4  # in each of two columns: fewer may be a row of a table, or a label beside its text
_LEAST_FILL = 0.6  # of a column's width that lines of text fill, and cells of a table do not
_LEAST_WIDTH = 0.2  # of two columns' whole width that each has: what is narrower are the numbers of paragraphs
_GUTTER = 0.7  # of the font size: the narrowest gutter
_BESIDE = 0.5  # of the font size, by which two lines overlap that stand beside each other
_OTHER_SIZE = 0.1  # share by which the font size of a heading differs from that of the lines around it
_AIR = 0.8  # of the font size: wider than the air between the lines of a column
_NEIGHBOURS = 8  # fragments before one that may reach as far down as it: more than there are columns

Band = list[PdfFragment]

_left, _right = attrgetter("left"), attrgetter("right")


def columns_of(fragments: Iterable[PdfFragment]) -> list[Band]:
    """The columns of a page in their order; what stands above, between and below columns is one, too."""
    found = _columns(sorted(fragments, key=attrgetter("middle")))
    return list(filter(None, found))


def _columns(band: Band) -> Iterator[Band]:
    """The columns of a band, whose fragments come from the top to the bottom; some may be empty."""
    gutter = _gutter(band)
    if gutter is None:
        yield band
        return
    plain: Band = []
    columns: Band = []
    below: Band = []  # it belongs to the columns if they go on behind it
    for part in _parted(band, gutter):
        if _crosses(part[0], gutter):
            yield from _read_columns(columns, gutter)
            plain += below + part
            columns, below = [], []
        elif _are_columns(part, gutter):
            yield plain
            columns += below + part
            plain, below = [], []
        elif columns:
            below += part
        else:
            plain += part
    yield from _read_columns(columns, gutter)
    yield plain + below


def _read_columns(columns: Band, gutter: float) -> Iterator[Band]:
    for side in _sides(columns, gutter):
        yield from _columns(side)


def _gutter(band: Band) -> int | None:
    """Where the columns part: the place that has most lines of columns on its sides; None where it has none."""
    if len(band) < 2 * _LEAST_LINES:
        return None
    step = max(_STEP, int(_width(band) / _MOST_PLACES))
    places = range(int(min(map(_left, band))), int(max(map(_right, band))), step)
    lines_at = partial(_lines_in_columns, band)
    best = max(places, key=lines_at, default=0)
    return best if lines_at(best) else None


def _lines_in_columns(band: Band, gutter: float) -> int:
    """How many lines of the band stand in columns, if they part here."""
    crossing = [fragment for fragment in band if _crosses(fragment, gutter)]
    if 2 * len(crossing) > len(band):
        return 0  # as nearly everywhere in text of one column
    return sum(len(part) for part in _parted(band, gutter) if _are_columns(part, gutter))


def _parted(band: Band, gutter: float) -> Iterator[Band]:
    """The band in parts from top to bottom: those that cross the gutter, those beside it, and what stands apart."""

    def begins(part: Band, fragment: PdfFragment) -> bool:
        if _crosses(part[0], gutter) is not _crosses(fragment, gutter):
            return True
        return _is_apart(part, fragment)

    return grouped(band, begins)


def _crosses(fragment: PdfFragment, gutter: float) -> bool:
    return fragment.left < gutter < fragment.right


def _is_apart(part: Band, fragment: PdfFragment) -> bool:
    """Does air, or another font size, part a fragment from all that is above it, and stands none of that beside it?"""
    last = part[-1]
    bottom = max(above.bottom for above in part[-_NEIGHBOURS:])
    if fragment.top < bottom - _BESIDE * fragment.size:
        return False
    if fragment.top > bottom + _AIR * fragment.size:
        return True
    return abs(last.size - fragment.size) > _OTHER_SIZE * last.size


def _sides(part: Band, gutter: float) -> tuple[Band, Band]:
    """What stands on the two sides of a gutter that nothing in the part crosses."""
    left = [fragment for fragment in part if fragment.right <= gutter]
    right = [fragment for fragment in part if fragment.left >= gutter]
    return left, right


def _are_columns(part: Band, gutter: float) -> bool:
    """Are the two sides of a gutter columns of text, and no cells of a table?"""
    left, right = _sides(part, gutter)
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    strip = min(map(_left, right)) - max(map(_right, left))
    if strip < _GUTTER * median(fragment.size for fragment in left):
        return False
    least = _LEAST_WIDTH * _width(part)
    return _is_column(left, least) and _is_column(right, least)


def _is_column(side: Band, least_width: float) -> bool:
    """Is one side of a gutter wide enough, with lines enough that fill it, be it a column or several?"""
    lines = _line_count(side)
    width = _width(side)
    if lines < _LEAST_LINES or width < least_width:
        return False
    filled = sum(map(attrgetter("width"), side))
    return bool(filled >= _LEAST_FILL * lines * width)


def _width(side: Band) -> float:
    return float(max(map(_right, side)) - min(map(_left, side)))


def _line_count(side: Band) -> int:
    def begins(line: Band, fragment: PdfFragment) -> bool:
        return fragment.middle > line[0].middle + _BESIDE * fragment.size

    return sum(1 for _ in grouped(side, begins))

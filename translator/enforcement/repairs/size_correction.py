"""Repair: the figures of a size (12 × 5 m) stand once each, with one sign between two, where the model stuttered.

In a draft the sign is always x; the source's own comes back with the placeables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any
from translator.enforcement.edits import replace_text
from translator.language import numbers

_SIZE = re.compile(r"(?<![\w.,])\d[\d.,]*(?:( ?)x ?\d[\d.,]*)+")
_SIGN = r"\s?x(?![A-Za-z-])"  # no x-ray
_SIGNS = f"(?:{_SIGN})*"


def correct_sizes(draft: Draft) -> Draft:
    """The draft with each size whole in place of a first figure with signs behind it that are too many or too few."""
    for size in _SIZE.finditer(draft.source):
        figures = [number.accepted[0] for number in numbers.find(size[0])]
        place = _stuttered(figures, draft.text)
        if place and len(figures) == size[0].count("x") + 1 and not overlaps_any(place, draft.taken):
            draft = replace_text(draft, place, f"{size[1]}x{size[1]}".join(figures), Span(*size.span()))
    return draft


def _stuttered(figures: Sequence[str], text: str) -> Span | None:
    """Where the first figure stands with signs and some of the other figures behind it, but not as they should be."""
    if not figures:
        return None
    others = "".join([rf"{_SIGNS}(?:\s?{re.escape(figure)}(?![\d.,]*\d))?" for figure in figures[1:]])
    whole = "x".join(figures)
    for found in re.finditer(rf"(?<![\w.,]){re.escape(figures[0])}(?={_SIGN}){others}{_SIGNS}", text):
        if "".join(found[0].split()) != whole:
            return Span(*found.span())
    return None

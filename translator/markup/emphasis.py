"""How the words of a mark look, as far as its opening says it: in Markdown, HTML, subtitles, and office documents."""

from __future__ import annotations

import re
from enum import StrEnum


class Emphasis(StrEnum):
    """What a mark does to its words. The values are the names of Word's own elements for it."""

    BOLD = "b"
    ITALIC = "i"
    UNDERLINED = "u"


_HTML = r"^<(?:{})(?=[\s.>/])"  # a tag; WebVTT puts classes behind a full stop
_WORD = r'<w:{0}(?:/>| w:val="(?:1|true|on|single)")'
_DRAWING = r'<a:rPr\b[^>]* {}="(?:1|sng)"'
_OPENINGS = {
    Emphasis.BOLD: (r"^(?:\*\*|__)$", _HTML.format("b|strong"), _WORD.format("b"), _DRAWING.format("b")),
    Emphasis.ITALIC: (r"^[*_]$", _HTML.format("i|em|cite|dfn|var"), _WORD.format("i"), _DRAWING.format("i")),
    Emphasis.UNDERLINED: (_HTML.format("u|ins"), _WORD.format("u"), _DRAWING.format("u")),
}
_PATTERNS = {kind: re.compile("|".join(openings), re.IGNORECASE) for kind, openings in _OPENINGS.items()}


def emphasis_of(opening: str) -> frozenset[Emphasis]:
    """How the words look that stand behind an opening; other changes, such as of colour, are none."""
    return frozenset([kind for kind, pattern in _PATTERNS.items() if pattern.search(opening)])

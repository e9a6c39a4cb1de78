"""A sentence that is too long for the model, cut at the borders of its clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from unicodedata import combining

from translator.document import Span

_CONJUNCTIONS = (
    "dan|serta|atau|tetapi|tapi|namun|sedangkan|sementara|melainkan|karena|sebab|sehingga|maka|agar|supaya|guna|demi|"
    "untuk|ketika|saat|setelah|sesudah|sebelum|sejak|hingga|sampai|sambil|lalu|kemudian|jika|kalau|apabila|bila|"
    "meskipun|walaupun|meski|walau|bahwa|yang|dengan|di mana"
)
_BORDERS = tuple(  # of clauses, the best kind first; a piece is cut where the match begins
    re.compile(pattern)
    for pattern in (
        r"(?<=;)\s",
        r"(?<=:)\s|\s(?=[–—] )",
        rf"(?<=,)\s(?=(?:{_CONJUNCTIONS})\s)",
        r"(?<=,)\s",
        rf"\s(?=(?:{_CONJUNCTIONS})\s)",
    )
)
_SPACE = re.compile(r"\s")
_WINDOW = 1000  # characters on either side of the middle in which a clause border is looked for


def split_long(text: str, fits: Callable[[str], bool], keep: Sequence[Span] = ()) -> list[Span]:
    """The pieces of a sentence that is too long for the model: each fits, and nothing but white space is between them.

    fits: can the model take this text? keep: spans that are cut only where there is no other way.
    A piece of one character is given back whether it fits or not.
    """
    kept = _merged(keep)
    done: list[Span] = []
    todo = [Span(0, len(text))]
    while todo:
        piece = _trimmed(text, todo.pop())
        if piece.end - piece.start < 2 or fits(piece.of(text)):
            done.append(piece)
        else:
            cut = _cut(text, piece, kept)
            todo += [Span(cut, piece.end), Span(piece.start, cut)]
    return [piece for piece in done if piece.start < piece.end]


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def _trimmed(text: str, span: Span) -> Span:
    inked = span.of(text).lstrip()
    return Span(span.end - len(inked), span.end - len(inked) + len(inked.rstrip()))


def _cut(text: str, piece: Span, kept: Sequence[Span]) -> int:
    """Where to cut a piece of two characters or more: somewhere between `piece.start` and `piece.end`."""
    middle = (piece.start + piece.end) // 2
    reach = min(_WINDOW, (piece.end - piece.start) // 4)
    near = Span(middle - reach, middle + reach)
    for border in _BORDERS:
        if cuts := [cut for cut in _places(border, text, near) if not _inside(kept, cut)]:
            return min(cuts, key=lambda cut: abs(cut - middle))
    for forbidden in (kept, ()):
        for window in (near, piece):
            if cuts := [cut for cut in _places(_SPACE, text, window) if not _inside(forbidden, cut)]:
                return min(cuts, key=lambda cut: abs(cut - middle))
        for cut in _outward(middle, piece):
            if not _inside(forbidden, cut) and not combining(text[cut]):
                return cut
    return middle


def _places(border: re.Pattern[str], text: str, window: Span) -> list[int]:
    return [found.start() for found in border.finditer(text, window.start, window.end) if found.start() > window.start]


def _inside(kept: Sequence[Span], cut: int) -> bool:
    at = bisect_left(kept, Span(cut, 0)) - 1
    return at >= 0 and cut < kept[at].end


def _outward(middle: int, piece: Span) -> Iterator[int]:
    for step in range(piece.end - piece.start):
        for cut in {middle - step, middle + step}:
            if piece.start < cut < piece.end:
                yield cut

"""Steps in a row: a path of menus, the way to a page, choices, the columns of a table, the parts of a byline.

Of short steps any row is one (`Ya / Tidak / Abstain`). Longer ones begin as titles do: `Beranda › Berita › Kapal itu
tiba di pelabuhan`, `Oleh Budi Santoso · Rapat tahunan di Surabaya`. A row in brackets may end a text: `Sejarah [sunting
| lihat sumber]`. A sign belongs to the step behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, starmap

from translator.document import Span, spans_of

_SHORT = r"(?>[^\s/|>›»→·•]++(?:[ ][^\s/|>›»→·•]++){0,3})"
_SHORT_STEPS = re.compile(
    rf"""\s*+(?: {_SHORT}[ ](?:\|[ ]{_SHORT} | ([/|>›»→·•])[ ]{_SHORT}(?:[ ]\1[ ]{_SHORT})+)
    | ([›»→])[ ]{_SHORT}(?:[ ]\2[ ]{_SHORT})+ )\s*""",
    re.VERBOSE,
)
_SHORT_STEP = re.compile(rf"(?:[/|>›»→·•] )?{_SHORT}")

_SIGN = re.compile(r"(?<=\S)[ \u00a0]([/|>›»→·•])(?=[ \u00a0]\S)(?!(?<=\d..)[ \u00a0]\d)")  # no calculation: 5 · 3
# What begins as a title does, and cuts no brackets.
_TITLE = re.compile(r"[/|>›»→·•\s\"“'‘]*(?=[(\[]?(?:[A-Z][^\W_]|\d))(?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])*")
_SURE = re.compile(r"[|·]+|›+|»+")  # these signs, in their order, stand in no prose
_LIKELY = re.compile(r"([/>→•])\1+")
_QUOTE = re.compile(r"[«‹]")
_BRACKETED_ROW = re.compile(r"\[[^\[\]|]*\|[^\[\]]*\]\s*\Z")
_MAX_WORDS = 6  # of a step before the last, where its sign may be one of prose, too


def split_steps(text: str) -> list[Span]:
    """The steps of a text, and what stands before a row in brackets; none where it is no row."""
    row = _BRACKETED_ROW.search(text)
    start = row.start() if row else 0
    if _SHORT_STEPS.fullmatch(text, start):
        steps = spans_of(_SHORT_STEP.finditer(text, start))
        return [Span(0, start), *steps] if start else steps
    borders = [sign.start(1) for sign in _SIGN.finditer(text)]
    steps = list(starmap(Span, pairwise([0, *borders, len(text)])))
    if _is_row(text, "".join(_SIGN.findall(text)), [step.of(text) for step in steps]):
        return steps
    return []


def _is_row(text: str, signs: str, steps: Sequence[str]) -> bool:
    """Are the steps between these signs a row and no prose: does each begin as a title, and is only the last long?"""
    if not all(map(_TITLE.fullmatch, steps)):
        return False
    if _SURE.fullmatch(signs):
        return _QUOTE.search(text) is None
    if not _LIKELY.fullmatch(signs) or text.rstrip().endswith("."):
        return False
    longest = max(map(len, map(str.split, steps[:-1])), default=0)
    return longest <= _MAX_WORDS

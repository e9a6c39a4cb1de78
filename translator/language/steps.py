"""Steps in a row: a path of menus, the way to a page, choices, the columns of a table, the parts of a byline.

Of short steps any row is one (`Ya / Tidak / Abstain`). Longer ones begin as titles do: `Beranda › Berita › Kapal itu
tiba di pelabuhan`, `Oleh Budi Santoso · Rapat tahunan di Surabaya`. A row in brackets may end a text: `Sejarah [sunting
| lihat sumber]`. A sign belongs to the step behind it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from translator.document import Span

_SHORT = r"(?>[^\s/|>›»→·•]++(?:[ ][^\s/|>›»→·•]++){0,3})"
_SHORT_STEPS = re.compile(
    rf"""\s*+(?: {_SHORT}[ ](?:\|[ ]{_SHORT} | ([/|>›»→·•])[ ]{_SHORT}(?:[ ]\1[ ]{_SHORT})+)
    | ([›»→])[ ]{_SHORT}(?:[ ]\2[ ]{_SHORT})+ )\s*""",
    re.VERBOSE,
)
_SHORT_STEP = re.compile(rf"(?:[/|>›»→·•] )?{_SHORT}")

_SIGN = re.compile(r"(?<=\S)[ \u00a0]([/|>›»→·•])(?=[ \u00a0]\S)(?!(?<=\d..)[ \u00a0]\d)")  # no calculation: 5 · 3
_TITLE = re.compile(r"[/|>›»→·•\s\"“'‘(\[]*(?:[A-Z][^\W_]|\d)")
_QUOTE = re.compile(r"[«‹]")
_BRACKETED_ROW = re.compile(r"\[[^\[\]|]*\|[^\[\]]*\]\s*\Z")
_MAX_WORDS = 6  # of a step before the last, where its sign may be one of prose, too


def split_steps(text: str) -> list[Span]:
    """The steps of a text, and what stands before a row in brackets; none where it is no row."""
    row = _BRACKETED_ROW.search(text)
    lead = Span(0, row.start() if row else 0)
    if _SHORT_STEPS.fullmatch(text, lead.end):
        steps = [Span(*step.span()) for step in _SHORT_STEP.finditer(text, lead.end)]
        return [lead, *steps] if lead.end else steps
    signs = list(_SIGN.finditer(text))
    steps = [Span(*step) for step in pairwise([0, *(sign.start(1) for sign in signs), len(text)])]
    if signs and _is_row([step.of(text) for step in steps], {sign[1] for sign in signs}):
        return steps
    return []


def _is_row(steps: list[str], signs: set[str]) -> bool:
    """Are these steps, each with its sign, a row and no prose: each begins as a title, and none cuts brackets?"""
    if not all(map(_is_whole_title, steps)):
        return False
    if signs <= {"|", "·"}:
        return True
    if len(signs) > 1:
        return False
    if signs <= {"›", "»"}:
        return not any(map(_QUOTE.search, steps))
    *others, last = steps
    are_short = all(len(step.split()) <= _MAX_WORDS for step in others)
    return len(others) > 1 and are_short and not last.rstrip().endswith(".")


def _is_whole_title(step: str) -> bool:
    if _TITLE.match(step) is None:
        return False
    return all(step.count(opening) == step.count(closing) for opening, closing in ("()", "[]"))

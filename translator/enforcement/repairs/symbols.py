"""Signs beside a number (€5, 30°C, < 10): one that the model dropped is written beside the number's English."""

from __future__ import annotations

import re

from translator.document import Span
from translator.enforcement.draft import Draft, Task
from translator.enforcement.edits import put
from translator.language.numbers import Number, placed
from translator.language.symbols import MONEY, OF_NUMBERS, is_said, plain

_BEFORE = re.compile(rf"(?:[{MONEY}<>≤≥±≈−]|(?<!\d)(?<!\d )[~+])[ \u00a0]?\Z")  # no range: 1~12
_AFTER = re.compile(rf"[ \u00a0]?(?:[{MONEY}%‰°]|\+(?! ?\d))")  # no sum: 3 + 2
_ANY = re.compile(rf"[{OF_NUMBERS}]")  # which most sentences have not
_UNIT, _DOUBLED = re.compile(r" (?= |[CF]\b)"), re.compile(r" (?= )")  # a space too many: 30° C; before another one
_IN_A_WORD = re.compile(r"[^\W\d_][-\u2011]?\Z")  # COVID-19


def signed(task: Task, draft: Draft) -> Draft:
    """The draft with the signs that stand beside its source's numbers."""
    for number in placed(task.source, draft.hypothesis.text) if _ANY.search(task.source) else ():
        draft = _signed(task.source, number, draft)
    return draft


def _signed(source: str, number: Number, draft: Draft) -> Draft:
    text = draft.hypothesis.text
    place = placed(source, text).get(number)
    if not place or not any(map(str.isdigit, place.of(text))) or _IN_A_WORD.search(text, 0, place.start):
        return draft
    if any(held and held.span.overlaps(place) for held in draft.placed):
        return draft
    before, after = _BEFORE.search(source, 0, number.span.start), _AFTER.match(source, number.span.end)
    signs = [found[0] if found and _is_lost(found[0].strip(), source, text) else "" for found in (before, after)]
    if not any(signs):
        return draft
    start = place.start - (text[: place.start].endswith("  "))  # where the model wrote nothing between two spaces
    end = place.end + bool((_UNIT if signs[1] else _DOUBLED).match(text, place.end))
    return put(draft, Span(start, end), place.of(text).join(signs), number.span)


def _is_lost(sign: str, source: str, text: str) -> bool:
    return text.count(sign) < source.count(sign) and not is_said(sign, plain(text))

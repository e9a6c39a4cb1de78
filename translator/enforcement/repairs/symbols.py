"""Repair: a symbol beside a number (€5, 30°C, 20 × 30) that the model dropped is written beside the number's English.

It comes after the ranking: the model may not know the symbol, and would think little of a text that has it.
"""

from __future__ import annotations

import re
import unicodedata

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, spans_of
from translator.enforcement.edits import replace_text
from translator.language.numbers import Number, placed
from translator.language.symbols import MONEY, OF_NUMBERS, is_said, plain

_BEFORE = re.compile(rf"(?:[{MONEY}<>≤≥±≈−×÷]|(?<!\d)(?<!\d )[~+])[ \u00a0]?\Z")  # no range: 1~12
_AFTER = re.compile(rf"[ \u00a0]?(?:[{MONEY}](?!\d)|[%‰°]|\+(?! ?\d))")  # no sum: 3 + 2; £5 £6
_ANY = re.compile(rf"[{OF_NUMBERS}]")  # which most sentences do not have
_SPACE_BEFORE_UNIT = re.compile(r" (?= |[CF]\b)")  # 30° C
_RAISED = re.compile(r"[^\W\d_]+[²³¹⁰⁴-⁹₀-₉]+")
_DOUBLED_SPACE = re.compile(r" (?= )")
_END_OF_WORD = re.compile(r"[^\W\d_][-\u2011]?\Z")  # COVID-19


def restore_symbols(draft: Draft) -> Draft:
    """The draft with the symbols that stand beside its source's numbers, and with the raised digits of its units."""
    draft = _restore_raised(draft)
    if not _ANY.search(draft.source):
        return draft
    for number in placed(draft.source, draft.text):
        draft = _restore(number, draft)
    return draft


def _restore_raised(draft: Draft) -> Draft:
    """The draft with the raised and lowered digits of its source's words (km², CO₂), which a tokenizer makes plain."""
    for found in _RAISED.finditer(draft.source):
        plain_word = unicodedata.normalize("NFKC", found[0])
        if plain_word in draft.source:
            continue
        for place in reversed(spans_of(re.compile(rf"(?<![^\W\d_]){re.escape(plain_word)}(?!\w)"), draft.text)):
            if not overlaps_any(place, draft.taken):
                draft = replace_text(draft, place, found[0], Span(*found.span()))
    return draft


def _restore(number: Number, draft: Draft) -> Draft:
    source, text = draft.source, draft.text
    place = placed(source, text).get(number)
    if place is None or not _may_have_symbol(place, draft):
        return draft
    before = _lost_symbol(_BEFORE.search(source, 0, number.span.start), source, text)
    after = _lost_symbol(_AFTER.match(source, number.span.end), source, before + text)
    if not before and not after:
        return draft
    start, end = place
    if text[:start].endswith("  "):  # the model wrote nothing between two spaces
        start -= 1
    surplus_space = _SPACE_BEFORE_UNIT if after else _DOUBLED_SPACE
    if surplus_space.match(text, end):
        end += 1
    return replace_text(draft, Span(start, end), before + place.of(text) + after, number.span)


def _may_have_symbol(place: Span, draft: Draft) -> bool:
    """Is the number in figures, in no other word, and in no term?"""
    if not any(map(str.isdigit, place.of(draft.text))):
        return False
    if _END_OF_WORD.search(draft.text, 0, place.start):
        return False
    return not overlaps_any(place, draft.taken)


def _lost_symbol(found: re.Match[str] | None, source: str, text: str) -> str:
    """The symbol that was found beside a number, with its space, if nothing stands for it in the text; else nothing."""
    if found is None:
        return ""
    symbol = found[0].strip()
    if text.count(symbol) >= source.count(symbol) or is_said(symbol, plain(text)):
        return ""
    return found[0]

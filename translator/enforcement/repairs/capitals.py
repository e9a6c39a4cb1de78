"""Repair: a translation begins with a capital where its source does, as a heading does of which the model forgot it."""

from __future__ import annotations

import re
from dataclasses import replace

from glossary import Case, Term
from translator.enforcement.draft import Draft

_WORD = re.compile(r"[^\W\d_]\w*")


def capitalise(draft: Draft) -> Draft:
    """The draft with a capital where its source begins with one; a term that has its own letters keeps them.

    A word like iPhone is not capitalised: its first letter stands small before a capital.
    """
    text = draft.text
    first = _WORD.match(text)
    if not first or not first[0].islower() or not draft.source[:1].isupper():
        return draft
    if any(_has_own_letters(place.match.term) for place in draft.standing if place.span.start == 0):
        return draft
    capital = text[0].upper()
    if len(capital) != 1:
        return draft
    return replace(draft, hypothesis=replace(draft.hypothesis, text=capital + text[1:]))


def _has_own_letters(term: Term) -> bool:
    """Does a term keep its letters at the beginning, too: one of exact case, or a name (al-Assad, de facto not)?"""
    if term.case is Case.EXACT:
        return True
    return term.kept and not term.source.islower()

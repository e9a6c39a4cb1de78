"""Repair: a translation begins with a capital where its source does, as a heading does of which the model forgot it."""

from __future__ import annotations

import re
from dataclasses import replace

from glossary import Case, keeps_letters
from translator.enforcement.draft import Draft, Placed

_WORD = re.compile(r"[^\W\d_]\w*")


def capitalise(draft: Draft) -> Draft:
    """The draft with a capital where its source begins with one; a term that has its own letters keeps them.

    A word like iPhone is not capitalised: its first letter stands small before a capital.
    """
    text = draft.text
    first = _WORD.match(text)
    if not first or not first[0].islower() or not draft.source[:1].isupper():
        return draft
    if any(_has_own_letters(place) for place in draft.standing if place.span.start == 0):
        return draft
    capital = text[0].upper()
    if len(capital) != 1:
        return draft
    return replace(draft, hypothesis=replace(draft.hypothesis, text=capital + text[1:]))


def _has_own_letters(place: Placed) -> bool:
    """Does a term keep its letters at the beginning, too: al-Assad and iPhone, but neither labourer nor de facto?"""
    term = place.match.term
    if term.kept and term.source.islower():
        return term.case is Case.EXACT
    return keeps_letters(term, place.target)

"""Repair: an article that stands before a translation with an article of its own goes: `the the Navy` is the Navy.

`A the Navy ship` is the Navy ship, too: the article that the glossary writes is the one that must stand.
"""

from __future__ import annotations

import re
from dataclasses import replace

from glossary import begins_sentence
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, overlaps_any
from translator.enforcement.edits import replace_text

_OWN_ARTICLE = re.compile(r"(?:[Tt]he|an?) ")  # A Company has none
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?)\s+\Z", re.IGNORECASE)


def remove_doubled_articles(draft: Draft) -> Draft:
    """The draft without the articles that stand before a term which begins with one; a capital moves on to the term."""
    for index in range(len(draft.placed)):
        place = draft.placed[index]
        if place and _OWN_ARTICLE.match(place.target):
            draft = _without_article_before(draft, place)
    return draft


def _without_article_before(draft: Draft, place: Placed) -> Draft:
    text, start = draft.text, place.span.start
    found = _ARTICLE_BEFORE.search(text, 0, start)
    if not found or overlaps_any(Span(*found.span()), draft.taken):
        return draft
    first = text[start]
    if found[0][0].isupper() and begins_sentence(text, found.start()) and not place.match.term.kept:
        first = first.upper()
    draft = replace_text(draft, Span(*found.span()), "")
    text = draft.text[: found.start()] + first + draft.text[found.start() + 1 :]
    return replace(draft, hypothesis=replace(draft.hypothesis, text=text))

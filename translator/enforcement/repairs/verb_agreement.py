"""Repair: a verb for one thing agrees with a translation that is a plural by itself: the munitions were, not was.

The model wrote the verb for its own word, which was a singular. Only a verb right behind the translation is looked at,
where the translation begins a clause: in `the list of relatives is` the verb belongs to the list. This becomes these.
"""

from __future__ import annotations

import re

from glossary import is_plural_by_itself
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft
from translator.enforcement.edits import replace_text

_WRITTEN = frozenset({Status.SWAPPED, Status.SOURCE, Status.SPLICED})
_PLURAL_OF_VERB = {"is": "are", "was": "were", "has": "have", "does": "do"}
_VERB_OF_ONE = re.compile(r" (is|was|has|does)(?:n['’]t)?\b")
_CLAUSE_BEFORE = re.compile(
    r"""(?:\A|[,;:]\ |\b(?:and|because|but|if|said|that|when|whether|while)\ )["“]?
    (?:(?P<this>this)\ |(?:all|her|his|its|my|our|some|the|their|your)\ )?\Z""",
    re.VERBOSE | re.IGNORECASE,
)


def agree_with_plurals(draft: Draft) -> Draft:
    """The draft with verbs in the plural behind those of its written translations that are plurals by themselves."""
    for place in sorted(draft.standing, key=lambda place: place.span, reverse=True):  # those before keep their places
        if place.status in _WRITTEN and is_plural_by_itself(place.target):
            draft = _agreeing(draft, place.span)
    return draft


def _agreeing(draft: Draft, noun: Span) -> Draft:
    """The draft with the words around a noun in the plural, where it is the subject of the verb behind it."""
    verb = _VERB_OF_ONE.match(draft.text, noun.end)
    clause = _CLAUSE_BEFORE.search(draft.text, 0, noun.start)
    if not verb or not clause:
        return draft
    draft = replace_text(draft, Span(*verb.span(1)), _PLURAL_OF_VERB[verb[1]])
    if clause["this"]:
        return replace_text(draft, Span(*clause.span("this")), clause["this"][:2] + "ese")
    return draft

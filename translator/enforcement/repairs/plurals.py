"""Repair: a term that the source doubles for its plural is a plural: `rudal-rudal itu` is the missiles.

The words around it must bear it. A noun that determines another one stays (missile crew), so does one behind a word for
one thing (a missile, this missile); a verb right behind it becomes a plural, too (was, were). A noun with an irregular
plural is one behind a number, too (five knife: five knives). Where the text speaks of the one thing further on (its,
has), it stays as the model wrote it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from glossary import Match, past_forms, required_form
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, Placed, source_span
from translator.enforcement.edits import replace_text
from translator.enforcement.places import is_function_word
from translator.enforcement.plural_words import VERB_OF_ONE_BEHIND, is_plural

# Words before the term that are looked at for one that says how many things it is.
MAX_WORDS_BEFORE = 3

_PLURAL_OF_VERB = {"is": "are", "was": "were", "has": "have"}
_FOR_ONE = frozenset("a an one this that each every another single either neither no any 1".split())
_FORMS_OF_BE = frozenset("is are was were be been being there".split())
_AUXILIARIES = frozenset("can could will would may might must shall should had did are were have".split())
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_END = re.compile(r"""["'”’)\]]*(?:[.,;:!?]|\Z)""")
_VERB_OF_ONE = re.compile(
    r"\b(?:is|was|has|does|(?:is|was|has|does)n['’]t|it|its|it['’]s|itself|s?he|his|hers?|him)\b", re.I
)
_MAY_BE_A_VERB_OF_ONE = re.compile(r"\b[a-z]+(?<![su])s\b|\b(?:became|remained|as) an?\b")
_LINK = re.compile(
    r" (?:of|in|on|at|to|for|from|by|with|and|or|but|near|into|over|under|during|after|before|against|between)\b"
)


def put_plurals(draft: Draft) -> Draft:
    """The draft with those of its doubled terms as plurals that stand there in the singular and may be plurals."""
    for index, match in enumerate(draft.matches):
        place = draft.placed[index]
        if place is None or not (match.plural or _is_counted(draft, place)):
            continue
        form = _plural_of(match, place, draft.text)
        if form and _is_alone(draft.text, place.span):
            draft = _with_plural(draft, index, place, form)
    return draft


def _is_counted(draft: Draft, place: Placed) -> bool:
    """Stands a number before a noun whose plural the model could not spell: five knife? Percent has none."""
    is_regular = _plural_of(place.match, place, draft.text) in ("", place.span.of(draft.text) + "s")
    return not is_regular and is_plural(place.span, draft.text, place.match, draft.source)


def _plural_of(match: Match, place: Placed, text: str) -> str:
    """The plural of what stands at the place, in its capitals; empty where it has none or is no singular."""
    term = replace(match.term, targets=(place.target,))
    one, many = (required_form(replace(match, plural=plural, term=term), at_start=False) for plural in (False, True))
    written = place.span.of(text)
    if one == many or written[1:] != one[1:]:
        return ""
    return written[0] + many[1:]


def _is_alone(text: str, span: Span) -> bool:
    """Does what stands before and behind the noun let it be a plural?"""
    before, behind = text[: span.start], text[span.end :]
    if (before and before[-1] not in ' (“"') or _is_for_one(before):
        return False
    verb = VERB_OF_ONE_BEHIND.match(behind)
    if verb:
        return not _VERB_OF_ONE.search(behind, verb.end())
    if _VERB_OF_ONE.search(behind):
        return False
    if _END.match(behind):
        return True
    if _is_past(_first_word(behind)):
        return not _MAY_BE_A_VERB_OF_ONE.search(behind)
    return _LINK.match(behind) is not None and any(map(_is_past, _WORD.findall(before)))


def _is_for_one(before: str) -> bool:
    """Does a word for one thing stand before the noun, or a form of `to be`, whose complement it would be?"""
    words = _WORD.findall(before.lower())
    for number, word in enumerate(reversed(words[-MAX_WORDS_BEFORE:])):
        if word in _FOR_ONE or word in _FORMS_OF_BE:
            return True
        if is_function_word(word):
            return not _FORMS_OF_BE.isdisjoint(words[-number - 2 : -number - 1])
    return False


def _first_word(text: str) -> str:
    """The word behind a space with which the text begins, if it does."""
    found = _WORD.match(text, 1)
    return found[0] if found and text[0] == " " else ""


def _is_past(word: str) -> bool:
    """Is a word the past of a verb, or one whose form tells nothing of number?"""
    if word in _AUXILIARIES or word in past_forms():
        return True
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")


def _with_plural(draft: Draft, index: int, place: Placed, form: str) -> Draft:
    verb = VERB_OF_ONE_BEHIND.match(draft.text, place.span.end)
    if verb:
        draft = replace_text(draft, Span(*verb.span(1)), _PLURAL_OF_VERB[verb[1]])
    draft = replace_text(draft, place.span, form, source_span(place.match))
    placed = list(draft.placed)
    span = Span(place.span.start, place.span.start + len(form))
    placed[index] = replace(place, span=span, status=Status.SWAPPED)
    return replace(draft, placed=tuple(placed))

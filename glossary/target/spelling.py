"""American and British spelling: the translations of a term in one of the two. The word pairs are data."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from functools import cache

from glossary.target.forms import capitalised
from glossary.term import Term, TermKind
from glossary.word_lists import lines

_WORD = re.compile(r"[^\W\d_]+")


class EnglishSpelling(StrEnum):
    """How English is spelt where the two differ."""

    AMERICAN = "american"  # defense, armor, organization
    BRITISH = "british"  # defence, armour, organisation


def respelt(text: str, spelling: EnglishSpelling) -> str:
    """The text in this spelling; each word keeps its capitals."""
    other = _other_spellings(spelling)

    def written(found: re.Match[str]) -> str:
        word = found.group()
        right = other.get(word.lower(), word)
        if right == word.lower():
            return word
        if len(word) > 1 and word.isupper():
            return right.upper()
        if word[0].isupper():
            return capitalised(right)
        return right

    return _WORD.sub(written, text)


def in_spelling(term: Term, spelling: EnglishSpelling) -> Term:
    """The term with all its translations in this spelling. A place keeps its name: Pearl Harbor."""
    if term.kind is TermKind.PLACE:
        return term
    targets = dict.fromkeys([respelt(target, spelling) for target in term.targets])
    return replace(term, targets=tuple(targets))


@cache
def _other_spellings(spelling: EnglishSpelling) -> dict[str, str]:
    """Each word that the spelling does not write, and what it writes instead; in small letters."""
    found = {}
    for line in lines("spelling_pairs"):
        american, british = line.split()
        if spelling == EnglishSpelling.AMERICAN:
            found[british] = american
        else:
            found[american] = british
    return found

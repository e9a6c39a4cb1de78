"""Two translations of one term: could either be written for it, so that a document should keep to one?

Of the user's own glossary all are such that are of the same grammar. The built-in lists accept more than a document
should mix (Britain, England; foreign minister, secretary of state), but also much that is no synonym in every text. So
of these only such count as are near: the same head noun, nearly the same letters, an Indonesian abbreviation and its
English, or two common nouns.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from glossary import USER_LIST, have_same_head, is_abbreviation, rivals, same_spelt_otherwise
from translator.bitext import Pair, TermUse

PLACES = "places"  # the built-in list of countries, whose names are seldom synonyms
# Likeness, at least, of two spellings of a name. Kiev and Kyiv have 0.75, ez-Zor and al-Zor 0.67, England and English
# 0.57.
MIN_LIKENESS = 0.65

_PREPOSITION = re.compile(r"\s(?:of|for|in|at|on|to|with)\s")


class TermOfList(NamedTuple):
    """A term by its source and the list that it comes from, as in `TermUse`."""

    source: str
    term_list: str = USER_LIST

    @property
    def is_ordinary_word(self) -> bool:
        """Is it a single common word of the built-in lists (`pasukan`), whose English depends on its neighbours?"""
        if self.term_list == USER_LIST or " " in self.source:
            return False
        return self.source.islower()


def is_rival(term: TermOfList, one: str, other: str) -> bool:
    """Are these different translations of the term, of which either could stand for the other?"""
    if not rivals(one, other):
        return False
    if term.term_list == USER_LIST or same_spelt_otherwise(one, other):
        return True
    if term.is_ordinary_word:
        return False
    if _are_alike(one, other):
        return True
    return term.term_list != PLACES and _are_near(one, other, term.source)


def is_in_brackets(pair: Pair, use: TermUse) -> bool:
    """Does the translation of a term stand alone in brackets, as an abbreviation behind its long form does?"""
    if use.target_span is None:
        return False
    start, end = use.target_span
    return pair.target[:start].endswith("(") and pair.target.startswith(")", end)


def _are_alike(one: str, other: str) -> bool:
    """Are the words in which two translations differ nearly the same letters?"""
    first, second = one.casefold().split(), other.casefold().split()
    ours = " ".join([word for word in first if word not in second])
    theirs = " ".join([word for word in second if word not in first])
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= MIN_LIKENESS


def _are_near(one: str, other: str, source: str) -> bool:
    """Have two translations the same head, is one the Indonesian abbreviation, or are both common nouns?

    An English abbreviation may follow its long form: United Nations, UN.
    """
    if have_same_head(one, other) or source.casefold() in (one.casefold(), other.casefold()):
        return True
    if is_abbreviation(one) or is_abbreviation(other):
        return False
    both = f"{one} {other}"
    return both.islower() and not _PREPOSITION.search(both)

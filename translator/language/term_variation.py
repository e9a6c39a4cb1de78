"""Two translations of one term: could either be written for it, so that a document should keep to one?

Of the user's own glossary all are such that are of the same grammar. The built-in lists accept more than a document
should mix (Britain, England; foreign minister, secretary of state), but also much that is no synonym in every text. So
of these only such count as are near: the same head noun, nearly the same letters, an Indonesian abbreviation and its
English, or two common nouns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import partial
from typing import NamedTuple

from glossary import USER_LIST, have_same_head, is_abbreviation, rivals, same_spelt_otherwise
from translator.bitext import Pair, TermUse

PLACES = "places"  # the built-in list of countries, whose names are seldom synonyms
# Likeness, at least, of two spellings of a name. Kiev and Kyiv have 0.75, ez-Zor and al-Zor 0.67, England and English
# 0.57.
MIN_LIKENESS = 0.65

_ORDINARY_WORD = re.compile(r"[^\W\d_A-Z]+(?:-[^\W\d_A-Z]+)*")
_COMMON_NOUNS = re.compile(r"(?:(?!(?:of|for|in|at|on|to|with)\s)[^\sA-Z]+(?:\s|$))+")


class TermOfList(NamedTuple):
    """A term by its source and the list that it comes from, as in `TermUse`."""

    source: str
    term_list: str = USER_LIST


def is_rival(term: TermOfList, one: str, other: str) -> bool:
    """Are these different translations of the term, of which either could stand for the other?"""
    if not rivals(one, other):
        return False
    first, second = sorted((one, other))  # of two texts in another order SequenceMatcher may find another ratio
    return any(likeness(first, second) for likeness in _likenesses(term))


def with_rivals(term: TermOfList, targets: Iterable[str]) -> list[str]:
    """Those of a term's translations in a text that have a rival among the others."""
    known = list(targets)
    return [target for target in known if any(is_rival(term, target, other) for other in known)]


def _likenesses(term: TermOfList) -> tuple[Callable[[str, str], bool], ...]:
    """The ways in which translations of the term may be alike so that a document should have one of them.

    A single common word of the built-in lists (`pasukan`) takes its English from its neighbours.
    """
    if term.term_list == USER_LIST:
        return (rivals,)
    if term.term_list == PLACES or _ORDINARY_WORD.fullmatch(term.source):
        return (same_spelt_otherwise, _have_like_letters)
    return (same_spelt_otherwise, _have_like_letters, partial(_are_near, term.source))


def is_in_brackets(pair: Pair, use: TermUse) -> bool:
    """Does the translation of a term stand alone in brackets, as an abbreviation behind its long form does?"""
    if use.target_span is None:
        return False
    start, end = use.target_span
    if not pair.target[:start].endswith("("):
        return False
    return pair.target.startswith(")", end)


def _have_like_letters(one: str, other: str) -> bool:
    """Are the words in which two translations differ nearly the same letters?"""
    first, second = one.casefold().split(), other.casefold().split()
    ours = " ".join([word for word in first if word not in second])
    theirs = " ".join([word for word in second if word not in first])
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= MIN_LIKENESS


def _are_near(source: str, one: str, other: str) -> bool:
    """Have two translations the same head, is one the Indonesian abbreviation, or are both common nouns?

    An English abbreviation may follow its long form: United Nations, UN.
    """
    if have_same_head(one, other) or source.casefold() in (one.casefold(), other.casefold()):
        return True
    if any(map(is_abbreviation, (one, other))):
        return False
    return _COMMON_NOUNS.fullmatch(f"{one} {other}") is not None

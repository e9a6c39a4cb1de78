"""Indonesian abbreviations: do they become English, and does a stretch of words stand for one?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from glossary.source.tokens import folded
from glossary.target.grammar import is_abbreviation
from glossary.term import Term, TermKind

MIN_LETTERS = 2  # of what is recognised as an abbreviation of words
MIN_LOOSE_LETTERS = 5  # of one whose letters may come from inside the words: fewer are soon found in any words
# Words of a long form that may have no letter in its abbreviation.
_PASSED_OVER = frozenset(
    "atas bagi dalam dan dari dengan di ke oleh pada serta untuk yang and for in of on the".split()
)
_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]+")


class Abbreviations(StrEnum):
    """What becomes of the Indonesian abbreviations of the built-in lists."""

    ENGLISH = "english"  # put into English, where the list has English for them
    FIRST = "first"  # at the first place of a document the English, and the abbreviation in brackets; then that alone
    KEEP = "keep"  # left as they stand


def is_indonesian_abbreviation(term: Term) -> bool:
    """Is the term an abbreviation, or an organisation that has one in Indonesian only: DPR, but not the UN for PBB?"""
    if term.kind is not TermKind.ORGANISATION:
        return term.kind is TermKind.ABBREVIATION
    if not is_abbreviation(term.source):
        return False
    return not is_abbreviation(term.targets[0])


def is_translated_abbreviation(term: Term) -> bool:
    """Is the term an Indonesian abbreviation for which its list prefers English?"""
    if not is_indonesian_abbreviation(term):
        return False
    return not _is_spelling_of(term, term.targets[0])


def abbreviation_in_english(term: Term) -> Term:
    """The term as it is put into English: an abbreviation that is translated is not accepted as it stands."""
    if not is_translated_abbreviation(term):
        return term
    targets = [target for target in term.targets if not _is_spelling_of(term, target)]
    return replace(term, targets=tuple(targets))


def abbreviations_kept(terms: Iterable[Term]) -> Iterator[Term]:
    """The terms, but every abbreviation stays as it stands in the source: for each of its spellings a term."""
    for term in terms:
        if not is_indonesian_abbreviation(term):
            yield term
            continue
        for spelling in dict.fromkeys((term.source, *term.variants)):
            yield replace(term, source=spelling, targets=(spelling,), variants=(), plural=False)


def stands_for(abbreviation: str, words: Sequence[str]) -> bool:
    """Is the abbreviation made of the words, which give its letters in their order: KKB, Kelompok Kriminal Bersenjata?

    The first letter begins the first word, and the last word gives a letter. In a short abbreviation every word but
    such as `dan` gives its first letter; a longer one may take its letters from inside words, and pass one over: Menhan
    of Menteri Pertahanan.
    """
    letters = _NO_LETTER_OR_DIGIT.sub("", abbreviation).casefold()
    if len(letters) < MIN_LETTERS or not words:
        return False
    is_loose = len(letters) >= MIN_LOOSE_LETTERS
    first, *others = map(str.casefold, words)
    given = set(_ends(letters, 0, first, is_anchored=True))  # how many letters may be given, some by the last word
    reached = given
    for word in others:
        given = {end for start in reached for end in _ends(letters, start, word, is_anchored=not is_loose)}
        reached = given | reached if is_loose or word in _PASSED_OVER else given
    return len(letters) in given


def _ends(letters: str, start: int, word: str, is_anchored: bool) -> range:
    """After how many of the letters the word may end that gives those from `start` on. is_anchored: with its first."""
    if is_anchored and not letters.startswith(word[0], start):
        return range(0)
    end = start
    for character in word:
        if letters.startswith(character, end):
            end += 1
    return range(start + 1, end + 1)


def _is_spelling_of(term: Term, target: str) -> bool:
    """Is a translation nothing but the source, in one of its spellings?"""
    own = {folded(spelling.replace("-", " ").rstrip(".")) for spelling in (term.source, *term.variants)}
    return folded(target.replace("-", " ").rstrip(".")) in own

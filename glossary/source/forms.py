"""The forms that an Indonesian term takes: clitics, doubled heads, and what only looks like them.

Forms are recognised from the entry, never by stripping the text: `pasukannya` is `pasukan` with a clitic because the
glossary holds `pasukan`. After the Indonesian spelling standard (EYD V, 2022): -nya, -ku, -mu and then -lah, -kah, -pun
are written together with their word, but with a hyphen after an abbreviation in capitals (TNI-nya).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from glossary.source.nasals import NASAL_INSTEAD_OF
from glossary.term import Case, Term, TermKind
from glossary.word_lists import words

_PRONOUNS = ("nya", "ku", "mu")
_PARTICLES = ("lah", "kah", "pun")
CLITICS = (*_PRONOUNS, *_PARTICLES, *map("".join, product(_PRONOUNS, _PARTICLES)))
_MAX_SIMPLE_CLITIC = 3  # letters; a longer clitic is a pronoun with a particle
_PARTICLE_LETTERS = 3
_MIN_STEM = 2  # letters before a clitic
_MIN_WORD_STEM = 3  # letters before a clitic, unless the stem is an abbreviation or ends with a digit
_MIN_BASE = 3  # letters: what is derived from a shorter base cannot be told from chance
_MIN_DOUBLED = 3  # letters: no shorter noun is doubled

_NASAL_PREFIXES = frozenset(map("".join, product(("me", "pe"), ("", "m", "n", "ng", "nge"))))
_PREFIXES = _NASAL_PREFIXES | frozenset("be bel ber di diper ke memper per se te ter".split()) | {""}
_BARE_PREFIXES = frozenset(("me", "pe"))
_SUFFIXES = frozenset(map("".join, product(("", "an", "kan", "i"), ("", *CLITICS))))
_PROPER_KINDS = (TermKind.PERSON, TermKind.PLACE, TermKind.OPERATION)
_PROPER_IF_CAPITALISED = (TermKind.UNIT, TermKind.ORGANISATION, None)


def splits(word: str) -> Iterator[tuple[str, str]]:
    """Every reading of a folded word as (stem, clitic): `kapalnyalah` is kapal + nyalah.

    None for a word that is whole (`masalah`), none that leaves a single character.
    """
    if not word.endswith(CLITICS):
        return
    whole = words("whole_words")
    if word in whole:
        return
    ends_whole = word[:-_PARTICLE_LETTERS] in whole  # Malukulah is Maluku + lah, not Malu + kulah
    for clitic in CLITICS:
        stem = word.removesuffix(clitic)
        if stem == word or len(stem) < _MIN_STEM:
            continue
        if not ends_whole or len(clitic) <= _MAX_SIMPLE_CLITIC:
            yield stem, clitic


def attaches(stem: str, clitic: str, capitals: bool, alone: bool) -> bool:
    """May `clitic` stand right after `stem`, both as the text writes them?

    capitals: the entry writes its last word in capitals. After an abbreviation only a clitic in small letters is one:
    TNInya has it, PASKAH is a word of its own. A stem of two letters must be such an abbreviation (ASnya), and -ku and
    -mu do not follow it. alone: the entry is a single word: umumnya is not umum + nya, but staf
    umumnya is staf umum + nya.
    """
    if alone and (stem + clitic).casefold() in words("adverbs"):
        return False
    is_short = len(stem) < _MIN_WORD_STEM and not stem[-1:].isdigit()
    if is_short:
        may_be_short = capitals and not clitic.startswith(("ku", "mu"))
        if not may_be_short:
            return False
    if capitals:
        if not stem.isupper():
            return False
        return clitic.islower()
    if clitic.islower():
        return True
    return (stem + clitic).isupper()


def hyphenates(stem: str, clitic: str) -> bool:
    """May `clitic` follow `stem` after a hyphen? As in TNI-nya and hamba-Nya; AS-MU is two abbreviations."""
    if not clitic.isupper():
        return True
    if not stem.isupper():
        return False
    return len(clitic) > 2


def related(first: str, second: str) -> bool:
    """Are the folded words of `first-second` one word: a doubling, or one of them a derivation of the other?

    So with kapal-kapalan, bersama-sama, tarik-menarik, bolak-balik, but not with anti-Rusia, AS-Rusia, TNI-Polri.
    """
    if not first[:1].isalpha() or not second[:1].isalpha():
        return False
    if first == second or f"{first}-{second}" in words("fixed_doublings"):
        return True
    if _derives(first, second):
        return True
    return _derives(second, first)


def _derives(word: str, base: str) -> bool:
    """Is `word` made of `base` with a prefix, a suffix or both?"""
    if len(base) < _MIN_BASE or word == base:
        return False
    if _affixed(word, base, _PREFIXES):
        return True
    nasalised = NASAL_INSTEAD_OF.get(base[0], base[0]) + base[1:]
    return _affixed(word, nasalised, _BARE_PREFIXES)


def _affixed(word: str, stem: str, prefixes: frozenset[str]) -> bool:
    at = word.find(stem)
    if at < 0 or word[:at] not in prefixes:
        return False
    return word[at + len(stem) :] in _SUFFIXES


def proper_name(term: Term) -> bool:
    """Does the term name one single thing, so that it has no plural in either language?"""
    if term.kind in _PROPER_KINDS:
        return True
    if term.case is not Case.EXACT or not term.source[:1].isupper():
        return False
    return term.kind in _PROPER_IF_CAPITALISED


def doubles(term: Term, spelling: str) -> bool:
    """Has this spelling of the term a plural with its first word doubled: kapal perang, kapal-kapal perang?"""
    head = spelling.split()[0]
    is_word = head.isalpha() and len(head) >= _MIN_DOUBLED
    if not is_word:
        return False
    if f"{head}-{head}".casefold() in words("fixed_doublings"):
        return False
    return not proper_name(term)

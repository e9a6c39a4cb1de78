"""The forms that an Indonesian term takes: clitics, doubled heads, and what only looks like them.

Forms are recognised from the entry, never by stripping the text: `pasukannya` is `pasukan` with a clitic because the
glossary holds `pasukan`. After the Indonesian spelling standard (EYD V, 2022): -nya, -ku, -mu and then -lah, -kah, -pun
are written together with their word, but with a hyphen after an abbreviation in capitals (TNI-nya).
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.term import Case, Term, TermKind
from glossary.word_lists import words

_PRONOUNS = ("nya", "ku", "mu")
_PARTICLES = ("lah", "kah", "pun")
CLITICS = (*_PRONOUNS, *_PARTICLES, *(pronoun + particle for pronoun in _PRONOUNS for particle in _PARTICLES))

_PREFIXES = (
    *("", "be", "bel", "ber", "di", "diper", "ke", "memper", "per", "se", "te", "ter"),
    *(root + nasal for root in ("me", "pe") for nasal in ("", "m", "n", "ng", "nge")),
)
_SUFFIXES = frozenset(suffix + clitic for suffix in ("", "an", "kan", "i") for clitic in ("", *CLITICS))
_NASALS = {"k": "ng", "p": "m", "s": "ny", "t": "n"}  # me- and pe- change the first sound: tarik, menarik


def splits(word: str) -> Iterator[tuple[str, str]]:
    """Every reading of a folded word as (stem, clitic): `kapalnyalah` is kapal + nyalah.

    None for a word that is whole (`masalah`), none that leaves a single character.
    """
    if not word.endswith(CLITICS):
        return
    whole = words("whole_words")
    if word in whole:
        return
    for clitic in CLITICS:
        stem = word.removesuffix(clitic)
        if stem == word or len(stem) < 2:
            continue
        if len(clitic) <= 3 or word[:-3] not in whole:  # Malukulah is Maluku + lah, not Malu + kulah
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
    if len(stem) < 3 and not stem[-1:].isdigit() and (not capitals or clitic.startswith(("ku", "mu"))):
        return False
    if capitals:
        return stem.isupper() and clitic.islower()
    return clitic.islower() or (stem + clitic).isupper()


def hyphenates(stem: str, clitic: str) -> bool:
    """May `clitic` follow `stem` after a hyphen? As in TNI-nya and hamba-Nya; AS-MU is two abbreviations."""
    return not clitic.isupper() or (stem.isupper() and len(clitic) > 2)


def related(first: str, second: str) -> bool:
    """Are the folded words of `first-second` one word: a doubling, or one of them a derivation of the other?

    So with kapal-kapalan, bersama-sama, tarik-menarik, bolak-balik, but not with anti-Rusia, AS-Rusia, TNI-Polri.
    """
    if not (first[:1].isalpha() and second[:1].isalpha()):
        return False
    if first == second or f"{first}-{second}" in words("fixed_doublings"):
        return True
    return _derives(first, second) or _derives(second, first)


def _derives(word: str, base: str) -> bool:
    """Is `word` made of `base` with a prefix, a suffix or both?"""
    if len(base) < 3 or word == base:
        return False
    for stem, prefixes in ((base, _PREFIXES), (_NASALS.get(base[0], base[0]) + base[1:], {"me", "pe"})):
        at = word.find(stem)
        if at >= 0 and word[:at] in prefixes and word[at + len(stem) :] in _SUFFIXES:
            return True
    return False


def proper_name(term: Term) -> bool:
    """Does the term name one single thing, so that it has no plural in either language?"""
    if term.kind in (TermKind.PERSON, TermKind.PLACE, TermKind.OPERATION):
        return True
    exact = term.case is Case.EXACT and term.source[:1].isupper()
    return exact and term.kind in (TermKind.UNIT, TermKind.ORGANISATION, None)


def doubles(term: Term, spelling: str) -> bool:
    """Has this spelling of the term a plural with its first word doubled: kapal perang, kapal-kapal perang?"""
    head = spelling.split()[0]
    return (
        head.isalpha()
        and len(head) >= 3
        and not head.isupper()
        and f"{head}-{head}".casefold() not in words("fixed_doublings")
        and not proper_name(term)
    )

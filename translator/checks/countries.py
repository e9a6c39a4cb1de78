"""The translation names a country that the source does not.

The countries are those of the built-in list of places, by all their English forms (Russia, Russian, Russians). The
source has a country where it has one of the Indonesian forms, or a word that begins like any form (`ke-Rusia-an`).
Indonesia is not looked for, because sources call it `dalam negeri`, `Tanah Air` or by the name of its capital. English
names that are also first names or common words (Jordan, Chad, Turkey at the start of a sentence) must have a capital.
Warnings. Calibrated on the references of FLORES dev: 0.3 % false alarms.

PASS: Tentara Rusia tiba. => Russian troops arrived.
PASS: Warga AS pulang. => U.S. citizens returned.
FAIL: Tentara itu tiba. => The Russian troops arrived.
FAIL: Kapal Belanda tiba. => A Danish ship arrived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from glossary import IndexedTerms, Matcher
from translator import term_lists
from translator.bitext import Finding, Pair, Severity

ID = "countries"

_LIST = "places"
_DOMAIN = "country"
_LEFT_OUT = "Indonesia"
_MIN_ROOT = 4  # letters by which a word of the source may begin like a country
_WORD = re.compile(r"[^\W\d_]+")


def check(pair: Pair) -> Iterator[Finding]:
    for form, sources in _named(pair.target).items():
        if _is_in_source(form, sources, pair):
            continue
        yield Finding(ID, Severity.WARNING, f"{form} is in the translation, and the source has no {sources[0]}")


def _is_in_source(form: str, sources: Sequence[str], pair: Pair) -> bool:
    """Has the source an Indonesian name of the country, a word that begins like it, or a term that asks for it?"""
    source = pair.source.casefold()
    if any(_has_root(source, root) for root in (form, *sources)):
        return True
    if any(form in use.target for use in pair.terms):
        return True
    return any(form in match.term.targets for match in _places().find(pair.source))


def _named(target: str) -> dict[str, tuple[str, ...]]:
    """The country forms of an English text, each with the Indonesian names that it may stand for."""
    by_first_word = _by_first_word()
    possible = chain.from_iterable(by_first_word.get(word, ()) for word in set(_WORD.findall(target)))
    forms = [form for form in possible if form in target]  # one pattern for all forms takes 10 ms to compile
    if not forms:
        return {}
    forms.sort(key=len, reverse=True)
    known = _sources_of()
    pattern = rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])"
    return {form: known[form] for form in re.findall(pattern, target)}


def _has_root(source: str, name: str) -> bool:
    """Does a word of the source, or what is behind a hyphen in it, begin like the name? source: in small letters."""
    small = name.casefold()
    if len(small) < _MIN_ROOT:
        return re.search(rf"(?<!\w){re.escape(small)}(?!\w)", source) is not None
    return re.search(rf"(?<!\w){re.escape(small[:_MIN_ROOT])}", source) is not None


@cache
def _terms() -> IndexedTerms:
    terms, _ = term_lists.load([Path(_LIST)])
    return terms


@cache
def _places() -> Matcher:
    return Matcher(_terms())


@cache
def _sources_of() -> dict[str, tuple[str, ...]]:
    """The Indonesian names that each English form of a country may stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for term in _terms():
        if term.domain != _DOMAIN:
            continue
        for form in term.targets:
            if form[0].isupper() and not form.startswith(_LEFT_OUT):
                found[form] = (*found.get(form, ()), term.source, *term.variants)
    return found


@cache
def _by_first_word() -> dict[str, list[str]]:
    """The English forms of countries by their first word."""
    found: dict[str, list[str]] = {}
    for form in _sources_of():
        word = _WORD.search(form)
        if word is not None:
            found.setdefault(word[0], []).append(form)
    return found

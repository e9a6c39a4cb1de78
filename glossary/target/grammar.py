"""Which translations of one term are of the same grammar, judged by their form: warship and battleship are, Russia and
Russian are not."""

from __future__ import annotations

import re

from glossary.source.tokens import HYPHENS
from glossary.target.forms import around_head, plural, transfer_case
from glossary.target.spelling import EnglishSpelling, respelt
from glossary.word_lists import words

# Letters that two words have in common at their beginning, at least, of which one is derived from the other.
MIN_ROOT = 3

_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][A-Z\d]*(?:[ -][A-Z\d]+)*")
_PERSON = re.compile(r"(?:wo)?m[ae]n$")
_WOMAN = re.compile(r"wom[ae]n$")
_NATIONAL = re.compile(r"[A-Z]\w*(?:(?<!st)an|ese|ish|[^aeiou]i)s?$")
_DESCRIBING = re.compile(r"[a-z]\w+(?:[^e]ed|ing|ous|ive|ful|less|[ai]ble|ic)$")
_ADJECTIVES_IN_AL = frozenset("naval aerial coastal electoral federal national natural regional tactical".split())
_NOUNS = frozenset(  # they end like adjectives
    "building detective executive explosive offensive speed weed wing azerbaijan bhutan brunei burundi djibouti"
    " fiji haiti iran japan jordan kiribati laos malawi mali oman sudan taiwan vatican".split()
)
_PLURAL = re.compile(r"(?!diabetes|herpes|measles|mumps|customs)\w{2,}(?<!ic)[^\Waiosu]s")
_SEPARATOR = re.compile(rf"[\s.{HYPHENS}]+")


def is_abbreviation(target: str) -> bool:
    """Is a translation letters for words: US, U.S., UNIFIL, TNI AL?"""
    return _ABBREVIATION.fullmatch(target) is not None


def same_spelt_otherwise(one: str, other: str) -> bool:
    """Do two translations differ only in spelling: air base, airbase; defence, defense; U.S., US?"""
    return _bare(one) == _bare(other)


_ZONE = " Time"  # a time zone has no article: at 10:00 Western Indonesia Time


def rivals(one: str, other: str) -> bool:
    """Are two different translations of a term of the same grammar, so that either could be written for it?"""
    if one.casefold() == other.casefold():
        return False
    if same_spelt_otherwise(one, other):
        return True
    if is_abbreviation(one) or is_abbreviation(other):
        return _is_describing(one) == _is_describing(other)
    if _kind(one) != _kind(other) or _derived(one, other):
        return False
    if have_same_head(one, other):
        return True
    return one[0].isupper() == other[0].isupper()


def may_replace(old: str, new: str, has_determiner: bool) -> bool:
    """May the translation `new` be written where `old` stands?

    A name of one word and one of several words seldom have the same article: the United Kingdom is Britain.
    has_determiner: an article, or another word that determines, stands before the place.
    """
    if not rivals(old, new):
        return False
    is_name = old[0].isupper() and (new[0].isupper() or is_abbreviation(old))
    if not is_name or have_same_head(old, new) or same_spelt_otherwise(old, new):
        return True
    was_long, is_long = _is_long(old), _is_long(new)
    if was_long == is_long:
        return is_abbreviation(old) == is_abbreviation(new)
    if is_long:
        return has_determiner or new.endswith(_ZONE)
    if is_abbreviation(new):
        return True
    return not has_determiner


def names_place(written: str) -> bool:
    """Is what stands for a place its name (Britain), and no adjective (British, Northern)? US may be either."""
    if not written[:1].isupper() or written.endswith("ern") or is_abbreviation(written):
        return False
    return not _is_describing(written)


def names_people(target: str) -> bool:
    """Is a translation the word for a people: Israeli, Thai, Chinese, but not Japan?"""
    return _is_national(around_head(target)[1])


def is_countable(target: str) -> bool:
    """Has a translation a plural of its own, and so may stand behind a or an?"""
    return plural(target) != target


def is_plural_by_itself(target: str) -> bool:
    """Is a translation a common noun that is always a plural: munitions, police officers; but not news, economics?"""
    head = around_head(target)[1]
    if not target.islower() or head in words("without_plural"):
        return False
    return _PLURAL.fullmatch(head) is not None and plural(head) == head


def have_same_head(one: str, other: str) -> bool:
    """Have two translations the same head noun, in either number?"""
    first, second = (around_head(target)[1].casefold() for target in (one, other))
    return plural(first) == plural(second)


def in_form_of(written: str, old: str, new: str) -> str:
    """The translation `new` in the number and the capitals in which `old` is written; empty where it has no plural."""
    listed, form = old, new
    if written.casefold() == plural(old).casefold() != old.casefold():
        listed, form = plural(old), plural(new)
        if form == new:
            return ""
    if written == listed:
        return form
    return transfer_case(form, written)


def _is_long(target: str) -> bool:
    if " " not in target:
        return False
    return not is_abbreviation(target)


def _kind(target: str) -> tuple[bool, bool, bool, bool]:
    """What must agree in two translations: number; do they describe; are they men or women; are they women?"""
    head = around_head(target)[1]
    is_plural = len(head) > MIN_ROOT and plural(head) == head and head.endswith("s")
    is_person = _PERSON.search(head) is not None
    return is_plural, _is_describing(head), is_person, _WOMAN.search(head) is not None


def _is_describing(target: str) -> bool:
    """Does a translation look like an adjective, a participle or the word for a people?"""
    head = around_head(target)[1]
    small = head.casefold()
    if small in _NOUNS:
        return False
    if small in _ADJECTIVES_IN_AL or _is_national(head):
        return True
    return _DESCRIBING.fullmatch(head) is not None


def _is_national(word: str) -> bool:
    """Does a word say of what nation something is, as far as its letters tell?"""
    small = word.casefold()
    if small in _NOUNS:
        return False
    if not words("national_words").isdisjoint((small, small.removesuffix("s"))):
        return True
    return _NATIONAL.fullmatch(word) is not None


def _derived(one: str, other: str) -> bool:
    """Is the last word of a translation made of that of the other: rebel, rebellion; Spain, Spanish?"""
    first, second = (around_head(target)[1].casefold() for target in (one, other))
    if first == second:
        return False
    if first.startswith(second) or second.startswith(first):
        return True
    is_spelt_otherwise = first[-2:] == second[-2:]  # Taliban, Taleban
    if first[:MIN_ROOT] != second[:MIN_ROOT]:
        return False
    return not is_spelt_otherwise


def _bare(target: str) -> str:
    return _SEPARATOR.sub("", respelt(target.casefold(), EnglishSpelling.AMERICAN))

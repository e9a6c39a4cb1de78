"""The forms of an English verb, and of the nouns made of it, for entries that are marked as verbs.

The rules are those of the usual grammars; what they cannot know stands in `irregular_verbs.txt`. Of a translation of
several words the first is the verb: shoot down, shot down.
"""

from __future__ import annotations

import re
from functools import cache

from glossary.source.nasals import VOWELS
from glossary.term import VerbForm
from glossary.word_lists import lines

_MAY_DOUBLE = re.compile(rf".*[^{VOWELS}][{VOWELS}][^{VOWELS}wxy]$")  # travel: travelled, traveled
_DOUBLES = re.compile(  # one short syllable, or the stress at the end: stop, stopped; refer, referred
    rf"(?:[^{VOWELS}]*[{VOWELS}][^{VOWELS}wxy]|.*(?:trol|(?<!li)(?<!vo)mit|(?<![fl])fer|pel|tur|cur)|rebel|kidnap|equip|deter|abet)$"
)
_CONSONANT_AND_Y = re.compile(f"[^{VOWELS}]y$")
_HISSES = re.compile("(?:s|sh|ch|x|z|o)$")  # the third person of such a verb ends in -es
_KEEPS_ITS_E = re.compile("(?:ee|oe|ye)$")  # before -ing: fleeing
_NOUN_ENDINGS = "al ance ation ence er ers ery ing ings ion ions ment ments or ors ure".split()
_DOUBLING = ("ed", "ing", "ings", "er", "ers")


def inflected(target: str, form: VerbForm | None) -> str:
    """The translation `target` as it must be written for this form of the verb; None: as it stands."""
    verb, space, rest = target.partition(" ")
    if form is VerbForm.ACTIVE:
        made = _past(verb)[0]
    elif form is VerbForm.PASSIVE:
        made = _past(verb)[1]
    elif form is VerbForm.ACTION:
        made = _gerund(verb)
    elif form is VerbForm.AGENT:
        made = _joined(verb, "er")
    else:
        return target
    return made + space + rest


def accepted(target: str, form: VerbForm | None) -> tuple[str, ...]:
    """Every form of `target` that honours this form of the verb, `target` itself first.

    A noun of action or agent may be any that English makes of the verb: deployment, arrival, attackers.
    """
    verb, space, rest = target.partition(" ")
    made = [verb, _third_person(verb), *_past(verb), _gerund(verb)]
    if _MAY_DOUBLE.match(verb):
        for stem in (verb, verb + verb[-1]):
            made += [f"{stem}ed", f"{stem}ing"]
    if form in (VerbForm.ACTION, VerbForm.AGENT):
        made += [_joined(verb, ending) for ending in _NOUN_ENDINGS]
    return tuple(dict.fromkeys(each + space + rest for each in made))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Of each irregular verb: its past, its participle, and what else is accepted."""
    found = {}
    for line in lines("irregular_verbs"):
        verb, *others = line.split()
        found[verb] = tuple(others)
    return found


@cache
def past_forms() -> frozenset[str]:
    """The pasts of irregular verbs that are not their infinitives as well: sank, told."""
    return frozenset(others[0] for verb, others in _irregular().items() if others[0] != verb)


def _past(verb: str) -> tuple[str, ...]:
    """The past, the participle, and what else there may be."""
    irregular = _irregular().get(verb)
    if irregular:
        return irregular
    regular = _joined(verb, "ed")
    return regular, regular


def _third_person(verb: str) -> str:
    if _HISSES.search(verb):
        return f"{verb}es"
    if _CONSONANT_AND_Y.search(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    return _joined(verb, "ing")


def _joined(verb: str, ending: str) -> str:
    """The verb with an ending that begins with a vowel, or with `ment`."""
    if ending.startswith("m"):
        return verb + ending
    if ending == "ation" and verb.endswith("y"):
        return verb[:-1] + ending  # occupation
    if verb.endswith("e"):
        keeps = ending == "ing" and _KEEPS_ITS_E.search(verb)
        if keeps:
            return verb + ending
        return verb[:-1] + ending
    if _CONSONANT_AND_Y.search(verb) and not ending.startswith("i"):
        return f"{verb[:-1]}i{ending}"
    if ending in _DOUBLING and _DOUBLES.match(verb):
        return verb + verb[-1] + ending
    return verb + ending

"""The forms of an English verb, and of the nouns made of it, for entries that are marked as verbs.

Rules after the usual grammars; what they cannot know stands in `irregular_verbs.txt`. Of a translation of several words
the first is the verb: shoot down, shot down.
"""

from __future__ import annotations

import re
from functools import cache

from glossary.term import VerbForm
from glossary.word_lists import lines

_VOWELS = "aeiou"
_DOUBLES = re.compile(rf"[^{_VOWELS}]*[{_VOWELS}][^{_VOWELS}wxy]$")  # one short syllable: stop, stopped
_MAY_DOUBLE = re.compile(rf".*[^{_VOWELS}][{_VOWELS}][^{_VOWELS}wxy]$")  # travel: travelled, traveled
_STRESSED_AT_THE_END = re.compile("(?:.*(?:trol|mit|fer|pel|bel|tur|cur)|kidnap|equip|deter|abet|admit)$")
_NOUN_ENDINGS = "al ance ation ence er ers ery ing ings ion ions ment ments or ors ure".split()

_DOUBLING = ("ed", "ing", "ings", "er", "ers")


def inflected(target: str, form: VerbForm | None) -> str:
    """The translation `target` as it must be written for this form of the verb; None: as it stands."""
    verb, space, rest = target.partition(" ")
    past, participle = _past(verb)[:2]
    made = {
        VerbForm.ACTIVE: past,
        VerbForm.PASSIVE: participle,
        VerbForm.ACTION: _gerund(verb),
        VerbForm.AGENT: _joined(verb, "er"),
    }
    return made[form] + space + rest if form in made else target


def accepted(target: str, form: VerbForm | None) -> tuple[str, ...]:
    """Every form of `target` that honours this form of the verb, `target` itself first.

    A noun of action or agent may be any that English makes of the verb: deployment, arrival, attackers.
    """
    verb, space, rest = target.partition(" ")
    made = [verb, _third_person(verb), *_past(verb), _gerund(verb)]
    if _MAY_DOUBLE.match(verb):
        made += [verb + verb[-1] + ending for ending in ("ed", "ing")]
    if form in (VerbForm.ACTION, VerbForm.AGENT):
        made += [_joined(verb, ending) for ending in _NOUN_ENDINGS]
    return tuple(dict.fromkeys(each + space + rest for each in made))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {verb: tuple(others) for verb, *others in map(str.split, lines("irregular_verbs"))}


def _past(verb: str) -> tuple[str, ...]:
    """The past, the participle, and what else there may be."""
    return _irregular().get(verb) or (_joined(verb, "ed"), _joined(verb, "ed"))


def _third_person(verb: str) -> str:
    if re.search("(?:s|sh|ch|x|z|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(f"[^{_VOWELS}]y$", verb) else f"{verb}s"


def _gerund(verb: str) -> str:
    return f"{verb[:-2]}ying" if verb.endswith("ie") else _joined(verb, "ing")


def _joined(verb: str, ending: str) -> str:
    """The verb with an ending that begins with a vowel, or with `ment`."""
    if ending.startswith("m"):
        return verb + ending
    if ending == "ation" and verb.endswith("y"):
        return verb[:-1] + ending  # occupation
    if verb.endswith("e") and not (ending == "ing" and re.search("(?:ee|oe|ye)$", verb)):
        return verb[:-1] + ending
    if re.search(f"[^{_VOWELS}]y$", verb) and not ending.startswith("i"):
        return f"{verb[:-1]}i{ending}"
    double = _DOUBLES.match(verb) or _STRESSED_AT_THE_END.match(verb)
    return verb + verb[-1] + ending if double and ending in _DOUBLING else verb + ending

"""The forms of an English verb, and of the nouns made of it, for entries that are marked as verbs.

The rules are those of the usual grammars; what they cannot know stands in `irregular_verbs.txt`, and the nouns that are
written in `nouns_of_verbs.txt`. Of a translation of several words the first is the verb: shoot down, shot down.
"""

from __future__ import annotations

import re
from functools import cache

from glossary.source.nasals import VOWELS
from glossary.target.forms import plural
from glossary.term import Inflection, VerbForm
from glossary.word_lists import lines

_MAY_DOUBLE = re.compile(rf".*[^{VOWELS}][{VOWELS}][^{VOWELS}wxy]$")  # travel: travelled, traveled
_DOUBLES = re.compile(  # one short syllable, or the stress at the end: stop, stopped; refer, referred
    rf"(?:[^{VOWELS}]*[{VOWELS}][^{VOWELS}wxy]|.*(?:trol|(?<!li)(?<!vo)mit|(?<![fl])fer|pel|tur|cur|tap|trap|lap|drop|step)"
    r"|rebel|kidnap|equip|deter|abet|regret|rebut|acquit|excel|surveil|annul|program|begin"
    r"|(?:for|off|out|over|re|un|under|up|in)(?:bid|cut|get|put|run|set|sit|win))$"
)
# A prefix before what may be an irregular verb, as in oversee; not where it only looks so: to relay, to resent.
_PREFIXED = re.compile(
    r"(?!(?:forethought|outbound|present|rebound|relay|relent|resent|upshot)$)"
    r"(?:(?:fore?|mis|off|out|over|pre|re|under|up|with)-?|co-)(.+)"
)
_CONSONANT_AND_Y = re.compile(f"[^{VOWELS}]y$")
_HISSES = re.compile("(?:s|sh|ch|x|z|o)$")  # the third person of such a verb ends in -es
_KEEPS_ITS_E = re.compile("(?:ee|oe|ye)$")  # before -ing: fleeing
_NOUN_ENDINGS = "al ance ation ence er ers ery ing ings ion ions ment ments or ors ure".split()
_DOUBLING = ("ed", "ing", "ings", "er", "ers")
_MAY_BE_NOUNS = (VerbForm.ROOT, VerbForm.ACTION, VerbForm.AGENT)

NOUNS = (Inflection.ACTION_NOUN, Inflection.AGENT_NOUN)
# What the Indonesian form suggests where the English sentence tells nothing: news are told in the past.
USUAL: dict[VerbForm | None, Inflection] = {
    None: Inflection.BASE,
    VerbForm.ROOT: Inflection.PAST,
    VerbForm.INFINITIVE: Inflection.BASE,
    VerbForm.ACTIVE: Inflection.PAST,
    VerbForm.PASSIVE: Inflection.PARTICIPLE,
    VerbForm.ACTION: Inflection.GERUND,
    VerbForm.AGENT: Inflection.AGENT_NOUN,
}

_GERUND = re.compile(r"[^aeiouy\W]*[aeiouy]\w*ing")  # not bring
_PAST = re.compile(r"[^aeiouy\W]*(?:[aeiouy]\w*[^\We]|[aiouy])ed|(?:fr|agr|decr|guarant)eed")  # not red, need
_THIRD_PERSON = re.compile(r"\w{2,}[^\Wsu]s")
_ENDINGS = (
    (_GERUND, frozenset([Inflection.GERUND])),
    (_PAST, frozenset([Inflection.PAST, Inflection.PARTICIPLE])),
    (_THIRD_PERSON, frozenset([Inflection.THIRD_PERSON])),
)


def inflected(target: str, inflection: Inflection) -> str:
    """The translation `target` in this form; empty where English has no such noun that is known."""
    verb, space, rest = target.partition(" ")
    if inflection in NOUNS:
        return _noun(target, inflection)
    return _made(verb, inflection) + space + rest


def inflections(word: str) -> frozenset[Inflection]:
    """The forms of a verb that an English word may be, by its letters: shot is a past or a participle; a noun looks
    like a base form, its plural like a third person."""
    word = word.casefold()
    irregular = _irregular_inflections()
    if word in irregular:
        return irregular[word]
    derived = irregular.get(_root(word), frozenset())
    if derived and Inflection.BASE not in derived:  # outcome, output: nouns rather than verbs
        return derived
    for ending, found in _ENDINGS:
        if ending.fullmatch(word):
            return found
    return frozenset([Inflection.BASE])


def accepted(target: str, form: VerbForm | None) -> tuple[str, ...]:
    """Every form of `target` that honours this form of the verb, `target` itself first.

    What may be a noun may be any that English makes of the verb: deployment, arrival, attackers.
    """
    verb, space, rest = target.partition(" ")
    made = [verb, _third_person(verb), *_past(verb), _gerund(verb)]
    if _MAY_DOUBLE.match(verb):
        for stem in (verb, verb + verb[-1]):
            made += [f"{stem}ed", f"{stem}ing"]
    if form in _MAY_BE_NOUNS:
        made += [_joined(verb, ending) for ending in _NOUN_ENDINGS]
    nouns = _nouns().get(target, ()) if form in _MAY_BE_NOUNS else ()
    whole = [*[each + space + rest for each in made], *nouns, *map(plural, nouns)]
    return tuple(dict.fromkeys(whole))


def _made(verb: str, inflection: Inflection) -> str:
    past, participle, *_ = _past(verb)
    forms = {
        Inflection.BASE: verb,
        Inflection.THIRD_PERSON: _third_person(verb),
        Inflection.PAST: past,
        Inflection.PARTICIPLE: participle,
        Inflection.GERUND: _gerund(verb),
    }
    return forms[inflection]


def _noun(verb: str, inflection: Inflection) -> str:
    """The noun of action or of agent of the verb; empty where it has none."""
    return dict(zip(NOUNS, _nouns().get(verb, ()), strict=False)).get(inflection, "")


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    """Of each verb: its noun of action, and its noun of agent if English has one."""
    found = {}
    for line in lines("nouns_of_verbs"):
        verb, *nouns = line.split()
        found[verb] = tuple(nouns)
    return found


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Of each irregular verb: its past, its participle, and what else is accepted."""
    found = {}
    for line in lines("irregular_verbs"):
        verb, *others = line.split()
        found[verb] = tuple(others)
    return found


@cache
def _irregular_inflections() -> dict[str, frozenset[Inflection]]:
    """What each form of an irregular verb is: hit is three of them."""
    found: dict[str, frozenset[Inflection]] = {}
    for verb, (past, *participles) in _irregular().items():
        forms = [(verb, Inflection.BASE), (past, Inflection.PAST)]
        forms += [(each, Inflection.PARTICIPLE) for each in participles]
        for word, inflection in forms:
            found[word] = found.get(word, frozenset()) | {inflection}
    return found


@cache
def past_forms() -> frozenset[str]:
    """The pasts of irregular verbs that are not their infinitives as well: sank, told."""
    return frozenset(others[0] for verb, others in _irregular().items() if others[0] != verb)


def _past(verb: str) -> tuple[str, ...]:
    """The past, the participle, and what else there may be."""
    irregular = _irregular()
    root = verb if verb in irregular else _root(verb)
    if root in irregular:
        prefix = verb.removesuffix(root)
        return tuple([prefix + form for form in irregular[root]])
    regular = _joined(verb, "ed")
    return regular, regular


def _root(verb: str) -> str:
    """The verb without the prefix that it begins with: see of oversee; the verb itself where it has none."""
    prefixed = _PREFIXED.fullmatch(verb)
    return prefixed[1] if prefixed else verb


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
    if ending in _DOUBLING and verb.endswith("ic"):
        return f"{verb}k{ending}"  # trafficked
    return verb + ending

"""Which form of a verb fits where it replaces a word: that of the word, as far as what stands before lets it.

A word that looks like a noun where a noun may stand gives way to a noun of the verb, else to nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum

from glossary import NOUNS, USUAL, Inflection, Match, VerbForm, inflected, inflections
from translator.document import Span
from translator.enforcement.places import is_function_word

# How much of the text before a place is looked at, in characters.
MAX_LEAD = 200


class _Frame(StrEnum):
    """What stands before a verb."""

    MODAL = "will pay, did not pay"
    TO = "to pay"
    BE = "is paying, was paid"
    HAVE = "has paid"
    NOUN = "the payment, of payment"
    START = "Pay!"
    SUBJECT = "the army paid"


_BASE, _THIRD, _PAST = Inflection.BASE, Inflection.THIRD_PERSON, Inflection.PAST
_PARTICIPLE, _GERUND = Inflection.PARTICIPLE, Inflection.GERUND
_LIKE_NOUNS = frozenset([_BASE, _THIRD])
_ACTION_NOUN, _AGENT_NOUN = NOUNS
_NOUN_OF: dict[VerbForm | None, Inflection] = {
    VerbForm.ROOT: _ACTION_NOUN,
    VerbForm.ACTION: _ACTION_NOUN,
    VerbForm.AGENT: _AGENT_NOUN,
}
# The forms that may stand there, the likeliest first.
_ALLOWED = {
    _Frame.MODAL: (_BASE,),
    _Frame.TO: (_BASE, _GERUND),
    _Frame.BE: (_GERUND, _PARTICIPLE),
    _Frame.HAVE: (_PARTICIPLE,),
    _Frame.NOUN: (_GERUND, _PARTICIPLE),
    _Frame.START: (_GERUND, _BASE, _PAST, _PARTICIPLE),
    _Frame.SUBJECT: (_GERUND, _PAST, _THIRD, _BASE, _PARTICIPLE),
}
_ALLOWED_OF: dict[VerbForm | None, dict[_Frame, tuple[Inflection, ...]]] = {
    VerbForm.ROOT: {**_ALLOWED, _Frame.BE: (_GERUND,)},  # who fell was killed, and never was fallen
    VerbForm.PASSIVE: {
        **_ALLOWED,
        _Frame.START: (_GERUND, _PARTICIPLE, _PAST),
        _Frame.SUBJECT: (_GERUND, _PARTICIPLE, _PAST, _THIRD, _BASE),
    },
}
# The form where nothing says that any fits. Behind a subject and at the start it is the one that the source suggests.
_LEAST_WRONG = {
    _Frame.MODAL: _BASE,
    _Frame.TO: _BASE,
    _Frame.BE: _GERUND,
    _Frame.HAVE: _PARTICIPLE,
    _Frame.NOUN: _GERUND,
}
# What stands for a form in -ing behind `the` where English has no noun: the kidnapping of, but not the hearing was.
_THE_GERUND: dict[VerbForm | None, Inflection | None] = {VerbForm.ACTION: _GERUND, VerbForm.ROOT: None}

_PREPOSITIONS = (
    "about|after|against|at|before|between|by|during|for|from|in|into|of|on|over|since|through|under|with|without"
)
_MODALS = "(?:will|would|shall|should|can|could|may|might|must|do|does|did|cannot|ca|wo|sha)(?:n't)?"
_ADVERBS_BEFORE = re.compile(
    r"(?:\b(?:not|never|also|always|only|just|still|again|already|even|then|soon|now|ever|yet"
    r"|(?!(?:family|ally|assembly|italy|july|rally|supply) )[a-z]+ly)\s+)+\Z"
)
_FRAMES = {
    _Frame.START: re.compile(r"(?:\A|[.!?:\"“‘(])\s*\Z"),
    _Frame.MODAL: re.compile(rf"(?:\b{_MODALS}|'ll)\s+\Z"),
    _Frame.TO: re.compile(r"\b(?:to|please|let's)\s+\Z"),
    _Frame.BE: re.compile(
        r"(?:\b(?:(?:is|are|was|were)(?:n't)?|am|be|been|being|get|gets|got|getting|(?:it|s?he|that|who)'s)|'(?:re|m))\s+\Z"
    ),
    _Frame.HAVE: re.compile(r"(?:\b(?:(?:have|has|had)(?:n't)?|having)|'ve)\s+\Z"),
    _Frame.NOUN: re.compile(
        r"(?:\b(?:an?|the|this|these|those|my|your|his|her|its|our|their|no|any|some|each|every|several|many|few|both|all"
        rf"|another|one|two|three|four|five|six|seven|eight|nine|ten|{_PREPOSITIONS})|\d|'s|s')\s+\Z"
    ),
}
_ADVERBS_AT_START = re.compile(r"(?:[A-Za-z]+ly )+(?=\w)")
_THE_BEFORE = re.compile(r"\bthe\s+\Z")
_PRONOUN_BEFORE = re.compile(r"\b(?:i|you|we|they|who|which)\s+\Z")
# What tells that a word without an ending is a verb: a plural before it; make the enemy leave; Did the enemy leave?
_TELLS_BASE = re.compile(
    r"(?:\b(?:i|you|we|they|who|which|that|people|police|and|or|but)|s|[,;])\s+\Z"
    r"|\b(?:lets?|let's|letting|makes?|made|making|helps?|helped|helping)\s+(?:\S+\s+){0,3}\Z"
    rf"|\A(?:\w+\s+)?{_MODALS}\s"
)
_WORD_BEHIND = re.compile(r" (\w+)")
_FINITE_VERB_BEHIND = re.compile(r" (?:is|are|was|were|has|have|had|will|can|could|would|must)\b")
_NOUN = re.compile(r"\w*(?:[st]ion|ment|[ae]nce|ness|ity|ship|al)s?")
_NEVER_A_VERB = re.compile(rf"{_PREPOSITIONS}|\w*(?:[^e]al|ous|ful|less|ible|ic)")
_TAKES_AN_OBJECT = re.compile(r"\w+kan(?:nya|lah|kah|pun|ku|mu)?", re.IGNORECASE)
_ENDS_IN_PARTICLE = re.compile(
    r" (?:at|on|upon|for|to|from|of|with|against|in|into|by|about|down|up|off|out|away|over)\Z"
)


def without_adverbs(span: Span, text: str) -> Span:
    """The span without the adverbs in -ly that it begins with: of `tightly guarded` only the second is the verb."""
    found = _ADVERBS_AT_START.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found else span


def inflection_at(span: Span, text: str, match: Match) -> Inflection | None:
    """The form in which a verb may replace the words at the span; None where none is right.

    A verb that must stand at any price has at least one for words that may be verbs or nouns.
    """
    word, *_ = span.of(text).casefold().split()
    if has_another_object(match):
        return None
    inflection = _fitting(word, _lead(text, span.start), text[span.end :], match)
    if inflection or not match.required or has_no_form(match) or _NEVER_A_VERB.fullmatch(word):
        return inflection
    return least_wrong(span.start, text, match)


def least_wrong(place: int, text: str, match: Match) -> Inflection:
    """The form of a verb that is written at a place though nothing says that it fits."""
    if match.verb_form is VerbForm.AGENT:
        return _AGENT_NOUN
    before = f"{text[:place].rstrip()} "
    frame = _frame(_lead(before, len(before)))
    if frame is _Frame.BE and match.verb_form is VerbForm.PASSIVE:
        return _PARTICIPLE
    return _LEAST_WRONG.get(frame, USUAL[match.verb_form])


def _fitting(word: str, lead: str, behind: str, match: Match) -> Inflection | None:
    """The form that is right in place of the word. lead, behind: the text before and behind it."""
    frame = _frame(lead)
    if _is_noun(word, frame, lead, behind, match.verb_form):
        return _noun(match, behind)
    if _NEVER_A_VERB.fullmatch(word):
        return None
    inflection = _first_allowed(frame, match, _found(word, frame, match))
    if inflection is _GERUND and match.verb_form in _THE_GERUND and _THE_BEFORE.search(lead):
        return _noun(match, behind) or _THE_GERUND[match.verb_form]
    if inflection is _BASE and frame is _Frame.SUBJECT and not _TELLS_BASE.search(lead):
        return _suggested(word, match)
    return inflection


def _lead(text: str, place: int) -> str:
    """The text before the place, in small letters, without the adverbs right before it."""
    lead = text[max(0, place - MAX_LEAD) : place].casefold().replace("’", "'")
    return _ADVERBS_BEFORE.sub("", lead)


def _frame(lead: str) -> _Frame:
    for frame, pattern in _FRAMES.items():
        if pattern.search(lead):
            return frame
    return _Frame.SUBJECT


def has_no_form(match: Match) -> bool:
    """Is no form of the verb its English, as with another object, or for who does it where no such noun is known?"""
    if match.verb_form is VerbForm.AGENT and not inflected(match.term.targets[0], _AGENT_NOUN):
        return True
    return has_another_object(match)


def has_another_object(match: Match) -> bool:
    """Does the form in -kan take another object than its translation: menembakkan is not fire at?"""
    if not match.term.verb or match.term.source.endswith("kan"):
        return False
    if not _ENDS_IN_PARTICLE.search(match.term.targets[0]):
        return False
    return _TAKES_AN_OBJECT.fullmatch(match.text) is not None


def _found(word: str, frame: _Frame, match: Match) -> frozenset[Inflection]:
    """What form of a verb the word may be. One that the model copied from the source is what the source has."""
    if frame is _Frame.MODAL:
        return frozenset([_BASE])  # whatever the model wrote: they don't held
    if word in match.text.casefold():
        return frozenset([_BASE, USUAL[match.verb_form]])
    return inflections(word)


def _first_allowed(frame: _Frame, match: Match, found: frozenset[Inflection]) -> Inflection | None:
    allowed = _ALLOWED_OF.get(match.verb_form, _ALLOWED)[frame]
    return next((inflection for inflection in allowed if inflection in found), None)


def _is_noun(word: str, frame: _Frame, lead: str, behind: str, form: VerbForm | None) -> bool:
    """Does the word that is replaced look like a noun, and does it stand where a noun may stand?"""
    found = inflections(word)
    if found.isdisjoint(_LIKE_NOUNS) or (frame in (_Frame.MODAL, _Frame.TO) and _BASE in found):
        return False
    if frame is _Frame.NOUN or behind.startswith(" of "):
        return True
    if not found <= _LIKE_NOUNS or _PRONOUN_BEFORE.search(lead):
        return False
    if form in (VerbForm.ACTION, VerbForm.AGENT) or _NOUN.fullmatch(word):
        return True
    return _FINITE_VERB_BEHIND.match(behind) is not None or (frame is _Frame.START and _THIRD in found)


def _noun(match: Match, behind: str) -> Inflection | None:
    """The noun of the verb that the match is, if it is one and English has it.

    behind: the text behind it; before another noun a root may be an adjective: a common term.
    """
    noun = _NOUN_OF.get(match.verb_form)
    next_word = _WORD_BEHIND.match(behind)
    if match.verb_form is VerbForm.ROOT and next_word and _is_content(next_word[1]):
        return None
    if noun and inflected(match.term.targets[0], noun):
        return noun
    return None


def _is_content(word: str) -> bool:
    """Does the word look like a noun or an adjective?"""
    return inflections(word) == {_BASE} and not is_function_word(word)


def _suggested(word: str, match: Match) -> Inflection | None:
    """The form that the source suggests; a root suggests none for an English word, which may be no verb."""
    if match.verb_form is VerbForm.ROOT and word not in match.text.casefold():
        return None
    return USUAL[match.verb_form]

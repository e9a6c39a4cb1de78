"""Is a match honoured in an English sentence, how often, and where; and what to write where it is not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from glossary.source.forms import proper_name
from glossary.source.tokens import LETTER_OR_DIGIT, with_ascii_signs, without_addresses
from glossary.target.conjugation import NOUNS, USUAL, accepted, inflected
from glossary.target.forms import capitalised, plural, transfer_case
from glossary.target.grammar import names_people
from glossary.term import Case, Inflection, Match, Term, TermKind, VerbForm

# Patterns are for text in which every hyphen and apostrophe has its ASCII shape: sets of characters beyond Latin-1, and
# what ignores case, take a third to half of the time to compile a term's pattern.
_AT_BORDER = rf"(?<!{LETTER_OR_DIGIT})(?<!{LETTER_OR_DIGIT}')"
# To the right an apostrophe is a border in Russia's, not in Sana'a.
_POSSESSIVE = rf"(?:[sSdD]|[lL][lL]|[vV][eE])(?!{LETTER_OR_DIGIT})"
_TO_BORDER = rf"(?!{LETTER_OR_DIGIT}|[\u0300-\u036f])(?!'(?!{_POSSESSIVE}){LETTER_OR_DIGIT})"
_NOT_AFTER_A_DIGIT = r"(?<!\d[.,])"
_NOT_BEFORE_A_DIGIT = r"(?![.,]\d)"

_OPENING_QUOTES = "\"'“‘«‹„"
_BETWEEN_SENTENCES = _OPENING_QUOTES + "”’»›()[]{}*•–—-"
_SENTENCE_ENDS = ".!?…:"
_ALSO_COUNTED = frozenset("bronze gold justice silver".split())
_NAMES = frozenset({TermKind.PERSON, TermKind.PLACE})
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_TAKEN_FOR_ASCII = str.maketrans("ſıİ\u212a", "siik")  # by a pattern that ignores case


@lru_cache(maxsize=256)
def _searched(english: str, has_addresses: bool) -> str:
    """The text in which forms are looked for, every character in its place. has_addresses: they are looked at, too."""
    text = english if has_addresses else without_addresses(english)
    return with_ascii_signs(text)


@lru_cache(maxsize=8192)
def _names_address(term: Term) -> bool:
    return any(without_addresses(target) != target for target in term.targets)


def occurrences(english: str, match: Match) -> list[tuple[int, int, str]]:
    """Every place in `english` that honours `match`: (start, end, target), by where it starts, none overlapping.

    start, end: characters of the form as it stands there, a plural's -s included, a possessive's 's not.
    target: the accepted translation, as the glossary writes it. Text in URLs and e-mail addresses honours nothing but a
    term whose translation is such an address.
    """
    term = match.term
    searched = _searched(english, _names_address(term))
    forms = _written_forms(term, _case_models(match), match.verb_form)
    standing = _standing(forms, searched)
    if not standing:
        return []
    found = []
    for place in _compiled(standing, term.case is Case.FOLD).finditer(searched):
        start, end = place.span()
        target, only_at_start = forms[standing[(place.lastindex or 1) - 1]]
        if not only_at_start or begins_sentence(english, start):
            found.append((start, end, target))
    return found


def forbidden(english: str, match: Match) -> list[tuple[int, int]]:
    """Every place in `english` where a translation stands that the entry of `match` forbids, as characters.

    One inside an accepted translation is none: who forbids Papua and asks for West Papua does not mean that one.
    """
    if not match.term.forbidden:
        return []
    allowed = [(start, end) for start, end, _ in occurrences(english, match)]
    as_if_accepted = replace(match, term=replace(match.term, targets=match.term.forbidden))
    found = []
    for start, end, _ in occurrences(english, as_if_accepted):
        is_inside = any(first <= start and end <= last for first, last in allowed)
        if not is_inside:
            found.append((start, end))
    return found


def required_form(match: Match, at_start: bool, inflection: Inflection | None = None) -> str:
    """What must be written for `match`: the preferred translation in the right number, form of the verb and case.

    at_start: it will begin a sentence. inflection: the form of a verb; None: what the form in the source suggests.
    """
    term = match.term
    form = term.targets[0]
    if match.plural and (_pluralises(term) or _has_people(term, form)):
        form = _plural(term, form)
    if term.verb:
        form = _of_a_verb(match, inflection or USUAL[match.verb_form]) or form
    form = transfer_case(form, _case_models(match)[0])
    if not at_start or keeps_letters(term, form):
        return form
    return capitalised(form)


def keeps_letters(term: Term, form: str) -> bool:
    """Does a form of a term keep its letters where a sentence begins: al-Assad and iPhone do, labourer does not?"""
    if term.kept:
        return True
    if term.case is not Case.EXACT:
        return False
    return not form.islower() or term.kind in _NAMES


def _case_models(match: Match) -> tuple[str, ...]:
    """The texts whose case the English may take over, the usual one first; an empty one leaves it as it is."""
    if match.term.case is not Case.TRANSFER:
        return ("",)
    if match.sentence_capital:
        return (match.text.lower(), match.text)
    return (match.text,)


def is_common_noun(term: Term) -> bool:
    """Is a kept term a noun that both languages have: drone, but neither iPhone nor an abbreviation such as km?"""
    if term.kind is TermKind.ABBREVIATION:
        return False
    return term.kept and term.source.islower() and not proper_name(term)


def _of_a_verb(match: Match, inflection: Inflection) -> str:
    """A form of a verb, or a noun made of it, which may be a plural; empty where there is none."""
    form = inflected(match.term.targets[0], inflection)
    if match.plural and inflection in NOUNS:
        return plural(form)
    return form


def _pluralises(term: Term) -> bool:
    if term.verb or term.plural is False:
        return False
    if term.plural or is_common_noun(term):
        return True
    return not term.kept and not proper_name(term)


def _plural(term: Term, target: str) -> str:
    """The plural of a translation. What its entry gives a plural has one, and so has the word for a medal or judge."""
    return plural(target, counted=term.plural is True or target in _ALSO_COUNTED)


def _standing(forms: Iterable[str], english: str) -> tuple[str, ...]:
    """Those of the forms whose longest word stands in the text. No other form can stand there, most often none, and a
    pattern is compiled in the time of a lookup in a thousand texts.
    """
    lowered = english.translate(_TAKEN_FOR_ASCII).lower()
    return tuple([form for form in forms if _longest_word(form) in lowered])


@lru_cache(maxsize=8192)
def _longest_word(form: str) -> str:
    """The longest ASCII word of a form, in small letters; empty where it has none."""
    return max(_ASCII_WORD.findall(form.lower()), key=len, default="")


@lru_cache(maxsize=8192)
def _compiled(forms: tuple[str, ...], in_any_case: bool) -> re.Pattern[str]:
    """A pattern with one group for each form."""
    flag = "i" if in_any_case else ""
    pattern = "|".join(map(_form_pattern, forms))
    return re.compile(f"{_AT_BORDER}(?{flag}:{pattern}){_TO_BORDER}")


@lru_cache(maxsize=8192)
def _written_forms(term: Term, case_models: tuple[str, ...], verb_form: VerbForm | None) -> dict[str, tuple[str, bool]]:
    """The accepted forms of a term, the longest first, each with its target, and if it must begin a sentence.

    case_models: the texts whose case the target may take over.
    """
    forms: dict[str, tuple[str, bool]] = {}
    for target in term.targets:
        for form in _accepted_forms(term, target, verb_form):
            for model in case_models:
                forms.setdefault(transfer_case(form, model), (target, False))
    if term.case is not Case.FOLD and not term.kept:
        for form, (target, _) in list(forms.items()):  # after all that is accepted anywhere: al-Qaeda|Al-Qaeda
            forms.setdefault(capitalised(form), (target, True))
    return {form: forms[form] for form in sorted(forms, key=len, reverse=True)}


def _accepted_forms(term: Term, target: str, verb_form: VerbForm | None) -> tuple[str, ...]:
    if term.verb:
        return accepted(target, verb_form)
    if _pluralises(term):
        return (target, _plural(term, target))
    if _has_people(term, target):
        return (target, plural(target), *_men(target))
    return (target,)


def _has_people(term: Term, target: str) -> bool:
    """Does a translation of a proper name stand for its people, too, of whom there may be several?

    The Mediterranean, or Mediterranean Sea, has none.
    """
    if term.plural is False or term.kept:
        return False
    if any(other.startswith(f"{target} ") for other in term.targets):
        return False
    return names_people(target)


def _men(people: str) -> tuple[str, ...]:
    """One and several of a people whose name has no plural: Frenchman, Englishwomen."""
    if not people.endswith(("sh", "ch")):
        return ()
    return tuple(people + ending for ending in ("man", "men", "woman", "women"))


def _form_pattern(form: str) -> str:
    """A capturing group for `form`: any white space, composed or decomposed."""
    spellings = {unicodedata.normalize("NFC", form), unicodedata.normalize("NFD", form)}
    before = _NOT_AFTER_A_DIGIT if form[:1].isdigit() else ""
    after = _NOT_BEFORE_A_DIGIT if form[-1:].isdigit() else ""
    return f"{before}({'|'.join(map(_flexible, sorted(spellings)))}){after}"


def _flexible(text: str) -> str:
    return re.escape(with_ascii_signs(" ".join(text.split()))).replace(r"\ ", r"\s+")


def begins_sentence(text: str, start: int) -> bool:
    """Does a sentence, or speech in quotation marks, begin at `start`?"""
    if text[start - 1 : start] in _OPENING_QUOTES:  # also true of the empty string, at the start of the text
        return True
    while start:
        before = text[start - 1]
        if not before.isspace() and before not in _BETWEEN_SENTENCES:
            return before in _SENTENCE_ENDS
        start -= 1
    return True

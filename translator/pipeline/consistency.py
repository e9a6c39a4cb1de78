"""One English for one term in a document: later translations of a term give way to the one that was chosen first.

This looks only at what stands before a sentence in its document, so that nothing depends on what it was translated
together with.
Translations of another grammar (Russia, Russian) stay, and so does one that cannot give way where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from glossary import begins_sentence, in_form_of, is_countable, may_replace
from translator.bitext import Pair, TermUse
from translator.document import Span
from translator.enforcement.edits import article_before
from translator.enforcement.places import is_function_word
from translator.language.term_variation import TermOfList, is_in_brackets, is_rival
from translator.pipeline.prepare import Sentence
from translator.pipeline.rewriting import place_of, standing, with_form

# Words on either side of a place among which the new translation must not bring in one again: Indonesia's Indonesian.
MAX_DISTANCE = 3
# Letters, at least, that two words have in common of which one is said to be there again.
MIN_COMMON = 5

_WORD = re.compile(r"[^\W\d_]{2,}")
_DETERMINER = re.compile(r"(?:\b(?:an?|the|this|that|its|his|her|their|our)|['’]s) \Z", re.IGNORECASE)
_COMPOUND_BEFORE, _COMPOUND_BEHIND = re.compile(r"\w-\Z"), re.compile(r"-\w")


@dataclass(slots=True)
class OneEnglish:
    """The translations of a document so far. chosen: those of each term, of which none can replace another."""

    chosen: dict[TermOfList, list[str]] = field(default_factory=dict)

    def agreeing(self, sentence: Sentence, pair: Pair) -> Pair:
        """The next pair of the document with one translation for each term, as far as grammar lets it."""
        terms = sentence.terms
        for index in standing(pair):
            term = terms[index].term
            if term.verb or is_in_brackets(pair, pair.terms[index]):
                continue
            key = TermOfList(term.source, term.term_list)
            so_far = self.chosen.setdefault(key, [])
            if not pair.reviewed:
                pair = _agreeing(pair, index, key, so_far)
            elif pair.terms[index].target not in so_far:  # a person's choice stays, and the model's follow it
                so_far.append(pair.terms[index].target)
        return pair


def _agreeing(pair: Pair, index: int, term: TermOfList, so_far: list[str]) -> Pair:
    """The pair with the first translation so far that fits where the term stands; a new one is added to them."""
    use = pair.terms[index]
    for target in so_far:
        if target == use.target:
            return pair
        form = _form(pair, use, place_of(pair, index), target) if is_rival(term, use.target, target) else ""
        if form:
            return with_form(pair, index, target, form)
    so_far.append(use.target)
    return pair


def _form(pair: Pair, use: TermUse, span: Span, target: str) -> str:
    """How another translation is written where a term stands; empty where it does not fit."""
    text, written = pair.target, span.of(pair.target)
    has_determiner = _DETERMINER.search(text, 0, span.start) is not None
    if not may_replace(use.target, target, has_determiner):
        return ""
    if _COMPOUND_BEFORE.search(text, 0, span.start) or _COMPOUND_BEHIND.match(text, span.end):
        return ""
    form = in_form_of(written, use.target, target)
    if not form or _is_there_again(form, written, text, span):
        return ""
    if article_before(text, span.start) and not is_countable(target):
        return ""  # an ammunition
    if begins_sentence(text, span.start):
        return form[0].upper() + form[1:]
    return form


def _is_there_again(form: str, written: str, text: str, span: Span) -> bool:
    """Would a word of the form stand there twice, with one beside the place?"""
    new = set(_WORD.findall(form.casefold())) - set(_WORD.findall(written.casefold()))
    before = _WORD.findall(text[: span.start].casefold())[-MAX_DISTANCE:]
    behind = _WORD.findall(text[span.end :].casefold())[:MAX_DISTANCE]
    beginnings = {word[:MIN_COMMON] for word in (*before, *behind)}
    return any(word[:MIN_COMMON] in beginnings for word in new if not is_function_word(word))

"""Repair: a missing term takes the place of the words that the model wrote for it, where the attention tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glossary import EnglishSpelling, Match, TermKind, past_forms, respelt
from translator.alignment import ALIGNED, mean_weight, touching, weight_on
from translator.bitext import Status
from translator.document import Span
from translator.enforcement.draft import Draft, is_copied, overlaps_any, source_span, spans_of
from translator.enforcement.edits import Edit, apply_edits
from translator.enforcement.other_words import is_all_of_another, most_on_one, of_content_words, weights_on_others
from translator.enforcement.places import is_function_word
from translator.enforcement.plural_words import replacement_is_plural
from translator.enforcement.verb_forms import inflection_at, without_adverbs
from translator.language.names import is_english_form, may_be_mangled

# What is added to the attention of a word that begins like the term (Australian for Australia, Rumania for Romania),
# and of a word that the model copied out of it.
LIKENESS_BONUS = 0.25
COPY_BONUS = 0.5
# A name is no translation of words that are not like it: they give way to it from this confidence on.
MIN_CONFIDENCE_FOR_UNLIKE_WORDS = 0.85
# A repair below this confidence is shown to the reviewer; docs/enforcement.md says how it was calibrated.
SURE_CONFIDENCE = 0.8
# Letters, at least, of a word that is recognised as the last word of a term.
MIN_HEAD_LENGTH = 4

# Verbs that stand beside a term and are never part of it: `the ministers are`, `they're paid`; `the minister said`.
_AUXILIARY = re.compile(
    r"(?:am|is|are|was|were|be|been|being|has|have|had|having|will|would|can|could|\w+['’](?:re|ll|ve|m|d))\Z",
    re.IGNORECASE,
)
_VERBS_OF_SPEECH = frozenset("said says told asked added".split())
# So does a negation, unless the term is one: `didn't pay`, `must not pay`.
_NEGATED = re.compile(r"\w+n['’]t\b|(?:do|does|did|shall|should|may|might|must)(?= not\b)", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(?:no|not|never)\b|n['’]t\b", re.IGNORECASE)
_MODAL_AT_END = re.compile(r" (?:must|should|shall|may|might)\Z")

_COORDINATORS = frozenset({"and", "or"})
_NOUNS_LIKE_PASTS = frozenset("bit bound left lost rose saw shot thought wounded".split())

_WORD = re.compile(  # without its possessive
    r"\d+(?:[.,:]\d+)+|\b(?:[A-Z]\.)+(?:[A-Z]\b|(?<=\.[A-Z]\.))|\b[ap]\.m\b\.?|(?<!\w)(?<!\w[’'])\w+(?:[’'](?!s\b)\w+)*"
)
_LETTERS = re.compile(r"(?<!\w[’'])\b[^\W\d_]+")  # without the s of a possessive
_VERB_ENDING = re.compile(r"(?<=\w\w)(?:e?d|e?s|ing)\Z")
_INSIDE_COMPOUND, _COMPOUND_BEHIND = re.compile(r"\w-"), re.compile(r"-\w")
_WITHIN_A_TERM = re.compile(r"(?:[’']s)?[ \-’'./\u00a0]{1,2}")  # what may stand between two words of one term


@dataclass(frozen=True, slots=True)
class _WeightedWord:
    """A word of the text, and how much speaks for its being a translation of the match.

    shared: it is also all that the text has for another word of the source.
    """

    span: Span
    weight: float
    shared: bool


def substitute(draft: Draft) -> Draft:
    """The draft with each missing match in place of the run of words that the model wrote for it, if there is one."""
    taken = draft.taken
    edits: list[Edit] = []
    for index, match in enumerate(draft.matches):
        if draft.placed[index] is not None:
            continue
        edit = _substitution(draft, match, index, taken)
        if edit:
            edits.append(edit)
            taken.append(edit.span)
    if edits:
        return apply_edits(draft, edits)
    return draft


def _substitution(draft: Draft, match: Match, index: int, taken: Sequence[Span]) -> Edit | None:
    text = draft.text
    run = _likeliest_run(_weighted_words(draft, match, taken), text)
    if not run:
        return None
    confidence = min(1.0, _total(run) / len(run))
    is_name = is_copied(match) and match.term.kind is not TermKind.ABBREVIATION  # models put abbreviations into words
    if is_name and not _gives_way_to_name(run, match, text, confidence):
        return None
    span = _with_leftovers(Span(run[0].span.start, run[-1].span.end), text, match, taken)
    if _INSIDE_COMPOUND.match(text, max(0, span.start - 2)) and _COMPOUND_BEHIND.match(text, span.end):
        return None  # 75th-year-old
    if match.term.verb:
        span = without_adverbs(span, text)
        inflection = inflection_at(span, text, match)
        if not inflection:
            return None
        plural = replacement_is_plural(span, text, match, draft.source)
        return Edit(span, index, plural, Status.SWAPPED, confidence, inflection)
    noun = _without_modal(span, text)
    plural = replacement_is_plural(noun, text, match, draft.source)
    if plural and not text.startswith(" be ", span.end):
        noun = span  # Taxpayers complain, but two taxpayers must be heard
    return Edit(noun, index, plural, Status.SWAPPED, confidence)


def _without_modal(span: Span, text: str) -> Span:
    """The span but for a modal verb at its end, which a verb behind it may need: `Tax must` for a taxpayer."""
    modal = _MODAL_AT_END.search(text, span.start, span.end)
    if modal:
        return Span(span.start, modal.start())
    return span


def _gives_way_to_name(run: Sequence[_WeightedWord], match: Match, text: str, confidence: float) -> bool:
    """Is the run the match misspelt, or surely what stands for it, and no English form of it?"""
    words = [word.span.of(text) for word in run]
    if any(is_english_form(word, match.text) for word in words):
        return False
    if confidence >= MIN_CONFIDENCE_FOR_UNLIKE_WORDS:
        return True
    return any(may_be_mangled(word, match.text) for word in words)


def _weighted_words(draft: Draft, match: Match, taken: Sequence[Span]) -> list[_WeightedWord]:
    """The words of the text that belong to no term, each with its attention on the match and its likeness to it."""
    weights = weight_on(draft.hypothesis, source_span(match))
    others = weights_on_others(draft, match)
    content = of_content_words(draft, others)
    subwords = draft.hypothesis.target_spans
    likeness, rivals = _Likeness.to(match), _rivals(draft, match)
    words = []
    for span in spans_of(_WORD, draft.text):
        if overlaps_any(span, taken) or _stands_beside(span, draft.text, match):
            continue
        word = span.of(draft.text)
        rows = touching(subwords, span)
        if match.term.verb:
            rows = max(rows, touching(subwords, _stem(span, word)), key=lambda part: mean_weight(weights, part))
        attention, bonus = mean_weight(weights, rows), likeness.of(word)
        if any(rival.of(word) and attention < mean_weight(on_rival, rows) for rival, on_rival in rivals):
            attention = bonus = 0.0  # it is like two terms, and the other's
        elif not bonus and attention < most_on_one(others, rows):
            attention = 0.0  # it translates another word
        shared = not bonus and is_all_of_another(content, rows, attention)
        words.append(_WeightedWord(span, attention + bonus, shared))
    return words


def _stem(span: Span, word: str) -> Span:
    """The span of a word without the ending of a verb, which may have looked at another word than the verb itself."""
    return Span(span.start, span.start + len(_VERB_ENDING.sub("", word)))


def _rivals(draft: Draft, match: Match) -> list[tuple[_Likeness, NDArray[np.float32]]]:
    """The other matches that share a word with the match (Batalyon 2, Batalyon 3), and the attention on each."""
    own = set(match.text.split())
    others = [other for other in draft.matches if other is not match and not own.isdisjoint(other.text.split())]
    return [(_Likeness.to(other), weight_on(draft.hypothesis, source_span(other))) for other in others]


def _stands_beside(span: Span, text: str, match: Match) -> bool:
    """Is the word at the span an auxiliary, a negation, or a verb that is no translation of the match?"""
    word = span.of(text)
    if _AUXILIARY.match(word):
        return True
    if not match.term.verb and word.casefold() in _VERBS_OF_SPEECH:
        return True
    return _NEGATED.match(text, span.start) is not None and not _NEGATIVE.search(match.term.targets[0])


def _likeliest_run(words: Iterable[_WeightedWord], text: str) -> list[_WeightedWord]:
    """The run of words with the highest sum of weights, of equals the first; empty where there is none."""
    best: list[_WeightedWord] = []
    for run in _runs(words, text):
        trimmed = _trimmed(run, text)
        if trimmed and (not best or _total(trimmed) > _total(best)):
            best = trimmed
    return best


def _total(run: Sequence[_WeightedWord]) -> float:
    return sum(word.weight for word in run)


def _runs(words: Iterable[_WeightedWord], text: str) -> list[list[_WeightedWord]]:
    """Words in a row of which every one is aligned, or is a function word between two that are."""
    runs: list[list[_WeightedWord]] = [[]]
    for word in words:
        if not _may_be_within(word, word.span.of(text)):
            runs.append([])
            continue
        if runs[-1] and not _WITHIN_A_TERM.fullmatch(text[runs[-1][-1].span.end : word.span.start]):
            runs.append([])
        runs[-1].append(word)
    return [run for run in runs if run]


def _may_be_within(word: _WeightedWord, text: str) -> bool:
    if word.weight >= ALIGNED:
        return True
    return is_function_word(text)


def _trimmed(run: list[_WeightedWord], text: str) -> list[_WeightedWord]:
    """The run from its first to its last content word: an article or a preposition stays, and a verb behind a noun.

    A shared word at either end stays, too, unless all words of the run are shared, or the match's own `and` joins it to
    them: small and medium businesses.
    """
    content = []
    for number, word in enumerate(run):
        if not is_function_word(word.span.of(text)):
            content.append(number)
    if len(content) > 1 and run[content[-1]].span.of(text) in past_forms() - _NOUNS_LIKE_PASTS:
        content.pop()
    own = [number for number in content if not run[number].shared]
    kept = own or content
    if not kept:
        return []
    first = kept[0]
    if first > 1 and run[first - 1].weight >= ALIGNED and run[first - 1].span.of(text) in _COORDINATORS:
        first -= 2
    return run[first : kept[-1] + 1]


def _with_leftovers(span: Span, text: str, match: Match, taken: Sequence[Span]) -> Span:
    """The span with the words beside it that the term has too: else `war ships` became "warships ships".

    Behind it only the word in which the term ends is meant; before it also one in front of function words (`the law and
    human rights minister` for a Minister of Law and Human Rights).
    """
    words = {_singular(word) for word in _LETTERS.findall(match.term.targets[0])}
    behind = _WORD.match(text, span.end + 1)
    if behind and text[span.end] == " " and not overlaps_any(Span(*behind.span()), taken):
        head = _singular(behind[0])
        if len(head) >= MIN_HEAD_LENGTH and _singular(match.term.targets[0]).endswith(head):
            span = Span(span.start, behind.end())
    start = span.start
    for before in reversed(spans_of(_LETTERS, text[: span.start])):
        word = before.of(text)
        if text[before.end : start] != " " or overlaps_any(before, taken):
            break
        start = before.start
        if _singular(word) in words and not is_function_word(word):
            span = Span(start, span.end)
        elif not is_function_word(word) or _AUXILIARY.match(word):
            break
    return span


def _singular(word: str) -> str:
    return word.casefold().removesuffix("s")


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What a word has in common with a match by its letters.

    copies: the words of the match. stems: beginnings of its longer words and of those of its translations.
    """

    copies: frozenset[str]
    stems: tuple[str, ...]

    @classmethod
    def to(cls, match: Match) -> _Likeness:
        text = _as_one_spelling(" ".join((match.text, *match.term.targets)))
        stems = {word[: max(4, len(word) * 2 // 3)] for word in re.findall(r"[^\W_]{4,}", text)}
        words = re.findall(r"\w+", match.text)
        return cls(frozenset([*words, *map(str.capitalize, words)]), tuple(stems))

    def of(self, word: str) -> float:
        """What is added to the attention of a word."""
        if word in self.copies and not is_function_word(word):
            return COPY_BONUS
        if _as_one_spelling(word).startswith(self.stems):
            return LIKENESS_BONUS
        return 0.0


def _as_one_spelling(text: str) -> str:
    """The text in small letters and in American spelling: metres are like a meter."""
    return respelt(text.casefold(), EnglishSpelling.AMERICAN)

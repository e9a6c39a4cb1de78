"""Labels before a sentence, as in subtitles, forms and minutes: `PRIA: ...`, `[PENYIAR] ...`, `Ketua: Hasan Santoso`.

The label of a form, with a blank before its colon (`Nama lengkap : ...`), is parted before the colon, which a model
loses; so are its words at a slash (`Hari/Tanggal`), which together look like a name.

A cue in brackets, `[Ledakan] Awas!`, is a sentence of its own: a model loses it, and puts its brackets around others.

Amid small letters a model takes words in capitals for abbreviations; by themselves they are text in capitals. What
begins with a capital behind a short label is translated better alone: on 700 such pairs of the training corpora chrF2++
is 56.9, and 55.6 where the label stays with it. What has capitals throughout, such as a name, stays with its
label, unless it is Indonesian words in capital letters (`Perihal: RAPAT ANGGARAN`).
"""

from __future__ import annotations

import re
from functools import partial
from itertools import chain

from translator.document import Span, spans_of
from translator.language import names, people
from translator.language.allcaps import is_in_capitals
from translator.language.morphology import is_word
from translator.language.nontranslatable import marker
from translator.language.word_lists import words

_WORDS = r"[A-Z][A-Z-]+(?: [A-Z\d][A-Z\d-]*){0,3}"
_BEFORE = "(?:>{1,3} *|[-–—•] *)?"
_LABEL = re.compile(rf"(?P<label>{_BEFORE}(?:{_WORDS}:|\[{_WORDS}\]:?|\({_WORDS}\):?))(?P<gap>\s+)(?=\S)")
_SMALL_LABEL = re.compile(r"[A-Z](?=[^\W_]*[a-z])[^\W_]*+(?: [^\W_]++){0,2}:(?P<gap>\s+)(?=[A-Z])")
_FORM_LABEL = re.compile(
    r"[A-Z][\w./()-]*+(?:[ ][\w(/][\w./()-]*+){0,4}(?<!\d)(?P<gap>[ \u00a0]{1,4})(?=:[ \u00a0]+\S)(?!: \(?\w{1,2}[.)] )"
)
_SLASHED = re.compile(
    r"(?P<first>[A-Z][a-z]{3,})(?:-[a-z]+)?(?:[ ]?/[ ]?[A-Z][A-Za-z]+[a-z-]*\.?){1,3}(?:[ ][A-Za-z][a-z]*){0,2}[,:]?"
)
_AT_SLASHES = re.compile(r"/?[^/]*[^/ ]")
_CUE = re.compile(rf"{_BEFORE}\[(?P<words>[^\[\]\n]{{1,60}})\](?P<gap>\s+)(?=[\"“'‘]?[A-Z])")
_LETTERS = re.compile(r"[A-Z]+")
_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORD = 4  # letters of a word that is no abbreviation


def without_label(text: str, sentence: Span) -> list[Span]:
    """The label and the cues that begin a sentence, and the rest; the sentence alone where it has none."""
    parts = []
    rest = sentence
    for find in (_behind_cue, _behind_label, _behind_cue, _before_colon):
        gap = find(text, rest)
        if gap is not None:
            parts.append(Span(rest.start, gap.start))
            rest = Span(gap.end, rest.end)
    return list(chain.from_iterable(map(partial(_at_slashes, text), [*parts, rest])))


def _before_colon(text: str, sentence: Span) -> Span | None:
    """The blanks between the label of a form, with which a sentence begins, and its colon."""
    start = sentence.start + marker(sentence.of(text))
    found = _FORM_LABEL.match(text, start, sentence.end)
    return Span(*found.span("gap")) if found else None


def _at_slashes(text: str, label: Span) -> list[Span]:
    """The words of a label such as Hari/Tanggal, if the first is an Indonesian word; the whole of any other text."""
    found = _SLASHED.fullmatch(text, *label)
    if found is None or not is_word(found["first"].lower()):
        return [label]
    return spans_of(_AT_SLASHES.finditer(text, *label))


def _behind_cue(text: str, sentence: Span) -> Span | None:
    """The white space behind a cue in brackets that begins a sentence ([Ledakan] Awas!) and has an Indonesian word."""
    found = _CUE.match(text, sentence.start, sentence.end)
    if found is None:
        return None
    words = map(str.lower, _WORD.findall(found["words"]))
    if any(len(word) >= _MIN_WORD and is_word(word) for word in words):
        return Span(*found.span("gap"))
    return None


def _behind_label(text: str, sentence: Span) -> Span | None:
    """The white space behind the label that begins a sentence; None where it has none, or is in capitals, too."""
    small = _SMALL_LABEL.match(text, sentence.start, sentence.end)
    if small is not None and _may_stand_alone(text[small.end() : sentence.end]):
        return Span(*small.span("gap"))
    found = _LABEL.match(text, sentence.start, sentence.end)
    if found is None:
        return None
    rest = text[found.end() : sentence.end]
    if rest.upper() == rest or not _has_words(found["label"]):
        return None
    return Span(*found.span("gap"))


def _may_stand_alone(text: str) -> bool:
    """Is a text behind a label no name or heading, or Indonesian words in capital letters that name nobody?"""
    if not names.is_headline(text):
        return True
    found = _WORD.findall(text)
    has_names = not people.listed().isdisjoint(map(str.capitalize, found))
    if has_names or not is_in_capitals(text):
        return False
    ordinary = sum(map(_is_ordinary, map(str.lower, found)))
    return 2 * ordinary >= len(found)


def _has_words(label: str) -> bool:
    """Is each word of a label in capitals an Indonesian word, and one of them no short one?"""
    small = list(map(str.lower, _LETTERS.findall(label)))
    if not all(map(_is_ordinary, small)):
        return False
    return max(map(len, small)) >= _MIN_WORD


def _is_ordinary(word: str) -> bool:
    if len(word) < _MIN_WORD and word in words("indonesian_function_words", "short"):
        return True
    return is_word(word)

"""Indonesian text as sentences, with offsets: nothing of the text is lost or changed.

`split` looks at each run of full stops, question and exclamation marks, and decides from the word before it and the
characters after it. What words do is data: `abbreviations.txt`. Every scan is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from translator.document import Span

VERSION = "1"  # of the rules: they are part of what decides a translation

_CONTEXT = 40  # characters on either side of a stop that a decision may look at
_ASIDE = 400  # a longer pair of brackets holds no aside but a text of its own

_STOP = re.compile(r"[.!?…]++[\"'”’»)\]}]*+(?:\[\d{1,3}\])*+")
_LONE_QUOTE = re.compile(r"\s++[\"”’»]+(?=\s|$)")
_INK = re.compile(r"\S")
_WORD = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"[()\[\]]")
_OPENERS = "\"'“‘«([{¿¡*_"
_BULLET = re.compile(r"[-–—•*] +")
_NO_START = frozenset(",.;:!?…)]}%&/=+|<>~^-–—\\")
_START = re.compile(r"[a-z]{1,3}-?[A-Z]|https?://|www\.|(?:[a-z]|\d{1,2})[.)]\s+\S")  # a start without a capital

_ITEM = r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4}|[IVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.)"
_ITEMS = re.compile(rf"[\"“(*•–—-]? *(?:{_ITEM}\s+)*{_ITEM}")  # a sentence that is only list markers so far
_CAPTION = re.compile(r"(\w+)\s+(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])\.")
_LISTED = re.compile(r"\d{1,2}|[a-zA-Z]")
_DOTTED = re.compile(r"[^\W\d_]{1,6}\.(?:[^\W\d_]{1,6}\.)+")
_CONSONANTS = re.compile(r"[A-Z]?[bcdfghjklmnpqrstvwxyz]{1,4}")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b")
_PLAIN = re.compile(r"(?<![\w./@-])[a-z]{4,}$")
_GLUED = re.compile(r"([A-Z][a-z]+)[\s,]")
_DOMAINS = frozenset({"Com", "Co", "Id", "Net", "Org", "Info", "Tv"})


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """abbreviations: what a word that ends with a stop is. The others: words in lower case."""

    abbreviations: dict[str, str]
    label: frozenset[str]
    letter: frozenset[str]
    starter: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    listed: dict[str, list[str]] = {}
    text = files("translator.language").joinpath("words", "abbreviations.txt").read_text("utf-8")
    for line in text.splitlines():
        kind, _, words = line.partition(":")
        if not line.startswith("#"):
            listed.setdefault(kind, []).extend(words.split())
    label, letter, starter = (frozenset(listed.pop(kind)) for kind in ("label", "letter", "starter"))
    kinds = {word: kind for kind, words in listed.items() for word in words}
    for word, kind in list(kinds.items()):
        kinds.setdefault(word[0].upper() + word[1:], kind)
        kinds.setdefault(word.upper(), kind)
    return _Lexicon(kinds, label, letter, starter)


def split(text: str) -> list[Span]:
    """The sentences of a segment, in order: no outer white space, and no other character left out."""
    spans: list[Span] = []
    asides = _asides(text)
    aside = next(asides, None)
    start = _find(_INK, text, 0)
    word = _find(_WORD, text, start)
    no_capitals = text == text.lower()
    for stop in _STOP.finditer(text):
        while aside and (aside.end <= stop.start() or aside.start == start):
            aside = next(asides, None)
        if stop.start() < word or (aside and aside.start < stop.start() and stop.end() < aside.end):
            continue
        if _ends(text, start, stop, no_capitals):
            quote = _LONE_QUOTE.match(text, stop.end())
            spans.append(Span(start, quote.end() if quote else stop.end()))
            start = _find(_INK, text, spans[-1].end)
            word = _find(_WORD, text, start)
    end = len(text.rstrip())
    if start < end and word == len(text) and spans:  # nothing but marks: they belong to the sentence before
        spans[-1] = Span(spans[-1].start, end)
    elif start < end:
        spans.append(Span(start, end))
    return spans


def _find(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.search(text, at)
    return found.start() if found else len(text)


def _asides(text: str) -> Iterator[Span]:
    """The outermost pairs of brackets that are short enough to be part of a sentence."""
    opened: list[int] = []
    pairs: list[Span] = []
    for bracket in _BRACKET.finditer(text):
        if bracket.group() in "([":
            opened.append(bracket.start())
        elif opened and bracket.end() - opened[-1] <= _ASIDE:
            pairs.append(Span(opened.pop(), bracket.end()))
        else:
            opened.clear()  # the other open ones are further away still
    done = 0
    for pair in sorted(pairs):
        if pair.start >= done:
            done = pair.end
            yield pair


def _ends(text: str, start: int, stop: re.Match[str], no_capitals: bool) -> bool:
    """Does the sentence that began at `start` end with `stop`, and another begin behind it?"""
    end, marks = stop.end(), stop.group()
    before = text[max(start, stop.start() - _CONTEXT) : stop.start()]
    if not text[end : end + 1].isspace():
        return len(marks) == 1 and _is_glued(before, text[end : end + _CONTEXT])
    at = _find(_INK, text, end)
    after = text[at : at + _CONTEXT]
    head = _BULLET.sub("", after, count=1) if _BULLET.match(after) else after.lstrip(_OPENERS)
    if not head or head[0] in _NO_START or (before.endswith("(") and marks.endswith(")")):
        return False
    if head[0].islower() and not _START.match(head) and not (no_capitals and _PLAIN.search(before)):
        return False
    if "?" in marks or "!" in marks:
        return _last_words(before)[0] + marks[0] not in _lexicon().abbreviations
    if "…" in marks or ".." in marks:
        return not head[0].isdigit()
    so_far = text[start : stop.start() + 1] if stop.start() - start < _CONTEXT else ""
    return not _is_opening(so_far) and _full_stop_ends(before, after, head)


def _is_glued(before: str, after: str) -> bool:
    """Was the space forgotten between two sentences (`telah pergi.Mereka juga`)?"""
    word = _GLUED.match(after)
    return bool(word and word[1] not in _DOMAINS and _PLAIN.search(before))


def _is_opening(so_far: str) -> bool:
    """Is the sentence so far only what stands before a sentence: list markers, `Pasal 3.`, `Gambar 1.`?"""
    caption = _CAPTION.fullmatch(so_far)
    return bool(_ITEMS.fullmatch(so_far) or (caption and caption[1].lower() in _lexicon().label))


def _last_words(before: str) -> tuple[str, str]:
    """The word that a stop ends, without opening quotes and brackets, and the one before it; empty where none is."""
    words = before.split()
    if not words or before[-1].isspace():
        return "", ""
    return words[-1].lstrip(_OPENERS), words[-2] if len(words) > 1 else ""


def _full_stop_ends(before: str, after: str, head: str) -> bool:
    """Does a single full stop end a sentence? `head`: what follows, without quotes, brackets and bullets."""
    lexicon = _lexicon()
    word, previous = _last_words(before)
    kind = lexicon.abbreviations.get(word + ".")
    first = _LETTERS.match(head)
    starter = bool(first and first[0].lower() in lexicon.starter)
    if kind == "title":
        return False
    if kind == "number":
        return not _NUMERAL.match(head)
    if kind == "ender":
        in_capitals = word.isupper() and head[:2].isupper()  # where a capital says nothing
        return head[0].isupper() and after[0] not in "([" and not in_capitals
    if kind == "degree" and previous.endswith((",", ".")):
        return starter or (after[0].isupper() and not _begins_with_degree(head))
    if kind or _is_listed(word, previous):
        return starter
    if len(word) == 1 and word.isalpha():  # an initial, or the name of a class: Kompi B, Perang Dunia I
        return starter or previous.lower() in lexicon.letter or previous.isdigit()
    return starter or not (_DOTTED.fullmatch(word + ".") or (_CONSONANTS.fullmatch(word) and not previous.isdigit()))


def _is_listed(word: str, previous: str) -> bool:
    """Is the word a marker within a sentence (`sebagai berikut: 1. Sehat; 2. Lulus`)?"""
    return bool(_LISTED.fullmatch(word) and previous.endswith((":", ";", ",")) and _LETTERS.search(previous[:-1]))


def _begins_with_degree(head: str) -> bool:
    word = head.split()[0].rstrip(",")
    return bool(_DOTTED.fullmatch(word)) or _lexicon().abbreviations.get(word) in ("degree", "title")

"""Indonesian text as sentences, by their offsets: nothing of the text is lost or changed.

`split` looks at each run of full stops, question marks and exclamation marks. It decides from the word before the run
and the characters after it. What a word does is data: `words/indonesian_sentence_words.txt`. Every scan is linear in
the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span
from translator.language.asides import MAX_ASIDE, asides_of, is_done, is_inside
from translator.language.items import split_items
from translator.language.labels import without_label
from translator.language.nontranslatable import marker
from translator.language.placeables import begins_with_address
from translator.language.sentence_words import lexicon

_CONTEXT = 40  # characters on either side of a stop that a decision may look at: keeps every scan linear

_GAP = re.compile(r"(?<=\S)(?=[^\S\n\r]*?(?:\t|[ \u00a0]{4}))[^\S\n\r]++(?=\S)")  # between two columns
_LEADER = re.compile(
    r"(?<=[^\s.…_])\s?(?=(?:\.{4,}|(?:\. ?){4,}|…{2,}|_{4,})\s?(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})\Z)"
)
_MAX_LEADER = 200  # characters from the words of a line of contents to its end
_STOP = re.compile(r"[.!?…]++[\"'”’»)\]}]*+(?:\[\d{1,3}\])*")
_FULL_STOP = re.compile(r"\.[^.!?…]*")  # a single one, with quotes and brackets
_QUESTION = re.compile("[?!]")
_LONE_QUOTE = re.compile(r"\s++[\"”’»]+(?=\s|$)")
_VISIBLE = re.compile(r"\S")
_WORD = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENERS = "\"'“‘«([{¿¡*_"
_BULLET = re.compile(r"[-–—•*] +")
_NO_START = frozenset(",.;:!?…)]}%&/=+|<>~^-–—\\")
_START = re.compile(r"[a-z]{1,3}-?[A-Z]|(?:[a-z]|\d{1,2})[.)]\s+\S")  # a start without a capital

_ITEM = r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4}|[IVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.)"
_ITEMS = re.compile(rf"[\"“(*•–—-]? *(?:{_ITEM}\s+)*{_ITEM}")  # a sentence that is only list markers so far
_CAPTION = re.compile(r"(\w+)\s+(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])\.")
_LISTED = re.compile(r"\d{1,2}|[a-zA-Z]")
_LAST_NUMBER = re.compile(r"\s([2-9]|1\d)\Z")
_MAX_NUMBER = 3  # characters of such a number with the space before it
_DOTTED = re.compile(r"[^\W\d_]{1,6}\.(?:[^\W\d_]{1,6}\.)+")
_CONSONANTS = re.compile(r"[A-Z]?[bcdfghjklmnpqrstvwxyz]{1,4}")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b")
_PLAIN = re.compile(r"(?<![\w./@-])[a-z]{4,}$")
_GLUED = re.compile(r"([A-Z][a-z]+)[\s,]")
_DOMAINS = frozenset({"Com", "Co", "Id", "Net", "Org", "Info", "Tv"})


def split(text: str) -> list[Span]:
    """The sentences of a segment, in order: no outer white space, and no other character left out.

    Tabs and wide gaps part the columns of a line, and with them its sentences. So do the signs of items in a row, and
    the dots before the number of a page.
    A label in capitals is a sentence.
    """
    spans: list[Span] = []
    for column in _columns(text):
        for item in split_items(column.of(text)):
            start = column.start + item.start
            for span in _sentences(item.shifted(column.start).of(text)):
                spans += without_label(text, span.shifted(start))
    return spans


def _columns(text: str) -> Iterator[Span]:
    start = 0
    for gap in _GAP.finditer(text):
        if marker(text[start : gap.end() + 1]) == gap.end() - start:
            continue  # the gap behind a list marker
        yield Span(start, gap.start())
        start = gap.end()
    leader = _LEADER.search(text, max(start, len(text) - _MAX_LEADER))
    if leader is not None:
        yield Span(start, leader.start())
        start = leader.end()
    yield Span(start, len(text))


def _sentences(text: str) -> list[Span]:
    """The sentences of a column."""
    spans: list[Span] = []
    asides = asides_of(text)
    aside = next(asides, None)
    start = _find(_VISIBLE, text, 0)
    word = _find(_WORD, text, start)
    if word < len(text) and text.startswith(". ", start):  # of what stands before the segment
        spans.append(Span(start, start + 1))
        start = _find(_VISIBLE, text, start + 1)
    no_capitals = text == text.lower()
    for stop in _STOP.finditer(text):
        while aside is not None and is_done(aside, stop.start(), start):
            aside = next(asides, None)
        if stop.start() < word or is_inside(aside, stop):
            continue
        if _ends(text, start, stop, no_capitals):
            quote = _LONE_QUOTE.match(text, stop.end())
            spans.append(Span(start, quote.end() if quote else stop.end()))
            start = _find(_VISIBLE, text, spans[-1].end)
            word = _find(_WORD, text, start)
    end = len(text.rstrip())
    if start >= end:
        return spans
    if word == len(text) and spans:  # nothing but marks: they belong to the sentence before
        start = spans.pop().start
    spans.append(Span(start, end))
    return spans


def _find(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.search(text, at)
    if found:
        return found.start()
    return len(text)


def _ends(text: str, start: int, stop: re.Match[str], no_capitals: bool) -> bool:
    """Does the sentence that began at `start` end with `stop`, and another begin behind it?"""
    end, marks = stop.end(), stop.group()
    before = text[max(start, stop.start() - _CONTEXT) : stop.start()]
    if not text[end : end + 1].isspace():
        if len(marks) != 1:
            return False
        return _is_glued(before, text[end : end + _CONTEXT])
    at = _find(_VISIBLE, text, end)
    after = text[at : at + _CONTEXT]
    head = _head(after)
    is_bracketed = before.endswith("(") and marks.endswith(")")
    if is_bracketed or not _may_start(head, before, no_capitals):
        return False
    if not _FULL_STOP.fullmatch(marks):
        return _other_marks_end(marks, before, head)
    so_far = text[start : stop.start() + 1] if stop.start() - start < _CONTEXT else ""
    if _is_opening(so_far) or _continues_list(text, start, stop.start()):
        return False
    return _full_stop_ends(before, after, head)


def _may_start(head: str, before: str, no_capitals: bool) -> bool:
    """May a sentence begin so? head: without quotes, brackets and bullets."""
    if not head or head[0] in _NO_START:
        return False
    if not head[0].islower():
        return True
    return _may_start_small(head, before, no_capitals)


def _other_marks_end(marks: str, before: str, head: str) -> bool:
    """Do marks other than a single full stop end a sentence?"""
    if _QUESTION.search(marks):
        return _last_words(before)[0] + marks[0] not in lexicon().abbreviations
    return not head[0].isdigit()


def _head(after: str) -> str:
    """What follows a stop, without its bullet, or without its opening quotes and brackets."""
    bullet = _BULLET.match(after)
    if bullet is not None:
        return after[bullet.end() :]
    return after.lstrip(_OPENERS)


def _may_start_small(head: str, before: str, no_capitals: bool) -> bool:
    """May a sentence begin here without a capital: an address, a list marker, or a text that has no capitals at all?"""
    if _START.match(head) or begins_with_address(head):
        return True
    if not no_capitals:
        return False
    return _PLAIN.search(before) is not None


def _is_glued(before: str, after: str) -> bool:
    """Was the space forgotten between two sentences (`telah pergi.Mereka juga`)?"""
    word = _GLUED.match(after)
    if word is None or word[1] in _DOMAINS:
        return False
    return _PLAIN.search(before) is not None


def _is_opening(so_far: str) -> bool:
    """Is the sentence so far only what stands before a sentence: list markers, `Pasal 3.`, `Gambar 1.`?"""
    if _ITEMS.fullmatch(so_far):
        return True
    caption = _CAPTION.fullmatch(so_far)
    if caption is None:
        return False
    return caption[1].lower() in lexicon().label


def _continues_list(text: str, start: int, stop: int) -> bool:
    """Does the stop end a number that continues a list within the sentence (`: 1. Sehat 2. Lulus`)?"""
    found = _LAST_NUMBER.search(text, max(start, stop - _MAX_NUMBER), stop)
    if found is None:
        return False
    window = text[max(start, stop - MAX_ASIDE) : found.start()]
    return f" {int(found[1]) - 1}. " in window


def _last_words(before: str) -> tuple[str, str]:
    """The word that a stop ends, without opening quotes and brackets, and the one before it; empty where none is."""
    words = before.split()
    if not words or before[-1].isspace():
        return "", ""
    previous = words[-2] if len(words) > 1 else ""
    if previous in (":", ";") and len(words) > 2:
        previous = words[-3] + previous
    return words[-1].lstrip(_OPENERS), previous


def _full_stop_ends(before: str, after: str, head: str) -> bool:
    """Does a single full stop end a sentence? `head`: what follows, without quotes, brackets and bullets."""
    word, previous = _last_words(before)
    kind = lexicon().abbreviations.get(word + ".")
    is_unit = word.isupper() and previous.isdigit()  # 5 KM. is no title
    if kind == "title" and not is_unit:
        return False
    if kind == "number":
        return not _NUMERAL.match(head)
    if kind == "ender":
        return _ender_ends(word, after, head)
    if _begins_with_starter(head):
        return True
    if kind == "degree" and previous.endswith((",", ".")):
        if not after[0].isupper():
            return False
        return not _begins_with_degree(head)
    is_abbreviation = kind is not None and not is_unit
    if is_abbreviation:
        return False
    return _word_ends(word, previous)


def _word_ends(word: str, previous: str) -> bool:
    """Does a sentence end with a word that is no listed abbreviation?"""
    if _is_listed(word, previous):
        return False
    if len(word) == 1 and word.isalpha():  # an initial, or the name of a class: Kompi B, Perang Dunia I
        if previous.lower() in lexicon().letter:
            return True
        return previous.isdigit()
    return not _looks_abbreviated(word, previous)


def _ender_ends(word: str, after: str, head: str) -> bool:
    """Does a sentence end with an abbreviation such as `dll.`? In a text in capitals a capital does not tell."""
    if word.isupper() and head[:2].isupper():
        return False
    if not head[0].isupper():
        return False
    return after[0] not in "(["


def _begins_with_starter(head: str) -> bool:
    first = _LETTERS.match(head)
    if first is None:
        return False
    return first[0].lower() in lexicon().starter


def _looks_abbreviated(word: str, previous: str) -> bool:
    """Has a word inner full stops (`a.n.`), or consonants only (`dgn.`), but not as the unit of a number (`5 km.`)?"""
    if _DOTTED.fullmatch(word + "."):
        return True
    if _CONSONANTS.fullmatch(word) is None:
        return False
    return not previous.isdigit()


def _is_listed(word: str, previous: str) -> bool:
    """Is the word a marker within a sentence (`sebagai berikut: 1. Sehat; 2. Lulus`)?"""
    if not _LISTED.fullmatch(word) or not previous.endswith((":", ";", ",")):
        return False
    return _LETTERS.search(previous[:-1]) is not None


def _begins_with_degree(head: str) -> bool:
    word = head.split()[0].rstrip(",")
    if _DOTTED.fullmatch(word):
        return True
    return lexicon().abbreviations.get(word) in ("degree", "title")

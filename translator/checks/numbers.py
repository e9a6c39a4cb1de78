"""A number of the source is not in the translation, or was put right where the model had it wrong.

Each number must have its counterpart: 19.000 is 19,000 in English, 3,5 is 3.5, 2 juta is 2 million, `dua belas` is
twelve or 12, the month of a date is that month. A number that stands twice in the source must stand twice in the
translation. What may be an article or a pronoun (satu, dua, kedua, pertama) is not looked at, nor is what is copied as
it stands. A lost number is an error; one that the model's own words lacked is a warning: it was put right where they
had another, or put in where they had none, and that place is a guess. The score of a side that won (menang 2-1) is not
turned round. A time with a full stop (10.30) and a date with
its month first (3/9/2022), which Padan itself puts right, are no error in what others translated. Calibrated on the
references of FLORES dev: 1.0 % false alarms.

PASS: Anggarannya Rp 3.150.000.000.000. => Its budget is Rp3.15 trillion.
PASS: Rapat berlangsung satu setengah jam. => The meeting took an hour and a half.
FAIL: Luasnya 19.000 hektare. => It covers 19.000 hectares.
FAIL: Rapat berlangsung satu setengah jam. => The meeting took half an hour.
FAIL: Indonesia menang 2-1 atas Malaysia. => Indonesia won 1-2 over Malaysia.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from translator.bitext import Finding, Origin, Pair, Severity
from translator.document import Coverage, Span
from translator.language import placeables
from translator.language.numbers import Number, lost, missing, placed

ID = "numbers"

_WORD = re.compile(r"\S+")
_SCORE = re.compile(r"(?<![\d.,:/–-])(\d{1,2})[-–](\d{1,2})(?![\d.,:/–-]*\d)")
_WON = re.compile(
    r"\b(?:menang|kemenangan|unggul|keunggulan|memimpin|mengalahkan|menundukkan|menaklukkan)\b", re.IGNORECASE
)
_LOST = re.compile(
    r"\b(?:kalah|kekalahan|takluk|tunduk|tumbang|menyerah|tertinggal|ketinggalan|dikalahkan|ditaklukkan|ditundukkan)\b",
    re.IGNORECASE,
)
_BEATEN = re.compile(r"\b(?:defeat(?:ed|s)?|los(?:t|es?|ing|s)|beaten|trail(?:ed|s|ing)?)\b", re.IGNORECASE)
# Words of each text. The time of the comparison grows with their square and more where they repeat: 0.01 s for 400
# words, 20 s for 8,000. The longest sentence of FLORES dev has 48.
_MAX_COMPARED = 400


def check(pair: Pair) -> Iterator[Finding]:
    """An error for each number that is lost; one warning for those that the model's own words lacked."""
    if pair.origin is Origin.COPIED:
        return
    absent = _outside_terms(pair, lost(pair.source, pair.target))
    for number in absent:
        yield Finding(ID, Severity.ERROR, f"{number.text} is not in the translation as {number.accepted[0]}")
    for score in _turned_scores(pair):
        yield Finding(ID, Severity.ERROR, f"{score} is turned round in the translation")
    if pair.unforced is None:
        return
    told = _mended(pair, pair.unforced)
    if told:
        yield Finding(ID, Severity.WARNING, f"{told}; the model wrote: {pair.unforced}")


def _turned_scores(pair: Pair) -> Iterator[str]:
    """The scores of a side that won or leads that are those of a loser in the translation: unggul 2-1, won 1-2."""
    if not _WON.search(pair.source) or _LOST.search(pair.source) or _BEATEN.search(pair.target):
        return
    written = {(score[1], score[2]) for score in _SCORE.finditer(pair.target)}
    for score in _SCORE.finditer(pair.source):
        mine, other = score.groups()
        if int(mine) > int(other) and (other, mine) in written and (mine, other) not in written:
            yield score[0]


def _mended(pair: Pair, unforced: str) -> str:
    """What was done to the numbers that the model's own words lacked, for the reader of a finding."""
    added = _added(unforced, pair.target)
    places = placed(pair.source, pair.target)
    sure: list[Number] = []
    guessed: list[Number] = []
    for number in _outside_terms(pair, missing(pair.source, unforced)):
        if number not in places:
            continue
        is_guess = added.meets(places[number])
        group = guessed if is_guess else sure
        group.append(number)
    groups = {"put right": sure, "put in, look at its place": guessed}
    return "; ".join(f"{done}: {_listed(numbers)}" for done, numbers in groups.items() if numbers)


def _listed(numbers: Sequence[Number]) -> str:
    """Numbers with their English forms, for the reader of a finding."""
    return ", ".join(f"{number.text} ({number.accepted[0]})" for number in numbers)


def _added(before: str, after: str) -> Coverage:
    """The words of a text that stand in the place of none of another text."""
    words = [Span(*word.span()) for word in _WORD.finditer(after)]
    compared = before.split()[:_MAX_COMPARED], after.split()[:_MAX_COMPARED]
    changes = SequenceMatcher(None, *compared, autojunk=False)
    added = []
    for change, _, _, first, end in changes.get_opcodes():
        if change == "insert":
            added.append(Span(words[first].start, words[end - 1].end))
    return Coverage.of(added)


def _outside_terms(pair: Pair, numbers: Sequence[Number]) -> list[Number]:
    """The numbers, but for those inside a term: they are the term's. An identifier may hold a term, and stays.

    Nor those inside what stands in the translation as it is: code, and the formulas of Markdown.
    """
    if not numbers:
        return []
    terms = [use.source_span for use in pair.terms]
    others = Coverage.of([*terms, *_copied(pair)])
    return [number for number in numbers if not others.holds(number.span)]


def _copied(pair: Pair) -> Iterator[Span]:
    """The placeables of the source that stand in the translation as they are."""
    for placeable in placeables.find(pair.source):
        if placeable.span.of(pair.source) in pair.target:
            yield placeable.span

"""The translation repeats itself where its source does not: the model babbles.

Errors: a phrase of up to eight words that stands three times in a row; characters that come eight times in a row; a
phrase of three words that stands four times more often than any word does in the source. A warning: a word, or a phrase
of three words or more, that stands twice in a row, except words that English doubles (`that that`). Nothing is reported
where the source repeats as much. Calibrated on the references of FLORES dev: no false alarm.

PASS: Kapal itu tiba. => He said that that ship arrived.
FAIL: Kapal itu tiba. => The ship ship arrived.
FAIL: Kapal itu tiba. => The ship the ship the ship arrived.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translator.bitext import Finding, Pair, Severity

ID = "repetition"

_MAX_PHRASE = 8  # words of a phrase that stands several times in a row
_MIN_MORE = 4  # times that a phrase of three words comes more often than a word of the source
_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_DOUBLED = frozenset("that had is was her so very no bye ha her you in".split())
_LOOP = re.compile(r"(\S.{0,9}?)\1{7,}")


def check(pair: Pair) -> Iterator[Finding]:
    source = _WORD.findall(pair.source.casefold())
    target = _WORD.findall(pair.target.casefold())
    copies, phrase = _row(target)
    copies_in_source, _ = _row(source)
    quoted = repr(" ".join(phrase))
    if copies > max(2, copies_in_source):
        yield Finding(ID, Severity.ERROR, f"{quoted} stands {copies} times in a row")
        return
    loop = _LOOP.search(pair.target)
    if loop and not _LOOP.search(pair.source):
        yield Finding(ID, Severity.ERROR, f"{loop[1]!r} is repeated without end")
        return
    times, frequent = _most_frequent(target)
    most_in_source = max(Counter(source).values(), default=0)
    if times >= most_in_source + _MIN_MORE:
        yield Finding(ID, Severity.ERROR, f"{' '.join(frequent)!r} stands {times} times")
        return
    if copies > max(1, copies_in_source) and not _DOUBLED.issuperset(phrase):
        yield Finding(ID, Severity.WARNING, f"{quoted} stands twice in a row")


def _row(words: Sequence[str]) -> tuple[int, Sequence[str]]:
    """How often a phrase stands in a row at most, and the phrase. Two words count only from three times on."""
    best: tuple[int, Sequence[str]] = (1, ())
    if len(words) == len(set(words)):
        return best
    for size in range(1, min(_MAX_PHRASE, len(words) // 2) + 1):
        run = 0
        for place in range(size, len(words)):
            if words[place] != words[place - size]:
                run = 0
                continue
            run += 1
            copies = run // size + 1
            if copies <= best[0] or (copies == 2 and size == 2):
                continue
            phrase = words[place - size + 1 : place + 1]
            if phrase[0][0].isalpha():
                best = copies, phrase
    return best


def _most_frequent(words: Sequence[str]) -> tuple[int, Sequence[str]]:
    """The phrase of three words that comes most often, where one may come `_MIN_MORE` times more than once."""
    if len(words) - len(set(words)) < _MIN_MORE:
        return 0, ()
    counted = Counter(zip(words, words[1:], words[2:], strict=False))
    times_and_phrases = [(times, phrase) for phrase, times in counted.items()]
    return max(times_and_phrases, default=(0, ()))

"""The translation repeats itself where its source does not: the model babbles.

Errors: a phrase of up to eight words that stands three times in a row; characters that come eight times in a row; a
phrase of three words that stands four times more often than any word does in the source. A warning: a word, or a phrase
of three words or more, that stands twice in a row, but for words that English doubles (`that that`). Nothing is said
where the source repeats as much. Calibrated on the references of FLORES dev: no false alarm.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translator.bitext import Finding, Origin, Pair, Severity

ID = "repetition"

_LONGEST = 8  # words of a phrase
_PHRASE, _MORE = 3, 4  # words of a phrase that comes back, and how many times more than a word of the source
_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_DOUBLED = frozenset("that had is was her so very no bye ha her you in".split())
_LOOP = re.compile(r"(\S.{0,9}?)\1{7,}")


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED:
        return
    source, target = _WORD.findall(pair.source.casefold()), _WORD.findall(pair.target.casefold())
    copies, phrase = _row(target)
    loop = _LOOP.search(pair.target)
    if copies > max(2, _row(source)[0]):
        yield Finding(ID, Severity.ERROR, f"{' '.join(phrase)!r} stands {copies} times in a row")
    elif loop and not _LOOP.search(pair.source):
        yield Finding(ID, Severity.ERROR, f"{loop[1]!r} is repeated without end")
    elif (most := _most(target))[0] >= max(Counter(source).values(), default=0) + _MORE:
        yield Finding(ID, Severity.ERROR, f"{' '.join(most[1])!r} stands {most[0]} times")
    elif copies > max(1, _row(source)[0]) and not _DOUBLED.issuperset(phrase):
        yield Finding(ID, Severity.WARNING, f"{' '.join(phrase)!r} stands twice in a row")


def _row(words: Sequence[str]) -> tuple[int, Sequence[str]]:
    """How often a phrase stands in a row at most, and the phrase; of two words only from three times on."""
    best: tuple[int, Sequence[str]] = (1, ())
    if len(words) == len(set(words)):
        return best
    for size in range(1, min(_LONGEST, len(words) // 2) + 1):
        run = 0
        for place in range(size, len(words)):
            run = run + 1 if words[place] == words[place - size] else 0
            copies = run // size + 1
            if copies > best[0] and (copies > 2 or size != 2):
                phrase = words[place - size + 1 : place + 1]
                if phrase[0][0].isalpha():
                    best = copies, phrase
    return best


def _most(words: Sequence[str]) -> tuple[int, Sequence[str]]:
    """The phrase of three words that comes most often, where one may come `_MORE` times more than once."""
    if len(words) - len(set(words)) < _MORE:
        return 0, ()
    counted = Counter(zip(words, words[1:], words[2:], strict=False))
    return max(((number, phrase) for phrase, number in counted.items()), default=(0, ()))

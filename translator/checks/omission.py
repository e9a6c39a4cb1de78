"""A clause of the source is left out: no word of the translation is linked to any of its words.

The word links of the model's attention tell what each word of the translation stands for. It is a warning where four
content words or more stand in a row in the source and none of them is linked; function words between them do not count,
nor do the words of a number or a term that stands in the translation (twelve thousand five hundred is linked to one of
its words).
Pairs without links, as other translators make them, are not looked at. References have no links, so there are no false
alarms on those of FLORES dev; of the starter model's own translations of FLORES dev 0.2 % are reported, all of which
had lost a clause.

PASS: Ia berkata kapal itu tiba kemarin pagi, lalu pergi lagi. => He said the ship came yesterday morning, then left.
FAIL: Ia berkata kapal itu tiba kemarin pagi, lalu pergi lagi. => He left again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translator.bitext import Finding, Pair, Severity
from translator.document import Coverage, Span
from translator.language import numbers
from translator.language.word_lists import words

ID = "omission"

_LIST = "indonesian_function_words"
_MIN_LOST = 4  # content words in a row: with three, 2 % of the starter's translations of FLORES dev are reported
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def check(pair: Pair) -> Iterator[Finding]:
    if not pair.links:
        return
    linked = {link.source for link in pair.links}
    terms = [use.source_span for use in pair.terms if use.target_span]
    standing = Coverage.of([*terms, *(number.span for number in numbers.placed(pair.source, pair.target))])
    row: list[str] = []
    lost = 0
    for index, found in enumerate(_WORD.finditer(pair.source)):
        word, span = found[0], Span(*found.span())
        if index not in linked and not standing.meets(span):
            row.append(word)
            lost += _is_content(word)
            continue
        yield from _findings(row, lost)
        row, lost = [], 0
    yield from _findings(row, lost)


def _findings(row: Sequence[str], lost: int) -> Iterator[Finding]:
    if lost >= _MIN_LOST:
        yield Finding(ID, Severity.WARNING, f"nothing in the translation stands for: {' '.join(row)}")


def _is_content(word: str) -> bool:
    letters = _LETTERS.search(word)
    if letters is None:
        return False
    small = letters[0].lower()
    if small in words(_LIST, "uncounted"):
        return False
    return small not in words(_LIST, "conjunction")

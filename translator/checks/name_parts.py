"""A part of a name of several words is lost: the translation has one part and not the other.

The check `names` looks for every name of four letters and more by itself. This one looks at the parts of two and three
letters that stand beside another name (Kim, Ali). Capitals and accents do not count. Warnings. Calibrated on the
references of FLORES dev: no false alarm.

PASS  Kata Ali Santoso kemarin.    ->  Ali Santoso said yesterday.
PASS  Kata Ali Santoso kemarin.    ->  He said yesterday.
FAIL  Kata Ali Santoso kemarin.    ->  Santoso said yesterday.
FAIL  Kim Jong Un tiba di Hanoi.   ->  Jong Un arrived in Hanoi.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translator.bitext import Finding, Origin, Pair, Severity
from translator.language import names

ID = "name_parts"

_MAX_SHORT = 3  # letters of a part that the check `names` does not look for
_WORD = re.compile(r"[^\W\d_]+")


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED or not pair.target:
        return
    terms = [use.source_span for use in pair.terms]
    found = [name for name in names.find(pair.source) if not any(name.span.overlaps(span) for span in terms)]
    written = set(_WORD.findall(_plain(pair.target)))
    for parts in _rows(pair.source, found):
        lost = [part for part in parts if not _is_written(part, written)]
        if len(lost) == len(parts):
            continue
        for part in lost:
            if len(part) <= _MAX_SHORT and not part.isupper():
                whole = " ".join(parts)
                yield Finding(ID, Severity.WARNING, f"{part} of {whole} is not in the translation")


def _rows(source: str, found: Sequence[names.Name]) -> Iterator[list[str]]:
    """The names of several words: names that only a space parts."""
    row: list[str] = []
    end = -1
    for name in found:
        if row and source[end : name.span.start] != " ":
            if len(row) > 1:
                yield row
            row = []
        row.append(name.text)
        end = name.span.end
    if len(row) > 1:
        yield row


def _is_written(part: str, written: set[str]) -> bool:
    return written.issuperset(_WORD.findall(_plain(part)))


def _plain(text: str) -> str:
    """The text without accents and capitals."""
    return names.without_accents(text).casefold()

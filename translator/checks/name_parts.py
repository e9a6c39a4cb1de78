"""A part of a name of several words is lost: the translation has one part and not the other.

The check `names` looks for every name of four letters and more by itself. This one looks at the parts of two and three
letters that stand beside another name (Kim, Ali). Capitals and accents do not count. Warnings. Calibrated on the
references of FLORES dev: no false alarm.

PASS: Kata Ali Santoso kemarin. => Ali Santoso said yesterday.
PASS: Kata Ali Santoso kemarin. => He said yesterday.
FAIL: Kata Ali Santoso kemarin. => Santoso said yesterday.
FAIL: Kim Jong Un tiba di Hanoi. => Jong Un arrived in Hanoi.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Finding, Pair, Severity
from translator.checks.base import covered_by_terms
from translator.language import names

ID = "name_parts"

_MAX_SHORT = 3  # letters of a part that the check `names` does not look for
_WORD = re.compile(r"[^\W\d_]+")


def check(pair: Pair) -> Iterator[Finding]:
    written = set(_WORD.findall(_plain(pair.target)))
    for parts in _rows(pair):
        lost = [part for part in parts if not _is_written(part, written)]
        if len(lost) == len(parts):
            continue
        for part in filter(_is_short, lost):
            yield Finding(ID, Severity.WARNING, f"{part} of {' '.join(parts)} is not in the translation")


def _is_short(part: str) -> bool:
    if len(part) > _MAX_SHORT:
        return False
    return not part.isupper()


def _rows(pair: Pair) -> list[list[str]]:
    """The names of several words: names outside terms that only a space parts."""
    rows: list[list[str]] = []
    end = 0
    terms = covered_by_terms(pair)
    for name in names.find(pair.source):
        if terms.meets(name.span):
            continue
        if pair.source[end : name.span.start] != " ":
            rows.append([])
        rows[-1].append(name.text)
        end = name.span.end
    return rows


def _is_written(part: str, written: set[str]) -> bool:
    return written.issuperset(_WORD.findall(_plain(part)))


def _plain(text: str) -> str:
    """The text without accents and capitals."""
    return names.without_accents(text).casefold()

"""An address, path, placeholder, identifier or tag of the source is lost or changed.

Each must stand in the translation, to the letter, as often as in the source (`translator/language/placeables.py`).
Runs of blanks, codes for a new line, formulas and lone symbols are not looked at: the checks `numbers` and `characters`
look at what is in them. A lost
placeholder or tag breaks the program that shows the text, and a changed number of a letter leads to another letter, so
these are errors. Calibrated on the references of FLORES dev: no false alarm.

PASS: Hapus {0} berkas. => Delete {0} files.
PASS: Surat B-1234/KPK/XII/2023 tiba. => Letter B-1234/KPK/XII/2023 arrived.
FAIL: Hapus {0} berkas. => Delete 0 files.
FAIL: Surat B-1234/KPK/XII/2023 tiba. => Letter B-1234/KPK/XI/2023 arrived.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from translator.bitext import Finding, Pair, Severity
from translator.checks.base import covered_by_terms
from translator.language.placeables import PlaceableKind, find

ID = "placeables"

# Placeables of a sentence. Each that does not stand as one in the translation is sought in all of it; thousands of them
# would take time that grows with the square of the length.
_MAX_SOUGHT = 1000
_IGNORED = frozenset(
    {PlaceableKind.BLANKS, PlaceableKind.BREAK, PlaceableKind.FORMULA, PlaceableKind.SYMBOL, PlaceableKind.EMOJI}
)


def check(pair: Pair) -> Iterator[Finding]:
    if not pair.target:
        return
    terms = covered_by_terms(pair)
    wanted: Counter[str] = Counter()
    for placeable in find(pair.source):
        if placeable.kind in _IGNORED:
            continue
        if not terms.meets(placeable.span):
            wanted[placeable.span.of(pair.source)] += 1
    standing = Counter([placeable.span.of(pair.target) for placeable in find(pair.target)])
    for text in islice(wanted - standing, _MAX_SOUGHT):
        times = wanted[text]
        seen = pair.target.count(text)
        if seen == 0:
            yield Finding(ID, Severity.ERROR, f"{text} is not in the translation")
        elif seen < times:
            yield Finding(ID, Severity.ERROR, f"{text} stands {seen} times in the translation, {times} in the source")

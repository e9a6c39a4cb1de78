"""The letter of a provision of a law is lost or became another: Pasal 7 ayat (2) huruf c is Article 7(2)(c).

Looked at are letters behind `huruf` and `butir`. A letter a is found in any article. A letter inside a term is the
term's. Warnings. The references of FLORES dev have no such letters, so no false alarms.

PASS: Pasal 7 ayat (2) huruf c berlaku. => Article 7 paragraph (2) letter c applies.
PASS: Pasal 7 ayat (2) huruf c berlaku. => Article 7(2)(c) applies.
FAIL: Pasal 7 ayat (2) huruf c berlaku. => Article 7 paragraph (2) letter d applies.
FAIL: Lihat Pasal 9 huruf b dan d. => See Article 9 letter b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Finding, Pair, Severity
from translator.checks.base import covered_by_terms
from translator.document import Span
from translator.language import provisions

ID = "provisions"

_LETTER = re.compile(r"(?<![\w(])[a-z](?!\w)")
_ENGLISH_LETTER = re.compile(r"(?<![^\W\d_])[a-z](?![^\W\d_]|['’])")


def check(pair: Pair) -> Iterator[Finding]:
    """A warning for each letter of a provision that does not stand in the translation."""
    terms = covered_by_terms(pair)
    for span, _ in provisions.find(pair.source):
        letters = list(_LETTER.finditer(pair.source, span.start, span.end))
        if not letters:
            continue
        standing = set(_ENGLISH_LETTER.findall(pair.target.lower()))
        for letter in letters:
            if letter[0] not in standing and not terms.holds(Span(*letter.span())):
                lost = f"letter {letter[0]} of {span.of(pair.source)}"
                yield Finding(ID, Severity.WARNING, f"{lost} is not in the translation")

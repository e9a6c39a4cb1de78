"""A sentence is not Indonesian, so that it was copied and not translated.

Text that is English already, or in a third language, would be damaged by the model. It stays as it is, and a warning
says so, for a reader may want it translated from its own language.

PASS: 19.000 => 19,000
FAIL: The ministry said the ship had arrived at the port. => The ministry said the ship had arrived at the port.
"""

from __future__ import annotations

from collections.abc import Iterator

from translator.bitext import Finding, Origin, Pair, Severity
from translator.language.identification import Language, identify

ID = "language"


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is not Origin.COPIED:
        return
    found = identify(pair.source)
    if found is Language.ENGLISH:
        yield Finding(ID, Severity.WARNING, "the source is English: it was copied as it stands")
    elif found is Language.OTHER:
        yield Finding(ID, Severity.WARNING, "the source is neither Indonesian nor English: it was copied as it stands")

"""The translation is its source, or copies much of it.

Looked at are the words of three letters or more that are no names: they begin with a small letter, or the text. Where
the translation is the source to the letter, or has 80 % of at least three of these words, it is an error; with 30 % a
warning. Some stand in both languages by right (`radio`, `program`), so two words that are copied are not spoken of
unless they are all. Calibrated on the references of FLORES dev: 0.1 % false alarms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Finding, Origin, Pair, Severity

ID = "untranslated"

_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAST = 3  # words that are copied
_ERROR, _WARNING = 0.8, 0.3


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED:
        return
    words = _words(pair.source)
    if len(words) > 1 and pair.source.casefold().split() == pair.target.casefold().split():
        yield Finding(ID, Severity.ERROR, "the translation is its source")
        return
    there = set(_words(pair.target))
    copied = [word for word in words if word in there]
    if len(copied) >= _LEAST and len(copied) >= _WARNING * len(words):
        severity = Severity.ERROR if len(copied) >= _ERROR * len(words) else Severity.WARNING
        shown = " ".join(copied[:5]) + (" ..." if len(copied) > 5 else "")
        yield Finding(ID, severity, f"{len(copied)} of {len(words)} words are copied from the source: {shown}")


def _words(text: str) -> list[str]:
    """The words that are no names, each once, without capitals."""
    lowered = text.lower() if text.isupper() else text[:1].lower() + text[1:]
    return list(dict.fromkeys(word for word in _WORD.findall(lowered) if word.islower()))

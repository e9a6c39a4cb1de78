"""The translation is its source, or copies much of it.

The check looks at the words of three letters or more that are no names: they begin with a small letter, or they begin
the text. Addresses, identifiers and other placeables do not count, nor does a line of nothing else. It is an error
where the translation equals the source and an Indonesian word is in it, or has 80 % of at least three of these words;
30 % of them are a warning. Some words are right in both languages (`radio`, `program`), so two words that are copied
are not reported unless they are all. Calibrated on the references of FLORES dev: 0.1 % false alarms.

PASS: Program radio itu berhenti. => The radio program stopped.
PASS: Lihat https://contoh.id/berita. => See https://contoh.id/berita.
FAIL: Kapal itu tiba di pelabuhan. => Kapal itu tiba di pelabuhan.
FAIL: Kapal perang tiba di pelabuhan. => The perang tiba di pelabuhan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Finding, Pair, Severity
from translator.language.morphology import is_word
from translator.language.nontranslatable import is_copied
from translator.language.placeables import without_placeables

ID = "untranslated"

_WORD = re.compile(r"[^\W\d_]{3,}")
_MIN_COPIED = 3  # words: one or two may be words of both languages
_ERROR_SHARE, _WARNING_SHARE = 0.8, 0.3  # of the words are copied
_MAX_SHOWN = 5  # words in a message


def check(pair: Pair) -> Iterator[Finding]:
    if is_copied(pair.source):
        return
    words = _words(without_placeables(_without_names(pair)))
    is_same = pair.source.casefold().split() == pair.target.casefold().split()
    if is_same and len(words) > 1 and any(map(is_word, words)):
        yield Finding(ID, Severity.ERROR, "the translation is its source")
        return
    target_words = set(_words(without_placeables(pair.target)))
    copied = []
    for word in words:
        if word in target_words:
            copied.append(word)
    if len(copied) < _MIN_COPIED or len(copied) < _WARNING_SHARE * len(words):
        return
    severity = Severity.ERROR if len(copied) >= _ERROR_SHARE * len(words) else Severity.WARNING
    shown = " ".join(copied[:_MAX_SHOWN])
    more = " ..." if len(copied) > _MAX_SHOWN else ""
    yield Finding(ID, severity, f"{len(copied)} of {len(words)} words are copied from the source: {shown}{more}")


def _without_names(pair: Pair) -> str:
    """The source with a blank for every character of a name, which capitals throughout do not tell from a word."""
    text = pair.source
    for name in pair.names:
        start, end = name.source_span
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _words(text: str) -> list[str]:
    """The words that are no names, each once, without capitals."""
    lowered = text.lower() if text.isupper() else text[:1].lower() + text[1:]
    small = filter(str.islower, _WORD.findall(lowered))
    return list(dict.fromkeys(small))

"""A name of the source is not in the translation as it is written there, or the model had mangled it or left it out.

A name is a word with a capital that is no Indonesian word and that is not known to be translated
(`translator/language/names.py`). In the English it may lose its last letter and carry an ending (Libya, Libyan; Congo,
Congolese); capitals and accents do not count. A name that was put right is shown with what the model wrote for it.
Names that look like words or have an English form (`Laut Merah`, `Damaskus`) need a glossary, and abbreviations may be
spelled out. Warnings. Calibrated on the references of FLORES dev: 0.5 % false alarms.

PASS: Presiden Prasetyo tiba di Libya. => President Prasetyo arrived in Libya.
PASS: Tentara Libya tiba. => Libyan troops arrived.
FAIL: Presiden Prasetyo tiba. => President Prasetia arrived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Finding, Pair, Severity, Status, TermUse
from translator.checks.base import covered_by_terms
from translator.language import names

ID = "names"

_MIN_LETTERS = 4  # of a name that is looked for
_MAX_ENDING = 4  # letters that may follow the stem of a name
_OWN_WORDS = (Status.NATURAL, Status.N_BEST)  # the model wrote the name by itself
_WORD = re.compile(r"[^\W\d_]+")


def check(pair: Pair) -> Iterator[Finding]:
    if not pair.target:
        return
    for use in pair.names:
        if use.target_span is not None and use.status not in _OWN_WORDS:
            yield Finding(ID, Severity.WARNING, f"{use.target} was {_correction(use, pair)}")
    wanted = _wanted_names(pair)
    if not wanted:
        return
    stems = _stems(pair.target)
    for name in wanted:
        if not stems.issuperset(_plain_words(name)):
            yield Finding(ID, Severity.WARNING, f"{name} is not in the translation as it is written in the source")


def _correction(use: TermUse, pair: Pair) -> str:
    wrote = names.mangled(use.source, pair.unforced or "", pair.target)
    if wrote is None:
        return "put in: the model left it out"
    return f"put right: the model wrote {wrote}"


def _wanted_names(pair: Pair) -> list[str]:
    """The names of the source that must stand in the translation, each once, except those inside a term."""
    wanted = {}
    terms = covered_by_terms(pair)
    for name in names.find(pair.source):
        if len(name.text) < _MIN_LETTERS:
            continue
        if name.text.isupper():  # English may spell an abbreviation out
            continue
        if not terms.meets(name.span):
            wanted[name.text] = True
    return list(wanted)


def _stems(target: str) -> set[str]:
    """The words of a translation, whole and without one to four of their last letters."""
    stems: set[str] = set()
    for word in _WORD.findall(_plain(target)):
        stems.update([word[: len(word) - cut] for cut in range(_MAX_ENDING + 1)])
    return stems


def _plain_words(name: str) -> list[str]:
    """The words of a name, the longer ones without their last letter."""
    words = _WORD.findall(_plain(name))
    return [word[:-1] if len(word) > _MIN_LETTERS else word for word in words]


def _plain(text: str) -> str:
    """The text without accents and capitals."""
    return names.without_accents(text).casefold()

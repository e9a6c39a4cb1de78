"""A name of the source is not in the translation as it is written there, or the model had mangled it or left it out.

A name is a word with a capital that is no Indonesian word and that nothing says is translated
(`translator/names.py`). In the English it may lose its last letter and carry an ending (Libya, Libyan; Congo,
Congolese); capitals and accents do not count. A name that was put right is shown with what the model wrote for it.
Names that look like words or have an English form (`Laut Merah`, `Damaskus`) only a glossary can tell, and
abbreviations may be spelled out. Warnings. Calibrated on the references of FLORES dev: 0.5 % false alarms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.bitext import Finding, Origin, Pair, Severity, Status
from translator.language import names

ID = "names"

_SHORTEST = 4  # letters
_ENDING = 4  # letters that may follow the stem of a name
_OWN_WORDS = (Status.NATURAL, Status.N_BEST)
_WORD = re.compile(r"[^\W\d_]+")


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED or not pair.target:
        return
    for use in pair.names:
        if use.status not in _OWN_WORDS:
            wrote = names.mangled(use.source, pair.unforced or "", pair.target)
            done = f"put right: the model wrote {wrote}" if wrote else "put in: the model left it out"
            yield Finding(ID, Severity.WARNING, f"{use.target} was {done}")
    terms = [use.source_span for use in pair.terms]  # what they ask for is not the name
    found = dict.fromkeys(
        name.text
        for name in names.find(pair.source)
        if _is_looked_at(name.text) and not any(name.span.overlaps(span) for span in terms)
    )
    if not found:
        return
    words = _WORD.findall(_plain(pair.target))
    stems = {word[: len(word) - cut] for word in words for cut in range(_ENDING + 1)}
    for name in found:
        plain = [word[:-1] if len(word) > _SHORTEST else word for word in _WORD.findall(_plain(name))]
        if not stems.issuperset(plain):
            yield Finding(ID, Severity.WARNING, f"{name} is not in the translation as it is written in the source")


def _is_looked_at(name: str) -> bool:
    """English may spell an abbreviation out."""
    return len(name) >= _SHORTEST and not name.isupper()


def _plain(text: str) -> str:
    """The text without accents and capitals."""
    return names.without_accents(text).casefold()

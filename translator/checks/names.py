"""A name of the source is not in the translation as it is written there.

A name is a word with a capital inside a sentence whose spelling is that of a name and of no Indonesian word: foreign
(`Assad`, `Thatcher`) or Javanese (`Prasetyo`, `Widodo`). Such names are copied. What is spelled like an Indonesian word
may be one (`Laut Merah`) or have an English form (`Damaskus`): only a glossary can tell. In the English the name may
lose its last letter and carry an ending (Libya, Libyan; Congo, Congolese); capitals and accents do not count. Warnings.
Calibrated on the references of FLORES dev: 0.1 % false alarms.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from translator.bitext import Finding, Origin, Pair, Severity

ID = "names"

_SHORTEST, _LONGEST = 4, 40  # letters
_ENDING = 4  # letters that may follow the stem of a name
_EDGES = "\"'“”‘’«»()[]{}.,;:!?…–—-/*_"
_ENDS = (".", "!", "?", ":", "…", '."', ".”", '"', "“", "-", "–", "—", "•")
_DIGRAPHS = re.compile("ng|ny|sy|kh")  # one consonant each, written ŋ below
_FOREIGN = re.compile(
    r"""[qx] | v(?!.*(?:si|as|if|is|ik|al|el|or|er|en)$) | ([bcdfghjklmnprstvwyz])\1
    | c[hklnrst] | [bdgptwz]h | [bcdfghjlpqrtvwz]y | y(?![aeiou])
    | oo(?!rd|per) | (?<!^k)ee | ou | eau | oe | ey | w[rl] | [cjvw]$ | (?<!r)g$
    | (?:a[nr]to|a[rt]no|ando|ono|odo|oso|owo|ojo|wati)$
    | ^(?:mc|dm|[dgf]n|[bcdfgkt]w) | l[dt]$ | r[mtn]$ | [^aeiou]{4}""",
    re.VERBOSE,
)
_TRANSLATED = frozenset(
    "afghanistan luxemburg makkah mekkah moskow november philipina sidney swiss thailand vatikan".split()
) | {"laksdya", "marsdya"}
_WORD = re.compile(r"[^\W\d_]+")
_CLITICS = re.compile("(?<=...)(?:nya|lah|kah|pun)$")


def check(pair: Pair) -> Iterator[Finding]:
    if pair.origin is Origin.COPIED or not pair.target:
        return
    names = dict.fromkeys(_names(pair.source))
    if not names:
        return
    words = _WORD.findall(_plain(pair.target))
    stems = {word[: len(word) - cut] for word in words for cut in range(_ENDING + 1)}
    for name in names:
        plain = _plain(name)
        if stems.isdisjoint(form[:-1] if len(form) > _SHORTEST else form for form in (plain, _CLITICS.sub("", plain))):
            yield Finding(ID, Severity.WARNING, f"{name} is not in the translation as it is written in the source")


def _names(source: str) -> Iterator[str]:
    before = "."
    for token in source.split():
        name, inside = token.strip(_EDGES), not before.endswith(_ENDS) and token[0].isalpha()
        before = token
        if (
            inside
            and _SHORTEST <= len(name) <= _LONGEST
            and name.isalpha()
            and name[0].isupper()
            and name[1:].islower()
        ):
            plain = _plain(name)
            if plain not in _TRANSLATED and _FOREIGN.search(_DIGRAPHS.sub("ŋ", _CLITICS.sub("", plain))):
                yield name


def _plain(text: str) -> str:
    """The text without accents and capitals."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))

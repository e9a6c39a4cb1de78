"""Words that say the size of a number: puluhan, ratusan ribu, jutaan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.language.numbers.english_words import SCALE_NAMES
from translator.language.numbers.notation import SCALE_WORDS
from translator.language.numbers.number import Number, NumberKind, number_at
from translator.language.numbers.word_values import UNITS, is_named

# Characters before such a word in which a number can say that it counts it.
CONTEXT = 20


_SIZES = r"ribu|juta|mil[iy]ar|tril[iy]un"
_VAGUE = re.compile(
    rf"(?<![\w-])(?:(?P<many>belasan|puluhan|ratusan)(?:\s+(?P<of>{_SIZES}))?|(?P<alone>{_SIZES})an)\b"
    rf"(?!-|\s+(?:{_SIZES}|tahun)\b)",
    re.IGNORECASE,
)
_MANY = {
    "belasan": ("dozens", "dozen", "more than ten", "over ten", "tens"),
    "puluhan": ("dozens", "tens", "scores", "dozen"),
    "ratusan": ("hundreds", "hundred"),
}
_MANY_OF = {"belasan": ("tens", "dozens"), "puluhan": ("tens", "dozens"), "ratusan": ("hundreds",)}
_COUNTED_BEFORE = re.compile(rf"(?:\d|\b(?:{'|'.join(UNITS)}|beberapa|belas|puluh|ratus))\s*\Z", re.IGNORECASE)


def sizes(source: str, first: int) -> Iterator[Number]:
    """Words that say the size of a number: puluhan, ratusan ribu, jutaan."""
    for found in _VAGUE.finditer(source):
        if is_named(found, first):
            continue
        if _COUNTED_BEFORE.search(source, max(0, found.start() - CONTEXT), found.start()):
            continue
        yield number_at(found.start(), found[0], _forms_of_size(found), NumberKind.VAGUE)


def _forms_of_size(found: re.Match[str]) -> Iterator[str]:
    """puluhan ribu: tens of thousands."""
    many = (found["many"] or "").lower()
    scale = found["of"] or found["alone"]
    if not scale:
        yield from _MANY[many]
        return
    name, names, _ = SCALE_NAMES[SCALE_WORDS[scale.lower()]]
    if not many:
        yield names
        yield name
        return
    if many == "belasan":
        yield f"more than ten {name}"
        yield f"over ten {name}"
    for size in _MANY_OF[many]:
        yield f"{size} of {names}"
    if many == "ratusan":
        yield f"several hundred {name}"

"""The forms of an Indonesian verb, made from its root: menyerang, diserang, terserang, penyerangan from serang.

After the Indonesian reference grammar (Tata Bahasa Baku Bahasa Indonesia, 4th edition, chapter 4). Nouns in -an and
per-an are left out: serangan, tembakan, pertahanan are words of their own, with an English of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from glossary.source.nasals import NASAL_INSTEAD_OF, VOWELS, nasal_before
from glossary.term import VerbForm
from glossary.word_lists import words

_ROOT = re.compile("[a-z]{3,}")  # what a shorter root would make is mostly something else
_SUFFIXES = ("", "kan", "i")
_LOSES_THE_R = re.compile(f"r|[^{VOWELS}]er[^{VOWELS}]")  # ber- before such a root is be-: berenang, bekerja
# `pukul` is also o'clock: pukul 05.30, pukul tujuh pagi, pukul berapa; but not in pukul 5 orang.
_CLOCK_TIME = re.compile(
    r"pukul\s+(?:(?:[01]?\d|2[0-4])(?!\d)|(?:berapa|setengah|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|sepuluh|sebelas)\b)(?!\s+orang\b)",
    re.IGNORECASE,
)


def begins_clock_time(text: str, start: int) -> bool:
    """Does a time of day, or a question for one, begin at the characters from `start`?"""
    return _CLOCK_TIME.match(text, start) is not None


def forms(root: str) -> Iterator[tuple[str, VerbForm]]:
    """Each form of the verb with this root, without the root itself and without words that have another meaning.

    None for a root that is no word of small letters.
    """
    if not _ROOT.fullmatch(root):
        return
    others = words("other_than_verbs")
    for form, verb_form in _made(root):
        if form not in others:
            yield form, verb_form


def _made(root: str) -> Iterator[tuple[str, VerbForm]]:
    nasalised = list(dict.fromkeys(_nasalised(root)))
    active = [*(f"me{stem}" for stem in nasalised), f"memper{root}", root]
    for stem, suffix in product(active, _SUFFIXES):
        if stem + suffix != root:
            yield stem + suffix, VerbForm.ACTIVE
    for prefix, suffix in product(("di", "diper", "ter"), _SUFFIXES):
        yield prefix + root + suffix, VerbForm.PASSIVE
    ber = "be" if _LOSES_THE_R.match(root) else "ber"
    for suffix in ("", "an", "kan"):
        yield ber + root + suffix, VerbForm.ACTIVE
    for stem in nasalised:
        yield f"pe{stem}an", VerbForm.ACTION
    yield f"ke{root}an", VerbForm.ACTION
    for stem in nasalised:
        yield f"pe{stem}", VerbForm.AGENT


def _nasalised(root: str) -> Iterator[str]:
    """The root as it stands after me- and pe-: nyerang. Also as some write it, its first sound kept: nsukseskan."""
    syllables = sum(map(root.count, VOWELS))
    if syllables == 1:
        yield f"nge{root}"  # bom, mengebom
    if root[0] in NASAL_INSTEAD_OF and root[1] in VOWELS:
        yield NASAL_INSTEAD_OF[root[0]] + root[1:]
    if root.startswith("pr"):
        yield f"m{root[1:]}"  # proses, pemrosesan
    yield nasal_before(root) + root

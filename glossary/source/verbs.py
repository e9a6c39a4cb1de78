"""The forms of an Indonesian verb, made from its root: menyerang, diserang, terserang, penyerangan from serang.

After the morphology of the Indonesian reference grammar (Tata Bahasa Baku Bahasa Indonesia, 4th edition, chapter 4):
me- and pe- take a nasal after the first sound of the root, and k, p, s, t before a vowel give way to it. Nouns in -an
and per-an are left out: serangan, tembakan, pertahanan are words of their own, with an English of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.term import VerbForm
from glossary.word_lists import words

_SUFFIXES = ("", "kan", "i")
_VOWELS = "aeiou"
_NASAL = (  # the first sounds of a root, and the nasal before them
    (re.compile("[lrwymn]"), ""),
    (re.compile("[bfpv]"), "m"),
    (re.compile("sy|[cdjtzs]"), "n"),
    (re.compile(".", re.DOTALL), "ng"),  # vowels, g, h, k, q
)
_GIVES_WAY = {"p": "m", "t": "n", "s": "ny", "k": "ng"}
_SHORTEST = 3  # letters: what a shorter root would make is mostly something else


def forms(root: str) -> Iterator[tuple[str, VerbForm]]:
    """Each form of the verb with this root, but for the root itself and for words that have another meaning.

    None for what is no word of small letters.
    """
    others = words("other_than_verbs")
    return ((form, verb_form) for form, verb_form in _made(root) if form not in others)


def _made(root: str) -> Iterator[tuple[str, VerbForm]]:
    if len(root) < _SHORTEST or not re.fullmatch("[a-z]+", root):
        return
    prefixed = list(dict.fromkeys(_nasalised(root)))
    ber = "be" if root.startswith("r") or re.match(f"[^{_VOWELS}]er[^{_VOWELS}]", root) else "ber"
    active = [*(f"me{stem}" for stem in prefixed), f"memper{root}", root]
    passive = [prefix + root for prefix in ("di", "diper", "ter")]
    for stems, form in ((active, VerbForm.ACTIVE), (passive, VerbForm.PASSIVE)):
        yield from ((stem + suffix, form) for stem in stems for suffix in _SUFFIXES if stem + suffix != root)
    yield from ((ber + root + suffix, VerbForm.ACTIVE) for suffix in ("", "an", "kan"))
    yield from ((f"pe{stem}an", VerbForm.ACTION) for stem in prefixed)
    yield f"ke{root}an", VerbForm.ACTION
    yield from ((f"pe{stem}", VerbForm.AGENT) for stem in prefixed)


def _nasalised(root: str) -> Iterator[str]:
    """The root as it stands after me- and pe-: nyerang; and as some write it, its first sound kept: nsukseskan."""
    if len(re.findall(f"[{_VOWELS}]", root)) == 1:
        yield f"nge{root}"  # bom, mengebom
    if root[0] in _GIVES_WAY and root[1] in _VOWELS:
        yield _GIVES_WAY[root[0]] + root[1:]
    if root.startswith("pr"):
        yield f"m{root[1:]}"  # proses, pemrosesan
    yield next(nasal for sound, nasal in _NASAL if sound.match(root)) + root

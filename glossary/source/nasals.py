"""The nasal sounds of the Indonesian prefixes me- and pe-: tarik, menarik; bom, mengebom.

After the Indonesian reference grammar (Tata Bahasa Baku Bahasa Indonesia, 4th edition, chapter 4).
"""

from __future__ import annotations

import re

VOWELS = "aeiou"
# Before a vowel these first sounds give way to a nasal: tarik, menarik; kirim, mengirim.
NASAL_INSTEAD_OF = {"k": "ng", "p": "m", "s": "ny", "t": "n"}
# All other first sounds stay, and this nasal stands before them. The first pattern that fits counts.
_NASAL_BEFORE = (
    (re.compile("[lrwymn]"), ""),
    (re.compile("[bfpv]"), "m"),
    (re.compile("sy|[cdjtzs]"), "n"),
    (re.compile(".", re.DOTALL), "ng"),  # vowels, g, h, k, q
)


def nasal_before(root: str) -> str:
    """The nasal that me- and pe- take before a root whose first sound stays."""
    for first_sound, nasal in _NASAL_BEFORE:
        if first_sound.match(root):
            return nasal
    return ""

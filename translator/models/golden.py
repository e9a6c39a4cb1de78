"""Golden sentences: does a model translate Indonesian into English at all? Asked once, when its form is made.

A model that was damaged before its manifest was written, that was converted wrongly, or that is of another pair of
languages loads without an error and babbles.
"""

from __future__ import annotations

import re
from pathlib import Path

from translator import engines
from translator.errors import ModelError

SENTENCES = (
    ("Kapal itu tiba di pelabuhan.", r"\b(ship|boat|vessel)s?\b"),
    ("Ada 12 orang di rumah itu.", r"\b(house|home)\b"),
    ("Presiden Indonesia tiba di Jakarta.", r"\bpresident\b"),
)


def passed(folder: Path) -> int:
    """How many of the golden sentences the CTranslate2 model in `folder` translates. Raises ModelError where none."""
    engine = engines.load("ct2", folder, device="cpu")
    best = [found[0].text for found in engine.translate([source for source, _ in SENTENCES], 4, 1)]
    right = [
        re.search(wanted, text, re.IGNORECASE) is not None for text, (_, wanted) in zip(best, SENTENCES, strict=True)
    ]
    if not any(right):
        seen = f"it makes {best[0][:60]!r} of {SENTENCES[0][0]!r}"
        raise ModelError(
            f"the model does not translate Indonesian into English: {seen}", "use a model of this direction"
        )
    return sum(right)

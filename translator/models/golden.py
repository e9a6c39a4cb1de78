"""Golden sentences: does a model translate Indonesian into English at all? Tried once, when the model is installed.

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
BEAM = 4  # as `padan translate` uses it


def passed(folder: Path) -> str:
    """How many of the golden sentences the CTranslate2 model in `folder` translates, such as `3 of 3`.

    Raises ModelError where it translates none.
    """
    engine = engines.load("ct2", folder, device="cpu")
    found = engine.translate([source for source, _ in SENTENCES], BEAM, 1)
    right = 0
    for hypotheses, (_, wanted) in zip(found, SENTENCES, strict=True):
        right += bool(re.search(wanted, hypotheses[0].text, re.IGNORECASE))
    if not right:
        seen = f"it makes {found[0][0].text[:60]!r} of {SENTENCES[0][0]!r}"
        problem = f"the model does not translate Indonesian into English: {seen}"
        raise ModelError(problem, "use a model of this direction")
    return f"{right} of {len(SENTENCES)}"

"""Which model made a translation, as the bilingual files beside it say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from translator import bilingual
from translator.bilingual.base import head_of
from translator.bitext import Stamp

UNKNOWN = Stamp("unknown", "unknown", "")
# In XML and in HTML: <prop type="padan:model">starter</prop>, <meta name="padan:model" content="starter">.
_VALUE = re.compile(rb'"(?:padan:)?(model|engine|signature)"(?:>| content=")([^<"]*)[<"]')


def stamp_beside(outputs: Iterable[Path]) -> Stamp:
    """The stamp of the first translation that has one."""
    for output in outputs:
        for name in bilingual.FORMATS:
            path = bilingual.path_for(output, name)
            values = _values(path, name) if path.is_file() else {}
            if {"model", "engine", "signature"} <= values.keys():
                return Stamp(values["model"], values["engine"], values["signature"])
    return UNKNOWN


def _values(path: Path, name: str) -> dict[str, str]:
    if name == "docx":
        from translator.bilingual.docx.reading import properties_of

        return {key.removeprefix("padan:"): value for key, value in properties_of(path).items()}
    values: dict[str, str] = {}
    for key, value in _VALUE.findall(head_of(path)):
        values.setdefault(key.decode(), value.decode("utf-8", "replace"))  # what comes later may be of a sentence
    return values

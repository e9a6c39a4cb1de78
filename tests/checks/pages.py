"""The examples on a check's page: `PASS: source => target` and `FAIL: source => target`."""

from __future__ import annotations

import re
from types import ModuleType

from translator.bitext import Origin, Pair

_EXAMPLE = re.compile(r"^(PASS|FAIL): (.+?) => (.+)$", re.MULTILINE)


def examples(check: ModuleType) -> list[tuple[str, Pair]]:
    """The examples of a check's docstring, each with PASS or FAIL."""
    found = _EXAMPLE.findall(check.__doc__ or "")
    return [(verdict, Pair(source, target, Origin.MEMORY)) for verdict, source, target in found]

"""The format of a paragraph in which its words stand where no mark says otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from translator.markup.office.atoms import BARE, RunFormat
from translator.markup.office.units import Unit
from translator.markup.runs import Role

# In the properties of a run: as elements (Word, Excel), as attributes (PowerPoint), as OpenDocument has them; and
# styles with names of their own. Fonts, sizes and colours are none, for whole paragraphs have them.
_EMPHASIS = re.compile(
    r"""<(?:\w+:)?(?:b|i|u|em|strike|dstrike|caps|smallCaps|highlight|shd|bdr|vertAlign|rStyle)
            (?=[\s/>])(?!\s(?:\w+:)?val="(?:0|false|off|none|baseline)")
        | \s(?:b|i)="(?:1|true)" | \su="(?!none) | \sstrike="(?!noStrike) | \sbaseline="(?!0")
        | font-weight=(?!normal|400) | font-style=(?!normal) | text-(?:underline|line-through)-style=(?!none)
        | text-position=(?!0) | background-color=(?!transparent) | \|[^|=<>]+(?:\||\Z)""",
    re.VERBOSE,
)


def base_format(units: Iterable[Unit]) -> RunFormat:
    """Of the formats without emphasis, else of all, the one that leaves the fewest stretches to be marked."""
    formats = [unit.atoms[0].format or BARE for unit in units if unit.role is Role.TEXT and unit.text.strip()]
    stretches = Counter(key for key, _ in groupby(formats, key=_key))

    def rank(format_: RunFormat) -> tuple[bool, int, int]:
        is_emphasised = _EMPHASIS.search(format_.key) is not None
        return is_emphasised, -stretches[format_.key], len(format_.key)

    return min(formats, key=rank, default=BARE)


def _key(format_: RunFormat) -> str:
    return format_.key

"""Messages of programs that choose among texts by a number or a word, as ICU writes them: `{n, plural, other {...}}`.

Sentences cannot be told from their syntax, so that formats leave them as they are.
Source: Unicode ICU, "Formatting Messages".
"""

from __future__ import annotations

import re

_CHOICE = re.compile(r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal|choice)\s*,")


def has_choices(text: str) -> bool:
    return _CHOICE.search(text) is not None


def told_choices(count: int) -> tuple[str, ...]:
    """The notice of so many messages with choices; none where there is none."""
    if not count:
        return ()
    return (f"messages with choices, such as {{n, plural, ...}}, were left: {count}",)

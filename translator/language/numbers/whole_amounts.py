"""What says behind an amount of money that it is a whole one (`Rp 1.500,-`): English has nothing for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span

_NO_SEN = re.compile(
    r"""(?<=\d),(?>-+)(?!\w)
    | (?<=\.\d\d\d),(?>[-–—=]+)(?!\w)
    | (?<=\d,00)[-–—](?!\w|[ ](?:Rp|\d))""",
    re.ASCII | re.VERBOSE,
)


def find(text: str) -> Iterator[tuple[Span, str]]:
    """Where it stands in a text, each time with its English, which is nothing."""
    for found in _NO_SEN.finditer(text):
        yield Span(*found.span()), ""


def without(text: str) -> str:
    """The text without it."""
    return _NO_SEN.sub("", text)

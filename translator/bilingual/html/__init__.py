"""The page: source and translation side by side, and the desk at which a reviewer corrects them.

A page is one file that loads nothing from elsewhere; its content security policy allows its own style and script and
no other. Its head holds the stamp, and the sha256 of the translation that it was written with.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from translator.bilingual.base import head_of, holds_checksum
from translator.bilingual.html.page import CHECKSUM, GENERATOR, policy, written
from translator.bilingual.html.parts import SUFFIX, part_name, parts_of
from translator.bitext import Bitext

__all__ = ["GENERATOR", "SUFFIX", "files", "further_pages", "policy", "render", "vouches", "wrote"]


def render(bitext: Bitext, translated: bytes) -> Iterator[bytes]:
    """The whole document as one page, however long. The same bitext always gives the same bytes."""
    (part,) = parts_of(bitext, "", longest=sys.maxsize)
    return written(bitext, translated, part)


def files(path: Path, bitext: Bitext, translated: bytes) -> Iterator[tuple[Path, Iterator[bytes]]]:
    """The page at `path`, and the further ones of a long document: `NAME.id-en.2.html`."""
    for part in parts_of(bitext, path.name):
        yield path.with_name(part.names[part.number - 1]), written(bitext, translated, part)


def further_pages(path: Path, is_there: Callable[[Path], bool] = Path.is_file) -> Iterator[Path]:
    """Those of the further pages of a bilingual page at `path` that are there, up to the first that is not."""
    if not path.name.endswith(f".id-en{SUFFIX}"):
        return
    for number in count(2):
        page = path.with_name(part_name(path.name, number))
        if not is_there(page):
            return
        yield page


def vouches(path: Path, translated: bytes) -> bool:
    """Is the page ours, and was it written with exactly these bytes of translation?"""
    if not wrote(path):
        return False
    return holds_checksum(path, CHECKSUM, translated)


def wrote(path: Path) -> bool:
    """Does the page name us as its generator?"""
    return GENERATOR in head_of(path)

"""The page: source and translation side by side, and the desk at which a reviewer corrects them.

A page is one file that loads nothing from elsewhere; its content security policy allows its own style and script and
no other. Its head holds the stamp, and the sha256 of the translation that it was written with.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from translator.bilingual.base import head_of, holds_checksum
from translator.bilingual.html.page import CHECKSUM, GENERATOR, policy, written
from translator.bilingual.html.parts import SUFFIX, further_pages, parts_of
from translator.bilingual.html.reading import read
from translator.bitext import Bitext

__all__ = ["GENERATOR", "SUFFIX", "files", "further_pages", "policy", "read", "render", "vouches", "wrote"]


def render(bitext: Bitext, checksum: str) -> Iterator[bytes]:
    """The whole document as one page, however long. The same bitext always gives the same bytes."""
    (part,) = parts_of(bitext, "", longest=sys.maxsize)
    return written(bitext, checksum, part)


def files(path: Path, bitext: Bitext, checksum: str) -> Iterator[tuple[Path, Iterator[bytes]]]:
    """The page at `path`, and the further ones of a long document: `NAME.id-en.2.html`."""
    for part in parts_of(bitext, path.name):
        yield path.with_name(part.names[part.number - 1]), written(bitext, checksum, part)


def vouches(path: Path, translated: bytes) -> bool:
    """Is the page ours, and was it written with exactly these bytes of translation?"""
    if not wrote(path):
        return False
    return holds_checksum(path, CHECKSUM, translated)


def wrote(path: Path) -> bool:
    """Does the page name us as its generator?"""
    return GENERATOR in head_of(path)

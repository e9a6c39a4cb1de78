"""Which files are Padan's own: they may be written again without `--force`, and they are never a source.

A translation carries no stamp itself; the bilingual files beside it vouch for it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from translator import bilingual
from translator.batch.table_proof import TABLES, told_by_table
from translator.bilingual.reading import read
from translator.errors import SourceError
from translator.formats.base import decode, read_bytes

BILINGUAL_NAME = "*.id-en.*"
_BILINGUAL_SUFFIXES = tuple([f".id-en{suffix}" for suffix in bilingual.SUFFIXES.values()])


def check_no_own_file(source: Path) -> None:
    """Raises SourceError where `source` is a bilingual file or a translation of Padan's making."""
    kind = _own_kind(source)
    if kind:
        raise SourceError(f"{source} is {kind}, and no source", "name the document that it was made from")


def wrote_translation(output: Path, source: Path) -> bool:
    """Do the bilingual files beside a translation prove that Padan wrote it, and that nobody has edited it since?

    source: of the translation; an edit of what stands around the texts only is known by it.
    """
    if not bilingual.is_ours(output):
        return told_by_table(output, source)
    try:
        return not _has_other_white_space(output, source)
    except SourceError:
        return True  # of what cannot be read, nothing is known


def _own_kind(path: Path) -> str:
    """What a file of Padan's making is; empty for any other."""
    if _carries_stamp(path):
        return "a bilingual file of Padan's"
    if fnmatchcase(path.name, BILINGUAL_NAME):
        return "named as a bilingual file of Padan's"
    for suffix in _BILINGUAL_SUFFIXES:
        if os.path.isfile(f"{path}{suffix}"):
            if bilingual.is_ours(path) or told_by_table(path):
                return "a translation that Padan made"
            return ""
    return ""


def _carries_stamp(path: Path) -> bool:
    try:
        for name, suffix in bilingual.SUFFIXES.items():
            is_asked = path.name.endswith(suffix) or _are_xliff(path, suffix)
            if is_asked and bilingual.FORMATS[name].wrote(path):
                return True
    except OSError:
        pass  # it fails when it is read
    return False


def _are_xliff(path: Path, suffix: str) -> bool:
    """XLIFF has several suffixes, and a file of ours may have got another."""
    if not suffix.endswith(".xlf"):
        return False
    return path.suffix.lower() in (".xlf", ".xliff")


def _has_other_white_space(output: Path, source: Path) -> bool:
    """Between its sentences a translation has the white space of its source. Is it known to be otherwise here?

    Raises SourceError where a file cannot be read.
    """
    voucher = _voucher(output)
    if voucher is None:
        return False
    pairs = [each.pair for each in read(voucher)]
    before = _gaps(_text(source), [pair.source for pair in pairs])
    after = _gaps(_text(output), [pair.target for pair in pairs])
    if before is None or after is None:
        return False
    return before != after


def _voucher(output: Path) -> Path | None:
    """The table that vouches for a translation; None where another file does, by a checksum of all its bytes."""
    translated = read_bytes(output)
    found = None
    for name in bilingual.FORMATS:
        path = bilingual.path_for(output, name)
        if os.path.isfile(path) and bilingual.FORMATS[name].vouches(path, translated):
            if name not in TABLES:
                return None
            found = path
    return found


def _text(path: Path) -> str:
    return decode(read_bytes(path), None, path.name).text


def _gaps(text: str, sentences: Sequence[str]) -> list[str] | None:
    """The white space around and between the sentences; None where `text` does not hold them, or holds more."""
    gaps: list[str] = []
    done = 0
    for sentence in sentences:
        start = text.find(sentence, done)
        if start < 0:
            return None
        gaps.append(text[done:start])
        done = start + len(sentence)
    gaps.append(text[done:])
    if "".join(gaps).strip():
        return None
    return gaps

"""Which files are Padan's own: they may be written again without `--force`, and they are never a source.

A translation carries no stamp itself; the bilingual files beside it vouch for it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from translator import bilingual
from translator.bilingual import jsonl, tsv
from translator.bilingual.base import BilingualFormat
from translator.bilingual.reading import read
from translator.bitext import Pair
from translator.errors import SourceError
from translator.formats.base import decode, read_bytes

BILINGUAL_NAME = "*.id-en.*"
_TABLES = tsv, jsonl  # these have no room for a checksum, so they vouch for a translation's words only


def check_no_own_file(source: Path) -> None:
    """Raises SourceError where `source` is a bilingual file or a translation of Padan's making."""
    hint = "name the document that it was made from"
    for format_ in bilingual.FORMATS.values():
        if source.name.endswith(format_.SUFFIX) and _is_marked(format_, source):
            raise SourceError(f"{source} is a bilingual file of Padan's, and no source", hint)
    if fnmatchcase(source.name, BILINGUAL_NAME):
        raise SourceError(f"{source} is named as a bilingual file of Padan's, and no source", hint)
    beside = [bilingual.path_for(source, name) for name in bilingual.FORMATS]
    if any(os.path.isfile(path) for path in beside) and bilingual.is_ours(source):
        raise SourceError(f"{source} is a translation that Padan made, and no source", hint)


def _is_marked(format_: BilingualFormat, path: Path) -> bool:
    try:
        return format_.wrote(path)
    except OSError:
        return False  # it fails when it is read


def wrote_translation(output: Path, source: Path) -> bool:
    """Do the bilingual files beside a translation prove that Padan wrote it, and that nobody has edited it since?

    source: of the translation; an edit of white space only is known by it.
    """
    return bilingual.is_ours(output) and not _has_other_white_space(output, source)


def _has_other_white_space(output: Path, source: Path) -> bool:
    """Between its sentences a translation has the white space of its source. Is it known to be otherwise here?"""
    try:
        translated = read_bytes(output)
        for name, format_ in bilingual.FORMATS.items():
            path = bilingual.path_for(output, name)
            if format_ not in _TABLES and os.path.isfile(path) and format_.vouches(path, translated):
                return False  # by a checksum of all
        text, original = decode(translated, None, output.name).text, decode(read_bytes(source), None, source.name).text
        for format_ in _TABLES:
            path = output.with_name(f"{output.name}.id-en{format_.SUFFIX}")
            if os.path.isfile(path) and format_.vouches(path, translated):
                pairs = [pair for _, pair in read(path)]
                return _gaps_differ(pairs, original, text)
    except SourceError:
        pass  # of what cannot be read, nothing is known
    return False


def _gaps_differ(pairs: Sequence[Pair], original: str, translation: str) -> bool:
    before = _gaps(original, [pair.source for pair in pairs])
    after = _gaps(translation, [pair.target for pair in pairs])
    return before is not None and after is not None and before != after


def _gaps(text: str, sentences: Sequence[str]) -> list[str] | None:
    """The white space around and between the sentences; None where `text` does not hold them, or holds more."""
    gaps: list[str] = []
    done = 0
    for sentence in sentences:
        start = text.find(sentence, done)
        if start < 0 or text[done:start].strip():
            return None
        gaps.append(text[done:start])
        done = start + len(sentence)
    gaps.append(text[done:])
    return None if gaps[-1].strip() else gaps

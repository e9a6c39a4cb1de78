"""What a translation may be called, and what it is called where the user does not say."""

from __future__ import annotations

import os
from pathlib import Path

from translator import formats
from translator.batch.old_documents import is_old, present_suffix
from translator.errors import UsageError

INDONESIAN_SUFFIX = ".id"  # of a source's stem: berita.id.txt


def beside(source: Path) -> Path:
    """Where one file's translation goes by default: `berita.txt`, `berita.id.txt` -> `berita.en.txt`."""
    stem = source.stem
    has_suffix = stem.lower().endswith(INDONESIAN_SUFFIX)
    if has_suffix and len(stem) > len(INDONESIAN_SUFFIX):
        stem = stem[: -len(INDONESIAN_SUFFIX)]
    suffix, *_ = (*_suffixes(source), source.suffix)
    return source.with_name(f"{stem}.en{suffix}")


def _suffixes(source: Path) -> tuple[str, ...]:
    """The suffixes that a source's translation may have, the usual one first; none where it keeps its own kind."""
    if is_old(source):
        return (present_suffix(source),)
    return formats.TRANSLATED_SUFFIXES.get(source.suffix.lower(), ())


def within(folder: Path, name: Path) -> Path:
    """Where the translation of the source called `name` goes in a folder: `berita.doc` -> `berita.doc.docx`."""
    suffixes = _suffixes(name)
    if suffixes:
        name = name.with_name(f"{name.name}{suffixes[0]}")
    return folder / name


def names_folder(output: str | None) -> bool:
    """Does what the user wrote for the output stand for a folder?"""
    if output is None:
        return False
    if not output:
        return True
    if output.endswith("/"):
        return True
    return os.path.isdir(output)


def check_suffix(source: Path, output: Path, name: str) -> None:
    """Raises UsageError where an output is named as another kind than the translation is. name: of the source.

    No program opens text that is named as a package (surat.txt -o surat.docx), nor the reverse; the rest is free.
    """
    suffixes, suffix = _suffixes(source), output.suffix.lower()
    if not source.suffix:  # of standard input
        return
    if suffixes:
        is_right = suffix in suffixes
    else:
        suffixes = (source.suffix.lower(),)
        is_known = suffix in formats.FORMATS or is_old(output)
        is_right = not is_known or formats.may_be_named(suffixes[0], suffix)
    if not is_right:
        kinds = " or ".join(suffixes)
        raise UsageError(f"the translation of {name} is a {kinds}, and {output} is named otherwise", "name it so")

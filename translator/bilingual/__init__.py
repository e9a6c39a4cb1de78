"""The aligned bilingual outputs: one module per format, listed here by hand.

They also are how Padan knows its own work: a translation that a bilingual file beside it vouches for may be written
anew; any other file needs `--force`.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from translator.bilingual import html, jsonl, tmx, tsv
from translator.bilingual.base import BilingualFormat
from translator.errors import UsageError

FORMATS: dict[str, BilingualFormat] = {"tsv": tsv, "jsonl": jsonl, "tmx": tmx, "html": html}
PLANNED = ("xliff", "docx")


def named(name: str) -> BilingualFormat:
    """The format called `name`. Raises UsageError where there is none."""
    if name in FORMATS:
        return FORMATS[name]
    known = f"choose among {', '.join(FORMATS)}"
    if name in PLANNED:
        raise UsageError(f"this version has not got the bilingual format {name!r} yet", known)
    near = get_close_matches(name.lower(), FORMATS, n=1)
    raise UsageError(f"unknown bilingual format {name!r}", f"did you mean {near[0]!r}?" if near else known)


def path_for(output: Path, name: str) -> Path:
    """Where the bilingual file called `name` of a translation stands: `berita.en.txt` -> `berita.en.txt.id-en.tsv`."""
    return output.with_name(f"{output.name}.id-en{named(name).SUFFIX}")


def is_ours(output: Path) -> bool:
    """Does a bilingual file beside the translation `output` prove that we wrote it, and that nobody has edited it?"""
    try:
        translated = output.read_bytes()
        beside = [(format_, path_for(output, name)) for name, format_ in FORMATS.items()]
        return any(format_.vouches(path, translated) for format_, path in beside if path.is_file())
    except OSError:
        return False  # what cannot be read cannot be vouched for


def wrote(path: Path) -> bool:
    """Is the bilingual file at `path` of our making, and, of plain text, does it still tell what the translation holds?

    A reviewer who corrects the table before the translation is protected by that.
    """
    format_ = next((format_ for format_ in FORMATS.values() if path.name.endswith(format_.SUFFIX)), None)
    try:
        if format_ is None or not format_.wrote(path):
            return False
        output = path.with_name(path.name.removesuffix(f".id-en{format_.SUFFIX}"))
        plain = output.suffix.lower() == ".txt" and output.is_file()  # other documents have markup inside sentences
        return not plain or format_.vouches(path, output.read_bytes()) or not is_ours(output)
    except OSError:
        return False

"""The document formats: one module each, listed here by hand, that reads a kind of document and writes it back."""

from __future__ import annotations

from pathlib import Path

from translator.errors import SourceError
from translator.formats import markdown, srt, txt
from translator.formats.base import LIMIT, Format

__all__ = ["FORMATS", "LIMIT", "Format", "for_path"]

FORMATS: dict[str, Format] = {".txt": txt, ".md": markdown, ".markdown": markdown, ".srt": srt}


def for_path(path: Path) -> Format:
    """The format of a file, by its suffix. Raises SourceError for an unknown one."""
    if format_ := FORMATS.get(path.suffix.lower()):
        return format_
    kind = f"of the unknown kind {path.suffix!r}" if path.suffix else "without a suffix that says its kind"
    raise SourceError(f"{path} is a file {kind}", f"known are {', '.join(FORMATS)}")

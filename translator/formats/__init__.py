"""The document formats: one module for each kind of document, listed here by hand, that reads it and writes it back."""

from __future__ import annotations

from pathlib import Path

from translator.errors import SourceError
from translator.formats import html, markdown, srt, txt
from translator.formats.base import LIMIT, Format, Reading

__all__ = ["FORMATS", "LIMIT", "Format", "Reading", "for_path"]

FORMATS: dict[str, Format] = {
    ".txt": txt,
    ".md": markdown,
    ".markdown": markdown,
    ".srt": srt,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
}


def for_path(path: Path) -> Format:
    """The format of a file, by its suffix. Raises SourceError for an unknown one."""
    found = FORMATS.get(path.suffix.lower())
    if found is not None:
        return found
    kind = f"of the unknown kind {path.suffix!r}" if path.suffix else "without a suffix that says its kind"
    raise SourceError(f"{path} is a file {kind}", f"known are {', '.join(FORMATS)}")

"""The document formats: one module for each kind of document, listed here by hand, that reads it and writes it back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from translator.bitext import Bitext
from translator.errors import SourceError, UsageError
from translator.formats import (
    delimited,
    docx,
    epub,
    html,
    json_data,
    markdown,
    odp,
    ods,
    odt,
    pdf,
    po,
    pptx,
    srt,
    txt,
    vtt,
    xliff,
    xlsx,
)
from translator.formats.base import LIMIT, Format, Reading
from translator.markup.zip_package import MAX_PACKAGE

__all__ = [
    "FORMATS",
    "LIMIT",
    "PACKAGES",
    "SELECTED",
    "TRANSLATED_SUFFIXES",
    "Format",
    "Reading",
    "for_path",
    "limit_for",
    "named",
]

FORMATS: dict[str, Format] = {
    ".txt": txt,
    ".md": markdown,
    ".markdown": markdown,
    ".srt": srt,
    ".vtt": vtt,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
    ".csv": delimited,
    ".tsv": delimited,
    ".json": json_data,
    ".jsonl": json_data,
    ".po": po,
    ".pot": po,
    ".xlf": xliff,
    ".xliff": xliff,
    ".sdlxliff": xliff,
    ".mxliff": xliff,
    ".pdf": pdf,
    ".docx": docx,
    ".docm": docx,
    ".pptx": pptx,
    ".pptm": pptx,
    ".xlsx": xlsx,
    ".xlsm": xlsx,
    ".odt": odt,
    ".ott": odt,
    ".ods": ods,
    ".ots": ods,
    ".odp": odp,
    ".otp": odp,
    ".epub": epub,
}
# Formats that have text only where the user says so, each with the option that does.
SELECTED: dict[Format, str] = {delimited: "columns", json_data: "fields"}
# Formats whose translation is of another kind, with the suffixes that it may have, the usual one first.
TRANSLATED_SUFFIXES = {".pot": (".po", ".pot"), ".pdf": (".docx", ".md")}
PACKAGES = frozenset({docx, pptx, xlsx, odt, ods, odp, epub})  # zip packages, so that their bytes are no text
_LARGE = PACKAGES | {pdf}  # formats whose pictures take room


def named(kind: str) -> Format:
    """The format that is called by a suffix, such as `html` or `.html`. Raises UsageError for an unknown one."""
    found = FORMATS.get(f".{kind.lower().removeprefix('.')}")
    if found is not None:
        return found
    known = ", ".join(suffix.removeprefix(".") for suffix in FORMATS)
    raise UsageError(f"unknown kind of document {kind!r}", f"known are {known}")


def for_path(path: Path) -> Format:
    """The format of a file, by its suffix. Raises SourceError for an unknown one, and for a PDF without its library."""
    found = FORMATS.get(path.suffix.lower())
    if found is pdf:
        pdf.check_library(str(path))
    if found is not None:
        return found
    kind = f"of the unknown kind {path.suffix!r}" if path.suffix else "without a suffix that says its kind"
    raise SourceError(f"{path} is a file {kind}", f"known are {', '.join(FORMATS)}")


def rendered(bitext: Bitext, format_: Format, output: Path) -> Iterable[bytes]:
    """The bytes of a translation for `output`, of a document of this format. They may be asked for several times."""
    if format_ is txt:
        return txt.RenderedText(bitext)
    if format_ is pdf and output.suffix.lower() == ".md":
        return (pdf.render_markdown(bitext),)
    return (format_.render(bitext),)


def limit_for(path: Path) -> int:
    """How many bytes a source may have. Raises SourceError for an unknown kind."""
    if for_path(path) in _LARGE:
        return MAX_PACKAGE
    return LIMIT

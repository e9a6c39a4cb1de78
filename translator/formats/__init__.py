"""The document formats: one module for each kind of document, listed here by hand, that reads it and writes it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from translator.bitext import Bitext
from translator.errors import SourceError, UsageError
from translator.formats.base import LIMIT, Format, Reading
from translator.lazy_modules import LazyModules
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

_MODULES = {
    ".txt": "txt",
    ".md": "markdown",
    ".markdown": "markdown",
    ".srt": "srt",
    ".vtt": "vtt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "delimited",
    ".tsv": "delimited",
    ".json": "json_data",
    ".jsonl": "json_data",
    ".po": "po",
    ".pot": "po",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".sdlxliff": "xliff",
    ".mxliff": "xliff",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".pptx": "pptx",
    ".pptm": "pptx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".odt": "odt",
    ".ott": "odt",
    ".ods": "ods",
    ".ots": "ods",
    ".odp": "odp",
    ".otp": "odp",
    ".epub": "epub",
}
FORMATS: Mapping[str, Format] = LazyModules("translator.formats", _MODULES)
# Suffixes of what has text only where the user says so, each with the option that does.
SELECTED = {".csv": "columns", ".tsv": "columns", ".json": "fields", ".jsonl": "fields"}
# Suffixes of what becomes another kind when it is translated, with those that it may have then, the usual one first.
TRANSLATED_SUFFIXES = {".pot": (".po", ".pot"), ".pdf": (".docx", ".md")}
# Suffixes of zip packages, whose bytes are no text.
_OFFICE = ".docx .docm .pptx .pptm .xlsx .xlsm .odt .ott .ods .ots .odp .otp"
PACKAGES = frozenset([*_OFFICE.split(), ".epub"])
_LARGE = PACKAGES | {".pdf"}  # suffixes of what takes room for its pictures


def named(kind: str) -> Format:
    """The format that is called by a suffix, such as `html` or `.html`. Raises UsageError for an unknown one."""
    found = FORMATS.get(f".{kind.lower().removeprefix('.')}")
    if found is not None:
        return found
    known = ", ".join(suffix.removeprefix(".") for suffix in FORMATS)
    raise UsageError(f"unknown kind of document {kind!r}", f"known are {known}")


def may_be_named(suffix: str, other: str) -> bool:
    """May a document with one of two suffixes have the other? Text may (.srt, .txt), for any editor opens it."""
    if _MODULES.get(suffix) == _MODULES.get(other):
        return True
    return {suffix, other} <= FORMATS.keys() - _LARGE


def for_path(path: Path) -> Format:
    """The format of a file, by its suffix. Raises SourceError for an unknown one, and for a PDF without its library."""
    check_kind(path)
    return FORMATS[path.suffix.lower()]


def check_kind(path: Path) -> None:
    """Raises SourceError where `for_path` would; imports no format but that of PDF, whose library may be missing."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        kind = f"of the unknown kind {path.suffix!r}" if path.suffix else "without a suffix that says its kind"
        raise SourceError(f"{path} is a file {kind}", f"known are {', '.join(FORMATS)}")
    if suffix == ".pdf":
        from translator.formats import pdf

        pdf.check_library(str(path))


def rendered(bitext: Bitext, format_: Format, output: Path) -> Iterable[bytes]:
    """The bytes of a translation for `output`, of a document of this format. They may be asked for several times."""
    if hasattr(format_, "RenderedText"):  # plain text has it
        whole: Iterable[bytes] = format_.RenderedText(bitext)
        return whole
    if output.suffix.lower() == ".md" and hasattr(format_, "render_markdown"):  # PDF has it
        return (format_.render_markdown(bitext),)
    return (format_.render(bitext),)


def limit_for(path: Path) -> int:
    """How many bytes a source may have. Raises SourceError for an unknown kind."""
    check_kind(path)
    suffix = path.suffix.lower()
    if suffix == ".txt":
        from translator.formats import txt

        return txt.LIMIT
    if suffix in _LARGE:
        return MAX_PACKAGE
    return LIMIT

"""The text of a PDF as PDFium finds it: stretches of characters on one base line, with their places on the page.

PDFium is Chromium's reader. It is an extra of the installation (`padan[pdf]`), and loads only when a PDF is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_int, create_string_buffer
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from translator.errors import SourceError
from translator.markup.file_kind import kind_of

_HEAD = b"%PDF-"
_HEAD_PLACE = 1024  # bytes in which readers of PDF look for it
_LINE_HEIGHT = 1.2  # of a font's box, in its size
_CELL_GAP = 1.2  # in font sizes: wider than the blanks of justified lines, narrower than the space between cells
_HYPHENS = "\x02\xad\ufffe"  # what PDFium has for a hyphen at the end of a line, and the soft hyphen
_BOLD = 600  # a font's weight from which on it is bold
_BOLD_NAME = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_LONGEST_NAME = 128  # bytes of a font's name that are looked at
_LEAST_TEXT = 2  # characters of a page: scanners write one blank or a mark


@dataclass(frozen=True, slots=True)
class PdfFragment:
    """Characters on one base line without a gap. The places are in points from the top left; size: of the font."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    is_bold: bool = False

    @property
    def size(self) -> float:
        return (self.bottom - self.top) / _LINE_HEIGHT

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page. number: from 1. has_pictures: are there some on it?"""

    number: int
    height: float
    fragments: tuple[PdfFragment, ...]
    has_pictures: bool

    @property
    def has_text(self) -> bool:
        return sum(len(fragment.text.strip()) for fragment in self.fragments) >= _LEAST_TEXT


def check_library(name: str) -> None:
    """Raises SourceError where the library that reads a PDF is not installed."""
    if find_spec("pypdfium2") is None:
        raise SourceError(f"{name}: to read a PDF, Padan needs pypdfium2", "install it: pip install 'padan[pdf]'")


def read_pages(data: bytes, name: str) -> list[PdfPage]:
    """The pages of a PDF. Raises SourceError where it cannot be read, and where it has no text."""
    if _HEAD not in data[:_HEAD_PLACE]:
        raise SourceError(f"{name} is {kind_of(data)}, and no PDF", "give the file its right suffix")
    check_library(name)
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [_page(document, number) for number in range(len(document))]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(f"{name} is protected by a password", "save it without one") from error
        raise SourceError(f"{name} is damaged: no PDF that can be read", "save or download it again") from error
    if any(page.has_text for page in pages):
        return pages
    if any(page.has_pictures for page in pages):
        seen = f"{name} is a scan: its pages are pictures, and have no text"
        raise SourceError(seen, "recognise its text first, for example with OCRmyPDF")
    raise SourceError(f"{name} has no text", "check that it is the right file")


def _page(document: Any, number: int) -> PdfPage:
    import pypdfium2.raw as pdfium

    page = document[number]
    text = page.get_textpage()
    try:
        height = page.get_height()
        fragments = tuple(_fragments(text, height))
        pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2)
        return PdfPage(number + 1, height, fragments, next(iter(pictures), None) is not None)
    finally:
        text.close()
        page.close()


@dataclass(slots=True)
class _FragmentDraft:
    """A fragment that is being read. first, last: the numbers of its characters on the page."""

    text: str = ""
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0
    first: int = 0
    last: int = 0

    def finished(self, page_text: Any) -> PdfFragment:
        is_bold = _is_bold(page_text, self.first) and _is_bold(page_text, self.last)
        return PdfFragment(self.text.strip(), self.left, self.right, self.top, self.bottom, is_bold)


def _fragments(text: Any, height: float) -> Iterator[PdfFragment]:
    """The fragments of a page, in the order of the file."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    draft = _FragmentDraft()
    for number in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, number))
        if sign in _HYPHENS:
            sign = "-"
        if sign in "\r\n":
            if draft.text:
                yield draft.finished(text)
            draft = _FragmentDraft()
            continue
        if sign.isspace():
            draft.text += " " if draft.text else ""
            continue
        if not sign.isprintable():
            continue
        pdfium.FPDFText_GetLooseCharBox(text, number, box)
        top, bottom = height - box.top, height - box.bottom
        if draft.text and _is_apart(draft, box.left, top, bottom):
            yield draft.finished(text)
            draft = _FragmentDraft()
        if not draft.text:
            draft = _FragmentDraft("", box.left, box.right, top, bottom, number)
        draft.text += sign
        draft.last = number
        draft.left, draft.right = min(draft.left, box.left), max(draft.right, box.right)
    if draft.text:
        yield draft.finished(text)


def _is_bold(text: Any, number: int) -> bool:
    """Is the font of a character bold, by its weight or by its name?"""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(text, number) >= _BOLD:
        return True
    name = create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFText_GetFontInfo(text, number, name, _LONGEST_NAME, c_int())
    return _BOLD_NAME.search(name.value) is not None


def _is_apart(draft: _FragmentDraft, left: float, top: float, bottom: float) -> bool:
    """Does a character stand on another line than those before it, or behind a gap?"""
    middle = (top + bottom) / 2
    if not draft.top <= middle <= draft.bottom:
        return True
    gap = left - draft.right
    size = (draft.bottom - draft.top) / _LINE_HEIGHT
    return gap > _CELL_GAP * size or gap < -2 * size

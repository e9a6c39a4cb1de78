"""The text of a PDF as PDFium finds it: stretches of characters on one base line, with their places on the page.

PDFium is Chromium's reader. It is an extra of the installation (`padan[pdf]`), and loads only when a PDF is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import c_int, create_string_buffer
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any
from unicodedata import normalize

from translator.errors import SourceError
from translator.formats.pdf.grouping import grouped
from translator.markup.file_kind import kind_of

_HEAD = b"%PDF-"
_HEAD_PLACE = 1024  # bytes in which readers of PDF look for it
_LINE_HEIGHT = 1.2  # of a font's box, in its size
_CELL_GAP = 1.2  # in font sizes: wider than the blanks of justified lines, narrower than the space between cells
_MOST_BACK = -2.0  # font sizes that a character may stand before the one that it follows, as an accent does
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
        turned = _Turned(page.get_rotation(), *page.get_cropbox())
        characters = _characters(text, turned)
        fragments = tuple([_fragment(text, group) for group in grouped(characters, _is_apart)])
        pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2)
        return PdfPage(number + 1, turned.height, fragments, next(iter(pictures), None) is not None)
    finally:
        text.close()
        page.close()


@dataclass(frozen=True, slots=True)
class _Turned:
    """How a page is turned when it is shown, in degrees to the right, and its edges before that."""

    degrees: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        if self.degrees in (90, 270):
            return self.right - self.left
        return self.top - self.bottom

    def place(self, box: Any) -> tuple[float, float, float, float]:
        """Where a box is shown: its left, right, top and bottom edge from the top left of the page."""
        left, right = box.left - self.left, box.right - self.left
        bottom, top = box.bottom - self.bottom, box.top - self.bottom
        width, height = self.right - self.left, self.top - self.bottom
        if self.degrees == 90:
            return bottom, top, left, right
        if self.degrees == 180:
            return width - right, width - left, bottom, top
        if self.degrees == 270:
            return height - top, height - bottom, width - right, width - left
        return left, right, height - top, height - bottom


@dataclass(frozen=True, slots=True)
class _Character:
    """A character that is seen. before: a blank, or a line end, where there is one before it. number: on the page."""

    before: str
    sign: str
    number: int
    left: float
    right: float
    top: float
    bottom: float


def _characters(text: Any, turned: _Turned) -> Iterator[_Character]:
    """The characters of a page, in the order of the file."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    before = ""
    for number in range(text.count_chars()):
        sign = _sign(pdfium.FPDFText_GetUnicode(text, number))
        if sign in "\r\n":
            before = "\n"
        elif sign.isspace():
            before = before or " "
        elif sign.isprintable():
            pdfium.FPDFText_GetLooseCharBox(text, number, box)
            yield _Character(before, sign, number, *turned.place(box))
            before = ""


def _sign(code: int) -> str:
    """The character of a code; a ligature as its letters, and a sign of a symbol font as a bullet, which most are."""
    sign = chr(code)
    if sign in _HYPHENS:
        return "-"
    if "\uf000" <= sign <= "\uf0ff":
        return "•"
    if "\ufb00" <= sign <= "\ufb06":
        return normalize("NFKC", sign)
    return sign


def _is_apart(group: list[_Character], character: _Character) -> bool:
    """Does a character stand on another line than those before it, or behind a gap?"""
    first = group[0]
    middle = (character.top + character.bottom) / 2
    if character.before == "\n" or not first.top <= middle <= first.bottom:
        return True
    gap = character.left - group[-1].right
    size = (first.bottom - first.top) / _LINE_HEIGHT
    return not _MOST_BACK * size <= gap <= _CELL_GAP * size


def _fragment(text: Any, group: Sequence[_Character]) -> PdfFragment:
    first, last = group[0], group[-1]
    said = "".join([f"{character.before}{character.sign}" for character in group])
    right = max(character.right for character in group)
    is_bold = _is_bold(text, first.number) and _is_bold(text, last.number)
    return PdfFragment(said.strip(), first.left, right, first.top, first.bottom, is_bold)


def _is_bold(text: Any, number: int) -> bool:
    """Is the font of a character bold, by its weight or by its name?"""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(text, number) >= _BOLD:
        return True
    name = create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFText_GetFontInfo(text, number, name, _LONGEST_NAME, c_int())
    return _BOLD_NAME.search(name.value) is not None

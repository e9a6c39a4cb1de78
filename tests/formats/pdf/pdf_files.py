"""Small PDF files, written by hand: text at places of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 600, 800
_PICTURE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    b"stream\n\x80\nendstream"
)
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica%s/Encoding/WinAnsiEncoding>>"
_TURNS = {  # of what is written, so that it is upright on a page that is turned
    0: b"",
    90: b"0 1 -1 0 %d 0 cm\n" % HEIGHT,
    180: b"-1 0 0 -1 %d %d cm\n" % (WIDTH, HEIGHT),
    270: b"0 -1 1 0 0 %d cm\n" % WIDTH,
}
_LOCK = b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"4b" * 32 + b">/U<" + b"5c" * 32 + b">>>"


class Words(NamedTuple):
    """Words that begin at a place, in points from the top left. size: of the font."""

    left: float
    down: float
    text: str
    size: float = 10
    is_bold: bool = False


def pdf(*pages: Sequence[Words], has_picture: bool = False, is_locked: bool = False, degrees: int = 0) -> bytes:
    """A PDF of these pages. degrees: by which they are turned to the right when they are shown upright."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        _FONT % b"",
        _FONT % b"-Bold",
        _PICTURE,
    ]
    size = (HEIGHT, WIDTH) if degrees in (90, 270) else (WIDTH, HEIGHT)
    for number, words in enumerate(pages):
        content = _TURNS[degrees] + b"".join(map(_shown, words))
        if has_picture:
            content += b"q 100 0 0 100 50 50 cm /P Do Q\n"
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R/B 4 0 R>>/XObject<</P 5 0 R>>>>>>" % (*size, degrees, 7 + 2 * number),
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        ]
    return _file(objects, b"/Encrypt" + _LOCK + b"/ID[<00><00>]" if is_locked else b"")


def _shown(words: Words) -> bytes:
    text = words.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = b"B" if words.is_bold else b"F"
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (font, words.size, words.left, HEIGHT - words.down, text)


def _file(objects: Sequence[bytes], extra: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, rows)
    end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, extra, len(data))
    return data + table + end


def lines(text: str, left: float = 50, down: float = 150, pitch: float = 13, size: float = 10) -> list[Words]:
    """The lines of a text below each other."""
    return [Words(left, down + number * pitch, line, size) for number, line in enumerate(text.splitlines())]

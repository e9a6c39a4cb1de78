"""The sign before the letter that opens a menu: `_Berkas`, `Simpan &Sebagai`, `Kel&uar`.

It is taken out of the text and stands in the translation before the first letter of its word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.document import Mark, MarkKind, Span

# At the beginning of a word, or inside one of small letters; `R&D` and `nama_berkas` are words.
_AT_WORD = re.compile(r"(?<![\w&])[&_](?=[^\W\d_])(?!\w+;)")
_IN_WORD = re.compile(r"\b[^\W\d_]?[a-z]*(&)(?=[a-z])(?!\w+;)|(?<!\S)[A-Z][a-z]*(_)(?=[a-z]+(?:\W|\Z))")
_SIGNS = ("&", "_")
_LETTER = re.compile(r"[^\W\d_]")


def without_accelerator(text: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its accelerator, and the mark that puts it back; unchanged where it has none, or several."""
    found = _AT_WORD.search(text) or _IN_WORD.search(text)
    if found is None:
        return text, ()
    sign = found[0][-1]
    if text.count(sign) != 1:
        return text, ()
    place = found.start()
    mark = Mark(MarkKind.BESIDE, sign, "", Span(place, place))
    return text.replace(sign, ""), (mark,)


def before_a_letter(text: str, marks: Sequence[Mark]) -> str:
    """The translation with its accelerator before the first letter where it has come to stand before none."""
    sign = marks[0].opening if len(marks) == 1 else ""
    if sign not in _SIGNS:
        return text
    if re.search(rf"{sign}[^\W_]", text):
        return text
    bare = text.replace(sign, "")
    first = _LETTER.search(bare)
    if first is None:
        return text
    return f"{bare[: first.start()]}{sign}{bare[first.start() :]}"

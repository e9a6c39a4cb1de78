"""File names with blanks, and folders: where they begin, the text around them must tell.

A name with blanks is found behind a quote (`"daftar hadir.xlsx"`), behind a word such as `file`, and where its words
have capitals (`di Laporan Akhir 2023.pdf`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translator.document import Span
from translator.language.placeables.patterns import SUFFIXES
from translator.language.word_lists import words

_MAX_NAME = 80  # characters before the suffix that are looked at, which keeps the search linear
_MAX_WORDS = 5  # of a name that no quote begins

_ENDING = re.compile(rf"(?<=[\w)])\.(?i:{SUFFIXES})(?![\w/]|\.\w)")
_QUOTED = re.compile(r"""(["“'‘`])([^"“”'‘’`\n]*)\Z""")
_CLOSING = {'"': '"', "“": "”", "'": "'", "‘": "’", "`": "`"}
_SENTENCE_END = re.compile(r"[.!?]\s")
_INTRODUCED = re.compile(
    r"(?i:\b(?:berkas|file|fail|dokumen|arsip|lampiran|skrip|gambar|foto|video))\s"
    rf"((?:[\w()-]+ ){{1,{_MAX_WORDS}}}[\w()-]+)\Z"
)
_IN_CAPITALS = re.compile(rf"(?<=[a-z] )((?:[A-Z\d][\w()-]*+ ){{1,{_MAX_WORDS}}}[A-Z\d][\w()-]*+)\Z")
_FOLDER = re.compile(
    r"(?i:\b(?:folder|subfolder|direktori|repositori|cabang|path))\s(/?[\w.-]+(?:/[\w.-]*\w)+/?|/[\w.-]*\w)(?![\w/])"
)


def find_file_names(text: str) -> Iterator[Span]:
    """The file names with blanks and the folders of a text; some may overlap."""
    for ending in _ENDING.finditer(text):
        start = _start(text[max(0, ending.start() - _MAX_NAME) : ending.start()], text[ending.end() : ending.end() + 1])
        if start:
            yield Span(ending.start() - start, ending.end())
    for folder in _FOLDER.finditer(text):
        yield Span(*folder.span(1))


def _start(before: str, behind: str) -> int:
    """How many characters of a name stand before its suffix; 0 where it has no blanks, or nothing tells."""
    quoted = _QUOTED.search(before)
    if quoted is not None and _CLOSING[quoted[1]] == behind and not _SENTENCE_END.search(quoted[2]):
        return len(quoted[2])
    introduced = _INTRODUCED.search(before)
    if introduced is not None and words("indonesian_function_words", "uncounted").isdisjoint(introduced[1].split()):
        return len(introduced[1])
    in_capitals = _IN_CAPITALS.search(before)
    if in_capitals is not None:
        return len(in_capitals[1])
    return 0

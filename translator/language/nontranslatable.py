"""Parts of a text that are not language: a list marker before a sentence, and text with nothing to translate."""

from __future__ import annotations

import re
from itertools import pairwise

from translator.language.morphology import MIN_STEM, is_word
from translator.language.placeables import without_placeables
from translator.language.symbols import BOXES, BRACKET_BOX, SYMBOL_FONTS

_BOX = rf"(?:{BRACKET_BOX}\s+|[{BOXES}]++\s*)"
_MARKER = re.compile(
    rf"""\s*(?:
      (?:
        (?:\(\w{{1,3}}\) | \[\d{{1,3}}\] | (?:\d{{1,3}}|[A-Za-z]|[ivx]{{2,4}})\)) \s+
      | (?:\d{{1,3}} | [a-z](?!\.\s+[a-z]\.) | [ivx]{{2,4}} | [IVX]{{2,5}})\. \s+
      | \d{{1,2}}(?:(?:\.\d{{1,2}})+\. | (?:\.\d{{1,2}}){{2,3}}) \s+
      | \d{{1,2}}\.(?=[A-Z][a-z])
      | (?:>|&gt;){{1,3}}\s+(?:[-–—]\s+)? | >{{2,3}}(?=[A-Z])
      | [-*–—+:]\s+ | /(?=[A-Z][a-z]) | [•▪‣➢✓{SYMBOL_FONTS}]++\s* | [►▶✔✗✘←→«‹»›·|/※]\s+
      ){_BOX}?
    | {_BOX}
    )(?=\S)""",
    re.VERBOSE,
)


def marker(text: str) -> int:
    """The length of the list marker that begins `text`, with the white space behind it; 0 where there is none.

    A marker needs text behind it. A single capital with a full stop is none, because it may be an initial (A. Yani).
    """
    found = _MARKER.match(text)
    if found:
        return found.end()
    return 0


_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")
_MAX_CODE = 1000  # characters; longer lines are not compared with the patterns of code
_COPIED_WORD = re.compile(
    r"""[^A-Za-zÀ-ÖØ-öø-ɏ]+
    | [(<\["'“]* (?:
      (?:\.{1,2})?/[\w.-]+/? | v\d+ | \.+[ivxl] | \.*(?:[ivxl]{2,7}|[IVXL]{2,7})
    | (?!KE-)(?=[A-Z./_:-]*\d)[A-Z0-9]+(?:[./_:-][A-Z0-9]+)*
    | (?:ISBN|ISSN|DOI|NIP|NRP|NIK|NPWP|IBAN):?
    ) [)>\]"'”.,;:!?]*""",
    re.VERBOSE,
)
_CODE = re.compile(
    r"""\$\ [a-z./~].*
    | \{\s*"[^"]*"\s*:.*\}[,;]? | \[\s*\{.*\}\s*\][,;]?
    | </?[A-Za-z][^<>]*>
    | (?:(?:int|var|let|const|final|float|double|char|string|String|auto)\ )?[A-Za-z_][\w.\[\]]*\ ?[-+*/]?=\ ?.+;
    | [A-Za-z_]\w*(?:\.\w+)*\ ?=\ ?[a-z_]\w*(?:\.\w+)*\(.*\)
    | [A-Za-z_]\w*(?:\.\w+)*\((?:|["'].*|.*=.*|.*)\);
    | [A-Za-z_]\w*(?:\.\w+)*\((?:|["'].*["'])\)
    | (?:def|class)\ \w+(?:\(.*\))?(?:\ ->\ .+)?: | \#include\ .+ | import\ [\w.]+
    | from\ [\w.]+\ import\ .+ | return\ .+;
    | (?:SELECT|INSERT|UPDATE|DELETE|CREATE)\ .+;
    | (?:if|for|while|switch|catch)\ ?\(.*\)\ ?\{?
    | \}?\ ?(?:else|try|do|finally)(?:\ if\ ?\(.*\))?\ ?\{ | (?:return|break|continue);
    | (?:(?:public|private|protected|static|abstract|async|export|override|extern)\ )+[\w<>\[\],\ ]*\w
      (?:\(.*\)(?:\ throws\ [\w,\ ]+)?|\ ?=.*)?\ ?[;{]
    | (?:class|interface|struct|enum|namespace|package|using|typedef|function|func|fn)\ \w.*[;{]
    | (?:int|long|short|byte|float|double|char|bool|boolean|string|String|var|let|const|auto)\ [A-Za-z_]\w*(?:\[\])?;
    | import\ [\w.*]+;""",
    re.VERBOSE,
)

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CODE_WORDS = frozenset(  # which stand before another word in code, too
    "abstract async auto bool boolean byte case char class const double else enum export extern final float from func "
    "function import int interface long namespace new override package private protected public return short static "
    "string struct switch throws typedef using void while".split()
)
_WORDS_IN_A_ROW = re.compile(r"(?<![\w.])[a-z]++(?:\ [a-z]++)+(?![\w.(])")


def is_copied(text: str) -> bool:
    """Is there nothing to translate: no Latin letter, only addresses, paths and identifiers, or a line of code?

    In doubt the answer is no: a word that stays Indonesian is worse than an address that went through the model.
    """
    if not _LATIN.search(text):
        return True
    if len(text) > _MAX_CODE:
        return False
    words = without_placeables(text).split()
    if all(map(_COPIED_WORD.fullmatch, words)):
        return True
    if not _CODE.fullmatch(text.strip()):
        return False
    return not _has_prose(text)


def _has_prose(text: str) -> bool:
    """Do two Indonesian words follow one another outside quotes (`P = jumlah penduduk;`), as they do in no code?"""
    for row in _WORDS_IN_A_ROW.findall(_QUOTED.sub('"', text)):
        known = map(_is_of_prose, row.split(" "))
        if any(map(all, pairwise(known))):
            return True
    return False


def _is_of_prose(word: str) -> bool:
    """Is a word Indonesian, and not so short or so common in code that it may be a name there?"""
    if len(word) < MIN_STEM or word in _CODE_WORDS:
        return False
    return is_word(word)

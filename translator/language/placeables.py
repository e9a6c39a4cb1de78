r"""Placeables: what stands in a translation exactly as in its source.

- addresses: web addresses of any scheme, bare domains, e-mail
- handles and hashtags: `@a.b_9`, `#SiapTempur`
- paths and file names: `~/a/b.txt`, `C:\a\b`, `/data/x.csv`, `laporan.pdf`
- placeholders: `{0}`, `{{a.b}}`, `%s`, `%(n)s`, `%1$s`, `${x}`, `&nbsp;`
- identifiers: `B-1234/KPK/XII/2023`, `12/PUU-XVI/2018`, `AB12-XY9Z-77QQ`, `#00ff00`, ISBN, IBAN, NPWP, `nama_berkas`
- tags: `<b>`, `</s>`, `<unk>`, `>>eng<<`
- code between backticks, emoji, and the codes of subtitles for a new line (`\N`)
- symbols that few models know (`§ 3`, `[`, `*`), and words that hold one (`AT&T`, `C#`)
- blanks: runs of two and more inside a line

The pipeline masks them before the engine gets a sentence and restores them afterwards: see `masking`.
Every scan is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from glossary import find_addresses
from translator.document import Span


class PlaceableKind(StrEnum):
    """What a placeable is."""

    ADDRESS = "address"
    HANDLE = "handle"
    PATH = "path"
    PLACEHOLDER = "placeholder"
    IDENTIFIER = "identifier"
    TAG = "tag"
    CODE = "code"
    EMOJI = "emoji"
    WORD = "word"  # with a symbol inside or behind: AT&T, C++
    SYMBOL = "symbol"
    BREAK = "break"  # a code for a new line
    BLANKS = "blanks"


@dataclass(frozen=True, slots=True)
class Placeable:
    """A stretch of text that passes untouched."""

    span: Span
    kind: PlaceableKind


_SUFFIXES = (
    "txt|pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|tsv|jsonl?|xml|html?|md|rst|ya?ml|toml|ini|cfg|conf|log|png|jpe?g|gif|svg|"
    "webp|bmp|tiff?|mp[34]|wav|avi|mkv|mov|zip|rar|7z|tar|gz|bz2|xz|exe|msi|apk|deb|rpm|iso|dll|py|js|java|cpp|php|sh|"
    "bat|ps1|sql|srt|vtt|tmx|xliff|xlf|tbx|epub|ttf"
)
_EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff\u2b50\u2b55"
_EMOJI_PARTS = "\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_SYMBOLS = r"\#&*_@^|\\{}\[\]§¶•†‡=→←↑↓©®™"

_PATTERN = re.compile(
    rf"""
      (?P<code> (?<![\w`])`[^`\n]+`(?!`) )
    | (?P<tag> </?[A-Za-z][\w:-]{{0,40}}(?:\s[\w:-]{{1,40}}="[^"<>\n]{{0,300}}")*\s?/?> | >>[a-z_A-Z]{{2,12}}<< )
    | (?P<placeholder>
          \{{\{{[^{{}}\n]{{1,80}}\}}\}} | [$\#]\{{[^{{}}\s]{{1,80}}\}} | \{{\\[^{{}}\n]{{1,80}}\}}
        | \{{(?:\d{{1,3}}|[A-Za-z_][\w.\[\]-]{{0,60}})?(?:[:!][^{{}}\s]{{0,30}})?\}}
        | %\(\w{{1,60}}\)[-+0\#]?\d{{0,3}}(?:\.\d)?[sdifrxeg] | %\d{{1,2}}\$[sdif@]
        | (?<![\d%])(?<!\d[ \u00a0])%[-+0\#]?\d{{0,3}}(?:\.\d{{1,2}})?l{{0,2}}[sdiufegx@c](?!\w)
        | &(?:[a-z]{{2,8}}|\#x?[0-9a-fA-F]{{2,6}}); )
    | (?P<break> \\N | \\[nh](?![a-z]) )
    | (?P<hashtag> (?<![\w&/#])\#\w++ )
    | (?P<handle> (?<![\w@/.])@[A-Za-z_]\w*+(?:\.\w++)*+ )
    | (?P<path>
          (?<![\w./~:<\\])(?:~|\.{{1,2}})(?:/[\w.@%+=-]++)++/?
        | (?<![\w./~:<\\])/[\w.@%+=-]++(?:/[\w.@%+=-]++)+/?
        | (?<!\w)[A-Za-z]:\\[^\s<>"|?*]*+ | (?<![\w\\])\\\\[\w.-]++(?:\\[\w.$-]++)++
        | (?<![\w./-])[\w-]++(?:[./][\w-]++)*\.(?i:{_SUFFIXES})(?![\w/]|\.\w) )
    | (?P<identifier>
          (?<!\w)ISBN(?:-1[03])?:?\ ?\d[\d -]{{8,16}}[\dX](?!\w)
        | (?<!\w)[A-Z]{{2}}\d\d(?:\ ?[A-Z0-9]{{4}}){{2,7}}(?:\ ?[A-Z0-9]{{1,3}})?(?!\w)
        | (?<!\w)\d\d\.\d{{3}}\.\d{{3}}\.\d-\d{{3}}\.\d{{3}}(?!\w)
        | (?<!\w)(?!\d{{1,3}}(?:\.\d{{3}}){{3}}(?!\d))\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?::\d+|/\d\d?)?(?![\w.]*\d)
        | (?<![\w-])\d{{1,7}}(?:-\d{{1,7}}){{3,6}}(?![\w-])
        | (?<!\w)0x[0-9a-fA-F]++(?!\w) | (?<!\w)v\d+(?:\.\d+)++(?!\w)
        | (?<![\w-])[0-9a-fA-F]{{8}}(?:-[0-9a-fA-F]{{4}}){{3}}-[0-9a-fA-F]{{12}}(?![\w-])
        | (?<![\w-])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{{8,64}}(?![\w-])
        | (?<!\w)10\.\d{{4,9}}/[^\s<>"]*[\w)]
        | (?<!\w)[A-Za-z]\w*?_\w++(?!\() | (?<![\w.])[A-Za-z_]\w*+(?:\.\w++)*+\(\)
        | (?<!\S)--[a-z][\w-]++
        | (?<!\w)[\w^]*\w\^[\w+-]++
        | (?<!\w)\[\d{{1,3}}\] )
    | (?P<coded> (?<![\w/-])[A-Za-z0-9]++(?:[./-][A-Za-z0-9]++)++(?![\w/]) )
    | (?P<emoji> (?:[{_EMOJI}][{_EMOJI_PARTS}]*+)++ )
    | (?P<word>
          (?<!\w)[^\W_]++(?:&[^\W_]++)++ | (?<!\w)[A-Za-z][^\W_]*+(?:\+[^\W_]++)++
        | (?<!\w)[A-Za-z]\w*+(?:\+\+?|\#)(?![\w+]) )
    | (?P<blanks> (?<=\S)[ \u00a0]{{2,}}(?=\S) )
    | (?P<symbol>
          §{{1,2}}\ ?\d++(?:\.\d++)*+ | (?<!\S)[+~/](?=\s) | \.{{4,}} | ^\.{{2,3}}(?=\s?\w)
        | (?<![ÂÃâ])[{_SYMBOLS}]++ )
    """,
    re.VERBOSE,
)
_KINDS = {
    "hashtag": PlaceableKind.HANDLE,
    "coded": PlaceableKind.IDENTIFIER,
    **{kind.value: kind for kind in PlaceableKind},
}
_ROMAN = re.compile(r"[IVXLC]+")
_MIN_GROUPS = 3  # of a code with hyphens only: F-16 and COVID-19 are words
_MIN_GROUP = 2  # letters or digits of each of them


@lru_cache(maxsize=1024)  # a sentence is asked about by the pipeline and by several checks
def find(text: str) -> tuple[Placeable, ...]:
    """The placeables of a text, from left to right; none overlaps another."""
    found = [Placeable(Span(start, end), PlaceableKind.ADDRESS) for start, end in find_addresses(text)]
    found.extend(_others(text))
    found.sort(key=lambda placeable: placeable.span.start)
    apart: list[Placeable] = []
    done = 0
    for placeable in found:
        if placeable.span.start >= done:
            apart.append(placeable)
            done = placeable.span.end
    return tuple(apart)


def without_placeables(text: str) -> str:
    """The text with a blank for every character of a placeable, so that the rest stays where it is."""
    parts = []
    done = 0
    for placeable in find(text):
        start, end = placeable.span
        parts.append(text[done:start])
        parts.append(" " * (end - start))
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _others(text: str) -> Iterator[Placeable]:
    """The placeables that are no addresses."""
    for found in _PATTERN.finditer(text):
        group = found.lastgroup or ""
        if group == "coded" and not _is_identifier(found.group()):
            continue
        yield Placeable(Span(*found.span()), _KINDS[group])


def _is_identifier(word: str) -> bool:
    """Is a word with full stops, slashes or hyphens a code of an office or a product, not a word or a number?"""
    if "/" in word:
        return _is_reference(word)
    groups = word.split("-")
    if len(groups) < _MIN_GROUPS or min(map(len, groups)) < _MIN_GROUP:
        return False
    if not word.isupper() or "." in word:
        return False
    return any(map(str.isdigit, word))


def _is_reference(word: str) -> bool:
    """Is a word with slashes the number of a letter or a law (12/PUU-XVI/2018), or of a unit (XVII/Cenderawasih)?"""
    parts = word.split("/")
    if len(parts) == 2 and _ROMAN.fullmatch(parts[0]) and parts[1].istitle():
        return True
    if not any(map(str.isdigit, word)):
        return False
    if not any(part.isupper() for part in parts):
        return False
    if len(parts) > 2:
        return all(map(_is_upper_part, parts))
    if not word.isupper():
        return False
    return any(map(_is_plain_number, parts))


def _is_upper_part(part: str) -> bool:
    """In capitals, a number, or one word with a capital: PUU-XVI, 2018, Kep."""
    if part[0].isdigit():
        return True
    return part[0].isupper()


def _is_plain_number(part: str) -> bool:
    if "-" in part or part.isdigit():
        return True
    return _ROMAN.fullmatch(part) is not None

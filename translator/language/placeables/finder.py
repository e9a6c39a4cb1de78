"""The search for placeables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from glossary import find_addresses, find_initials
from translator.document import Coverage, Span
from translator.language.placeables.file_names import find_file_names
from translator.language.placeables.formulas import find_formulas, formula_in_english
from translator.language.placeables.identifiers import is_identifier
from translator.language.placeables.markdown_marks import find_marks
from translator.language.placeables.patterns import KINDS, PATTERN
from translator.language.placeables.placeable import Placeable, PlaceableKind

# Words, plain numbers and the marks between them, of which no placeable is made: of six sentences five need no search.
_PLAIN = re.compile(
    r"""(?:[A-Za-zÀ-ÖØ-öø-ɏ\ ,;'"!?()“”‘’–—-]++ | [.:](?=["”’)]*(?:\ |\Z))
    | (?:(?<![^\ (])|(?<=\ ke-))[1-9][0-9]*(?:[.,][0-9]+){0,2}(?:%|-an|st|nd|rd|th|s)?
      (?=[\ ,;!?)]|[.:]?["”’)]*(?:\ |\Z)))*""",
    re.VERBOSE,
)
_CLOSED = re.compile(r"(?<![*†])\)")
_MAX_NOTED = 400  # characters before the sign of a note in which its bracket may have been opened
_MARKS = re.compile(r"  |--|\( ?\)|ISBN")


@lru_cache(maxsize=1024)  # a sentence is asked about by the pipeline and by several checks
def find(text: str) -> tuple[Placeable, ...]:
    """The placeables of a text, from left to right; none overlaps another."""
    found = list(find_marks(text))
    marks = Coverage.of([mark.span for mark in found])
    found.extend([each for each in _unmarked(text) if not marks.meets(each.span)])
    found.sort(key=lambda placeable: placeable.span.start)
    apart: list[Placeable] = []
    done = 0
    for placeable in found:
        if placeable.span.start >= done:
            apart.append(placeable)
            done = placeable.span.end
    return tuple(apart)


def _unmarked(text: str) -> list[Placeable]:
    """The placeables that are no marks of Markdown, in any order; some may overlap."""
    found = [Placeable(_with_angles(text, *address), PlaceableKind.ADDRESS) for address in find_addresses(text)]
    found.extend([Placeable(Span(start, end), PlaceableKind.INITIALS) for start, end in find_initials(text)])
    found.extend([Placeable(span, PlaceableKind.PATH) for span in find_file_names(text)])
    found.extend([_formula(text, span) for span in find_formulas(text)])
    found.extend(_others(text))
    return found


def begins_with_address(text: str) -> bool:
    """Is an address the first that stands in a text?"""
    return next(find_addresses(text), (-1, -1))[0] == 0


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


def _with_angles(text: str, start: int, end: int) -> Span:
    """The span of an address, with the angle brackets around it: Budi <budi@contoh.id>."""
    if text[start - 1 : start] == "<" and text[end : end + 1] == ">":
        return Span(start - 1, end + 1)
    return Span(start, end)


def _formula(text: str, span: Span) -> Placeable:
    return Placeable(span, PlaceableKind.FORMULA, formula_in_english(span.of(text)))


def _others(text: str) -> Iterator[Placeable]:
    """The placeables that are no addresses."""
    if _PLAIN.fullmatch(text) and not _MARKS.search(text):
        return
    for found in PATTERN.finditer(text):
        group = found.lastgroup or ""
        if group == "coded" and not is_identifier(found.group()):
            continue
        start, end = found.span()
        if group == "hanging" and _is_in_brackets(text[max(0, start - _MAX_NOTED) : start]):
            end -= 1  # (harga barang*)
        if group == "aside":
            yield Placeable(Span(start, start + 1), KINDS[group])
            start = end - 1
        yield Placeable(Span(start, end), KINDS[group])


def _is_in_brackets(before: str) -> bool:
    """Is a bracket still open at the end of a text?"""
    return before.count("(") > len(_CLOSED.findall(before))

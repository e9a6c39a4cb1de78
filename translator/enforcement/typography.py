"""Typographic signs of the source (“ ”, ‘ ’, –, …) that the model wrote as plain ones are written as in the source.

So are the dash of a range (52–53), and a no-break blank between a number and a unit that both texts have (5 km).

The last step: plain signs are what models know. Where source and translation have not the same signs in number and
order, and where a term stands in the way, the model's own stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translator.document import Span
from translator.enforcement.draft import Draft, overlaps_any, spans_of
from translator.enforcement.edits import replace_text
from translator.language.numbers import placed


@dataclass(frozen=True, slots=True)
class _SignKind:
    """A kind of signs. typographic: each of them, with where its plain form may stand for it. plain: that form.

    other: what must not stand in the source, or what it has is no such kind throughout.
    """

    typographic: dict[str, re.Pattern[str]]
    plain: re.Pattern[str]
    other: re.Pattern[str]


def _quotes(opening: str, closing: str, plain: str) -> _SignKind:
    opens = re.compile(rf"(?<![^\s(\[]){plain}(?=[\w(\[])")
    closes = re.compile(rf"(?<=\S){plain}(?!\w)")
    return _SignKind({opening: opens, closing: closes}, re.compile(plain), re.compile(f"[{plain}„«»]"))


def _dash(sign: str) -> _SignKind:
    plain = re.compile(r"(?<=\S )-(?= \S)")
    return _SignKind({sign: plain}, plain, re.compile(r"(?<!\S)-+(?!\S)|[–—]".replace(sign, "")))


_KINDS = (
    _quotes("“", "”", '"'),
    _quotes("‘", "’", "'"),
    _dash("–"),
    _dash("—"),
    _SignKind({"…": re.compile(r"(?<!\.)\.{3}(?!\.)")}, re.compile(r"\.{2,}"), re.compile(r"\.\.|…\.|\.…|……")),
)
_DASH_OF_RANGE = re.compile(r"(?<=\d)–(?=\d)")
_HYPHEN_OF_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_NO_BREAK = re.compile("[\u00a0\u202f]")
_BEFORE_NUMBER = re.compile(r"(?<!\w)([^\W\d]{1,5}\.?|[$€£¥])[\u00a0\u202f]\Z")
_LONGEST_BEFORE = 8  # characters: `Rp.` with its blank and what stands before it
_BEHIND_NUMBER = re.compile(r"[\u00a0\u202f]([^\W\d]+(?!\w)|[%‰°])")


def restore_typography(draft: Draft) -> Draft:
    """The draft with the typographic signs of its source."""
    if draft.source.isascii():
        return draft
    for kind in _KINDS:
        draft = _restore(draft, kind)
    return _restore_no_break_blanks(_restore_ranges(draft))


def _restore_ranges(draft: Draft) -> Draft:
    """The draft with the dashes that its source has between figures, if each has a hyphen between figures there."""
    signs = spans_of(_DASH_OF_RANGE, draft.source)
    places = spans_of(_HYPHEN_OF_RANGE, draft.text)
    if len(signs) != len(places) or _HYPHEN_OF_RANGE.search(draft.source):
        return draft
    for sign, place in zip(signs, places, strict=True):
        if not overlaps_any(place, draft.taken):
            draft = replace_text(draft, place, "–", sign)
    return draft


def _restore_no_break_blanks(draft: Draft) -> Draft:
    """The draft with the no-break blanks between its source's numbers and their units, where it has the same unit."""
    if not _NO_BREAK.search(draft.source):
        return draft
    for number, place in placed(draft.source, draft.text).items():
        before = _BEFORE_NUMBER.search(draft.source[max(0, number.span.start - _LONGEST_BEFORE) : number.span.start])
        if before and draft.text[: place.start].endswith(f"{before[1]} "):
            draft = _with_no_break(draft, place.start - 1, number.span.start - 1)
        behind = _BEHIND_NUMBER.match(draft.source, number.span.end)
        if behind and draft.text.startswith(f" {behind[1]}", place.end):
            draft = _with_no_break(draft, place.end, number.span.end)
    return draft


def _with_no_break(draft: Draft, at: int, source: int) -> Draft:
    """The draft with the blank that stands at `source` in its source in place of the one at `at`."""
    blank = Span(at, at + 1)
    if overlaps_any(blank, draft.taken):
        return draft
    return replace_text(draft, blank, draft.source[source])


def _restore(draft: Draft, kind: _SignKind) -> Draft:
    signs = spans_of(re.compile(f"[{''.join(kind.typographic)}]"), draft.source)
    places = spans_of(kind.plain, draft.text)
    if not signs or kind.other.search(draft.source) or not _correspond(signs, places, draft, kind):
        return draft
    for sign, place in reversed(list(zip(signs, places, strict=True))):
        draft = replace_text(draft, place, sign.of(draft.source), sign)
    return draft


def _correspond(signs: Sequence[Span], places: Sequence[Span], draft: Draft, kind: _SignKind) -> bool:
    """Does a plain sign stand in the text for each of the typographic ones, in their order, and none of these?"""
    if len(signs) != len(places) or any(sign in draft.text for sign in kind.typographic):
        return False
    if any(overlaps_any(place, draft.taken) for place in places):
        return False
    pairs = zip(signs, places, strict=True)
    return all(kind.typographic[sign.of(draft.source)].match(draft.text, place.start) for sign, place in pairs)

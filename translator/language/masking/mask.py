"""A sentence without its placeables, as the engine gets it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from glossary import Match
from translator.document import Coverage, Span
from translator.language import provisions, spelled_out
from translator.language.masking.stand_ins import NAMES, NOUNS, NUMBERS, SPACES, stand_ins
from translator.language.masking.tags import Tag, begins_word, tag_at
from translator.language.nontranslatable import marker
from translator.language.numbers import whole_amounts
from translator.language.placeables import Placeable, PlaceableKind, find

_WITH_ENGLISH = {
    PlaceableKind.SPELLED_OUT: spelled_out.find,
    PlaceableKind.NO_SEN: whole_amounts.find,
}
_NEVER_JOINED = (*SPACES, PlaceableKind.NO_SEN)
CLOSING = ".,;:!?)]}\"'”’»…"


@dataclass(frozen=True, slots=True)
class Mask:
    """A placeable that the engine does not see.

    text: what is restored. source: its span in the whole sentence, with a space that was taken out beside it.
    place: where it stood, in the masked text. stand_in: what the masked text has there, empty where it was taken out.
    joins_left, joins_right: does a letter or digit stand right before it, right behind it? tag: where it is one.
    terms: the user's that are a part of it.
    """

    text: str
    source: Span
    place: int
    stand_in: str = ""
    joins_left: bool = False
    joins_right: bool = False
    tag: Tag | None = None
    terms: tuple[Match, ...] = field(default=(), repr=False)

    @property
    def masked(self) -> Span:
        """The span of the stand-in in the masked text."""
        return Span(self.place, self.place + len(self.stand_in))

    @property
    def is_name(self) -> bool:
        """Does a name stand in for it, which must come back?"""
        return self.stand_in in NAMES

    @property
    def is_unmistakable(self) -> bool:
        """Is every copy of the stand-in in a translation one of it?"""
        if self.stand_in in NAMES:
            return True
        return self.stand_in in NUMBERS


def mask(text: str, keep: Sequence[Span] = (), own: Sequence[Match] = ()) -> tuple[str, tuple[Mask, ...]]:
    """The text as the engine gets it, and what is masked, from left to right.

    keep: spans such as those of terms; a placeable that lies in one of them is not masked. own: the user's terms, from
    left to right; what has its own English and meets one of them is not masked, but a reference to a law has the term
    in it.
    """
    parts: list[str] = []
    masks: list[Mask] = []
    done = 0
    size = 0
    placeables = _joined(text, keep, own)
    for placeable, stand_in in zip(placeables, stand_ins(text, placeables), strict=True):
        if placeable.kind is PlaceableKind.BREAK:
            placeable = replace(placeable, span=_with_blanks(text, placeable.span, done))
        start, end = placeable.span
        region = placeable.span if stand_in else _with_space(text, placeable.span, done)
        parts.append(text[done : region.start])
        parts.append(stand_in)
        size += region.start - done
        joins_left = text[max(0, start - 1) : start].isalnum()
        joins_right = text[end : end + 1].isalnum()
        written = placeable.span.of(text) if placeable.english is None else placeable.english
        tag = tag_at(text, placeable.span) if placeable.kind is PlaceableKind.TAG else None
        terms = tuple(provisions.terms_of(placeable.span, own)) if placeable.english else ()
        masks.append(Mask(written, region, size, stand_in, joins_left, joins_right, tag, terms))
        size += len(stand_in)
        done = region.end
    parts.append(text[done:])
    return "".join(parts), tuple(masks)


def unmasked(span: Span, masks: Sequence[Mask]) -> Span:
    """A span of the masked text as a span of the whole text."""
    places = [each.place for each in masks]
    before_start = bisect_right(places, span.start) - 1
    before_end = bisect_right(places, span.end - 1) - 1
    start, end = span
    if before_start >= 0:
        last = masks[before_start]
        is_inside = start < last.masked.end
        start = last.source.start if is_inside else start + last.source.end - last.masked.end
    if before_end >= 0:
        last = masks[before_end]
        is_inside = end - 1 < last.masked.end
        end = last.source.end if is_inside else end + last.source.end - last.masked.end
    return Span(start, end)


def _joined(text: str, keep: Sequence[Span], own: Sequence[Match]) -> list[Placeable]:
    """The placeables to mask, with neighbours that no blank and no letter parts as one."""
    first = marker(text)
    joined: list[Placeable] = []
    for placeable in _found(text, keep, own):
        if placeable.span.start < first:
            continue
        last = joined[-1] if joined else None
        if last is None or not _touch(text, last, placeable):
            joined.append(placeable)
            continue
        joined[-1] = _as_one(text, last, placeable)
    return joined


def _as_one(text: str, one: Placeable, other: Placeable) -> Placeable:
    """Two placeables and what is between them as one."""
    span = Span(one.span.start, other.span.end)
    if not one.english and not other.english:
        return Placeable(span, _common_kind(one, other))
    between = text[one.span.end : other.span.start]
    english = (one.english or one.span.of(text)) + between + (other.english or other.span.of(text))
    return Placeable(span, _common_kind(one, other), english)


def _found(text: str, keep: Sequence[Span], own: Sequence[Match]) -> list[Placeable]:
    """The placeables that lie in none of the spans to keep, and what has its own English and meets no own term."""
    kept = Coverage.of(keep)
    own_spans = [Span(match.start, match.end) for match in own]
    owned = Coverage.of(own_spans)
    found = []
    for placeable in find(text):
        has_term = placeable.english and owned.meets(placeable.span)
        if not has_term and not kept.holds(placeable.span):
            found.append(_behind_term(placeable, own))
    spans = [placeable.span for placeable in found]
    taken = Coverage.of(spans)
    for span, english in provisions.find(text, own):
        if not taken.meets(span):
            found.append(Placeable(span, PlaceableKind.PROVISION, english))
    taken = Coverage.of([*own_spans, *spans])
    for kind, find_english in _WITH_ENGLISH.items():
        for span, english in find_english(text):
            if not taken.meets(span):
                found.append(Placeable(span, kind, english))
    return sorted(found, key=lambda placeable: placeable.span.start)


def _behind_term(placeable: Placeable, own: Sequence[Match]) -> Placeable:
    """What of a placeable is behind the user's term that ends in it: /ABC of 12/ABC, where Batalyon 12 is a term."""
    start, end = placeable.span
    for match in own:
        if match.start < start < match.end < end:
            return replace(placeable, span=Span(match.end, end))
    return placeable


def _common_kind(one: Placeable, other: Placeable) -> PlaceableKind:
    if one.kind is other.kind:
        return one.kind
    if NOUNS.isdisjoint((one.kind, other.kind)):
        return PlaceableKind.SYMBOL
    return PlaceableKind.IDENTIFIER


def _touch(text: str, last: Placeable, following: Placeable) -> bool:
    """Are two placeables parted by nothing, or by marks without white space ({0}/{1})? Each tag stands for itself."""
    if last.kind is following.kind is PlaceableKind.TAG:
        return False
    if last.kind in _NEVER_JOINED or following.kind in _NEVER_JOINED:
        return False
    end, start = last.span.end, following.span.start
    if start <= end:
        return True
    between = text[end:start]
    if any(map(str.isalnum, between)):
        return False
    return not any(map(str.isspace, between))


def _with_blanks(text: str, span: Span, done: int) -> Span:
    """The span of a code for a new line with the blanks around it: the one that stands in is for them, too."""
    start = span.start - (span.start > done and text[span.start - 1] == " ")
    return Span(start, span.end + text.startswith(" ", span.end))


def _with_space(text: str, span: Span, done: int) -> Span:
    """The span of a placeable with one of the two spaces around it. done: where the last one ended."""
    start, end = span
    begins_text = start == done == 0
    if text.startswith(" ", end) and (begins_text or text[start - 1] == " "):
        return Span(start, end + 1)
    if begins_word(text, span):
        return span
    behind = text[end : end + 1].strip(CLOSING)
    if start > done and text[start - 1] == " " and not behind.strip():
        return Span(start - 1, end)
    return span

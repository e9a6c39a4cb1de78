"""Placeables are masked before the engine gets a sentence, and restored in its translation.

Most are taken out, with one of the spaces around them. A word with a symbol (AT&T) has a stand-in that a model copies
(ATT), `&` between words has `dan`, and runs of blanks and codes for a new line have one space.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator.bitext import TermUse
from translator.document import Span
from translator.language.nontranslatable import marker
from translator.language.placeables import Placeable, PlaceableKind, find

SpanLink = tuple[Span, Span]

_BRACKETS = {"(": ")", "[": "]", "<": ">", '"': '"', "'": "'", "“": "”", "‘": "’"}
_OPENING = '([{"“‘«'
_AND = "dan"
_STOPS = (".", "!", "?", "…")
_CLOSING = ".,;:!?)]}\"'”’»…"
_SPACES = (PlaceableKind.BLANKS, PlaceableKind.BREAK)
_NOT_LETTERS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Mask:
    """A placeable that the engine does not see.

    text: what is restored. source: its span in the whole sentence, with a space that was taken out beside it.
    place: where it stood, in the masked text. stand_in: what the masked text has there, empty where it was taken out.
    joins_left, joins_right: does a letter or digit stand right before it, right behind it?
    """

    text: str
    source: Span
    place: int
    stand_in: str = ""
    joins_left: bool = False
    joins_right: bool = False

    @property
    def masked(self) -> Span:
        """The span of the stand-in in the masked text."""
        return Span(self.place, self.place + len(self.stand_in))


@dataclass(frozen=True, slots=True)
class Restored:
    """A translation with its placeables; terms and links are those of the whole source."""

    target: str
    terms: tuple[TermUse, ...]
    links: tuple[SpanLink, ...]


@dataclass(frozen=True, slots=True)
class _Replacement:
    """What is written for a span of the translation."""

    span: Span
    mask: Mask


def mask(text: str, keep: Sequence[Span] = ()) -> tuple[str, tuple[Mask, ...]]:
    """The text as the engine gets it, and what is masked, from left to right.

    keep: spans such as those of the user's terms; a placeable that lies in one of them is not masked.
    """
    parts: list[str] = []
    masks: list[Mask] = []
    done = 0
    size = 0
    for placeable in _joined(text, keep):
        start, end = placeable.span
        stand_in = _stand_in(text, placeable)
        region = placeable.span if stand_in else _with_space(text, placeable.span, done)
        parts.append(text[done : region.start])
        parts.append(stand_in)
        size += region.start - done
        joins_left = text[max(0, start - 1) : start].isalnum()
        joins_right = text[end : end + 1].isalnum()
        masks.append(Mask(placeable.span.of(text), region, size, stand_in, joins_left, joins_right))
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


def restore(
    target: str, terms: Sequence[TermUse], links: Sequence[SpanLink], masks: Sequence[Mask], masked_text: str
) -> Restored:
    """Put the placeables into the translation of the masked text; each stands there exactly once.

    A placeable follows the translation of the word before it, or precedes that of the word to which it is joined. One
    that begins or ends its sentence begins or ends the translation. A stand-in is replaced where the model copied it.
    """
    if not masks:
        return Restored(target, tuple(terms), tuple(links))
    places = _Places(target, terms, links, masks, masked_text)
    edits = _in_order([_Replacement(places.place(each), each) for each in masks])
    written = _Written.of(target, edits)
    uses = [_moved_use(use, written) for use in terms]
    whole_uses = [replace(use, source_span=unmasked(use.source_span, masks)) for use in uses]
    whole_links = [(unmasked(source, masks), written.moved(word)) for source, word in links]
    own_links = []
    for edit, span in zip(edits, written.spans, strict=True):
        if not edit.mask.text.isspace():
            own_links.append((edit.mask.source, span))
    return Restored(written.text, tuple(whole_uses), (*whole_links, *own_links))


def _joined(text: str, keep: Sequence[Span]) -> list[Placeable]:
    """The placeables to mask: with brackets and signs of units around them, neighbours without a space as one."""
    first = marker(text)
    joined: list[Placeable] = []
    for placeable in find(text):
        if placeable.span.start < first or _is_kept(placeable.span, keep):
            continue
        span = _with_brackets(text, placeable)
        if joined and _touch(text, joined[-1].span.end, span.start):
            joined[-1] = Placeable(Span(joined[-1].span.start, span.end), PlaceableKind.IDENTIFIER)
        else:
            joined.append(Placeable(span, placeable.kind))
    return joined


def _is_kept(span: Span, keep: Sequence[Span]) -> bool:
    return any(kept.start <= span.start and span.end <= kept.end for kept in keep)


def _touch(text: str, end: int, start: int) -> bool:
    """Are two placeables parted by nothing, or by marks without white space ({0}/{1})?"""
    if start <= end:
        return True
    between = text[end:start]
    if any(map(str.isalnum, between)):
        return False
    return not any(map(str.isspace, between))


def _with_brackets(text: str, placeable: Placeable) -> Span:
    start, end = placeable.span
    if placeable.kind in (PlaceableKind.SYMBOL, *_SPACES):
        return placeable.span
    if placeable.kind is PlaceableKind.PLACEHOLDER:
        while text[end : end + 1] in ("%", "‰", "°"):
            end += 1
    opening = text[start - 1 : start] if start else ""
    if opening in _BRACKETS and text[end : end + 1] == _BRACKETS[opening]:
        return Span(start - 1, end + 1)
    return Span(start, end)


def _stand_in(text: str, placeable: Placeable) -> str:
    """What a model translates or copies in the place of a placeable; empty where it is taken out."""
    start, end = placeable.span
    if placeable.kind in _SPACES:
        return " "
    if placeable.kind is PlaceableKind.WORD:
        return _NOT_LETTERS.sub("", placeable.span.of(text))
    if start == 0:
        return ""
    before, behind = text[start - 1], text[end : end + 1]
    if before.isalnum() and behind.isalnum():
        return " "
    if placeable.span.of(text) == "&" and before.isspace():
        return _AND
    return ""


def _with_space(text: str, span: Span, done: int) -> Span:
    """The span of a placeable with one of the two spaces around it. done: where the last one ended."""
    start, end = span
    begins_text = start == done == 0
    if text.startswith(" ", end) and (begins_text or text[start - 1] == " "):
        return Span(start, end + 1)
    behind = text[end : end + 1].strip(_CLOSING)
    if start > done and text[start - 1] == " " and not behind.strip():
        return Span(start - 1, end)
    return span


class _Places:
    """Where placeables belong in a translation."""

    def __init__(
        self, target: str, terms: Sequence[TermUse], links: Sequence[SpanLink], masks: Sequence[Mask], masked_text: str
    ) -> None:
        self.target, self.text = target, masked_text
        by_end = sorted(links, key=lambda link: (link[0].end, link[1].end))
        by_start = sorted(links, key=lambda link: (link[0].start, -link[1].start))
        self.before = by_end
        self.before_ends = [source.end for source, _ in by_end]
        self.behind = by_start
        self.behind_starts = [source.start for source, _ in by_start]
        self.terms = sorted([term.target_span for term in terms if term.target_span])
        self.found: dict[str, list[Span]] = {}
        self.waiting = Counter(each.stand_in for each in masks)
        inked = []
        for place, character in enumerate(masked_text):
            if character.isalnum():
                inked.append(place)
        self.first_ink = inked[0] if inked else len(masked_text)
        self.last_ink = inked[-1] if inked else -1

    def place(self, each: Mask) -> Span:
        """The span of the translation that gives way to a placeable; empty where it is inserted."""
        if each.stand_in == " ":
            return self._space(each)
        if each.stand_in:
            copied = self._copied(each)
            if copied is not None:
                return copied
        return self._insertion(each)

    def _insertion(self, each: Mask) -> Span:
        here = each.place
        is_leader = each.text.strip(".") == ""  # the dots that begin a quoted half sentence
        if each.joins_right and not each.joins_left and not is_leader and self._translates(here + 1):
            at = self._start_of_next(here)
        elif each.joins_left and self._translates(here):
            at = self._end_of_previous(here)
        elif here <= self.first_ink:
            at = self._begin(here)
        elif each.masked.end > self.last_ink:
            at = self._end(here)
        else:
            at = self._end_of_previous(here)
        return Span(at, at)

    def _translates(self, end: int) -> bool:
        """Has the word of the masked text with the character before `end` a translation?"""
        first = bisect_left(self.before_ends, end)
        if first >= len(self.before):
            return False
        return self.before[first][0].start < end

    def _begin(self, here: int) -> int:
        """The start of the translation, behind the quotes and brackets that stand before the placeable."""
        opening = len(self.text[:here].strip())
        at = 0
        while at < min(opening, len(self.target)) and not self.target[at].isalnum():
            at += 1
        return at

    def _end(self, here: int) -> int:
        """The end of the translation, before the marks that stand behind the placeable."""
        closing = len(self.text[here:].strip())
        if closing == 0 and not self.text[:here].rstrip().endswith(_STOPS):
            closing = 1
        at = len(self.target)
        while closing > 0 and at > 0 and self.target[at - 1] in _CLOSING:
            at -= 1
            closing -= 1
        return at

    def _end_of_previous(self, here: int) -> int:
        last = bisect_right(self.before_ends, here) - 1
        at = self._nearest_end(last, here) if last >= 0 else len(self.target)
        if self.text[:here].rstrip()[-1:].isalnum():
            at = len(self.target[:at].rstrip(_CLOSING))
        return self._outside_terms(at)

    def _nearest_end(self, last: int, here: int) -> int:
        """The end of the target word that translates a source word, of several the one nearest to the same share."""
        first = bisect_left(self.before_ends, self.before_ends[last])
        ends = [word.end for _, word in self.before[first : last + 1]]
        expected = here * len(self.target) / max(1, len(self.text))
        return min(ends, key=lambda end: abs(end - expected))

    def _start_of_next(self, here: int) -> int:
        first = bisect_left(self.behind_starts, here)
        if first == len(self.behind):
            return self._end_of_previous(here)
        nearest = self.behind_starts[first]
        last = bisect_right(self.behind_starts, nearest) - 1
        at = self.behind[last][1].start
        while at < len(self.target) and self.target[at] in "\"'“‘(":
            at += 1
        return self._outside_terms(at)

    def _outside_terms(self, at: int) -> int:
        """The place, or the end of the term that it would part."""
        last = bisect_left(self.terms, Span(at, 0)) - 1
        if last >= 0 and at < self.terms[last].end:
            return self.terms[last].end
        return at

    def _space(self, each: Mask) -> Span:
        """The space of the translation that is nearest to where the words part in the source."""
        at = self._end_of_previous(each.place)
        behind = self.target.find(" ", at)
        if behind < 0:
            behind = self.target.rfind(" ")
        if behind < 0:
            return Span(at, at)
        return Span(behind, behind + 1)

    def _copied(self, each: Mask) -> Span | None:
        """Where the model wrote the stand-in, or `and` for `dan`: the linked place, else one of as many as masks."""
        free = self.copies(each.stand_in)
        chosen = self._linked_copy(each, free)
        if chosen is None and 0 < len(free) <= self.waiting[each.stand_in]:
            chosen = free[0]
        self.waiting[each.stand_in] -= 1
        if chosen is not None:
            free.remove(chosen)
        return chosen

    def _linked_copy(self, each: Mask, free: Sequence[Span]) -> Span | None:
        """The copy of a stand-in inside a target word that translates it. free: copies in their order."""
        word_start = self.text.rfind(" ", 0, each.place) + 1
        first = bisect_left(self.behind_starts, word_start)
        last = bisect_left(self.behind_starts, each.masked.end)
        for _, word in self.behind[first:last]:
            nearest = bisect_left(free, Span(word.start, 0))
            if nearest < len(free) and free[nearest].overlaps(word):
                return free[nearest]
        return None

    def copies(self, stand_in: str) -> list[Span]:
        """The places in the translation where a stand-in may have been copied and that no mask has taken yet."""
        if stand_in not in self.found:
            wanted = "and" if stand_in == _AND else stand_in
            pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
            self.found[stand_in] = [Span(*match.span()) for match in pattern.finditer(self.target)]
        return self.found[stand_in]


def _in_order(edits: Sequence[_Replacement]) -> list[_Replacement]:
    """The edits in the order of the translation; one whose span another has taken is inserted behind that."""
    ordered: list[_Replacement] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        span = edit.span
        if span.start < done:
            span = Span(done, done)
        ordered.append(_Replacement(span, edit.mask))
        done = span.end
    return ordered


@dataclass(frozen=True, slots=True)
class _Written:
    """A translation with its edits. spans: where each placeable stands. growth: characters gained before each edit."""

    text: str
    edits: Sequence[_Replacement]
    spans: Sequence[Span]
    starts: Sequence[int]
    ends: Sequence[int]
    growth: Sequence[int]

    @classmethod
    def of(cls, target: str, edits: Sequence[_Replacement]) -> _Written:
        parts: list[str] = []
        spans: list[Span] = []
        growth = [0]
        size = 0
        done = 0
        last = ""
        for edit in edits:
            kept = target[done : edit.span.start]
            done = edit.span.end
            last = kept[-1:] or last
            before, after = _spaces(edit, last, target[done : done + 1])
            text = edit.mask.text
            parts.extend((kept, before, text, after))
            start = size + len(kept) + len(before)
            spans.append(Span(start, start + len(text)))
            size = start + len(text) + len(after)
            growth.append(size - done)
            last = after or text[-1:]
        parts.append(target[done:])
        starts = [edit.span.start for edit in edits]
        ends = [edit.span.end for edit in edits]
        return cls("".join(parts), edits, spans, starts, ends, growth)

    def moved(self, span: Span) -> Span:
        """Where a span of the translation stands now; it ends before what was inserted inside it."""
        start, end = span
        behind = bisect_right(self.starts, start)
        if behind < len(self.starts) and self.starts[behind] < end:
            inside = self.edits[behind].span
            if inside.start == inside.end:
                end = inside.start
        new_start = start + self.growth[bisect_right(self.ends, start)]
        new_end = end + self.growth[bisect_left(self.starts, end)]
        return Span(new_start, max(new_start, new_end))

    def replaced(self, span: Span) -> Mask | None:
        """The placeable that was written for a stand-in inside a span of the translation."""
        at = bisect_left(self.starts, span.start)
        if at == len(self.starts) or self.ends[at] == self.starts[at]:
            return None
        if self.ends[at] <= span.end:
            return self.edits[at].mask
        return None


def _spaces(edit: _Replacement, last: str, following: str) -> tuple[str, str]:
    """The spaces before and behind what is inserted between the characters `last` and `following`."""
    if edit.span.end > edit.span.start:
        return "", ""
    is_apart = last == "" or last.isspace() or last in _OPENING
    before = "" if is_apart or edit.mask.joins_left else " "
    after = " " if following.isalnum() and not edit.mask.joins_right else ""
    return before, after


def _moved_use(use: TermUse, written: _Written) -> TermUse:
    """The use where it stands now; a stand-in that was replaced gives way to the placeable."""
    if use.target_span is None:
        return use
    span = written.moved(use.target_span)
    moved = replace(use, target_span=span)
    replaced = written.replaced(use.target_span)
    if replaced is None or replaced.stand_in not in use.source:
        return moved
    source = use.source.replace(replaced.stand_in, replaced.text)
    return replace(moved, source=source, target=span.of(written.text))

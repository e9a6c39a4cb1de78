"""From the translation of a masked sentence to that of the whole: each placeable stands in it exactly once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translator.bitext import TermUse
from translator.document import Span
from translator.language.masking.mask import Mask, unmasked
from translator.language.masking.places import SpanLink, TargetPlaces
from translator.language.masking.stand_ins import SPACE
from translator.language.masking.tags import TagPair, pairs_of, settle

_OPENING = '([{"“‘«'


@dataclass(frozen=True, slots=True)
class Restored:
    """A translation with its placeables; terms and links are those of the whole source."""

    target: str
    terms: tuple[TermUse, ...]
    links: tuple[SpanLink, ...]


@dataclass(frozen=True, slots=True)
class _Replacement:
    """What is written for a span of the translation; without a mask the span is taken out.

    may_part: may it get blanks around it?
    """

    span: Span
    mask: Mask | None
    may_part: bool = True

    @property
    def text(self) -> str:
        return self.mask.text if self.mask else ""


def restore(
    target: str, terms: Sequence[TermUse], links: Sequence[SpanLink], masks: Sequence[Mask], masked_text: str
) -> Restored:
    """Put the placeables into the translation of the masked text; each stands there exactly once.

    A placeable follows the translation of the word before it, or precedes that of the word to which it is joined. One
    that begins or ends its sentence begins or ends the translation. A stand-in is replaced where the model copied it.
    A pair of tags stands around the translation of its words.
    """
    if not masks:
        return Restored(target, tuple(terms), tuple(links))
    places = TargetPlaces(target, terms, links, masks, masked_text)
    edits = _placed(places, masks)
    edits += [_Replacement(span, None) for span in places.leftovers()]
    edits = _in_order(edits)
    written = _Written.of(target, edits)
    uses = [_moved_use(use, written) for use in terms]
    whole_uses = [replace(use, source_span=unmasked(use.source_span, masks)) for use in uses]
    whole_links = [(unmasked(source, masks), written.moved(word)) for source, word in links]
    own_links = []
    for edit, span in zip(edits, written.spans, strict=True):
        if edit.mask is not None and edit.text.strip():
            own_links.append((edit.mask.source, span))
    return Restored(written.text, tuple(whole_uses), (*whole_links, *own_links))


def _placed(places: TargetPlaces, masks: Sequence[Mask]) -> list[_Replacement]:
    """What is written for each mask; a tag that closes a pair comes before one that opens another in the same place."""
    pairs = pairs_of([each.tag for each in masks])
    for pair in pairs:
        pair.span = places.around(masks[pair.opening], masks[pair.closing], pair.children)
    settle(pairs, places.target)
    tags = _placed_tags(pairs, places, masks)
    full = [pair for pair in pairs if not pair.is_empty]
    opened = {pair.span.start for pair in full}
    closing = [tags[pair.closing] for pair in full if pair.span.end in opened]
    edits = []
    for number, each in enumerate(masks):
        may_part = each.text != "" and each.stand_in != SPACE
        edits.append(tags.get(number) or _Replacement(places.place(each), each, may_part))
    return closing + [edit for edit in edits if edit not in closing]


def _placed_tags(pairs: Sequence[TagPair], places: TargetPlaces, masks: Sequence[Mask]) -> dict[int, _Replacement]:
    """What is written for the tags of pairs, by the numbers of their masks."""
    tags: dict[int, _Replacement] = {}
    for pair in pairs:
        for number, at in zip((pair.opening, pair.closing), pair.span, strict=True):
            span = Span(at, at) if pair.is_empty else places.beside(masks[number], at)
            tags[number] = _Replacement(span, masks[number], not pair.is_empty)
    return tags


def _in_order(edits: Sequence[_Replacement]) -> list[_Replacement]:
    """The edits in the order of the translation; one whose span another has taken is inserted behind that."""
    ordered: list[_Replacement] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        span = edit.span
        if span.start < done:
            span = Span(done, done)
        ordered.append(replace(edit, span=span))
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
            text = edit.text
            parts.extend((kept, before, text, after))
            start = size + len(kept) + len(before)
            spans.append(Span(start, start + len(text)))
            size = start + len(text) + len(after)
            growth.append(size - done)
            if edit.mask is None or edit.mask.tag is None:
                last = text[-1:] or last
            last = after or last
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
    if edit.mask is None or edit.span.end > edit.span.start or not edit.may_part:
        return "", ""
    is_apart = last == "" or last.isspace() or last in _OPENING
    has_before, has_behind = not edit.mask.joins_left, not edit.mask.joins_right
    if edit.mask.tag is not None:
        has_before, has_behind = edit.mask.tag.blank_before, edit.mask.tag.blank_behind
    before = " " if has_before and not is_apart else ""
    after = " " if has_behind and following.isalnum() else ""
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

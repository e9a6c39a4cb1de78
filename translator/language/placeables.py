"""Placeables: addresses, code and emoji inside a sentence, which the engine never sees.

They are taken out of the sentence before the engine gets it, and restored by the word links of its translation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from translator.bitext import TermUse
from translator.document import Span

SpanLink = tuple[Span, Span]

_ADDRESS = re.compile(
    r"""
    [(\[<]?                                                    # brackets go with what they hold
    (?: (?:https?|ftp)://[^\s<>"”)\]]+ | www\.[^\s<>"”)\]]+
      | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
      | (?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|edu|gov|mil|id)(?![\w-])(?:/[^\s<>"”)\]]*)?
      | (?<!\S)[@\#][A-Za-z]\w+
      | (?<!\w)`[^`\n]+`
      | (?:[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*)+
    )
    (?<![.,;:!?'])[)\]>]?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A placeable that was taken out. place: where it stood, in the text that is left.

    length: of what was taken out, the space beside the placeable included.
    """

    text: str
    place: int
    length: int


def cut(text: str) -> tuple[str, tuple[Cut, ...]]:
    """The text without its placeables, and what was taken out, from left to right."""
    left: list[str] = []
    cuts: list[Cut] = []
    done = 0
    size = 0
    for found in _ADDRESS.finditer(text):
        start, end = _with_space(text, found, done)
        left.append(text[done:start])
        size += start - done
        cuts.append(Cut(found.group(), size, end - start))
        done = end
    left.append(text[done:])
    return "".join(left), tuple(cuts)


def _with_space(text: str, found: re.Match[str], done: int) -> tuple[int, int]:
    """The span of a placeable with one of the two spaces around it. done: where the last one ended."""
    start, end = found.span()
    begins_text = start == done == 0
    follows_space = start > done and text[start - 1] == " "
    if text.startswith(" ", end) and (begins_text or text[start - 1] == " "):
        return start, end + 1
    if follows_space:
        return start - 1, end
    return start, end


def uncut(span: Span, cuts: Sequence[Cut]) -> Span:
    """A span of the text that is left, as a span of the whole text."""
    places = [each.place for each in cuts]
    gone = [0, *accumulate(each.length for each in cuts)]
    before_start = gone[bisect_right(places, span.start)]
    before_end = gone[bisect_right(places, span.end - 1)]
    return Span(span.start + before_start, span.end + before_end)


@dataclass(frozen=True, slots=True)
class Planted:
    """A translation with its placeables; terms and links are those of the whole source."""

    target: str
    terms: tuple[TermUse, ...]
    links: tuple[SpanLink, ...]


def plant(target: str, terms: Sequence[TermUse], links: Sequence[SpanLink], cuts: Sequence[Cut], left: str) -> Planted:
    """Put the placeables into the translation of what was `left` of the source.

    A placeable follows the translation of the word before it. One that begins or ends its sentence begins or ends the
    translation.
    """
    if not cuts:
        return Planted(target, tuple(terms), tuple(links))
    uses, word_links = list(terms), list(links)
    restored: list[SpanLink] = []
    gone = 0
    for each in cuts:
        place = _place(target, uses, word_links, each, left)
        before = "" if place == 0 or target[place - 1].isspace() else " "
        after = " " if target[place : place + 1].isalnum() else ""
        inserted = before + each.text + after
        target = target[:place] + inserted + target[place:]
        uses = [_moved_use(use, place, len(inserted)) for use in uses]
        word_links = _moved_links(word_links, place, len(inserted))
        restored = _moved_links(restored, place, len(inserted))
        source_start = each.place + gone
        target_start = place + len(before)
        source_span = Span(source_start, source_start + each.length)
        restored.append((source_span, Span(target_start, target_start + len(each.text))))
        gone += each.length
    uses = [replace(use, source_span=uncut(use.source_span, cuts)) for use in uses]
    whole_links = [(uncut(source, cuts), word) for source, word in word_links]
    return Planted(target, tuple(uses), (*whole_links, *restored))


def _place(target: str, terms: Sequence[TermUse], links: Sequence[SpanLink], here: Cut, left: str) -> int:
    if not any(map(str.isalnum, left[: here.place])):
        return 0
    if not any(map(str.isalnum, left[here.place :])):
        is_behind_the_stop = left[: here.place].endswith((".", "!", "?", "…"))
        return len(target) if is_behind_the_stop else len(target.rstrip(".!?\"'”’)»…"))
    before = [link for link in links if link[0].end <= here.place]
    nearest = max((source.end for source, _ in before), default=0)
    place = max((word.end for source, word in before if source.end == nearest), default=len(target))
    place = len(target[:place].rstrip(".,;:!?"))
    for term in terms:
        span = term.target_span
        if span is not None and span.start < place < span.end:
            return span.end
    return place


def _moved_use(use: TermUse, at: int, by: int) -> TermUse:
    if use.target_span is None:
        return use
    return replace(use, target_span=_moved(use.target_span, at, by))


def _moved_links(links: Sequence[SpanLink], at: int, by: int) -> list[SpanLink]:
    return [(source, _moved(word, at, by)) for source, word in links]


def _moved(span: Span, at: int, by: int) -> Span:
    return span.shifted(by) if span.start >= at else span

"""What passes the engine untouched inside a sentence: addresses and emoji. They are cut out, and planted again by word
links."""

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
    """An address that was cut out. place: where, in what is left. length: of what was cut, a space beside it too."""

    text: str
    place: int
    length: int


def cut(text: str) -> tuple[str, tuple[Cut, ...]]:
    """The text without its addresses, and the cuts from left to right."""
    left, cuts, done, size = [], [], 0, 0
    for found in _ADDRESS.finditer(text):
        start, end = found.span()
        if end < len(text) and text[end] == " " and (start == done == 0 or text[start - 1] == " "):
            end += 1  # one of the two spaces goes
        elif start > done and text[start - 1] == " ":
            start -= 1
        left.append(text[done:start])
        size += start - done
        cuts.append(Cut(found.group(), size, end - start))
        done = end
    return "".join([*left, text[done:]]), tuple(cuts)


def uncut(span: Span, cuts: Sequence[Cut]) -> Span:
    """A span of the text that is left, as a span of the whole text."""
    places = [each.place for each in cuts]
    gone = [0, *accumulate(each.length for each in cuts)]
    return Span(
        span.start + gone[bisect_right(places, span.start)], span.end + gone[bisect_right(places, span.end - 1)]
    )


@dataclass(frozen=True, slots=True)
class Planted:
    """A translation with its addresses; terms and links are those of the whole source."""

    target: str
    terms: tuple[TermUse, ...]
    links: tuple[SpanLink, ...]


def plant(target: str, terms: Sequence[TermUse], links: Sequence[SpanLink], cuts: Sequence[Cut], left: str) -> Planted:
    """Put the addresses into the translation of what was `left` of the source.

    An address goes behind the translation of the word before it; one that begins or ends its sentence begins or ends
    the translation.
    """
    if not cuts:
        return Planted(target, tuple(terms), tuple(links))
    addresses: list[SpanLink] = []
    gone = 0
    for each in cuts:
        place = _place(target, terms, links, each, left)
        before = "" if place == 0 or target[place - 1].isspace() else " "
        after = " " if target[place : place + 1].isalnum() else ""
        by = len(before + each.text + after)
        target = target[:place] + before + each.text + after + target[place:]
        terms = [replace(term, target_span=term.target_span and _moved(term.target_span, place, by)) for term in terms]
        links = [(source, _moved(word, place, by)) for source, word in links]
        addresses = [(source, _moved(address, place, by)) for source, address in addresses]
        start = place + len(before)
        addresses.append(
            (Span(each.place + gone, each.place + gone + each.length), Span(start, start + len(each.text)))
        )
        gone += each.length
    terms = [replace(term, source_span=uncut(term.source_span, cuts)) for term in terms]
    return Planted(target, tuple(terms), (*((uncut(source, cuts), word) for source, word in links), *addresses))


def _place(target: str, terms: Sequence[TermUse], links: Sequence[SpanLink], here: Cut, left: str) -> int:
    if not any(character.isalnum() for character in left[: here.place]):
        return 0
    if not any(character.isalnum() for character in left[here.place :]):
        is_behind_the_stop = left[: here.place].endswith((".", "!", "?", "…"))
        return len(target) if is_behind_the_stop else len(target.rstrip(".!?\"'”’)»…"))
    before = [link for link in links if link[0].end <= here.place]
    nearest = max((source.end for source, _ in before), default=0)
    place = max((word.end for source, word in before if source.end == nearest), default=len(target))
    place -= len(target[:place]) - len(target[:place].rstrip(".,;:!?"))
    inside = [term.target_span for term in terms if term.target_span]
    return next((span.end for span in inside if span.start < place < span.end), place)


def _moved(span: Span, at: int, by: int) -> Span:
    return span.shifted(by) if span.start >= at else span

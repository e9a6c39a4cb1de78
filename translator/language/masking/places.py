"""Where in the translation of a masked sentence its placeables belong."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from translator.bitext import TermUse
from translator.document import Span
from translator.language.masking.mask import CLOSING, Mask
from translator.language.masking.stand_ins import AND, NAMES, NUMBERS, SIGNS_IN_WORDS, SPACE, TIMES
from translator.language.masking.tags import TagPair
from translator.language.symbols import OF_NUMBERS

SpanLink = tuple[Span, Span]

_MARKS = tuple(CLOSING)
_OPENING = "([{\"'“‘«"
_INK = re.compile(r"[^\W_]")
_NO_INK = re.compile(r"[\W_]*")
_NOTE_SIGN = re.compile(r"[*†‡]+\)|[†‡]+")  # two stars alone may be emphasis
_PUNCTUATION = re.compile(r"[^\w\s-]")
_MAX_PHRASE = 6  # links of words before the sign of a note that may be of one phrase
_SAME_PLACE = frozenset([*SIGNS_IN_WORDS.values(), TIMES])


class TargetPlaces:
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
        self.term_links = [(term.source_span, term.target_span) for term in terms if term.target_span]
        self.term_ends = {source.end: translation.end for source, translation in self.term_links}
        self.terms = sorted([target_span for _, target_span in self.term_links])
        self.found: dict[str, list[Span]] = {}
        self.signs: dict[str, tuple[list[Span], list[Span]]] = {}
        self.waiting = Counter(each.stand_in for each in masks)
        inked = [found.start() for found in _INK.finditer(masked_text)] or [len(masked_text)]
        self.first_ink, self.last_ink = inked[0], inked[-1]

    def place(self, each: Mask) -> Span:
        """The span of the translation that gives way to a placeable; empty where it is inserted."""
        if each.stand_in == SPACE:
            return self._next(each) if each.text in OF_NUMBERS else self._space(each)
        if each.stand_in in _SAME_PLACE:
            return self._same_place(each)
        if each.stand_in:
            copied = self._copied(each)
            if copied is not None:
                return copied
        return self._insertion(each)

    def around(self, opening: Mask, closing: Mask, inner: Iterable[TagPair]) -> Span:
        """Where a pair of tags stands: around the translations of the words between them, and of the inner pairs."""
        source = Span(opening.masked.end, closing.place)
        is_whole = source.start <= self.first_ink and source.end > self.last_ink
        if is_whole:
            return Span(self._begin(source.start), self._end(source.end))
        spans = list(self._translations(source))
        spans += [pair.span for pair in inner if not pair.is_empty]
        if not spans:
            at = self._insertion(opening)
            return Span(at.start, at.start)
        start = min(span.start for span in spans)
        end = max(span.end for span in spans)
        return self._with_marks(source, Span(start, end))

    def beside(self, tag: Mask, at: int) -> Span:
        """The span that gives way to a tag at this place: the blank beside it where the source has none there."""
        if tag.stand_in == SPACE:
            blank = self._space(tag)
            if at in blank:
                return blank
        return Span(at, at)

    def _translations(self, source: Span) -> Iterator[Span]:
        """What the links and the terms have for a span of the source; of a word that is copied only its own letters."""
        if source.start == source.end:
            return
        first = max(0, bisect_left(self.behind_starts, source.start) - 1)
        last = bisect_left(self.behind_starts, source.end)
        for word, translation in (*self.behind[first:last], *self.term_links):
            if not word.overlaps(source):
                continue
            if word.of(self.text) == translation.of(self.target):
                by = translation.start - word.start
                yield Span(max(word.start, source.start) + by, min(word.end, source.end) + by)
            else:
                yield translation

    def _with_marks(self, source: Span, span: Span) -> Span:
        """A span of the translation with those marks at its ends that the source has there, and with whole terms."""
        words = source.of(self.text)
        start = span.start + len(span.of(self.target)) - len(span.of(self.target).lstrip(_OPENING))
        end = max(start, len(self.target[: span.end].rstrip(CLOSING)))
        for mark in reversed(words[: len(words) - len(words.lstrip(_OPENING))]):
            start -= self.target[:start].endswith(mark)
        for mark in words[len(words.rstrip(CLOSING)) :]:
            end += self.target.startswith(mark, end)
        first = bisect_left(self.terms, Span(start, start))
        if first and start < self.terms[first - 1].end:
            start = self.terms[first - 1].start
        return Span(start, self._outside_terms(end))

    def _insertion(self, each: Mask) -> Span:
        here = each.place
        if each.text.startswith("/") and here in self.term_ends:  # the name of a unit behind its number
            at = self.term_ends[here]
        elif here <= self.first_ink and _is_half(each, _OPENING):
            at = self._begin(here)
        elif each.masked.end > self.last_ink and _is_half(each, CLOSING):
            at = self._end(here)
        else:
            at = self._beside_neighbour(each)
        return Span(at, at)

    def _beside_neighbour(self, each: Mask) -> int:
        """The place beside the translation of the word that the placeable is joined to, else of the one before it."""
        here, behind = each.place, each.masked.end
        is_leader = each.text.strip(".") == ""  # the dots that begin a quoted half sentence
        begins_a_word = each.joins_right and not each.joins_left and not is_leader
        if begins_a_word and self._translates(behind + 1):
            return self._start_of_next(behind)
        if each.joins_left and self._translates(here):
            return self._end_of_phrase(here) if _NOTE_SIGN.fullmatch(each.text) else self._end_of_previous(here)
        if here <= self.first_ink:
            return self._begin(here)
        if behind > self.last_ink:
            return self._end(here)
        return self._end_of_previous(here)

    def _translates(self, end: int) -> bool:
        """Has the word of the masked text with the character before `end` a translation?"""
        first = bisect_left(self.before_ends, end)
        if first >= len(self.before):
            return False
        return self.before[first][0].start < end

    def _begin(self, here: int) -> int:
        """The start of the translation, behind the quotes and brackets that stand before the placeable."""
        opening = len(self.text[:here].strip())
        return _NO_INK.match(self.target[:opening]).end()  # type: ignore[union-attr]

    def _end(self, here: int) -> int:
        """The end of the translation, before the marks that stand behind the placeable."""
        closing = len(self.text[here:].strip())
        if closing == 0 and not self.text[:here].rstrip().endswith(_MARKS):
            closing = 1
        return max(len(self.target) - closing, len(self.target.rstrip(CLOSING)))

    def _end_of_previous(self, here: int) -> int:
        last = bisect_right(self.before_ends, here) - 1
        following = self.before[last + 1 : last + 2]
        if following and following[0][0].start < here:
            last += 1
        at = self._nearest_end(last, here) if last >= 0 else len(self.target)
        if self.text[:here].rstrip()[-1:].isalnum():
            at = len(self.target[:at].rstrip(CLOSING))
        return self._outside_terms(at)

    def _end_of_phrase(self, here: int) -> int:
        """The end of the English phrase of which a word before `here` is a part: English has adjectives first."""
        at = self._end_of_previous(here)
        last = bisect_right(self.before_ends, here)
        for source, word in reversed(self.before[max(0, last - _MAX_PHRASE) : last]):
            if _PUNCTUATION.search(self.text, source.end - 1, here):
                break
            if word.start == at + 1:
                at = len(self.target[: word.end].rstrip(CLOSING))
        return self._outside_terms(at)

    def _nearest_end(self, last: int, here: int) -> int:
        """The end of the target word that translates a source word.

        Of several it is that of the same word, a figure for example, else the one nearest to the same share.
        """
        first = bisect_left(self.before_ends, self.before_ends[last])
        links = self.before[first : last + 1]
        same = [link for link in links if link[0].of(self.text) == link[1].of(self.target)]
        ends = [word.end for _, word in same or links]
        expected = here * len(self.target) / max(1, len(self.text))
        return min(ends, key=lambda end: abs(end - expected))

    def _start_of_next(self, here: int) -> int:
        first = bisect_left(self.behind_starts, here)
        if first > 0 and self.behind[first - 1][0].end > here:
            first -= 1
        if first == len(self.behind):
            return self._end_of_previous(here)
        nearest = self.behind_starts[first]
        last = bisect_right(self.behind_starts, nearest) - 1
        behind = self.target[self.behind[last][1].start :].lstrip("\"'“‘(")
        return self._outside_terms(len(self.target) - len(behind))

    def _outside_terms(self, at: int) -> int:
        """The place, or the end of the term that it would part."""
        last = bisect_left(self.terms, Span(at, 0)) - 1
        if last >= 0 and at < self.terms[last].end:
            return self.terms[last].end
        return at

    def _space(self, each: Mask) -> Span:
        """The space of the translation that is nearest to where the words part in the source; there may be none."""
        if not self.text[: each.place].strip():
            return Span(0, len(self.target) - len(self.target.lstrip()))
        following = self.text[each.masked.end :]
        if not following.strip():
            return Span(len(self.target.rstrip()), len(self.target))
        at = self._end_of_previous(each.place)
        if following.startswith(_MARKS) and self.target.startswith(following[0], at):
            return Span(at, at)
        behind = self.target.find(" ", at)
        if behind < 0:
            behind = self.target.rfind(" ")
        if behind < 0:
            return Span(at, at)
        return Span(behind, behind + 1)

    def _next(self, each: Mask) -> Span:
        """The place before the translation of what stands behind a sign: usia>60 is age >60."""
        at = self._start_of_next(each.masked.end)
        return Span(at, at)

    def _same_place(self, each: Mask) -> Span:
        """The place of a bracket or `x`: the first in the source is the first in the translation, and so on."""
        if each.stand_in not in self.signs:
            self.signs[each.stand_in] = self._all(each.stand_in, self.text), self._all(each.stand_in, self.target)
        sources, targets = self.signs[each.stand_in]
        number = bisect_left(sources, each.masked)
        if len(sources) != len(targets) or sources[number : number + 1] != [each.masked]:
            return self._insertion(each)
        return targets[number]

    def leftovers(self) -> Iterator[Span]:
        """What the model wrote of stand-ins more often than it should, with the blank before it."""
        for stand_in, copies in self.found.items():
            if stand_in not in (*NAMES, *NUMBERS):
                continue
            for copy in copies:
                has_blank = self.target[copy.start - 1 : copy.start] == " "
                yield Span(copy.start - has_blank, copy.end)

    def _copied(self, each: Mask) -> Span | None:
        """Where the model wrote the stand-in, or `and` for `dan`: the linked place, else one of as many as masks."""
        free = self.copies(each.stand_in)
        chosen = self._linked_copy(each, free)
        if chosen is None and free and (each.is_unmistakable or len(free) <= self.waiting[each.stand_in]):
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
            self.found[stand_in] = self._all("and" if stand_in == AND else stand_in, self.target)
        return self.found[stand_in]

    def _all(self, stand_in: str, text: str) -> list[Span]:
        """The places of a stand-in in a text; letters stand for themselves only as a whole word."""
        border = r"\w"
        if stand_in.isdigit():  # also behind a sign of money: Rp47
            border = r"\d"
        elif stand_in in _SAME_PLACE:  # `x` also between digits: 2x3
            border = r"[^\W\d_]" if stand_in.isalpha() else r"[^\w\W]"
        pattern = rf"(?<!{border}){re.escape(stand_in)}(?!{border})"
        return [Span(*found.span()) for found in re.compile(pattern).finditer(text)]


def _is_half(each: Mask, brackets: str) -> bool:
    """Is it one of these brackets without its other half, for which nothing stands in?"""
    return not each.stand_in and each.text in brackets

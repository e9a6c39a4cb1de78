"""What stands apart in a subtitle: a sound in brackets (`[Ledakan] Awas!`), and a line in capitals among others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translator.document import Span
from translator.markup.cue_lines import Line

_TAGS = r"(?:<[^<>]*>|\{[^{}]*\})"
_BRACKET = r"(?:\((?=[^()]*[^\W\d_]{2})[^()]*\)|\[(?=[^\[\]]*[^\W\d_]{2})[^\[\]]*\])"  # with a word in it
_SOUND = re.compile(r"(?:[-–—]\s*)?(?:\([^()]*\)|\[[^\[\]]*\])")
# A bracket before a capital or a figure, or behind the end of a sentence: amid a sentence it may be a part of that.
_FIRST = re.compile(
    rf"(?>(?:\s|{_TAGS})*)(?:[-–—]\s*+)?{_BRACKET}(?>(?:\s*+</[A-Za-z]+>)*)(?P<gap>\s++)"
    rf"(?=(?>(?:{_TAGS}|[\"“'‘(\[–—-]\s*+)*)[^\W_])(?!(?>(?:{_TAGS}|[\"“'‘–—-]\s*+)*)[^\W\d_A-Z])"
)
_LAST = re.compile(rf"(?<=[.!?…\"”])(?P<gap>\s++)(?>(?:{_TAGS})*){_BRACKET}(?>(?:\s|{_TAGS})*)\Z")
_TAG = re.compile(_TAGS)
_SENTENCE_ENDS = tuple('.!?…:)]"”♪')


def at_sounds(lines: Iterable[Line], text: str) -> Iterator[Line]:
    """The lines of a cue, cut behind the sounds in brackets that begin one, and before one that ends it."""
    may_begin = True
    for line in lines:
        start, end = line.span
        cuts = []
        first = _FIRST.match(text, start, end)
        while may_begin and first is not None:
            cuts.append(Span(*first.span("gap")))
            first = _FIRST.match(text, first.end(), end)
        last = _LAST.search(text, cuts[-1].end if cuts else start, end)
        if last is not None:
            cuts.append(Span(*last.span("gap")))
        for gap in cuts:
            yield Line(Span(start, gap.start), gap.of(text), line.number)
            start = gap.end
        yield Line(Span(start, end), line.end, line.number)
        may_begin = _words(text[start:end]).endswith(_SENTENCE_ENDS)


def are_apart(before: str, line: str) -> bool:
    """Is one of two lines a sound in brackets, or one in capitals and the other not? before: empty where none is."""
    before, words = _words(before), _words(line)
    if _SOUND.fullmatch(before) or _SOUND.fullmatch(words):
        return True
    return before != "" and before.isupper() is not words.isupper()


def _words(line: str) -> str:
    return _TAG.sub("", line).strip()

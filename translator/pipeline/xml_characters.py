"""Characters that XML has not got are dropped from a translation that is written as XML, and it is told how many."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from translator import alignment
from translator.bitext import Bitext, Pair, SegmentPair, TermUse
from translator.document import Span
from translator.markup.xml_text import NOT_XML


def fit_for_xml(bitext: Bitext) -> Bitext:
    """The bitext of a document that is XML without such characters, and with a notice where there were any.

    They come from glossaries, translation memories and edited bilingual files. Without them the bilingual files say
    what the document says. Any other bitext stays as it is.
    """
    if not bitext.document.is_xml:
        return bitext
    dropped = sum(len(NOT_XML.findall(pair.target)) for pair in bitext.pairs())
    if not dropped:
        return bitext
    notice = f"characters that XML has not got were dropped: {dropped}"
    document = replace(bitext.document, notices=(*bitext.document.notices, notice))
    return replace(bitext, document=document, segments=tuple(map(_cleaned_segment, bitext.segments)))


def _cleaned_segment(segment: SegmentPair) -> SegmentPair:
    return replace(segment, pairs=tuple(map(_cleaned, segment.pairs)))


def _cleaned(pair: Pair) -> Pair:
    """The pair without such characters; its terms, names and links stay with their words."""
    if not NOT_XML.search(pair.target):
        return pair

    def moved(span: Span) -> Span:
        return Span(_length(pair.target[: span.start]), _length(pair.target[: span.end]))

    target = NOT_XML.sub("", pair.target).strip()
    sources, targets = alignment.words(pair.source), alignment.words(pair.target)
    links = [(sources[link.source], moved(targets[link.target])) for link in pair.links]
    return replace(
        pair,
        target=target,
        terms=_moved_uses(pair.terms, moved),
        names=_moved_uses(pair.names, moved),
        links=alignment.number(pair.source, target, links),
    )


def _length(text: str) -> int:
    """How long the beginning of a translation is without such characters, and without blanks before it."""
    return len(NOT_XML.sub("", text).lstrip())


def _moved_uses(uses: Iterable[TermUse], moved: Callable[[Span], Span]) -> tuple[TermUse, ...]:
    return tuple([replace(use, target_span=use.target_span and moved(use.target_span)) for use in uses])

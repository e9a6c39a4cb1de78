"""Changes of a finished pair: its text changes, and the places of its terms and names and its links move along."""

from __future__ import annotations

import re
from dataclasses import replace

from translator import alignment
from translator.alignment import SpanLink
from translator.bitext import Pair, Status, TermUse
from translator.document import Span
from translator.enforcement.draft import overlaps_any
from translator.enforcement.edits import article_before, over_full_stop, right_article

_POSSESSIVE = re.compile(r"['’](s\b|(?= \w))")
_OPENING_QUOTE = re.compile(r"(?<!\w)['‘]")


def with_form(pair: Pair, index: int, target: str, form: str) -> Pair:
    """The pair with `form`, of the accepted translation `target`, in place of what stands for its term `index`.

    An indefinite article before it becomes the right one, and so does a possessive behind it. Of two full stops one
    goes.
    """
    span = place_of(pair, index)
    changed = with_text(pair, over_full_stop(pair.target, span, form), form)
    changed = _with_possessive(changed, span.start + len(form), is_plural=span.of(pair.target).endswith("s"))
    written = Span(span.start, span.start + len(form))
    use = replace(pair.terms[index], target=target, status=Status.SWAPPED, target_span=written)
    changed = replace(changed, terms=(*changed.terms[:index], use, *changed.terms[index + 1 :]))
    old = article_before(pair.target, span.start)
    others = [each.target_span for each in (*changed.terms, *changed.names) if each.target_span]
    if not old or overlaps_any(old, others):
        return changed
    return with_text(changed, old, right_article(old.of(pair.target), form))


def _with_possessive(pair: Pair, place: int, *, is_plural: bool) -> Pair:
    """The pair with the possessive that stands at `place` in the shape that the word before it wants.

    is_plural: the word that stood there ended in -s, so that an apostrophe alone is a possessive, not a closing quote.
    """
    text = pair.target
    found = _POSSESSIVE.match(text, place)
    if not found:
        return pair
    is_possessive = found[1] or (is_plural and not _OPENING_QUOTE.search(text, 0, place))
    ending = "" if text[place - 1] == "s" else "s"
    if not is_possessive or ending == found[1]:
        return pair
    return with_text(pair, Span(*found.span(1)), ending)


def with_text(pair: Pair, span: Span, text: str) -> Pair:
    """The pair with `text` in place of the characters `span` of its target. What it was is kept as `unforced`."""
    target = pair.target[: span.start] + text + pair.target[span.end :]
    return replace(
        pair,
        target=target,
        terms=tuple([_use_moved(use, span, text) for use in pair.terms]),
        names=tuple([_use_moved(use, span, text) for use in pair.names]),
        links=alignment.number(pair.source, target, _moved_links(pair, span, text)),
        unforced=pair.target if pair.unforced is None else pair.unforced,
    )


def standing(pair: Pair) -> list[int]:
    """The numbers of the terms that stand in the target, in the order in which they stand there."""
    places = []
    for index, use in enumerate(pair.terms):
        if use.target_span is not None:
            places.append((use.target_span, index))
    return [index for _, index in sorted(places)]


def place_of(pair: Pair, index: int) -> Span:
    """The characters of the target where a term stands."""
    span = pair.terms[index].target_span
    if span is None:
        raise ValueError(f"term {index} does not stand in {pair.target!r}")
    return span


def _use_moved(use: TermUse, span: Span, text: str) -> TermUse:
    if use.target_span is None:
        return use
    return replace(use, target_span=_moved(use.target_span, span, text))


def _moved_links(pair: Pair, span: Span, text: str) -> list[SpanLink]:
    source_words, target_words = alignment.words(pair.source), alignment.words(pair.target)
    links = []
    for link in pair.links:
        word = _moved(target_words[link.target], span, text)
        links.append((source_words[link.source], word))
    return links


def _moved(place: Span, span: Span, text: str) -> Span:
    """Where a place is found after `text` was written over `span`; what touches the span is the new text."""
    if place.end <= span.start:
        return place
    if place.start >= span.end:
        return place.shifted(len(text) - (span.end - span.start))
    return Span(min(place.start, span.start), span.start + len(text))

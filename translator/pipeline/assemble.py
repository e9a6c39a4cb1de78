"""From the translations of a sentence's parts to its pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from glossary import occurrences
from translator import alignment
from translator.bitext import Origin, Pair, Status, TermUse
from translator.document import Span
from translator.enforcement.cascade import Enforced
from translator.enforcement.verify import verified
from translator.language import allcaps, masking, spelled_out
from translator.pipeline.prepare import Sentence


def assemble_pair(sentence: Sentence, translations: Sequence[Enforced]) -> Pair:
    """The pair of a sentence from the translations of its parts; between them stands what the source has there.

    The last step is the verification: of the terms only what the finished text has is believed.
    """
    if not sentence.tasks:
        return Pair(sentence.source, spelled_out.localised(sentence.source), Origin.COPIED)
    target, unforced, done = "", "", 0
    terms: list[TermUse] = []
    names: list[TermUse] = []
    links: list[alignment.SpanLink] = []
    for span, translation in zip(sentence.spans, translations, strict=True):
        gap = sentence.text[done : span.start]
        target, unforced, done = target + gap, unforced + gap, span.end
        terms += [_placed(use, span.start, len(target)) for use in translation.terms]
        names += [_placed(use, span.start, len(target)) for use in translation.names]
        links += [(a.shifted(span.start), b.shifted(len(target))) for a, b in translation.links]
        target += translation.text
        unforced += translation.text if translation.unforced is None else translation.unforced
    uses = [*terms, *names]
    written = [_written(use, target) for use in uses]
    if sentence.capitals:
        target, unforced = allcaps.raised(target), allcaps.raised(unforced)
    unforced_whole = None
    if unforced != target:
        unforced_whole = masking.restore(unforced, [], [], sentence.masks, sentence.text).target
    whole = masking.restore(target if target.strip() else sentence.text, uses, links, sentence.masks, sentence.text)
    checked = []
    for use, restored, form in zip(uses, whole.terms, written, strict=True):
        expected = form if restored.target == use.target else restored.target
        checked.append(verified(restored, expected, whole.target))
    uses = checked
    in_masks = _uses_in_masks(whole, sentence.masks)
    return Pair(
        sentence.source,
        whole.target,
        Origin.ENGINE,
        tuple(sorted([*uses[: len(terms)], *in_masks], key=attrgetter("source_span"))),
        links=alignment.number(sentence.source, whole.target, whole.links),
        score=sum(translation.score for translation in translations) / len(translations),
        unforced=unforced_whole,
        names=_without_placeables(uses[len(terms) :], sentence.masks),
    )


def _placed(use: TermUse, source: int, target: int) -> TermUse:
    """The use of a part that begins at `source` in its sentence, and at `target` in the translation."""
    span = use.target_span and use.target_span.shifted(target)
    return replace(use, source_span=use.source_span.shifted(source), target_span=span)


def _uses_in_masks(whole: masking.Restored, masks: Iterable[masking.Mask]) -> Iterator[TermUse]:
    """The uses of the terms that are a part of a placeable, in their order."""
    places = dict(whole.links)
    for mask in masks:
        if mask.is_name:
            for use in _uses_in(mask):
                yield _placed(use, 0, places[mask.source].start)


def _uses_in(mask: masking.Mask) -> Iterator[TermUse]:
    """The uses of the terms of a placeable, as they stand in its English."""
    done = 0
    for match in mask.terms:
        places = [place for place in occurrences(mask.text, match) if place[0] >= done]
        if places:
            start, done, target = places[0]
            yield TermUse(match.term.source, target, Status.SOURCE, Span(match.start, match.end), Span(start, done))


def _without_placeables(names: Iterable[TermUse], masks: Iterable[masking.Mask]) -> tuple[TermUse, ...]:
    """The names that the source has, without those that stood in for placeables."""
    masked = {mask.source for mask in masks if mask.is_name}
    return tuple([name for name in names if name.source_span not in masked])


def _written(use: TermUse, target: str) -> str:
    if use.target_span:
        return use.target_span.of(target)
    return ""

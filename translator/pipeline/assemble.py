"""From the translations of a sentence's parts to its pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translator import alignment
from translator.bitext import Origin, Pair, TermUse
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
    return Pair(
        sentence.source,
        whole.target,
        Origin.ENGINE,
        tuple(uses[: len(terms)]),
        links=alignment.number(sentence.source, whole.target, whole.links),
        score=sum(translation.score for translation in translations) / len(translations),
        unforced=unforced_whole,
        names=_without_placeables(uses[len(terms) :], sentence.masks),
    )


def _placed(use: TermUse, source: int, target: int) -> TermUse:
    """The use of a part that begins at `source` in its sentence, and at `target` in the translation."""
    span = use.target_span and use.target_span.shifted(target)
    return replace(use, source_span=use.source_span.shifted(source), target_span=span)


def _without_placeables(names: Iterable[TermUse], masks: Iterable[masking.Mask]) -> tuple[TermUse, ...]:
    """The names that the source has, without those that stood in for placeables."""
    masked = {mask.source for mask in masks if mask.is_name}
    return tuple([name for name in names if name.source_span not in masked])


def _written(use: TermUse, target: str) -> str:
    if use.target_span:
        return use.target_span.of(target)
    return ""

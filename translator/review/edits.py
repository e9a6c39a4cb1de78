"""The pairs of a document as a reviewer left them: what differs from what Padan had translated counts as reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from translator.bilingual.base import Numbered
from translator.bitext import Origin, Pair
from translator.review.links import carried
from translator.review.matching import SentencePlace, comparable, match
from translator.review.record import Record, former_targets


def former_pairs(
    record: Record, places: Sequence[SentencePlace], rows: Sequence[Numbered | None], segments: int
) -> list[Pair | None]:
    """What each sentence was before the review; None where that is not known, or it was not of Padan's making.

    rows: the reviewer's. segments: of the document. Where there is no record, a row that says that the model wrote it,
    or that nothing was to be translated, is taken for what it was.
    """
    if record.rows:
        return list(map(_pair, match(record.rows, places).rows))
    if len(record.segments) == segments:
        return _formers_of([segment.text for segment in record.segments], places, rows)
    return list(map(_unedited, rows))


def _pair(row: Numbered | None) -> Pair | None:
    if row is None:
        return None
    return row.pair


def _unedited(row: Numbered | None) -> Pair | None:
    """The pair of a row that says that no person wrote it."""
    pair = _pair(row)
    if pair is None:
        return None
    if pair.origin is Origin.MEMORY:
        return None
    return pair


def _formers_of(
    texts: Sequence[str], places: Sequence[SentencePlace], rows: Sequence[Numbered | None]
) -> list[Pair | None]:
    """What each sentence was, as far as the texts of the translated segments tell."""
    pairs = [_pair(row) or Pair(place.text, "", Origin.ENGINE) for place, row in zip(places, rows, strict=True)]
    targets: list[str | None] = []
    numbered = zip(places, pairs, strict=True)
    for segment, group in groupby(numbered, key=_segment):
        now = [pair.target for _, pair in group]
        targets += former_targets(texts[segment - 1], now)
    return list(map(_with_target, pairs, targets))


def _segment(numbered: tuple[SentencePlace, Pair]) -> int:
    return numbered[0].segment


def _with_target(pair: Pair, target: str | None) -> Pair | None:
    if target is None:
        return None
    return replace(pair, target=target)


def reviewed_pair(source: str, given: Pair, former: Pair | None) -> Pair:
    """The pair of a sentence that a reviewer gave. former: what it was. Its findings are those of another time."""
    if former is None:
        return Pair(source, given.target, Origin.MEMORY, given.terms, reviewed=True)
    known = former if former.terms or former.links else given  # of one target: only tables have terms and links
    if comparable(given.target) == comparable(former.target):
        is_reviewed = given.reviewed or former.reviewed
        return replace(known, source=source, target=former.target, findings=(), reviewed=is_reviewed)
    links = carried(known.links, former.target, given.target)
    return Pair(source, given.target, Origin.MEMORY, known.terms, links=links, reviewed=True)

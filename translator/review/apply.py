"""A reviewer's bilingual file and the source become a bitext, with terms and checks looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translator.batch.report import several
from translator.bilingual.base import Numbered
from translator.bilingual.reading import read
from translator.bitext import Bitext, Origin, Pair, Stamp
from translator.checks import examine, examine_document
from translator.document import Document
from translator.errors import SourceError
from translator.pipeline.join import assemble_bitext
from translator.pipeline.xml_characters import fit_for_xml
from translator.review.edits import former_pairs, reviewed_pair
from translator.review.mark_links import with_mark_links
from translator.review.matching import Matching, SentencePlace, match, places_of, split_as
from translator.review.record import Record

MOST_TOLD = 10  # rows or sentences that are told one by one

JudgeTerms = Callable[[Pair], Pair]  # gives a pair the terms that its translation has


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a reviewer's file. left: its rows that belong to no sentence. notices: for the user."""

    bitext: Bitext
    left: tuple[Numbered, ...] = ()
    notices: tuple[str, ...] = ()


def applied(edited: Path, document: Document, record: Record, stamp: Stamp, judge: JudgeTerms) -> Applied:
    """The bitext of a document with the translations that `edited` has.

    record: what Padan had translated. stamp: of what made that. Raises SourceError where the file cannot be read, or
    has no sentence of the document.
    """
    rows = _of_document(read(edited), document.name)
    spans = split_as(document, rows)
    places = places_of(document, spans)
    found = match(rows, places)
    given = [row if row and row.pair.target else None for row in found.rows]
    if places and not any(given):
        raise SourceError(f"{edited} has no sentence of {document.name}", "name the document that it was made from")
    formers = former_pairs(record, places, given, len(document.segments))
    formers = with_mark_links(formers, document, spans, record.segments)
    pairs = []
    for place, row, former in zip(places, given, formers, strict=True):
        pair = reviewed_pair(place.text, row.pair, former) if row else _not_given(place.text, former)
        pairs.append(judge(pair))
    bitext = fit_for_xml(assemble_bitext(document, spans, _examined(pairs), stamp))
    notices = *_told_rows(edited, found), *_told_sentences(edited, places, given, formers)
    return Applied(bitext, found.left, notices)


def _of_document(rows: Sequence[Numbered], name: str) -> Sequence[Numbered]:
    """The rows of the document called `name`; all, where none says so."""
    own = [row for row in rows if row.document == name]
    if own:
        return own
    return rows


def _not_given(source: str, former: Pair | None) -> Pair:
    """The pair of a sentence that the reviewer's file lacks: as it was, else the source itself."""
    if former is None:
        return Pair(source, source, Origin.MEMORY)
    return replace(former, source=source, findings=())


def _examined(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs with what the checks find in them."""
    examined = [replace(pair, findings=examine(pair)) for pair in pairs]
    for number, finding in examine_document(examined):
        pair = examined[number]
        examined[number] = replace(pair, findings=(*pair.findings, finding))
    return examined


def _told_rows(edited: Path, found: Matching) -> list[str]:
    """A line for each row that belongs to no sentence."""
    told = []
    for row in found.left[:MOST_TOLD]:
        told.append(f"{edited}:{row.number}: no sentence has the source {row.pair.source!r:.60}; the row is left out")
    more = len(found.left) - MOST_TOLD
    if more > 0:
        told.append(f"{edited}: {several(more, 'more row')} left out")
    return told


def _told_sentences(
    edited: Path, places: Sequence[SentencePlace], given: Sequence[Numbered | None], formers: Sequence[Pair | None]
) -> list[str]:
    """A line for the sentences without a translation that keep the one they had, and one for those that have none."""
    kept: list[str] = []
    untranslated: list[str] = []
    for place, row, former in zip(places, given, formers, strict=True):
        number = f"{place.segment}.{place.sentence}"
        if row is not None:
            continue
        if former is None:
            untranslated.append(number)
        else:
            kept.append(number)
    told = []
    if kept:
        told.append(f"{edited} has no translation of {_listed(kept)}; what was there stays")
    if untranslated:
        told.append(f"{edited} has no translation of {_listed(untranslated)}; the source stands there")
    return told


def _listed(numbers: Sequence[str]) -> str:
    """How many sentences, and which."""
    shown = ", ".join(numbers[:MOST_TOLD])
    if len(numbers) > MOST_TOLD:
        shown += ", ..."
    return f"{several(len(numbers), 'sentence')} ({shown})"

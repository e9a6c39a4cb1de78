"""The sum of a run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from translator.batch.report import Counts, Outcome, Summary, as_json, as_text, count, summarise
from translator.bitext import Bitext, Finding, Origin, Pair, SegmentPair, Severity, Stamp, Status, TermUse
from translator.document import Document, Place, Segment, Span
from translator.errors import SourceError

STAMP = Stamp("m", "e", "s")
NATURAL = TermUse("kapal", "ship", Status.NATURAL, Span(0, 5), Span(4, 8))
MISSING = TermUse("kota", "city", Status.MISSING, Span(6, 10), None)
WRONG = Finding("numbers", Severity.ERROR, "19.000 is missing")
ODD = Finding("length", Severity.WARNING, "long")


def test_a_bitext_is_counted() -> None:
    segment = Segment("Kapal kota. 19.000", Place(Span(0, 18), 1))
    pairs = (
        Pair("Kapal kota.", "The ship.", Origin.ENGINE, (NATURAL, MISSING), (WRONG, ODD)),
        Pair("19.000", "19.000", Origin.COPIED, (), (ODD,)),
    )
    document = Document("a.txt", (segment,), None)
    bitext = Bitext(document, (SegmentPair(segment, (Span(0, 11), Span(12, 18)), pairs),), STAMP)
    counts = Counts(sentences=2, words=3, required=2, met=1, errors=1, warnings=2, sure=1)
    assert count(bitext) == replace(counts, numbers_required=1)


def test_the_users_terms_are_counted_apart_from_the_built_in_ones_and_from_names() -> None:
    left = replace(MISSING, term_list="places")
    name = replace(NATURAL, sure=False, term_list="names")
    pair = Pair("Kapal kota.", "The ship.", Origin.ENGINE, (NATURAL, left), names=(name,))
    segment = Segment("Kapal kota.", Place(Span(0, 11), 1))
    bitext = Bitext(Document("a.txt", (segment,), None), (SegmentPair(segment, (Span(0, 11),), (pair,)),), STAMP)
    counts = Counts(sentences=1, words=2, required=1, met=1, sure=1)
    assert count(bitext) == replace(counts, builtin_required=1, names_required=1, names_met=1)
    assert "terms 1 of 1 met, built-in 0 of 1" in as_text(Summary(1, 0, 0, count(bitext), 1.0))


def test_outcomes_are_summed() -> None:
    outcomes = [
        Outcome(Path("a.txt"), (Path("a.en.txt"),), Counts(2, 3, 2, 1, 1, 2)),
        Outcome(Path("b.txt"), (Path("b.en.txt"),), Counts(1, 7, 0, 0, 0, 0)),
        Outcome(Path("c.txt"), error=SourceError("c.txt: no such file")),
    ]
    assert summarise(outcomes, 4, 2.0, unchanged=5) == Summary(2, 1, 9, Counts(3, 10, 2, 1, 1, 2), 2.0, 5)


def test_a_summary_is_a_line_of_text() -> None:
    summary = Summary(2, 1, 4, Counts(3, 10, 2, 1, 1, 2), 2.0)
    assert as_text(summary) == (
        "2 files, 1 failed, 4 skipped; 3 sentences; 10 words; 2.0 s, 5 words/s; terms 1 of 2 met; "
        "findings: 1 error, 2 warnings"
    )
    assert as_text(Summary(0, 1, 3, Counts(), 0.0, unchanged=2)) == "2 unchanged, 1 failed, 1 skipped"
    assert as_text(Summary(1, 0, 0, Counts(1, 1), 0.0)) == (
        "1 file; 1 sentence; 1 word; 0.0 s, 1000 words/s; terms 0 of 0 met; findings: 0 errors, 0 warnings"
    )


def test_sentences_from_the_memory_are_told() -> None:
    summary = Summary(1, 0, 0, Counts(2_000, 10, from_memory=1_500), 1.0)
    assert "2,000 sentences, 1,500 from memory; 10 words" in as_text(summary)
    assert as_json(summary)["from_memory"] == 1_500


def test_a_summary_is_a_value_of_json() -> None:
    assert as_json(Summary(2, 1, 4, Counts(3, 10, 2, 1, 1, 2), 2.00049, unchanged=3)) == {
        "files": {"done": 2, "failed": 1, "skipped": 4},
        "unchanged": 3,
        "sentences": 3,
        "from_memory": 0,
        "words": 10,
        "seconds": 2.0,
        "terms": {"required": 2, "met": 1, "sure": 0},
        "builtin_terms": {"required": 0, "met": 0, "sure": 0},
        "names": {"required": 0, "met": 0, "sure": 0},
        "numbers": {"required": 0, "met": 0, "sure": 0},
        "findings": {"error": 1, "warning": 2},
    }

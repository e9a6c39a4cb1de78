from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from glossary import Case, Matcher, Term
from tests.canned import Canned, CannedEngine
from translator.bitext import Bitext, Finding, Link, Origin, Pair, Severity, Stamp, Status
from translator.checks import examine
from translator.document import Document, Place, Segment, Span
from translator.engines.base import Hypothesis
from translator.pipeline import Pipeline, schedule

TERMS = [Term("Rusia", ("Russia",), case=Case.EXACT), Term("kapal perang", ("warship",))]


def furnished(table: Mapping[str, Sequence[Canned]] | None = None, max_subwords: int = 100) -> Pipeline:
    folded = Matcher([replace(term, case=Case.FOLD) for term in TERMS])
    engine = CannedEngine(table, max_subwords)
    return Pipeline(engine, Matcher(TERMS), folded, lambda _: (), 4, Stamp("canned", "canned", "0"))


def document(*texts: str) -> Document:
    return Document("berita.txt", tuple(Segment(text, Place(Span(0, 0), 1)) for text in texts), None)


def targets(pipeline: Pipeline, *texts: str) -> list[str]:
    return [segment.target for segment in pipeline.translate(document(*texts)).segments]


def test_a_sentence_is_translated_and_its_term_is_found_in_both_cells() -> None:
    pipeline = furnished({"Rusia menyerang.": [("Rusland attacks.", None)]})
    (pair,) = pipeline.translate(document("Rusia menyerang.")).pairs()
    (use,) = pair.terms
    assert (pair.target, pair.origin, pair.unforced) == ("Russia attacks.", Origin.ENGINE, "Rusland attacks.")
    assert (use.source, use.target, use.status) == ("Rusia", "Russia", Status.SWAPPED)
    assert use.target_span is not None
    assert (use.source_span.of(pair.source), use.target_span.of(pair.target)) == ("Rusia", "Russia")
    assert pair.links == (Link(0, 0), Link(1, 1))
    assert pair.score == -2.0


def test_white_space_between_sentences_is_that_of_the_source() -> None:
    assert targets(furnished(), "Satu kota.  Dua kota.\tSemua kota.") == ["Satu kota.  Dua kota.\tSemua kota."]


def test_what_is_not_language_is_copied_without_the_engine() -> None:
    pipeline = furnished()
    (pair,) = pipeline.translate(document("2024 / 5")).pairs()
    assert pair == Pair("2024 / 5", "2024 / 5", Origin.COPIED)
    assert isinstance(pipeline.engine, CannedEngine)
    assert pipeline.engine.asked == []


def test_figures_without_a_letter_are_written_as_english_writes_them_without_the_engine() -> None:
    pipeline = furnished()
    assert targets(pipeline, "1.500", "3,5 %", "Rp 2.000") == ["1,500", "3.5 %", "Rp 2,000"]
    amounts = targets(pipeline, "Rp2.400,00 (dua ribu empat ratus rupiah);", "5 (lima) - 6 (enam)")
    assert amounts == ["Rp2,400.00 (two thousand four hundred rupiah);", "5 (five) - 6 (six)"]
    assert isinstance(pipeline.engine, CannedEngine)
    assert pipeline.engine.asked == []


def test_text_in_another_language_is_copied_without_the_engine_and_told() -> None:
    pipeline = replace(furnished(), examine=examine)
    english = "The committee will publish its report before the end of the week."
    pairs = list(pipeline.translate(document("Kapal itu tiba di pelabuhan tadi malam.", english)).pairs())
    assert (pairs[1].target, pairs[1].origin) == (english, Origin.COPIED)
    assert [finding.check for finding in pairs[1].findings] == ["language"]
    assert isinstance(pipeline.engine, CannedEngine)
    assert [source for source, _ in pipeline.engine.asked] == ["Kapal itu tiba di pelabuhan tadi malam."]


def test_a_list_marker_stays_and_is_not_translated() -> None:
    pipeline = furnished({"Rusia tiba": [("Rusland arrived", None)]})
    (pair,) = pipeline.translate(document("1. Rusia tiba")).pairs()
    assert (pair.target, pair.links) == ("1. Russia arrived", (Link(1, 1), Link(2, 2)))
    (use,) = pair.terms
    assert (use.source_span, use.target_span) == (Span(3, 8), Span(3, 9))


def test_a_line_in_capitals_is_translated_as_a_sentence_and_given_back_in_capitals() -> None:
    pipeline = furnished(
        {"Kekuatan Rusia menyerang kapal perang": [("Russian forces attack ship", "0-1 1-0 2-2 3-3 4-3")]}
    )
    (pair,) = pipeline.translate(document("KEKUATAN RUSIA MENYERANG KAPAL PERANG")).pairs()
    assert pair.target == "RUSSIA FORCES ATTACK WARSHIP"
    assert [use.target_span.of(pair.target) for use in pair.terms if use.target_span] == ["RUSSIA", "WARSHIP"]


def test_a_number_in_indonesian_notation_is_put_right_and_is_no_term() -> None:
    pipeline = furnished({"Ada 74.200 orang.": [("There are 74.200 people.", "0-0 0-1 1-2 3-4 4-5")]})
    (pair,) = pipeline.translate(document("Ada 74.200 orang.")).pairs()
    assert (pair.target, pair.terms) == ("There are 74,200 people.", ())
    assert pair.unforced == "There are 74.200 people."


def test_the_hypothesis_with_the_right_number_is_taken() -> None:
    pipeline = furnished({"Ada 19.000 orang.": [("There are 19,0000.", None), ("There are 19,000.", None)]})
    assert targets(pipeline, "Ada 19.000 orang.") == ["There are 19,000."]


def test_a_number_that_the_model_dropped_is_put_in_beside_what_it_counts() -> None:
    pipeline = furnished({"Ada 74.200 orang.": [("There are people.", "0-0 0-1 4-2")]})
    (pair,) = pipeline.translate(document("Ada 74.200 orang.")).pairs()
    assert (pair.target, pair.unforced) == ("There are 74,200 people.", "There are people.")


def test_a_number_beside_which_nothing_was_translated_stays_out() -> None:
    pipeline = furnished({"Ada 74.200 orang.": [("There are people.", "")]})
    assert targets(pipeline, "Ada 74.200 orang.") == ["There are people."]


def test_a_sentence_too_long_for_the_model_is_split_and_joined_again() -> None:
    text = "satu dua tiga empat lima Rusia, dan kami kamu mereka ialah kapal perang itu"
    pipeline = furnished({}, max_subwords=8)
    (pair,) = pipeline.translate(document(text)).pairs()
    assert isinstance(pipeline.engine, CannedEngine)
    assert len(pipeline.engine.asked) > 1
    assert all(pipeline.engine.count(source) <= 8 for source, _ in pipeline.engine.asked)
    assert pair.target == text.replace("Rusia", "Russia").replace("kapal perang", "warship")
    assert [use.target_span.of(pair.target) for use in pair.terms if use.target_span] == ["Russia", "warship"]


def test_identical_sentences_are_translated_once() -> None:
    pipeline = furnished()
    assert targets(pipeline, "Kota itu jauh.", "Kota itu jauh.") == ["Kota itu jauh."] * 2
    assert isinstance(pipeline.engine, CannedEngine)
    assert pipeline.engine.asked == [("Kota itu jauh.", 4), ("kota itu jauh.", 4)]


def test_a_sentence_without_a_term_is_asked_for_as_it_would_be_without_a_glossary() -> None:
    pipeline = furnished()
    targets(pipeline, "Kota itu jauh. Rusia juga jauh.")
    assert isinstance(pipeline.engine, CannedEngine)
    assert sorted(pipeline.engine.asked) == [
        ("Kota itu jauh.", 4),
        ("Rusia juga jauh.", 4),
        ("kota itu jauh.", 4),
    ]


def test_checks_see_the_finished_pair_and_progress_counts_sentences() -> None:
    finding = Finding("length", Severity.WARNING, "too long")
    pipeline = replace(furnished(), examine=lambda pair: (finding,) if pair.target.startswith("Dua") else ())
    steps: list[int] = []
    bitext = pipeline.translate(document(*["Satu kota."] * schedule.WINDOW, "Dua kota."), steps.append)
    assert steps == [schedule.WINDOW, 1]
    assert [pair.findings for pair in bitext.pairs()][-2:] == [(), (finding,)]


def test_an_empty_document_is_an_empty_bitext() -> None:
    assert targets(furnished()) == []


class Failing(CannedEngine):
    """Raises where a text holds "gagal"."""

    def translate(self, sources: Sequence[str], beam: int, n_best: int) -> list[list[Hypothesis]]:
        if any("gagal" in source for source in sources):
            raise RuntimeError("out of memory")
        return super().translate(sources, beam, n_best)


def test_documents_travel_together_and_come_out_in_order() -> None:
    pipeline = furnished()
    documents = [document(*texts) for texts in (["Satu kota."], [], ["Dua kota. Satu kota.", "Rusia tiba."])]
    results = [result for _, result in pipeline.stream(documents)]
    assert [[segment.target for segment in result.segments] for result in results if isinstance(result, Bitext)] == [
        ["Satu kota."],
        [],
        ["Dua kota. Satu kota.", "Russia tiba."],
    ]
    assert isinstance(pipeline.engine, CannedEngine)
    assert pipeline.engine.asked == [
        *[("Satu kota.", 4), ("Dua kota.", 4), ("Rusia tiba.", 4)],
        *[("satu kota.", 4), ("dua kota.", 4)],
    ]


def test_a_document_is_given_back_before_the_last_one_is_read() -> None:
    read: list[int] = []

    def documents() -> Iterator[Document]:
        for number in range(5):
            read.append(number)
            yield document(*[f"Kota {number} itu jauh."] * schedule.WINDOW)

    stream = furnished().stream(documents())
    next(stream)
    assert read == [0]


def test_a_sentence_that_the_engine_fails_on_costs_its_own_document_only() -> None:
    pipeline = replace(furnished(), engine=Failing())
    results = [
        result for _, result in pipeline.stream([document("Satu."), document("Dua. Ini gagal."), document("Tiga.")])
    ]
    assert [isinstance(result, Bitext) or str(result) for result in results] == [True, "out of memory", True]
    with pytest.raises(RuntimeError, match="out of memory"):
        pipeline.translate(document("Ini gagal."))


def test_what_was_translated_before_a_failure_is_not_lost_when_little_is_remembered() -> None:
    documents = [document("Satu kota. Dua kota. Tiga kota."), document("Ini gagal."), document("Empat kota.")]
    results = [result for _, result in replace(furnished(), engine=Failing(), remembered=2).stream(documents)]
    assert [isinstance(result, Bitext) for result in results] == [True, False, True]


def test_a_check_or_a_splitter_that_fails_costs_one_document_only() -> None:
    def examine(pair: Pair) -> tuple[Finding, ...]:
        if pair.target.startswith("Dua"):
            raise ValueError("a check that fails")
        return ()

    documents = [document("Satu."), document("Dua."), Document("rusak", (None,), None), document("Tiga.")]  # type: ignore[arg-type]
    results = [result for _, result in replace(furnished(), examine=examine).stream(documents)]
    assert [type(result).__name__ for result in results] == ["Bitext", "ValueError", "AttributeError", "Bitext"]


def test_a_term_that_is_spelled_like_a_stand_in_is_not_found_in_a_placeable() -> None:
    matcher = Matcher([Term("XK", ("Kosovo",))])
    engine = CannedEngine({"Lihat XK di sana sekarang juga ya.": [("See XK there right now.", None)]})
    pipeline = replace(furnished(), matcher=matcher, engine=engine)
    (pair,) = pipeline.translate(document("Lihat {0} di sana sekarang juga ya.")).pairs()
    assert (pair.target, pair.terms, pair.names) == ("See {0} there right now.", (), ())


def test_a_term_in_a_reference_to_a_law_is_found_in_both_cells() -> None:
    matcher = Matcher([Term("ayat", ("clause",)), Term("izin", ("permit",))])
    engine = CannedEngine({"Izin dalam XK.": [("The permit in XK.", "0-1 1-2 2-3 3-4")]})
    pipeline = Pipeline(engine, matcher, matcher, lambda _: (), 4, Stamp("canned", "canned", "0"))
    (pair,) = pipeline.translate(document("Izin dalam Pasal 4 ayat (1) huruf a.")).pairs()
    assert pair.target.endswith("Article 4 clause (1) letter a.")
    found = [
        (use.source_span.of(pair.source), use.target_span.of(pair.target)) for use in pair.terms if use.target_span
    ]
    assert found == [("Izin", "permit"), ("ayat", "clause")]

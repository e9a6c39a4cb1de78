"""What the translation memory does for a document, and what it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from glossary import Abbreviations, Case, Matcher, Term, TermKind
from tests.canned import CannedEngine
from translator.bitext import Bitext, Link, Offer, Origin, Pair, Severity, Stamp, Status
from translator.checks import examine
from translator.document import Document, Place, Segment, Span
from translator.errors import OutputError
from translator.memory.entry import EntryKind, Remembered, Reviewed
from translator.memory.store import Memory, opened
from translator.pipeline import Pipeline
from translator.pipeline.recall import Recall, TranslationMemory

SHIP = Term("kapal perang", ("warship", "battleship"))
SOURCE = "Kapal perang itu tiba di dermaga lama."
NEAR = "Kapal perang itu tiba di dermaga baru."
TABLE = {SOURCE: [("The warship reached the old quay.", None)]}


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with opened(tmp_path / "memory.sqlite") as opened_memory:
        yield opened_memory


def pipeline(memory: TranslationMemory | None, terms: Sequence[Term] = (SHIP,), decoding: str = "d") -> Pipeline:
    folded = Matcher([replace(term, case=Case.FOLD) for term in terms])
    stamp, recall = Stamp("c", "c", "0"), Recall(decoding, "rules", memory)
    return Pipeline(CannedEngine(TABLE), Matcher(terms), folded, examine, 4, stamp, recall=recall)


def translated(how: Pipeline, *texts: str) -> Bitext:
    return how.translate(Document("a.txt", tuple(Segment(text, Place(Span(0, 0), 1)) for text in texts), None))


def pairs(how: Pipeline, *texts: str) -> list[Pair]:
    return list(translated(how, *texts).pairs())


def asked(how: Pipeline) -> int:
    assert isinstance(how.engine, CannedEngine)
    return len(how.engine.asked)


def test_what_was_translated_once_comes_back_the_same_and_the_engine_is_not_asked(memory: Memory) -> None:
    texts = SOURCE, "Presiden Rahmawati tiba pukul 07.30.", "Lihat https://contoh.id/a sekarang.", "2024"
    without, first, again = pipeline(None), pipeline(memory), pipeline(memory)
    expected = translated(without, *texts)
    assert translated(first, *texts) == expected
    assert asked(first) == asked(without) > 0
    assert translated(again, *texts) == expected
    assert asked(again) == 0
    recalled = [pair.recalled for pair in pairs(again, *texts)]
    assert recalled == [True, True, True, False]  # figures are copied, with or without a memory


@pytest.mark.parametrize(
    "terms",
    [
        [replace(SHIP, targets=("man-of-war",))],
        [replace(SHIP, forbidden=("battleship",))],
        [replace(SHIP, term_list="military")],
        [SHIP, Term("dermaga", ("pier",))],
        [],
    ],
)
def test_with_another_term_in_it_a_sentence_is_translated_anew(memory: Memory, terms: list[Term]) -> None:
    pairs(pipeline(memory), SOURCE)
    other = pipeline(memory, terms)
    pairs(other, SOURCE)
    assert asked(other) > 0


@pytest.mark.parametrize("terms", [[SHIP, Term("pesawat", ("aircraft",))], [replace(SHIP, note="n", origin="b.tsv:2")]])
def test_terms_that_are_not_in_it_and_notes_change_nothing(memory: Memory, terms: list[Term]) -> None:
    pairs(pipeline(memory), SOURCE)
    other = pipeline(memory, terms)
    assert pairs(other, SOURCE)[0].recalled
    assert asked(other) == 0


def test_another_decoding_translates_anew(memory: Memory) -> None:
    pairs(pipeline(memory), SOURCE)
    other = pipeline(memory, decoding="other")
    assert not pairs(other, SOURCE)[0].recalled


def test_a_reviewed_translation_beats_all_is_not_changed_and_passes_the_checks(memory: Memory) -> None:
    pairs(pipeline(memory), SOURCE)
    memory.remember_reviewed([Reviewed(f"{SOURCE} ", "That vessel came in.")])
    how = pipeline(memory)
    (pair,) = pairs(how, SOURCE)
    (use,) = pair.terms
    assert (pair.target, pair.origin, pair.reviewed, pair.recalled) == (
        "That vessel came in.",
        Origin.MEMORY,
        True,
        True,
    )
    assert (use.source, use.status, use.target_span) == ("kapal perang", Status.MISSING, None)
    assert [(each.check, each.severity) for each in pair.findings] == [("terms", Severity.ERROR)]
    assert asked(how) == 0


def test_terms_and_names_that_stand_in_a_reviewed_translation_are_found_and_linked(memory: Memory) -> None:
    source = "Kapal perang itu milik Wulandari, lihat https://contoh.id/a."
    memory.remember_reviewed([Reviewed(source, "Wulandari owns the battleships, see https://contoh.id/a.")])
    (pair,) = pairs(pipeline(memory), source)
    assert [(use.target, use.status, use.source_span) for use in pair.terms] == [
        ("battleship", Status.NATURAL, Span(0, 12))
    ]
    assert [use.source for use in pair.names] == ["Wulandari"]
    assert pair.links == (Link(0, 3), Link(1, 3), Link(4, 0))
    assert pair.findings == ()


def test_links_that_a_reviewed_translation_came_with_are_kept(memory: Memory) -> None:
    links = (Link(0, 1), Link(1, 1))
    written = (*links, Link(2, 3), Link(7, 0))  # to words that are not there
    memory.remember_reviewed([Reviewed(SOURCE, "The warship came.", links=written)])
    assert pairs(pipeline(memory), SOURCE)[0].links == links


def test_consistency_leaves_a_reviewed_translation_and_the_others_follow_it(memory: Memory) -> None:
    memory.remember_reviewed([Reviewed(NEAR, "The battleship reached the new quay.")])
    targets = [pair.target for pair in pairs(pipeline(memory), NEAR, SOURCE)]
    assert targets == ["The battleship reached the new quay.", "The battleship reached the old quay."]
    targets = [pair.target for pair in pairs(pipeline(memory), SOURCE, NEAR)]
    assert targets == ["The warship reached the old quay.", "The battleship reached the new quay."]


def test_what_is_remembered_is_from_before_the_other_sentences_of_its_document(memory: Memory) -> None:
    memory.remember_reviewed([Reviewed(NEAR, "The battleship reached the new quay.")])
    pairs(pipeline(memory), NEAR, SOURCE)
    assert [pair.target for pair in pairs(pipeline(memory), SOURCE)] == ["The warship reached the old quay."]


def test_abbreviations_leave_a_reviewed_translation_as_it_is(memory: Memory) -> None:
    corps = Term("Korgab", ("Joint Corps", "Korgab"), TermKind.ABBREVIATION, term_list="military")
    memory.remember_reviewed([Reviewed("Korgab itu tiba.", "The Joint Corps has come.")])
    how = replace(pipeline(memory, [corps]), abbreviations=Abbreviations.FIRST)
    assert pairs(how, "Korgab itu tiba.")[0].target == "The Joint Corps has come."


def test_what_is_like_a_sentence_is_offered_and_never_used(memory: Memory) -> None:
    memory.remember_reviewed([Reviewed(NEAR, "The battleship reached the new quay.")])
    (pair,) = pairs(pipeline(memory), SOURCE)
    assert (pair.target, pair.origin) == ("The warship reached the old quay.", Origin.ENGINE)
    assert pair.fuzzy == (Offer(92, NEAR, "The battleship reached the new quay."),)
    assert pairs(pipeline(None), SOURCE) == [replace(pair, fuzzy=())]


def test_what_runs_add_changes_no_offer(memory: Memory) -> None:
    pairs(pipeline(memory), SOURCE)
    assert pairs(pipeline(memory), NEAR)[0].fuzzy == ()
    assert memory.count()[EntryKind.MACHINE] == 2


class FullMemory:
    """A memory that holds nothing and whose disk is full."""

    has_given = False

    def reviewed_for(self, sources: Iterable[str]) -> dict[str, Reviewed]:
        raise AssertionError(sources)

    def made_for(self, keys: Iterable[bytes]) -> dict[bytes, Pair]:  # noqa: ARG002
        return {}

    def offers(self, source: str) -> tuple[Offer, ...]:
        raise AssertionError(source)

    def remember(self, entries: Sequence[Remembered], rules: str) -> None:
        raise OutputError(f"no space for {len(entries)} of {rules}")


def test_a_memory_that_cannot_be_written_takes_no_translation_away() -> None:
    how = pipeline(FullMemory())
    assert pairs(how, SOURCE) == pairs(pipeline(None), SOURCE)
    assert pairs(how, NEAR) == pairs(pipeline(None), NEAR)
    assert how.recall.trouble is not None
    assert how.recall.trouble.message == "no space for 1 of rules"


class DamagedMemory(FullMemory):
    """A memory that cannot be read."""

    def made_for(self, keys: Iterable[bytes]) -> dict[bytes, Pair]:
        raise OutputError(f"damaged: {len(list(keys))}")


def test_a_memory_that_cannot_be_read_fails_the_document_for_a_review_may_be_in_it() -> None:
    with pytest.raises(OutputError, match=r"^damaged: 1$"):
        translated(pipeline(DamagedMemory()), SOURCE)


def test_a_term_in_a_reference_to_a_law_decides_what_comes_back(memory: Memory) -> None:
    text = "Lihat Pasal 4 ayat (1)."
    (plain,) = pairs(pipeline(memory), text)
    for _ in range(2):  # made anew, and recalled
        (pair,) = pairs(pipeline(memory, [Term("ayat", ("paragraph",))]), text)
        assert [use.source for use in pair.terms] == ["ayat"]
        assert pair.target == plain.target
    assert pairs(pipeline(memory), text) == [plain]

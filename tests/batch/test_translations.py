"""The translations of the terms of a folder."""

from __future__ import annotations

from glossary import USER_LIST
from translator.batch.translations import CountedTranslation, as_json, count_translations, varying_terms
from translator.bitext import Bitext, Origin, Pair, SegmentPair, Stamp, Status, TermUse
from translator.document import Document, Place, Segment, Span


def counted(target: str, times: int, term: str = "kapal perang", term_list: str = USER_LIST) -> CountedTranslation:
    return CountedTranslation(term, term_list, target, times)


def test_the_terms_of_a_document_are_counted_with_their_translations() -> None:
    def segment(target: str) -> SegmentPair:
        use = TermUse("kapal", target, Status.NATURAL, Span(0, 5), Span(0, len(target)))
        missing = TermUse("kapal", "boat", Status.MISSING, Span(0, 5), None)
        pair = Pair("kapal", target, Origin.ENGINE, (use, missing))
        return SegmentPair(Segment("kapal", Place(Span(0, 5), 1)), (Span(0, 5),), (pair,))

    segments = segment("ship"), segment("vessel"), segment("ship")
    document = Document("a.txt", tuple([each.segment for each in segments]), None)
    assert count_translations(Bitext(document, segments, Stamp("c", "c", "0"))) == (
        counted("ship", 2, "kapal"),
        counted("vessel", 1, "kapal"),
    )


def test_translations_of_several_files_that_could_stand_for_one_another_vary() -> None:
    rows = [counted("battleship", 1), counted("warship", 2), counted("battleship", 3), counted("warships", 1)]
    rows += [counted("Russia", 1, "Rusia"), counted("Russian", 1, "Rusia"), counted("tank", 1, "tank")]
    rows += [counted("squad", 1, "regu", "military"), counted("team", 1, "regu", "military")]
    assert varying_terms(rows) == {
        "kapal perang": [
            CountedTranslation("kapal perang", USER_LIST, "battleship", 4, files=2),
            CountedTranslation("kapal perang", USER_LIST, "warship", 2),
        ]
    }
    assert as_json(rows) == [{"term": "kapal perang", "translations": {"battleship": 4, "warship": 2}}]


def test_nothing_varies_where_nothing_is() -> None:
    assert varying_terms([]) == {}
    assert as_json([]) == []

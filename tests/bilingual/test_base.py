from __future__ import annotations

from dataclasses import replace

import pytest

from tests.bilingual.sample import bitext
from translator.bilingual.base import FIELDS, LATER_FIELDS, BilingualRow, are_fields, fields, row_of, rows, stand_in
from translator.bitext import Link, Offer, Origin, Pair, Status, TermUse
from translator.document import Span

ROW = BilingualRow("berita.id.txt", 3, 1, Pair("Siap.", "Ready.", Origin.ENGINE, links=(Link(0, 0),), score=-0.25))


def test_rows_count_segments_and_sentences_from_one() -> None:
    pairs = [Pair(word, word, Origin.COPIED) for word in "abc"]
    assert list(rows(bitext([pairs[:2], pairs[2:]]))) == [
        BilingualRow("berita.id.txt", 1, 1, pairs[0]),
        BilingualRow("berita.id.txt", 1, 2, pairs[1]),
        BilingualRow("berita.id.txt", 2, 1, pairs[2]),
    ]


def test_a_row_says_where_in_the_document_it_stands() -> None:
    of = bitext([[Pair("Siap.", "Ready.", Origin.ENGINE)]])
    (pair,) = of.segments
    place = replace(pair.segment.place, where="img alt")
    of = replace(of, segments=(replace(pair, segment=replace(pair.segment, place=place)),))
    (row,) = rows(of)
    assert fields(row)["where"] == "img alt"
    assert row_of(fields(row)) == row


def test_fields_are_the_published_ones_in_their_order() -> None:
    use = TermUse("siap", "ready", Status.MISSING, Span(0, 4), None, sure=False)
    values = fields(replace(ROW, pair=replace(ROW.pair, terms=(use,), score=-0.123456, unforced="Set.")))
    assert list(values) == list(FIELDS)
    assert values == {
        "document": "berita.id.txt",
        "segment": 3,
        "sentence": 1,
        "source": "Siap.",
        "target": "Ready.",
        "origin": "engine",
        "terms": [
            {
                "source": "siap",
                "target": "ready",
                "status": "missing",
                "source_span": [0, 4],
                "target_span": None,
                "list": "user",
            }
        ],
        "findings": [],
        "links": "0-0",
        "score": -0.1235,
        "where": "",
        "reviewed": "",
        "fuzzy": [],
    }


def test_what_a_person_reviewed_and_what_the_memory_offers_come_back() -> None:
    pair = replace(ROW.pair, reviewed=True, fuzzy=(Offer(92, "Siap!", "Ready!"), Offer(80, "Sigap.", "Alert.")))
    values = fields(replace(ROW, pair=pair))
    assert (values["reviewed"], values["fuzzy"][0]) == ("yes", {"score": 92, "source": "Siap!", "target": "Ready!"})
    assert row_of(values) == replace(ROW, pair=pair)
    assert row_of(values | {"reviewed": " Yes "}) == replace(ROW, pair=pair)


def test_a_row_of_an_older_version_lacks_the_later_fields() -> None:
    values = fields(ROW)
    for name in LATER_FIELDS:
        del values[name]
        assert row_of(values) == ROW


@pytest.mark.parametrize(("names", "ours"), [(13, True), (10, True), (9, False), (0, False)])
def test_the_fields_of_this_version_and_of_older_ones_are_known(names: int, ours: bool) -> None:
    assert are_fields(list(FIELDS)[:names]) is ours
    assert not are_fields([*list(FIELDS)[:names], "more"])


def test_values_of_the_wrong_kind_are_no_row() -> None:
    with pytest.raises(TypeError, match="source cannot be NoneType"):
        row_of(fields(ROW) | {"source": None})


@pytest.mark.parametrize(
    ("translated", "ours"),
    [
        ("Ready.\nReady.\n", True),
        ("\ufeffReady.\r\n\r\n\tReady.", True),
        ("1. Ready.\n- Ready.\n", False),
        ("Ready.\nReady.\n2024 (1945) --- 17/8\n", False),
        ("Ready.\n", False),
        ("Ready.\nReady.\nAnd more.\n", False),
        ("My words: Ready.\nReady.\n", False),
        ("Ready.\nSet.\nReady.\n", False),
        ("", False),
    ],
)
def test_translations_stand_in_a_text_in_order_and_with_white_space_between(translated: str, ours: bool) -> None:
    assert stand_in([ROW, ROW], translated.encode()) is ours

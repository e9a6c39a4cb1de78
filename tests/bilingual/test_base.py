from __future__ import annotations

from dataclasses import replace

import pytest

from tests.bilingual.sample import bitext
from translator.bilingual.base import FIELDS, BilingualRow, fields, row_of, rows, stand_in
from translator.bitext import Link, Origin, Pair, Status, TermUse
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
    }


TERM = {"source": "a", "target": "b", "status": "natural", "source_span": [0, 1], "target_span": None}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"terms": ["x"]}, "terms cannot hold str"),
        ({"terms": [{**TERM, "source": 5}]}, "source cannot be int"),
        ({"terms": [{**TERM, "source_span": [0, "1"]}]}, "a span is two numbers, not [0, '1']"),
        ({"terms": [{**TERM, "source_span": [4, 1]}]}, "a span cannot be from 4 to 1"),
        ({"terms": [{**TERM, "target_span": {}}]}, "a span is two numbers, not {}"),
        ({"findings": [[]]}, "findings cannot hold list"),
        ({"findings": [{"check": "a", "severity": "error", "message": None}]}, "message cannot be NoneType"),
        ({"source": None}, "source cannot be NoneType"),
        ({"links": "0:0"}, "invalid literal for int() with base 10: '0:0'"),
        ({"origin": "guess"}, "'guess' is not a valid Origin"),
        ({"terms": [{"source": "siap"}]}, "'target_span'"),
    ],
)
def test_values_that_are_no_row_are_refused(wrong: dict[str, object], message: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)) as error:
        row_of(fields(ROW) | wrong)
    assert str(error.value) == message


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

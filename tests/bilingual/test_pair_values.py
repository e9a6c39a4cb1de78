from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.bilingual.strategies import pairs
from translator.bilingual.pair_values import pair_of, pharaoh, values_of
from translator.bitext import Link, Origin, Pair

PAIR = Pair("Siap.", "Ready.", Origin.ENGINE, links=(Link(0, 0),), score=-0.25)


@settings(deadline=None, max_examples=60)
@given(pairs)
def test_a_pair_comes_back_from_its_values(pair: Pair) -> None:
    assert pair_of(values_of(pair)) == pair


def test_links_are_written_in_the_notation_of_pharaoh() -> None:
    assert pharaoh([Link(0, 0), Link(1, 2)]) == "0-0 1-2"


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
        ({"links": "0:0"}, "invalid literal for int() with base 10: '0:0'"),
        ({"origin": "guess"}, "'guess' is not a valid Origin"),
        ({"reviewed": "no"}, "reviewed is yes or empty, not 'no'"),
        ({"fuzzy": [{"score": "92", "source": "a", "target": "b"}]}, "score cannot be str"),
        ({"terms": [{"source": "siap"}]}, "'target_span'"),
    ],
)
def test_values_that_are_no_pair_are_refused(wrong: dict[str, object], message: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)) as error:
        pair_of(values_of(PAIR) | wrong)
    assert str(error.value) == message

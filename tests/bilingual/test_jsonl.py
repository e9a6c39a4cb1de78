from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.bilingual.sample import bitext, put, sample, whole
from tests.bilingual.strategies import bitexts
from translator.bilingual import jsonl
from translator.bilingual.base import FIELDS, fields, rows
from translator.bitext import Bitext, Origin, Pair
from translator.errors import SourceError


def test_every_line_is_an_object_with_the_fields_of_the_table() -> None:
    lines = whole(jsonl, sample(), b"").decode().removesuffix("\n").split("\n")
    assert [json.loads(line) for line in lines] == [fields(row) for row in rows(sample())]
    assert {tuple(json.loads(line)) for line in lines} == {tuple(FIELDS)}


def test_a_line_is_written_to_the_letter() -> None:
    assert whole(jsonl, bitext([[Pair("Café", "Café", Origin.COPIED)]]), b"").decode() == (
        '{"document": "berita.id.txt", "segment": 1, "sentence": 1, "source": "Café", "target": "Café", '
        '"origin": "copied", "terms": [], "findings": [], "links": "", "score": null, "where": "", '
        '"reviewed": "", "fuzzy": []}\n'
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(bitexts)
def test_whatever_the_text_holds_it_is_read_as_it_was_written(tmp_path: Path, hard: Bitext) -> None:
    path = tmp_path / "x.jsonl"
    put(jsonl, hard, path, b"")
    assert jsonl.read(path) == list(rows(hard))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[]", f"wanted the fields {', '.join(FIELDS)}"),
        ('{"source": "a"}', f"wanted the fields {', '.join(FIELDS)}"),
        ("", "Expecting value: line 1 column 1 (char 0)"),
    ],
)
def test_a_line_that_is_no_row_is_refused_with_its_number(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(whole(jsonl, bitext([[Pair("a", "a", Origin.ENGINE)]]), b"") + line.encode() + b"\n")
    with pytest.raises(SourceError) as error:
        jsonl.read(path)
    assert error.value.message == f"{path}:2: not a row of a bilingual table: {reason}"


def test_a_line_nested_too_deep_is_refused_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("[" * 100_000)
    assert not jsonl.wrote(path)
    with pytest.raises(SourceError, match=r"x\.jsonl:1: not a row of a bilingual table: "):
        jsonl.read(path)

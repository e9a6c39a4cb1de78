from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.bilingual.sample import bitext, put, sample, translation, whole
from tests.bilingual.strategies import bitexts
from translator.bilingual import tsv
from translator.bilingual.base import FIELDS, BilingualRow, rows
from translator.bitext import Bitext, Finding, Link, Origin, Pair, Severity, Status, TermUse
from translator.document import Span
from translator.errors import SourceError

HEADER = "document\tsegment\tsentence\tsource\ttarget\torigin\tterms\tfindings\tlinks\tscore\twhere\treviewed\tfuzzy\n"
ROW = "berita.id.txt\t1\t1\tSiap.\tReady.\tengine\t[]\t[]\t\t\t\t\t[]\n"
USE = TermUse("kapal perang", "warship", Status.SWAPPED, Span(5, 17), Span(6, 14))
FINDING = Finding("terms", Severity.WARNING, "“warship” was put there")
LINKS = (Link(0, 0), Link(1, 1), Link(2, 1))


def plain(pair: Pair) -> Pair:
    """What a table can hold of a pair."""
    return replace(pair, unforced=None, terms=tuple(replace(use, sure=True) for use in pair.terms))


def test_a_table_is_written_to_the_letter() -> None:
    pair = Pair("Tiga kapal perang.", "Three warships.", Origin.ENGINE, (USE,), (FINDING,), LINKS, -0.5)
    terms = (
        '"[{""source"": ""kapal perang"", ""target"": ""warship"", ""status"": ""swapped"", '
        '""source_span"": [5, 17], ""target_span"": [6, 14], ""list"": ""user""}]"'
    )
    findings = '"[{""check"": ""terms"", ""severity"": ""warning"", ""message"": ""“warship” was put there""}]"'
    copied = Pair("=1+1", "=1+1", Origin.COPIED)
    assert whole(tsv, bitext([[pair], [copied]]), b"").decode() == (
        HEADER
        + "berita.id.txt\t1\t1\tTiga kapal perang.\tThree warships.\tengine\t"
        + f"{terms}\t{findings}\t0-0 1-1 2-1\t-0.5000\t\t\t[]\n"
        + "berita.id.txt\t2\t1\t=1+1\t=1+1\tcopied\t[]\t[]\t\t\t\t\t[]\n"
    )


def test_the_csv_module_reads_the_table_in_its_own_dialect(tmp_path: Path) -> None:
    pair = Pair('a\tb\rc "d"', "=1+1\u2028\x85", Origin.MEMORY)
    path = tmp_path / "x.tsv"
    put(tsv, bitext([[pair]]), path, b"")
    with path.open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file, "excel-tab", strict=True))
    assert table == [
        list(FIELDS),
        ["berita.id.txt", "1", "1", pair.source, pair.target, "memory", "[]", "[]", "", "", "", "", "[]"],
    ]


def test_the_sample_is_read_as_it_was_written_but_for_the_doubts_and_the_unforced(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    put(tsv, sample(), path, translation(sample()))
    assert tsv.read(path) == [replace(row, pair=plain(row.pair)) for row in rows(sample())]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(bitexts)
def test_whatever_the_text_holds_it_is_read_as_it_was_written(tmp_path: Path, hard: Bitext) -> None:
    path = tmp_path / "x.tsv"
    put(tsv, hard, path, b"")
    assert tsv.read(path) == list(rows(hard))


def test_a_table_of_an_older_version_is_read_and_known_for_ours(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    header = HEADER.replace("\treviewed\tfuzzy", "")
    path.write_text(header + "a\t1\t1\tSiap.\tReady.\tengine\t[]\t[]\t\t\t\n")
    assert tsv.read(path) == [BilingualRow("a", 1, 1, Pair("Siap.", "Ready.", Origin.ENGINE))]
    assert tsv.vouches(path, b"Ready.\n")
    assert tsv.wrote(path)
    path.write_text(header.replace("score", "points"))
    assert not tsv.wrote(path)


def test_a_sentence_longer_than_the_csv_module_expects_is_read(tmp_path: Path) -> None:
    path, long = tmp_path / "x.tsv", bitext([[Pair("a " * 100_000 + "a", "b", Origin.ENGINE)]])
    put(tsv, long, path, b"")
    assert tsv.read(path) == list(rows(long))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("source\ttarget\n", 1, "no header"),
        ("", 1, "no header"),
        (HEADER + "a\t1\n", 2, "2 cells instead of 13"),
        (HEADER + ROW * 2 + ROW.replace("engine", "guess"), 4, "'guess' is not a valid Origin"),
        (HEADER + 'a\t1\t1\t"a\n', 2, "unexpected end of data"),
        (HEADER + ROW.replace("[]", "[" * 100_000, 1), 2, "terms is nested too deep"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_its_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_text(text)
    with pytest.raises(SourceError) as error:
        tsv.read(path)
    assert error.value.message == f"{path}:{line}: not a row of a bilingual table: {reason}"
    assert error.value.hint == "write it anew with -b tsv"


def test_a_file_that_is_not_utf8_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    with pytest.raises(SourceError, match=r"cannot read .*: No such file or directory"):
        tsv.read(path)
    path.write_bytes(b"document\xff")
    with pytest.raises(SourceError, match="byte 8 is not UTF-8"):
        tsv.read(path)

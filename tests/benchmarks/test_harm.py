from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from benchmarks.harm import draw, outcome, show
from translator.bitext import Origin, Pair

CHANGED = [Pair(f"kata {n}", f"word {n}", Origin.ENGINE, unforced=f"wort {n}") for n in range(4)]
KEPT = [Pair("itu", "that", Origin.ENGINE)]


def test_the_sheet_has_the_changed_sentences_and_the_key_says_whose_text_is_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet, key = tmp_path / "sheet.tsv", tmp_path / "key.json"
    draw([*CHANGED, *KEPT], 4, random.Random(1), sheet, key)
    with sheet.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, dialect="excel-tab"))
    assert sorted(row["source"] for row in rows) == [pair.source for pair in CHANGED]
    better_first = [row | {"better": "1" if row["text 1"].startswith("word") else "2"} for row in rows]
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), dialect="excel-tab")
        writer.writeheader()
        writer.writerows(better_first)
    capsys.readouterr()
    show(sheet, key)
    assert capsys.readouterr().out.splitlines() == [
        "4 of 5 sentences changed (80.0%); 4 read:",
        "4 better, 0 equal, 0 harmed",
        "harm: 0.0 per 100 sentences of text",
    ]


def test_a_sheet_that_nobody_read_is_refused(tmp_path: Path) -> None:
    sheet, key = tmp_path / "sheet.tsv", tmp_path / "key.json"
    draw(CHANGED, 2, random.Random(1), sheet, key)
    with pytest.raises(SystemExit, match="2 rows have no 1, 2 or ="):
        show(sheet, key)


@pytest.mark.parametrize(
    ("verdict", "padan_is_first", "said"),
    [
        ("1", True, "better"),
        ("1", False, "harmed"),
        ("2", True, "harmed"),
        ("2", False, "better"),
        ("=", True, "equal"),
    ],
)
def test_the_text_that_is_better_tells_what_enforcement_did(verdict: str, padan_is_first: bool, said: str) -> None:
    assert outcome(verdict, padan_is_first) == said

"""A bar, lines, or nothing."""

from __future__ import annotations

import re

import pytest

from translator.cli.progress import BarProgress, LineProgress, SilentProgress, duration, progress_for


def test_nobody_is_told_where_nothing_but_results_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_for(1, 50, quiet=True) as progress:
        progress.start("berita.txt", 2, 50)
        progress.advance(2)
        progress.finish("berita.txt")
    assert type(progress) is SilentProgress
    assert capsys.readouterr() == ("", "")


def test_a_log_gets_a_line_for_each_document_that_was_translated(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_for(3, 90, quiet=False) as progress:
        progress.start("berita.txt", 2, 50)
        progress.finish("rusak.txt")
        progress.start("laporan\x1b[2J\n.txt", 1, 40)
        progress.advance(3)
        progress.finish("berita.txt")
        progress.finish("laporan\x1b[2J\n.txt")
    assert type(progress) is LineProgress
    assert capsys.readouterr() == ("", "[2/3] berita.txt: 2 sentences\n[3/3] laporan\\x1b[2J\\n.txt: 1 sentence\n")


def test_a_log_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    with LineProgress(2, 100, every=0.0) as progress:
        progress.start("berita.txt", 900, 50)
        progress.advance(450)
    (line,) = capsys.readouterr().err.splitlines()
    assert re.fullmatch(r"0 of 2 files, 450 of about 1,800 sentences, \d+ sentences/s, \d+ s left", line)


def seen(bar: BarProgress) -> tuple[object, ...]:
    (task,) = bar.bar.tasks
    return task.description, task.completed, task.total, task.fields["files"]


def test_a_bar_counts_and_leaves_nothing_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    with BarProgress(2, 100) as progress:
        progress.start("berita.txt", 9, 50)
        progress.advance(4)
        (task,) = progress.bar.tasks
        assert (task.description, task.completed, task.total, task.fields["files"]) == (
            "berita.txt",
            4,
            18,
            "0/2 files",
        )
        progress.start("laporan.txt", 5, 50)
        progress.finish("berita.txt")
    assert seen(progress) == ("laporan.txt", 4, 14, "1/2 files")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "0 s"), (89, "89 s"), (90, "2 min"), (5000, "83 min"), (12000, "3 h 20 min")]
)
def test_a_duration_is_told_in_round_figures(seconds: float, text: str) -> None:
    assert duration(seconds) == text

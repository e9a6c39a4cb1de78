"""A bar, lines, or nothing."""

from __future__ import annotations

import pytest

from translator.cli.progress import Bar, Lines, Silence, shown


def test_nobody_is_told_where_nothing_but_results_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    with shown(1, quiet=True) as progress:
        progress.start("berita.txt", 2)
        progress.advance(2)
    assert type(progress) is Silence
    assert capsys.readouterr() == ("", "")


def test_a_log_gets_a_line_for_each_document(capsys: pytest.CaptureFixture[str]) -> None:
    with shown(2, quiet=False) as progress:
        progress.start("berita.txt", 2)
        progress.advance(2)
        progress.start("laporan\x1b[2J.txt", 3)
    assert type(progress) is Lines
    assert capsys.readouterr() == ("", "[1/2] berita.txt: 2 sentences\n[2/2] laporan\\x1b[2J.txt: 3 sentences\n")


def test_a_log_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    with Lines(1, every=0.0) as progress:
        progress.start("berita.txt", 9)
        progress.advance(4)
        progress.advance(5)
    assert capsys.readouterr().err == "[1/1] berita.txt: 9 sentences\n[1/1] berita.txt: 4 of 9 sentences\n"


def test_a_bar_counts_and_leaves_nothing_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar(1) as progress:
        progress.start("berita.txt", 9)
        progress.advance(4)
        (task,) = progress.bar.tasks
    assert (task.description, task.completed, task.total) == ("[1/1] berita.txt", 4, 9)
    assert capsys.readouterr().out == ""

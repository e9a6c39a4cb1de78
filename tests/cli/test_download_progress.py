"""How a download is shown."""

from __future__ import annotations

import pytest

from translator.cli import download_progress


def test_a_log_has_a_line_for_each_file_and_where_it_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    with download_progress.shown(silent=False) as told:
        for progress in [("vocab.json", 0, 2000), ("vocab.json", 2000, 2000), ("model.bin", 5_000_000, 14_700_000)]:
            told(*progress)
        told("opus.zip", 0, 0)
    assert capfd.readouterr().err.splitlines() == [
        "downloading vocab.json",
        "downloading model.bin, 14.7 MB, from 5.0 MB on",
        "downloading opus.zip",
    ]


def test_a_terminal_has_a_bar_for_each_file(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with download_progress.shown(silent=False) as told:
        told("model[bold].bin", 0, 0)
        told("model[bold].bin", 5_000_000, 10_000_000)
    out, err = capfd.readouterr()
    assert (out, "model[bold].bin" in err, "5.0/10.0 MB" in err) == ("", True, True)


def test_nothing_is_said_where_nobody_wants_to_hear(capfd: pytest.CaptureFixture[str]) -> None:
    with download_progress.shown(silent=True) as told:
        told("model.bin", 0, 10)
    assert capfd.readouterr() == ("", "")

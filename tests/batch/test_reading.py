"""A source that was read already is not read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator.batch.job import plan
from translator.batch.reading import read, reading_after
from translator.errors import SourceError
from translator.settings import Settings

SETTINGS = Settings()


def test_what_was_read_first_is_given_once_and_all_others_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text("Kapal itu tiba.\n")
    first, second = plan([tmp_path / "a.txt", tmp_path / "b.md"], str(tmp_path / "english"), ()).jobs
    read_first = read(first, SETTINGS)
    read_job = reading_after(read_first)
    first.source.unlink()
    assert read_job(second, SETTINGS) == read(second, SETTINGS)
    assert read_job(first, SETTINGS) is read_first
    with pytest.raises(SourceError, match="no such file"):
        read_job(first, SETTINGS)

"""The files of a model are read whatever they are: regular ones of a sound size, and others with an error."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from translator.model_files import SETTLED, read_bytes, read_json, sha256


def test_a_file_up_to_the_limit_is_read_and_a_larger_one_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_bytes(tmp_path / "a", 5) == b"12345"
    with pytest.raises(ValueError, match="more than 4 bytes"):
        read_bytes(tmp_path / "a", 4)


def test_a_pipe_or_a_device_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "zero", "."):
        with pytest.raises(ValueError, match="not a regular file"):
            read_bytes(tmp_path / name, 5)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "{", "\xff", ""])
def test_what_is_no_json_of_a_sound_depth_is_a_value_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text, "latin-1")
    with pytest.raises(ValueError, match=r"nested too deeply|Expecting|decode"):
        read_json(tmp_path / "a.json")


def test_the_sum_is_of_the_content_even_where_size_and_time_stay_the_same(tmp_path: Path) -> None:
    file = tmp_path / "weights"
    long_ago = (SETTLED, SETTLED)
    for data in (b"one", b"two"):
        file.write_bytes(data)
        os.utime(file, ns=long_ago)
        assert sha256(file) == hashlib.sha256(data).hexdigest()

"""What the errors of libraries say, in one line."""

from __future__ import annotations

import pytest

from translator.errors import first_line


@pytest.mark.parametrize(
    ("error", "wanted"),
    [
        (ValueError("size  mismatch\n\tof weights"), "size mismatch"),
        (ValueError("\n  no\theader\r\nat all"), "no header"),
        (ValueError(), "ValueError"),
        (OSError("\n"), "OSError"),
    ],
)
def test_the_first_line_of_an_error_or_its_kind(error: Exception, wanted: str) -> None:
    assert first_line(error) == wanted

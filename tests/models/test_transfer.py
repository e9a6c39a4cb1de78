"""A server that is busy is waited for as long as it asks; test_hub.py receives files over connections that break."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from translator.models import transfer


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("", 0), ("7", 7), ("-7", 0), ("soon", 0), ("9" * 30, 0), ("\u0663", 0),
        ("Sun, 29 Nov 2026 12:00:20 GMT", 20), ("Sun, 29 Nov 2026 11:00:00 GMT", 0), ("Sun, 29 Nov 2026 12:01:00", 60),
    ],
)  # fmt: skip
def test_how_long_a_server_asks_to_wait_is_a_number_or_a_date(said: str, seconds: int) -> None:
    now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    assert transfer.retry_after({"Retry-After": said}, now) == seconds

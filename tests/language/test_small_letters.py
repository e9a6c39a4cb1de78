from __future__ import annotations

import pytest

from translator.document import Span
from translator.language.small_letters import in_small_letters


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("Pintu keluar", "pintu keluar"),
        ("Daftar Pustaka Dan Sumber", "daftar pustaka dan sumber"),
        ("Penanganan Banjir dan Longsor di Wilayah Pegunungan Kharkiv", None),
        ("Kharkiv jatuh.", "Kharkiv jatuh."),
        ("Kapal itu tiba di pelabuhan pagi ini.", "Kapal itu tiba di pelabuhan pagi ini."),
        ("\u201cSiapa itu?\u201d", "\u201csiapa itu?\u201d"),
    ],
)
def test_short_texts_and_headings_lose_the_capitals_that_say_nothing(text: str, small: str | None) -> None:
    wanted = "penanganan banjir dan longsor di wilayah pegunungan Kharkiv" if small is None else small
    assert in_small_letters(text, ()) == wanted


def test_what_is_kept_keeps_its_capitals() -> None:
    assert in_small_letters("Peran Laut Merah", [Span(6, 16)]) == "peran Laut Merah"

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_txt import translated
from translator.errors import SourceError
from translator.formats import vtt

FILE = """WEBVTT - Judul berkas

STYLE
::cue(.kuning) { color: yellow }

NOTE Catatan ini
tetap begini

REGION
id:bawah

kata-pengantar
00:00:01.000 --> 00:00:02.000 align:start position:10%
<v Budi>Kapal <c.kuning>perang</c> itu tiba
di Tanjung &amp; Priok.
<v Ani>Ya, <00:00:01.500>tentu.

03:04.000 --> 03:05.000
- Halo?
- Siapa itu?

03:06.000 --> 03:07.000
1.500
"""


def texts(source: str) -> list[str]:
    return [segment.text for segment in vtt.parse(source.encode(), "a.vtt").segments]


def rendered(source: str, table: dict[str, str]) -> str:
    return vtt.render(translated(vtt.parse(source.encode(), "a.vtt"), table)).decode()


def test_the_text_of_each_speaker_is_a_segment_and_all_else_is_none() -> None:
    assert texts(FILE) == [
        "Kapal perang itu tiba di Tanjung & Priok.",
        "Ya, tentu.",
        "- Halo?",
        "- Siapa itu?",
        "1.500",
    ]
    assert [segment.place.line for segment in vtt.parse(FILE.encode(), "a.vtt").segments] == [14, 16, 19, 20, 23]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_that_is_not_translated_keeps_every_byte(end: str) -> None:
    source = "\ufeff" + FILE.replace("\n", end)
    assert rendered(source, {}) == source


def test_tags_travel_lines_are_wrapped_and_references_keep_their_spelling() -> None:
    table = {"Kapal perang itu tiba di Tanjung & Priok.": "The warship reached Tanjung & Priok."}
    wanted = FILE.replace(
        "<v Budi>Kapal <c.kuning>perang</c> itu tiba\ndi Tanjung &amp; Priok.",
        "<v Budi><c.kuning>The</c> warship reached\nTanjung &amp; Priok.",  # without links: the nearest word
    )
    assert rendered(FILE, table) == wanted


@pytest.mark.parametrize("line", ["Halo <v Ani>dunia", "Halo\n <v Ani>dunia"])
def test_a_speaker_begins_a_segment_wherever_the_tag_stands(line: str) -> None:
    assert texts(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{line}\n") == ["Halo", "dunia"]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("DUA TAHUN SILAM\nIa pergi ke kota.", ["DUA TAHUN SILAM", "Ia pergi ke kota."]),
        ("<v Budi>[Sirene] Semua orang\nlari.", ["[Sirene]", "Semua orang lari."]),
        ("Ayo pergi.\n- Ke mana?", ["Ayo pergi.", "- Ke mana?"]),
        ("&gt;&gt; Kapal itu\ntiba. &gt;&gt; Di mana?", [">> Kapal itu tiba.", ">> Di mana?"]),
        ("Ia pulang. (tertawa)", ["Ia pulang.", "(tertawa)"]),
        ("<i>(Suara pintu)</i>\nSiapa itu?", ["(Suara pintu)", "Siapa itu?"]),
    ],
)
def test_sounds_and_lines_in_capitals_are_segments_of_their_own(lines: str, wanted: list[str]) -> None:
    assert texts(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{lines}\n") == wanted


def test_a_translation_never_makes_a_line_of_times() -> None:
    source = "WEBVTT\n\n00:01.000 --> 00:02.000\nIa pergi.\n"
    assert rendered(source, {"Ia pergi.": "He <left> --> away."}).endswith("\nHe &lt;left> --&gt; away.\n")


def test_what_does_not_begin_as_webvtt_is_refused() -> None:
    with pytest.raises(SourceError, match=r"a\.vtt: no WebVTT: its first line is not WEBVTT"):
        vtt.parse(b"1\n00:00:01,000 --> 00:00:02,000\nHalo\n", "a.vtt")


parts = st.sampled_from(
    [
        "kapal",
        " ",
        "\n",
        "\n\n",
        "<i>",
        "</i>",
        "<v Ani>",
        "<00:01.500>",
        "&amp;",
        "&",
        "- ",
        "NOTE x",
        "[Bunyi] ",
        "KATA",
        "00:01.000 --> 00:02.000\n",
    ]
)


@given(st.lists(parts, max_size=20).map("".join))
def test_whatever_stands_in_a_file_stays_where_nothing_is_translated(body: str) -> None:
    source = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{body}"
    assert rendered(source, {}) == source

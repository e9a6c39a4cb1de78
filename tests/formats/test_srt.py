from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_markdown import translated
from translator.document import Mark, MarkKind, Place, Segment, Span
from translator.errors import SourceError
from translator.formats import srt

CUES = """1
00:00:01,000 --> 00:00:04,000
Selamat pagi.

2
00:00:04,500 --> 00:00:08,000 X1:40 X2:600
Kapal itu sudah tiba
di pelabuhan.
"""


def texts(source: str) -> list[str]:
    return [segment.text for segment in srt.parse(source.encode(), "a.srt").segments]


def rendered(source: str, table: dict[str, str | tuple[str, str]]) -> str:
    return srt.render(translated(srt.parse(source.encode(), "a.srt"), table)).decode()


def cue(*lines: str) -> str:
    return "\n".join(["7", "00:00:01,000 --> 00:00:02,000", *lines, ""])


def test_the_lines_of_a_cue_are_one_segment_with_its_place() -> None:
    assert srt.parse(CUES.encode(), "a.srt").segments == (
        Segment("Selamat pagi.", Place(Span(32, 45), 3)),
        Segment("Kapal itu sudah tiba di pelabuhan.", Place(Span(92, 126), 7)),
    )


def test_a_translation_is_wrapped_into_as_many_lines_and_all_else_is_kept() -> None:
    table: dict[str, str | tuple[str, str]] = {
        "Selamat pagi.": "Good morning.",
        "Kapal itu sudah tiba di pelabuhan.": "The ship has arrived in port.",
    }
    source = "\ufeff" + CUES.replace("\n", "\r\n")
    wanted = source.replace("Selamat pagi.", "Good morning.")
    wanted = wanted.replace("Kapal itu sudah tiba\r\ndi pelabuhan.", "The ship has\r\narrived in port.")
    assert rendered(source, table) == wanted


def test_tags_go_with_their_words_and_positions_stay_in_front() -> None:
    source = cue("{\\an8}<i>Kapal <b>merah</b> itu", "sudah tiba.</i>")
    document = srt.parse(source.encode(), "a.srt")
    assert document.segments == (
        Segment(
            "Kapal merah itu sudah tiba.",
            Place(Span(41, 75), 3),
            (Mark(MarkKind.AROUND, "<b>", "</b>", Span(6, 11)),),
        ),
    )
    written = rendered(source, {"Kapal merah itu sudah tiba.": ("The red ship has come.", "0-2 1-1 2-0 3-3 4-4")})
    assert written == cue("{\\an8}<i>The <b>red</b> ship", "has come.</i>")


def test_speakers_keep_their_own_lines() -> None:
    source = cue("- Berapa?", "- <i>Dua</i> ratus.")
    assert texts(source) == ["- Berapa?", "- Dua ratus."]
    written = rendered(source, {"- Berapa?": "- How many?", "- Dua ratus.": "- Two hundred."})
    assert written == cue("- How many?", "- <i>Two</i> hundred.")


def test_what_is_no_cue_is_passed_through_and_said() -> None:
    source = "catatan penerjemah\n\n" + CUES + "\n3\n00:00:0x,000 --> 00:01\nrusak\n"
    document = srt.parse(source.encode(), "a.srt")
    assert [segment.text for segment in document.segments] == ["Selamat pagi.", "Kapal itu sudah tiba di pelabuhan."]
    assert document.notices == ("line 1, 12: no time line, so this is no cue; left as it is",)
    assert rendered(source, {}) == source


def test_a_time_line_begins_a_cue_where_the_blank_line_is_missing() -> None:
    times = "00:00:01,000 --> 00:00:02,000"
    source = f"1\n{times}\n- Siapa?\n- Saya.\n2\n{times}\n3\n{times}\nAda 12 kapal\n{times}\nPada tahun\n1945.\n"
    assert texts(source) == ["- Siapa?", "- Saya.", "Ada 12 kapal", "Pada tahun 1945."]
    assert rendered(source, {"Ada 12 kapal": "12 ships"}) == source.replace("Ada 12 kapal", "12 ships")


def test_a_cue_without_a_number_or_without_text_is_a_cue() -> None:
    assert texts("00:00:01,000 --> 00:00:02,000\nSiap.\n\n2\n00:00:03.000 --> 00:00:04.000\n\n") == ["Siap."]
    assert srt.parse(CUES.encode(), "a.srt").notices == ()


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["PRIA: Apa kabar?", "WANITA: Baik."], ["PRIA: Apa kabar?", "WANITA: Baik."]),
        (["<i>PRIA 1: Apa kabar", "semua?</i>", "DR. SITI: Baik."], ["PRIA 1: Apa kabar semua?", "DR. SITI: Baik."]),
        (["Budi: Siapa?", "Ibu Ani: Saya."], ["Budi: Siapa?", "Ibu Ani: Saya."]),
        (["Ia tinggal di", "Jakarta: ibu kota."], ["Ia tinggal di Jakarta: ibu kota."]),
        (["Jalan Bogor", "- Jakarta macet."], ["Jalan Bogor - Jakarta macet."]),
        (["- Berapa harga", "semua ini?", "- Dua ratus."], ["- Berapa harga semua ini?", "- Dua ratus."]),
        (
            ["♪ Satu nusa", "♪ satu bangsa ♪", "Mereka bernyanyi."],
            ["♪ Satu nusa", "♪ satu bangsa ♪", "Mereka bernyanyi."],
        ),
        (["# Satu nusa", "# satu bangsa #"], ["# Satu nusa", "# satu bangsa #"]),
        (["Nada C#", "itu tinggi."], ["Nada C# itu tinggi."]),
        (["Satu\\Ndua tiga"], ["Satu dua tiga"]),
        (["- Siapa?\\N- Saya."], ["- Siapa?", "- Saya."]),
        (["[Sirene] Semua orang", "lari."], ["[Sirene]", "Semua orang lari."]),
        (["[SUARA SIRENE] SEMUA", "LARI!"], ["[SUARA SIRENE]", "SEMUA LARI!"]),
        (["<i>[Musik] (berbisik)</i> Diam!"], ["[Musik]", "(berbisik)", "Diam!"]),
        (
            ["- (tertawa) Bagus.", "- Terima kasih. [tepuk tangan]"],
            ["- (tertawa)", "Bagus.", "- Terima kasih.", "[tepuk tangan]"],
        ),
        (["Perahu itu", "(Rinjani) Karam."], ["Perahu itu (Rinjani) Karam."]),
        (["[Kami] akan pulang", "ke desa (besok)."], ["[Kami] akan pulang ke desa (besok)."]),
        (["(1) Tekan tombol."], ["(1) Tekan tombol."]),
        (["Ayo pergi.", "- Ke mana?"], ["Ayo pergi.", "- Ke mana?"]),
        ([">> Kapal itu", "tiba. >> Di mana?"], [">> Kapal itu tiba.", ">> Di mana?"]),
        (["Kapal itu\\hsudah tiba."], ["Kapal itu sudah tiba."]),
    ],
)
def test_what_each_voice_says_is_a_segment_of_its_own(lines: list[str], wanted: list[str]) -> None:
    assert texts(cue(*lines)) == wanted


def test_a_hard_blank_stays_where_nothing_is_translated_and_becomes_a_blank() -> None:
    source = cue("Kapal itu\\hsudah tiba.")
    assert rendered(source, {}) == source
    assert rendered(source, {"Kapal itu sudah tiba.": "The ship has come."}) == cue("The ship has come.")


def test_a_marked_line_end_is_written_again() -> None:
    source = cue("{\\an8}Kapal itu\\Nsudah tiba.")
    assert rendered(source, {"Kapal itu sudah tiba.": "The ship has come."}) == cue("{\\an8}The ship\\Nhas come.")


@pytest.mark.parametrize(
    "times",
    [
        "00:00:20 --> 00:00:24",
        "00:14.167 --> 00:17,5",
        "00:14.167 -->",
        "00:00:01,000 -> 00:00:02,000",
        "00:00:01,000 ---> 00:00:02,000",
        "00:00:01:00 → 00:00:02:00",
        "0:00:01.000-->0:00:02.000 position:10%",
    ],
)
def test_time_lines_are_known_in_every_common_form(times: str) -> None:
    document = srt.parse(f"1\n{times}\nSiap.\n\n2\n{times}\nJalan.\n".encode(), "a.srt")
    assert ([segment.text for segment in document.segments], document.notices) == (["Siap.", "Jalan."], ())


def test_text_after_a_blank_line_belongs_to_the_cue_before_it() -> None:
    source = cue("Kapal itu tiba.", "", "Awak turun.", " ", "Lalu pulang.")
    assert texts(source) == ["Kapal itu tiba.", "Awak turun.", "Lalu pulang."]
    assert rendered(source, {"Awak turun.": "The crew landed."}) == source.replace("Awak turun.", "The crew landed.")


def test_long_rows_of_blanks_and_tags_take_linear_time() -> None:
    for filler in (
        " " * 64_000,
        "<i> " * 4_000,
        "♪ " * 32_000,
        "\\N" * 8_000,
        "{\\a} " * 4_000,
        "<" * 64_000,
        "! [aa " * 9_000,
    ):
        assert srt.parse(cue(f"a {filler}", f"{filler} b").encode(), "a.srt").segments


BITS = st.sampled_from([
    "PRIA: ", "♪ ", "\\N", "00:14.167 -->\n", "->", "# ",
    "\n", "\r\n", "\r", "\n\n", "1", "00:00:01,000 --> 00:00:02,000\n", "kata ", "dua kata", "<i>", "</i>",
    "<b>", "</b>", "{\\an8}", "{y:i}", "- ", " ", "\u00a0", "♪", "<", ">", "é",
    "[Bunyi] ", ">> ", "\\h", "(Kata)", "! ", "\ufeff", "\x0c", "\u2028",
])  # fmt: skip


@given(
    st.lists(BITS, max_size=30).map("".join)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
)
def test_a_translation_that_changes_nothing_gives_back_the_source(text: str) -> None:
    assert srt.render(translated(srt.parse(text.encode(), "a.srt"))) == text.encode()


@given(st.binary())
def test_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(SourceError):
        assert all(segment.text.strip() == segment.text != "" for segment in srt.parse(data, "a.srt").segments)


def test_sounds_capitals_and_lines_at_another_place_are_segments_of_their_own() -> None:
    cue = "1\n00:00:01,000 - 00:00:02,000\n(Suara pintu)\nSiapa itu?\nTOLONG!\n{\\an8}Kota, 1950\n"
    document = srt.parse(cue.encode(), "a.srt")
    assert [segment.text for segment in document.segments] == ["(Suara pintu)", "Siapa itu?", "TOLONG!", "Kota, 1950"]

from __future__ import annotations

import codecs
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.bitext import Bitext, Origin, Pair, SegmentPair, Stamp
from translator.document import Document, Place, Segment, Span
from translator.errors import SourceError, UsageError
from translator.formats import txt
from translator.formats.base import Reading, read_bytes
from translator.spool import Spool


def translated(document: Document, table: dict[str, str] | None = None) -> Bitext:
    """The bitext of a document whose segments are one sentence each; what the table has not stays as it is."""
    segments = tuple(
        SegmentPair(
            segment,
            (Span(0, len(segment.text)),),
            (Pair(segment.text, (table or {}).get(segment.text, segment.text), Origin.ENGINE),),
        )
        for segment in document.segments
    )
    return Bitext(document, segments, Stamp("model", "ct2", "0"))


def texts(data: bytes, wrapped: bool = False) -> list[str]:
    return [segment.text for segment in txt.parse(data, "berita.txt", Reading(wrapped=wrapped)).segments]


def test_each_line_that_is_not_blank_is_a_segment_with_its_place() -> None:
    document = txt.parse(b"Judul\r\n\r\n  Satu kalimat. \rDua\n", "berita.txt")
    assert document.segments == (
        Segment("Judul", Place(Span(0, 5), 1)),
        Segment("Satu kalimat.", Place(Span(11, 24), 3)),
        Segment("Dua", Place(Span(26, 29), 4)),
    )
    assert (document.name, document.notices) == ("berita.txt", ())


def test_only_carriage_return_and_line_feed_end_a_line() -> None:
    assert texts("satu\u2028dua\x0ctiga\x0bempat\x85lima\n".encode()) == ["satu\u2028dua\x0ctiga\x0bempat\x85lima"]


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u00a0", "\u200b", "\ufeff", "\u2003\u3000", "\x0c"])
def test_outer_white_space_and_blank_lines_belong_to_no_segment(blank: str) -> None:
    assert texts(f"a\n{blank}\n{blank}b{blank}\n".encode()) == ["a", "b"]


def test_the_translation_is_put_in_place_and_all_else_is_kept() -> None:
    document = txt.parse("\ufeff\r\n  Kapal\u00a0\r\n\t1. Rudal\r\rTank".encode(), "berita.txt")
    bitext = translated(document, {"Kapal": "Ship", "1. Rudal": "1. Missile", "Tank": "Tanks"})
    assert txt.render(bitext) == "\ufeff\r\n  Ship\u00a0\r\n\t1. Missile\r\rTanks".encode()
    assert txt.render_text(bitext) == "\r\n  Ship\u00a0\r\n\t1. Missile\r\rTanks"


CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
PIECES = st.sampled_from([*"\n\r \t\u00a0\ufeff\u2028\x0cé😀", "\r\n", "Kapal", "- a"])
SOURCES = st.one_of(st.text(CHARACTERS), st.lists(PIECES).map("".join))
WRITTEN = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"])


@given(SOURCES, WRITTEN)
def test_a_translation_that_changes_nothing_gives_back_the_source(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert txt.render(translated(txt.parse(data, "berita.txt"))) == data


@given(st.binary())
def test_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(SourceError):
        assert all(segment.text.strip() == segment.text != "" for segment in txt.parse(data, "berita.txt").segments)


def test_wrapped_lines_are_joined_up_to_a_blank_line_or_a_list_item() -> None:
    data = b"Satu baris\r\n  lalu baris dua\r\n- butir satu\n  goes on\n2) butir dua\n \nPenutup\n"
    assert texts(data, wrapped=True) == ["Satu baris lalu baris dua", "- butir satu goes on", "2) butir dua", "Penutup"]
    bitext = translated(txt.parse(data, "berita.txt", Reading(wrapped=True)))
    assert txt.render(bitext) == b"Satu baris lalu baris dua\r\n- butir satu goes on\n2) butir dua\n \nPenutup\n"


def test_wrapped_lines_are_not_joined_with_labels_rules_tables_and_lines_that_end_early() -> None:
    letter = """
PEMERINTAH DAERAH
=================
Nomor  : 12/A
Tempat rapat: Aula
        lantai dua
+---+------+
| a | Kota |
+---+------+
Kepada para peserta,
Dengan ini kami sampaikan bahwa rapat akan
diadakan besok di gedung yang baru pada
pukul dua.
Harap semua orang yang diundang hadir tepat
waktu: tanpa kecuali.
"""
    assert texts(letter.encode(), wrapped=True) == [
        "PEMERINTAH DAERAH",
        "=================",
        "Nomor  : 12/A",
        "Tempat rapat: Aula lantai dua",
        "+---+------+",
        "| a | Kota |",
        "+---+------+",
        "Kepada para peserta,",
        "Dengan ini kami sampaikan bahwa rapat akan diadakan besok di gedung yang baru pada pukul dua.",
        "Harap semua orang yang diundang hadir tepat waktu: tanpa kecuali.",
    ]


def test_an_empty_document_has_no_segments() -> None:
    document = txt.parse(b"", "kosong.txt")
    assert document.segments == ()
    assert txt.render(translated(document)) == b""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
def test_a_document_is_written_in_its_own_encoding(encoding: str) -> None:
    data = "\ufeffKapal é\n".encode(encoding)
    bitext = translated(txt.parse(data, "berita.txt"), {"Kapal é": "Ship é"})
    assert txt.render(bitext) == "\ufeffShip é\n".encode(encoding)


def test_a_guessed_encoding_is_said_and_not_handed_on() -> None:
    document = txt.parse("Kapal\n10°C\n".encode("cp1252"), "berita.txt")
    assert document.notices == (
        "not UTF-8 (byte 0xb0 in line 2): read as cp1252, written as UTF-8; --encoding says otherwise",
    )
    assert txt.render(translated(document)) == "Kapal\n10°C\n".encode()


def test_an_encoding_that_was_given_is_kept_unless_it_lacks_a_character() -> None:
    document = txt.parse("10°C".encode("latin-1"), "berita.txt", Reading("latin-1"))
    assert document.notices == ()
    assert txt.render(translated(document)) == "10°C".encode("latin-1")
    assert txt.render(translated(document, {"10°C": "10 °C – cold"})) == "10 °C – cold".encode()


def test_utf_16_without_a_mark_is_read_where_it_is_named() -> None:
    data = "Kapal\n".encode("utf-16-be")
    assert txt.render(translated(txt.parse(data, "berita.txt", Reading("utf-16-be")))) == data


def refused(path: Path, limit: int = 100) -> str:
    with pytest.raises(SourceError) as caught:
        read_bytes(path, limit)
    return caught.value.message.replace(str(path), "FILE")


def test_what_cannot_be_read_is_one_clear_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "big.txt").write_bytes(b"a" * 101)
    assert refused(tmp_path / "none.txt") == "cannot read FILE: no such file"
    assert refused(tmp_path) == "cannot read FILE: a folder, not a file"
    assert refused(tmp_path / "pipe") == "cannot read FILE: a device or a pipe"
    assert refused(tmp_path / "big.txt") == "FILE is larger than 100 bytes, which is the most"
    assert refused(tmp_path / "a\0b") == "cannot read FILE: embedded null byte"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(b"a")
    (tmp_path / "secret.txt").chmod(0)
    assert refused(tmp_path / "secret.txt") == "cannot read FILE: Permission denied"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a\nb\0c", "b.txt, line 2: a NUL character, so this is a binary file; text was wanted"),
        (b"%PDF-1.7\n", "b.txt is a PDF, and no text"),
        (b"\x89png\x81\r\n\0", "b.txt, line 2: a NUL character, so this is a binary file; text was wanted"),
        (b"a\r\n\xed\xa0\x80", "b.txt, line 2: a lone surrogate, half a character; text was wanted"),
        (b"a\n\x81", "b.txt is neither UTF-8 (byte 0x81 in line 2) nor cp1252 (byte 0x81)"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "b.txt: byte 0x00 at 2 is not utf-16-le"),
        (codecs.BOM_UTF8 + b"\xff", "b.txt: byte 0xff at 3 is not utf-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        txt.parse(data, "b.txt")
    assert caught.value.message == message


@pytest.mark.parametrize("encoding", ["", "klingon", "rot13", "hex", "undefined", "a\0b"])
def test_an_unknown_encoding_is_wrong_usage(encoding: str) -> None:
    with pytest.raises(UsageError) as caught:
        txt.parse(b"", "b.txt", Reading(encoding))
    assert caught.value.message == f"unknown encoding {encoding!r}"


def test_many_blank_lines_and_a_line_of_megabytes_take_linear_time() -> None:
    data = b"\n" * 500_000 + b"kata " * 2_000_000 + b"\n \r" * 100_000
    segments = txt.parse(data, "b.txt").segments
    assert {segment.place.line for segment in segments} == {500_001}
    assert sum(len(segment.text) + 1 for segment in segments) == 10_000_000


def test_a_very_long_line_is_several_segments_of_whole_sentences() -> None:
    sentence = "Kapal itu tiba di pelabuhan kemarin pagi."
    text = "  ".join([sentence] * 4000)
    document = txt.parse(f"Judul\n {text}\n".encode(), "b.txt")
    assert [segment.place.line for segment in document.segments] == [1, 2, 2, 2]
    for segment in document.segments[1:]:
        assert len(segment.text) <= txt.LONGEST_SEGMENT
        assert set(segment.text.split("  ")) == {sentence}
    assert txt.render(translated(document)) == f"Judul\n {text}\n".encode()


@pytest.mark.parametrize("text", ["a" * 200_000, "kata " * 40_000 + "a" * 70_000 + "\u00a0" * 70_000 + "b"])
def test_a_very_long_sentence_is_cut_between_words_if_there_are_any(text: str) -> None:
    document = txt.parse(text.encode(), "b.txt")
    assert max(len(segment.text) for segment in document.segments) <= txt.LONGEST_SEGMENT
    assert {segment.text.strip("abkt ") for segment in document.segments} == {""}
    assert txt.render(translated(document)) == text.encode()


def test_a_very_long_paragraph_ends_with_a_line_that_ends_a_sentence() -> None:
    lines = ["Kapal itu tiba di", "pelabuhan kemarin pagi."] * 4000
    document = txt.parse("\n".join(lines).encode(), "b.txt", Reading(wrapped=True))
    assert [segment.text[-5:] for segment in document.segments] == ["pagi."] * 3
    assert " ".join(segment.text for segment in document.segments) == " ".join(lines)


def test_a_long_text_is_kept_on_the_disk_and_written_a_little_at_a_time(tmp_path: Path) -> None:
    data = b"".join(b"Kapal %d itu tiba di pelabuhan.\r\n" % number for number in range(40_000))
    document = txt.parse(data, "b.txt", Reading(spool_folder=tmp_path))
    assert isinstance(document.segments, Spool)
    chunks = list(txt.RenderedText(translated(document)))
    assert b"".join(chunks) == data
    assert max(map(len, chunks)) < 70_000

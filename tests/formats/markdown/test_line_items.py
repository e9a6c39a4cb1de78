from __future__ import annotations

import time

import pytest

from translator.formats import markdown
from translator.formats.markdown.line_items import line_ends


@pytest.mark.parametrize(
    "lines",
    [
        ["a. Latar belakang", "b. Tujuan"],
        ["Rumusan masalah:", "a) Latar belakang", "b) Tujuan"],
        ["A) Kapal perang", "B) Kapal patroli"],
        ["i. Latar belakang", "ii. Tujuan", "iii. Penutup"],
        ["(1) Menteri hadir.", "(2) Panglima hadir."],
        ["Nama : Budi Santoso", "Tempat/Tgl. Lahir : Surabaya"],
        ["**Nama:** Budi Santoso", "**Jabatan:** Kepala Seksi"],
    ],
)
def test_items_and_labels_on_lines_of_a_paragraph_are_segments(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert [text[span.start + 1 :].partition("\n")[0] for span in line_ends(text)] == lines[1:]
    assert len(markdown.parse(text.encode(), "a.md").segments) == len(lines)


@pytest.mark.parametrize(
    "text",
    [
        "Menurut Pasal 5 ayat\n(2) menteri wajib hadir.",
        "Ia bertemu\nA. Yani dan\nC. Yusuf di sana.",
        "Ia berkata bahwa\nCatatan: ini penting.",
        "a. Satu\n(b) Dua",
        "a. Satu\nc. Tiga",
    ],
)
def test_one_such_line_alone_ends_no_segment(text: str) -> None:
    assert list(line_ends(text)) == []


@pytest.mark.parametrize("unit", ["a. b\n", "\n", " ", "A: b\n", "A ", "A/", "(", "**"])
def test_a_long_paragraph_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    list(line_ends(unit * 40_000))
    assert time.process_time() - started < 5

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.formats.pdf.pdf_files import Words, lines, pdf
from tests.formats.test_txt import translated
from translator.document import Place, Segment, Span
from translator.formats import docx, rendered
from translator.formats import pdf as pdf_format

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (pip install 'padan[pdf]')")

PAGE = [
    Words(50, 120, "Judul", 20),
    *lines("Kapal perang itu tiba di pelabuhan lama kemarin sore dan membawa pelabuh-\nan baru.", down=160),
    Words(50, 300, "Nama"), Words(250, 300, "Jumlah"), Words(50, 313, "KRI Satu"), Words(250, 313, "120"),
    Words(290, 780, "- 1 -"),
]  # fmt: skip
SENTENCE = "Kapal perang itu tiba di pelabuhan lama kemarin sore dan membawa pelabuhan baru."
LOSSY = "lossy: paragraphs and tables are guessed from the places of lines, and pictures, colours and layout are lost"


def test_paragraphs_and_cells_are_segments_and_what_is_lost_is_told_once() -> None:
    document = pdf_format.parse(pdf(PAGE, PAGE), "a.pdf")
    one = ["Judul", SENTENCE, "Nama", "Jumlah", "KRI Satu", "120"]
    assert [segment.text for segment in document.segments] == one + one
    assert document.segments[1] == Segment(SENTENCE, Place(Span(0, 0), 2, "page 1"))
    assert document.segments[-1].place.where == "page 2"
    assert document.notices == (LOSSY,)


def test_the_translation_is_a_word_document_or_markdown() -> None:
    table = {"Judul": "Title", SENTENCE: "The ship came & left.", "Nama": "Name"}
    bitext = translated(pdf_format.parse(pdf(PAGE), "a.pdf"), table)
    wanted = ["Title", "The ship came & left.", "Name", "Jumlah", "KRI Satu", "120"]
    written = b"".join(rendered(bitext, pdf_format, Path("a.docx")))
    assert [segment.text for segment in docx.parse(written, "a.docx").segments] == wanted
    assert written == pdf_format.render(bitext)
    assert b"".join(rendered(bitext, pdf_format, Path("a.MD"))).decode() == (
        "# Title\n\nThe ship came & left.\n\n| Name | Jumlah |\n|---|---|\n| KRI Satu | 120 |\n"
    )


def test_without_its_library_a_pdf_is_refused_with_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(PAGE))
    code = "import sys; sys.modules['pypdfium2'] = None; from translator.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "translate", "a.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    wanted = "padan: a.pdf: to read a PDF, Padan needs pypdfium2; install it: pip install 'padan[pdf]'\n"
    assert (done.returncode, done.stdout, done.stderr) == (5, "", wanted)


def test_running_heads_are_told() -> None:
    pages = [[Words(50, 30, f"Laporan {number}"), *PAGE] for number in (1, 2)]
    document = pdf_format.parse(pdf(*pages), "a.pdf")
    assert document.notices == (LOSSY, "left out as running heads: 'Laporan 1'")


def test_a_page_that_is_a_picture_among_others_is_told() -> None:
    document = pdf_format.parse(pdf(PAGE, [], has_picture=True), "a.pdf")
    assert document.notices == (LOSSY, "pages that are pictures without text: 2")

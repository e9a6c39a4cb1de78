"""LibreOffice opens what was written, and makes a PDF of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.formats import test_docx, test_odp, test_xlsx
from tests.formats.office_files import reversed_words
from translator.formats import FORMATS

SOFFICE = shutil.which("soffice")
PATIENCE = 120  # seconds after which an office program that hangs is ended
WORDS = '<w:p><w:r><w:t xml:space="preserve">Kapal </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>perang</w:t></w:r></w:p>'
SHEET = test_xlsx.cells('<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>')

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice)")


def convert(source: Path, kind: str) -> Path:
    """The file as LibreOffice turns it into another kind, beside the source."""
    folder = source.parent
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), source.name]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=PATIENCE)
    return source.with_suffix(f".{kind}")


def translated(source: Path) -> Path:
    """Its translation, each sentence with its words in the opposite order, beside the source."""
    format_ = FORMATS[source.suffix]
    output = source.with_stem("translation")
    output.write_bytes(format_.render(reversed_words(format_.parse(source.read_bytes(), "a"))))
    return output


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".docx", test_docx.document(WORDS)),
        (".xlsx", test_xlsx.workbook(test_xlsx.strings("Kapal perang"), SHEET)),
    ],
)
def test_libreoffice_makes_a_pdf_of_a_translation(suffix: str, data: bytes, tmp_path: Path) -> None:
    source = tmp_path / f"a{suffix}"
    source.write_bytes(data)
    assert convert(translated(source), "pdf").read_bytes().startswith(b"%PDF")


def test_slides_that_libreoffice_wrote_are_slides_again(tmp_path: Path) -> None:
    slides = tmp_path / "a.odp"
    slides.write_bytes(test_odp.presentation(test_odp.box("Kapal perang itu tiba")))
    translation = translated(convert(slides, "pptx"))
    assert convert(translation, "pdf").read_bytes().startswith(b"%PDF")
    again = convert(translation, "odp")
    texts = [segment.text for segment in FORMATS[".odp"].parse(again.read_bytes(), "a").segments]
    assert texts == ["TIBA ITU PERANG KAPAL"]

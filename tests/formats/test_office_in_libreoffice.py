"""LibreOffice opens what was written, and makes a PDF of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.formats import test_docx, test_odp, test_ods, test_odt, test_xlsx
from tests.formats.odf_files import span
from tests.formats.office_files import reversed_words
from translator.formats import FORMATS

SOFFICE = shutil.which("soffice")
PATIENCE = 120  # seconds after which an office program that hangs is ended
WORDS = '<w:p><w:r><w:t xml:space="preserve">Kapal </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>perang</w:t></w:r></w:p>'
SPANS = f"<text:p>Kapal <text:s/>{span('T1', 'perang')}</text:p>"
SHEET = test_xlsx.cells('<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>')

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice)")


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".docx", test_docx.document(WORDS)),
        (".xlsx", test_xlsx.workbook(test_xlsx.strings("Kapal perang"), SHEET)),
        (".odt", test_odt.document(SPANS)),
        (".ods", test_ods.workbook(test_ods.sheet(test_ods.row(test_ods.cell(SPANS))))),
        (".odp", test_odp.presentation(f"<draw:frame><draw:text-box>{SPANS}</draw:text-box></draw:frame>")),
    ],
)
def test_libreoffice_makes_a_pdf_of_a_translation(suffix: str, data: bytes, tmp_path: Path) -> None:
    format_ = FORMATS[suffix]
    (tmp_path / f"a{suffix}").write_bytes(format_.render(reversed_words(format_.parse(data, "a"))))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), f"a{suffix}"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=PATIENCE)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")

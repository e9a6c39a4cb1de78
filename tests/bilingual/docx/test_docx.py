from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.bilingual.marked import marked
from tests.bilingual.sample import bitext, put, sample, whole
from tests.bilingual.strategies import bitexts
from translator.bilingual import docx, reading
from translator.bilingual.base import rows
from translator.bitext import Bitext, Origin, Pair
from translator.markup.xml_text import cleaned
from translator.markup.zip_package import open_package

SOFFICE = shutil.which("soffice")
PATIENCE = 120  # seconds after which an office program that hangs is ended


def texts(path: Path) -> list[tuple[str, str]]:
    return [(each.pair.source, each.pair.target) for each in reading.read(path)]


@given(bitexts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_written_is_read_again(tmp_path: Path, of: Bitext) -> None:
    path = tmp_path / "berita.en.txt.id-en.docx"
    put(docx, of, path, b"")
    wanted = []
    for number, row in enumerate(rows(of), 1):
        pair = Pair(cleaned(row.pair.source).strip(), cleaned(row.pair.target).strip(), Origin.MEMORY)
        pair = replace(pair, reviewed=row.pair.reviewed)
        wanted.append((number, pair, "", row.segment, row.sentence))
    assert [each[:5] for each in docx.read(path)] == wanted


def test_the_same_bitext_always_gives_the_same_bytes() -> None:
    assert whole(docx, sample(), b"x") == whole(docx, sample(), b"x")


def test_the_package_is_sound_and_begins_with_its_types() -> None:
    package = open_package(whole(docx, sample(), b"x"), "a.docx")
    assert package.members[0] == "[Content_Types].xml"
    assert len(package.members) == len(set(package.members)) == 9


def test_a_document_vouches_for_the_translation_that_it_was_written_with(tmp_path: Path) -> None:
    path = tmp_path / "berita.en.txt.id-en.docx"
    put(docx, sample(), path, b"The ship came.\n")
    assert docx.wrote(path)
    assert docx.vouches(path, b"The ship came.\n")
    assert not docx.vouches(path, b"The ship left.\n")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no package", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_document_of_ours_vouches_for_nothing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(data)
    assert not docx.wrote(path)
    assert not docx.vouches(path, data)


def test_a_long_text_is_written_a_little_at_a_time() -> None:
    of = bitext([[Pair(f"Kapal {n} tiba di {n * n}.", f"Ship {n} came.", Origin.ENGINE)] for n in range(30_000)])
    chunks = [len(chunk) for chunk in docx.render(of, "")]
    assert len(chunks) > 2
    assert max(chunks) < 2**17


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice)")
@pytest.mark.parametrize("of", [sample(), marked(), bitext([])], ids=["sample", "marked", "empty"])
def test_libreoffice_reads_and_writes_the_document_and_loses_nothing(tmp_path: Path, of: Bitext) -> None:
    path = tmp_path / "berita.en.txt.id-en.docx"
    put(docx, of, path, b"x")
    saved = resaved(path, tmp_path / "saved")
    assert list(docx.read(saved)) == list(docx.read(path))
    assert docx.vouches(saved, b"x")
    for name in ("<w:tblHeader", "<w:commentReference", "<w:b/>"):
        assert count(saved, name) == count(path, name)


def resaved(path: Path, folder: Path, filters: Sequence[str] = ("docx",)) -> Path:
    """The document as LibreOffice writes it, opened and saved once for each filter."""
    for number, filter_ in enumerate(filters):
        target = folder / str(number)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [str(SOFFICE), profile, "--headless", "--convert-to", filter_, "--outdir", str(target), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
        path = next(target.iterdir())
    return path


def count(path: Path, what: str) -> int:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode().count(what)

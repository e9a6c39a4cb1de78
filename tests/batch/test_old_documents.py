from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.batch.canned_run import canned_pipeline
from tests.canned import CannedEngine
from tests.formats.test_docx import document, paragraph, run
from translator.batch import old_documents
from translator.batch.folder import list_files
from translator.batch.job import plan
from translator.batch.runners import local
from translator.errors import SourceError, UsageError
from translator.formats import docx, txt
from translator.settings import Settings

RTF = rb"{\rtf1\ansi Kapal \b perang\b0  itu tiba.\par Awaknya sehat.}"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
SLIDES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<office:document xmlns:office="{_ODF}:office:1.0" xmlns:draw="{_ODF}:drawing:1.0" xmlns:text="{_ODF}:text:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3"'
    ' office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation>'
    '<draw:page><draw:frame svg:width="9cm" svg:height="2cm"><draw:text-box><text:p>Kapal perang itu tiba.</text:p>'
    "</draw:text-box></draw:frame></draw:page></office:presentation></office:body></office:document>"
)
SETTINGS = Settings(bilingual=())
NEEDS_OFFICE = pytest.mark.skipif(
    not any(map(shutil.which, old_documents.PROGRAMS)), reason="LibreOffice is not installed"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an old document, in which the tests stand."""
    monkeypatch.chdir(tmp_path)
    Path("laporan.rtf").write_bytes(RTF)
    return tmp_path


def stand_in(monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    """Put a program in the place of LibreOffice: a script, to which $1 is the folder for what it makes."""
    Path("bin").mkdir()
    script = 'while [ "$1" != --outdir ]; do shift; done; shift'
    Path("bin/soffice").write_text(f"#!/bin/sh\n{script}\n{lines}\n")
    Path("bin/soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{Path('bin').resolve()}:/usr/bin:/bin")


def test_an_old_document_has_the_suffix_of_its_present_form() -> None:
    names = ["a.doc", "a.RTF", "a.ppt", "a.xls", "a.txt", "a.docx"]
    found = [old_documents.present_suffix(Path(name)) for name in names]
    assert found == [".docx", ".docx", ".pptx", ".xlsx", ".txt", ".docx"]
    assert [old_documents.is_old(Path(name)) for name in names] == [True, True, True, True, False, False]


def test_without_the_program_an_old_document_is_refused_with_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(SourceError) as caught:
        plan([Path("laporan.rtf")], None, ())
    assert caught.value.message == "laporan.rtf is an old document (.rtf), which is not read"
    assert caught.value.hint == "save it as .docx, or install LibreOffice, which then does so by itself"
    assert list_files(Path()).skipped == [(Path("laporan.rtf"), caught.value.message)]


def test_an_old_document_is_translated_in_its_present_form(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("made.docx").write_bytes(document(paragraph(run("Kapal itu tiba."))))
    stand_in(monkeypatch, f'mkdir "$1" && cp "{Path("made.docx").resolve()}" "$1/document.docx"')
    (job,) = plan([Path("laporan.rtf")], None, ()).jobs
    engine = CannedEngine({"Kapal itu tiba.": [("The ship has arrived.", None)]})
    bitext = local.translate(canned_pipeline(engine), job, SETTINGS)
    assert bitext.document.notices == ("turned into .docx by LibreOffice, and translated in that form",)
    written = docx.parse(Path("laporan.en.docx").read_bytes(), "a")
    assert [segment.text for segment in written.segments] == ["The ship has arrived."]
    assert Path("laporan.rtf").read_bytes() == RTF


def test_in_a_folder_both_suffixes_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "exit 1")
    Path("laporan.txt").write_text("Kapal.\n")
    jobs = plan([Path("laporan.rtf"), Path("laporan.txt")], "english/", ()).jobs
    assert [job.output for job in jobs] == [Path("english/laporan.rtf.docx"), Path("english/laporan.txt")]


def test_an_output_that_is_named_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "exit 1")
    with pytest.raises(UsageError, match=r"the translation of laporan\.rtf is a \.docx, and news\.rtf is named"):
        plan([Path("laporan.rtf")], "news.rtf", ())


def test_what_the_program_cannot_turn_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "exit 1")
    with pytest.raises(SourceError, match=r"laporan\.rtf: LibreOffice does not turn it into \.docx"):
        old_documents.turned(Path("laporan.rtf"), RTF)


def test_an_old_suffix_that_is_wrong_is_told() -> None:
    with pytest.raises(SourceError, match=r"a\.doc is a web page \(\.html\), so not what its suffix says"):
        old_documents.turned(Path("a.doc"), b"<html><p>Kapal")


def test_other_documents_are_read_in_their_own_form() -> None:
    assert old_documents.format_of(Path("a.txt")) is txt
    with pytest.raises(SourceError, match="unknown kind"):
        old_documents.format_of(Path("a.abc"))


@NEEDS_OFFICE
def test_the_program_turns_an_old_document() -> None:
    made = docx.parse(old_documents.turned(Path("laporan.rtf"), RTF), "a")
    assert [segment.text for segment in made.segments] == ["Kapal perang itu tiba.", "Awaknya sehat."]


@NEEDS_OFFICE
@pytest.mark.parametrize("kind", ["doc", "ppt", "xls"])
def test_what_an_old_program_wrote_is_turned(tmp_path: Path, kind: str) -> None:
    source = {"doc": "laporan.rtf", "ppt": "slides.fodp", "xls": "sheet.csv"}[kind]
    Path("slides.fodp").write_text(SLIDES)
    Path("sheet.csv").write_text("Kapal perang itu tiba.,5\n")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    program = next(filter(None, map(shutil.which, old_documents.PROGRAMS)))
    subprocess.run([program, profile, "--headless", "--convert-to", kind, source], check=True, capture_output=True)
    old = Path(source).with_suffix(f".{kind}")
    if not old.exists():
        pytest.skip(f"this LibreOffice has no part that writes .{kind}")
    made = old_documents.format_of(old).parse(old_documents.turned(old, old.read_bytes()), "a")
    assert "Kapal perang itu tiba." in [segment.text for segment in made.segments]

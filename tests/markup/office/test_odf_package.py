from __future__ import annotations

import pytest

from tests.formats.odf_files import TYPE, entry, package, xml
from tests.formats.office_files import package as office_package
from translator.errors import SourceError
from translator.markup.office.odf_package import open_odf


def refused(data: bytes, suffix: str = ".odt") -> SourceError:
    with pytest.raises(SourceError) as caught:
        open_odf(data, "a.odt", suffix)
    return caught.value


def test_the_documents_inside_are_known_by_the_manifest_and_those_without_words_are_none() -> None:
    entries = "".join(
        entry(folder, TYPE + kind)
        for folder, kind in (
            ("Object 1/", "chart"),
            ("Object 2/", "formula"),
            ("Object 3/", "spreadsheet"),
            ("x/", "chart"),
        )
    )
    parts = {f"Object {number}/content.xml": "<a/>" for number in (1, 2, 3)}
    assert open_odf(package("text", parts, entries), "a", ".odt").objects == {
        "Object 1/": "chart",
        "Object 3/": "spreadsheet",
    }


def test_a_document_of_another_kind_is_told_its_suffix() -> None:
    error = refused(package("spreadsheet", {}))
    assert (error.message, error.hint) == ("a.odt: a sheet, so not what its suffix says", "name it .ods")
    assert refused(package("graphics", {})).message == "a.odt is an OpenDocument file, so not what its suffix says"
    word = office_package({"word/document.xml": ("", "<a/>")})
    assert refused(word).message == "a.odt is a Word document (.docx), so not what its suffix says"


def test_a_manifest_that_speaks_of_encryption_means_a_password() -> None:
    entries = entry("content.xml", "text/xml", '<manifest:encryption-data manifest:checksum="x"/>')
    assert refused(package("text", {"content.xml": b"\x00\x01"}, entries)).message == "a.odt: protected by a password"


def test_the_manifest_may_have_a_document_type_as_in_old_files() -> None:
    manifest = xml(f"<manifest:manifest>{entry('/', TYPE + 'text')}</manifest:manifest>").partition("\n")[2]
    doctype = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
    data = office_package({"META-INF/manifest.xml": ("", doctype + manifest)})
    assert open_odf(data, "a", ".odt").types == {"/": f"{TYPE}text"}

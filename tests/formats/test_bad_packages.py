"""Packages that are damaged, or made to do harm: one error that says why, for every kind of document in a package."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from tests.formats import odf_files, test_docx, test_epub, test_odp, test_ods, test_odt, test_pptx, test_xlsx
from tests.formats.office_files import members, reversed_words
from translator.errors import SourceError
from translator.formats import docx, epub, odp, ods, odt, pptx, xlsx
from translator.formats.base import Format
from translator.markup.xml_scan import MAX_DEPTH

SOUND = {
    docx: (test_docx.document(test_docx.paragraph(test_docx.run("Kapal"))), "word/document.xml"),
    pptx: (
        test_pptx.presentation(test_pptx.shape(test_pptx.paragraph(test_pptx.run("Kapal")))),
        "ppt/slides/slide1.xml",
    ),
    xlsx: (test_xlsx.workbook(test_xlsx.strings("Kapal"), test_xlsx.cells()), "xl/worksheets/sheet1.xml"),
    odt: (test_odt.document(f"<text:p>Kapal {odf_files.span('T1', 'itu')}</text:p>"), "content.xml"),
    ods: (test_ods.workbook(test_ods.sheet(test_ods.row(test_ods.cell(test_ods.said("Kapal"))))), "content.xml"),
    odp: (test_odp.presentation(test_odp.box("Kapal")), "content.xml"),
    epub: (test_epub.book("<p>Kapal</p>"), "EPUB/content.opf"),
}


def named(format_: Format) -> str:
    return format_.__name__.rpartition(".")[2]


every_kind = pytest.mark.parametrize("format_", SOUND, ids=named)
kinds_without_document_types = pytest.mark.parametrize(
    "format_", [each for each in SOUND if each is not epub], ids=named
)


def changed(format_: Format, content: bytes, name: str = "") -> bytes:
    """The sound document with another content of its main text, or with one part more."""
    data, main = SOUND[format_]
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, old in {**members(data), name or main: content}.items():
            archive.writestr(member, old if member != (name or main) else content)
    return output.getvalue()


def refusal(format_: Format, data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        format_.parse(data, "a")
    assert "\n" not in caught.value.message
    return caught.value.message


@every_kind
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not well-formed XML: no element found (line 1, column 1)"),
        (b"<a><b></a>", "not well-formed XML: mismatched tag (line 1, column 9)"),
        (b"<a>" * 300 + b"</a>" * 300, f"elements nested deeper than {MAX_DEPTH}"),
        (b"<a>\xff</a>", "not well-formed XML: not well-formed (invalid token) (line 1, column 4)"),
    ],
)
def test_a_part_that_cannot_be_read_is_told(format_: Format, content: bytes, reason: str) -> None:
    assert refusal(format_, changed(format_, content)) == f"a, {SOUND[format_][1]}: {reason}"


@kinds_without_document_types
@pytest.mark.parametrize(
    "content", [b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>']
)
def test_a_part_with_a_document_type_is_refused(format_: Format, content: bytes) -> None:
    main = SOUND[format_][1]
    assert refusal(format_, changed(format_, content)) == f"a, {main}: has a document type, and none is read"


@every_kind
def test_packages_that_are_damaged_or_made_to_do_harm_are_refused(format_: Format) -> None:
    sound, _ = SOUND[format_]
    assert refusal(format_, changed(format_, b"\0" * 2**21, "a.bin")).endswith(
        "unpacks to more than 100 times its size"
    )
    assert refusal(format_, changed(format_, b"", "../a.xml")).endswith("has a name that leads out of the package")
    assert refusal(format_, sound[:-40]).startswith("a: a damaged package: ")
    assert refusal(format_, sound[: len(sound) // 2]).startswith("a: a damaged package: ")
    assert refusal(format_, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)).startswith(
        "a: protected by a password, or an old"
    )
    assert refusal(format_, b"")


@every_kind
def test_a_document_of_another_kind_is_refused_by_its_name(format_: Format) -> None:
    for other, (data, _) in SOUND.items():
        if other is not format_:
            assert refusal(format_, data).endswith("so not what its suffix says")


@every_kind
def test_mutated_documents_are_read_or_refused(format_: Format) -> None:
    chance = random.Random(1)
    sound, main = SOUND[format_]
    content = members(sound)[main]
    for _ in range(150):
        start, end = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
        piece = chance.choice([content[start:end], b"<", b"</a>", b"<x/>", bytes([chance.randrange(256)])])
        at = chance.randrange(len(content))
        data = changed(format_, content[:at] + piece + content[at + chance.randrange(3) :])
        try:
            document = format_.parse(data, "a")
        except SourceError:
            continue
        assert format_.render(reversed_words(document))

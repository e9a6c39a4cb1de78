"""Every kind of bilingual file can be written and read for every kind of document with markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bilingual.sample import put
from tests.formats.office_files import reversed_words
from tests.formats.test_bad_packages import SOUND
from translator import bilingual
from translator.bilingual.reading import read
from translator.formats import html, markdown
from translator.formats.base import Format

DOCUMENTS = [(format_, data) for format_, (data, _) in SOUND.items()] + [
    (html, b'<p title="Judul">Kapal <b>itu</b> tiba.</p>'),
    (markdown, b"Kapal *itu* tiba.\n"),
]


@pytest.mark.parametrize("name", [name for name in bilingual.FORMATS if name != "html"])
@pytest.mark.parametrize(("format_", "data"), DOCUMENTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_bilingual_file_holds_what_was_translated(tmp_path: Path, format_: Format, data: bytes, name: str) -> None:
    bitext = reversed_words(format_.parse(data, "a"))
    path = tmp_path / f"a.id-en{bilingual.FORMATS[name].SUFFIX}"
    path.write_bytes(b"".join(bilingual.FORMATS[name].render(bitext, "")))
    held = [(each.pair.source, each.pair.target) for each in read(path)]
    assert held == [(pair.source, pair.target) for pair in bitext.pairs()]


@pytest.mark.parametrize(("format_", "data"), DOCUMENTS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_bilingual_page_vouches_for_every_kind_of_document(tmp_path: Path, format_: Format, data: bytes) -> None:
    bitext = reversed_words(format_.parse(data, "a"))
    translated = format_.render(bitext)
    path = tmp_path / "a.id-en.html"
    put(bilingual.FORMATS["html"], bitext, path, translated)
    assert bilingual.FORMATS["html"].vouches(path, translated)
    assert not bilingual.FORMATS["html"].vouches(path, translated + b" ")

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.bilingual.marked import marked
from tests.bilingual.sample import put, sample, whole
from tests.bilingual.strategies import bitexts
from translator.bilingual import reading, xliff
from translator.bilingual.base import rows
from translator.bitext import Bitext, Origin, Pair
from translator.errors import SourceError
from translator.markup.xml_text import cleaned


def test_a_file_is_written_to_the_letter() -> None:
    assert (
        whole(xliff, marked(), b"Ship").decode()
        == """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" \
version="2.1" srcLang="id" trgLang="en">
<file id="f1" original="berita.id.md">
<mda:metadata><mda:metaGroup category="padan">\
<mda:meta type="translation-sha256">40970cf7b5e2e4deffe19b3447affc897de1f9ee34b8a391cf6975be024e2ed1</mda:meta>\
<mda:meta type="signature">0123456789abcdef</mda:meta><mda:meta type="engine">ct2</mda:meta>\
<mda:meta type="model">starter</mda:meta></mda:metaGroup></mda:metadata>
<unit id="1" xml:space="preserve">
<notes><note category="numbers" priority="1">sentence 2: 1 &amp; 2 are lost</note></notes>
<originalData><data id="d1">&lt;b&gt;</data><data id="e1">&lt;/b&gt;</data>\
<data id="d2">`x &lt; y`</data><data id="d3">[^1]</data></originalData>
<segment state="translated" subState="padan:engine">\
<source><sc id="1" dataRef="d1"/>Kapal perang<ec startRef="1" dataRef="e1"/> tiba.</source>\
<target><sc id="1" dataRef="d1"/>Warships<ec startRef="1" dataRef="e1"/> arrived.</target></segment>
<ignorable><source> </source><target> </target></ignorable>
<segment state="translated" subState="padan:memory">\
<source>Lihat <ph id="2" dataRef="d2" equiv="x &lt; y"/> di sini<ph id="3" dataRef="d3"/>.</source>\
<target>See <ph id="2" dataRef="d2" equiv="x &lt; y"/> right here<ph id="3" dataRef="d3"/>.</target></segment>
</unit>
</file>
</xliff>
"""
    )


OTHERS = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="id-ID" trgLang="en-GB">
<file id="f"><unit id="a"><segment><source>Dua <pc id="1">kapal</pc> tiba.</source>
<target>Two <pc id="1">ships</pc> came.</target></segment>
<ignorable><source> </source></ignorable><segment><source>Ya.</source></segment></unit></file></xliff>"""


def test_a_file_of_others_is_read_by_its_segments(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlf"
    path.write_text(OTHERS)
    wanted = [("Dua kapal tiba.", "Two ships came."), ("Ya.", "")]
    assert [each[:2] for each in xliff.read(path)] == [(1, Pair(*texts, Origin.MEMORY)) for texts in wanted]
    assert reading.read(path) == list(xliff.read(path))


def test_a_file_in_other_languages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlf"
    path.write_text(OTHERS.replace("id-ID", "ms"))
    with pytest.raises(SourceError, match="from 'ms' into 'en-GB'"):
        list(xliff.read(path))


@given(bitexts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_again(tmp_path: Path, of: Bitext) -> None:
    path = tmp_path / f"berita.en.txt.id-en{xliff.SUFFIX}"
    put(xliff, of, path, b"")
    wanted = []
    for row in rows(of):
        texts = (cleaned(row.pair.source).strip(), cleaned(row.pair.target).strip())
        wanted.append((row.segment, Pair(*texts, row.pair.origin, reviewed=row.pair.reviewed)))
    assert [each[:2] for each in xliff.read(path)] == wanted


def test_a_file_vouches_for_the_translation_that_it_was_written_with(tmp_path: Path) -> None:
    path = tmp_path / f"berita.en.txt.id-en{xliff.SUFFIX}"
    put(xliff, sample(), path, b"The ship came.\n")
    assert xliff.wrote(path)
    assert xliff.vouches(path, b"The ship came.\n")
    assert not xliff.vouches(path, b"The ship left.\n")
    path.write_text(OTHERS)
    assert not xliff.wrote(path)

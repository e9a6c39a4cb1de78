from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.bilingual.marked import marked
from tests.bilingual.sample import put, sample, whole
from tests.bilingual.strategies import bitexts
from translator.bilingual import reading, xliff12
from translator.bilingual.base import rows
from translator.bitext import Bitext, Origin, Pair
from translator.errors import SourceError
from translator.markup.xml_text import cleaned


def test_a_file_is_written_to_the_letter() -> None:
    assert (
        whole(xliff12, marked(), b"Ship").decode()
        == """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="berita.id.md" source-language="id" target-language="en" datatype="plaintext" tool-id="padan">
<header><tool tool-id="padan" tool-name="Padan"/>\
<note from="padan:translation-sha256">40970cf7b5e2e4deffe19b3447affc897de1f9ee34b8a391cf6975be024e2ed1</note>\
<note from="padan:signature">0123456789abcdef</note><note from="padan:engine">ct2</note>\
<note from="padan:model">starter</note></header>
<body>
<trans-unit id="1" xml:space="preserve">
<source><bpt id="1" rid="1">&lt;b&gt;</bpt>Kapal perang<ept id="1" rid="1">&lt;/b&gt;</ept> tiba. \
Lihat <ph id="2" equiv-text="x &lt; y">`x &lt; y`</ph> di sini<ph id="3">[^1]</ph>.</source>
<seg-source><mrk mtype="seg" mid="1" comment="padan:engine">\
<bpt id="1" rid="1">&lt;b&gt;</bpt>Kapal perang<ept id="1" rid="1">&lt;/b&gt;</ept> tiba.</mrk> \
<mrk mtype="seg" mid="2" comment="padan:memory">\
Lihat <ph id="2" equiv-text="x &lt; y">`x &lt; y`</ph> di sini<ph id="3">[^1]</ph>.</mrk></seg-source>
<target state="translated"><mrk mtype="seg" mid="1" comment="padan:engine">\
<bpt id="1" rid="1">&lt;b&gt;</bpt>Warships<ept id="1" rid="1">&lt;/b&gt;</ept> arrived.</mrk> \
<mrk mtype="seg" mid="2" comment="padan:memory">\
See <ph id="2" equiv-text="x &lt; y">`x &lt; y`</ph> right here<ph id="3">[^1]</ph>.</mrk></target>
<note from="numbers" priority="1" annotates="target">sentence 2: 1 &amp; 2 are lost</note>
</trans-unit>
</body>
</file>
</xliff>
"""
    )


OTHERS = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="a" source-language="in" target-language="en-US" datatype="plaintext"><body><group>
<trans-unit id="a"><source>Dua <g id="1">kapal</g><x id="2"/> tiba.</source>
<target>Two <g id="1">ships</g> came.</target>
</trans-unit></group><trans-unit id="b"><source>Ya.</source></trans-unit></body></file></xliff>"""


def test_a_file_of_others_is_read_by_its_units(tmp_path: Path) -> None:
    path = tmp_path / "lain.xliff"
    path.write_text(OTHERS)
    wanted = [("Dua kapal tiba.", "Two ships came."), ("Ya.", "")]
    assert [each[:2] for each in xliff12.read(path)] == [
        (n, Pair(*texts, Origin.MEMORY)) for n, texts in enumerate(wanted, 1)
    ]
    assert reading.read(path) == list(xliff12.read(path))


def test_a_file_in_other_languages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlf"
    path.write_text(OTHERS.replace('"in"', '"ms"'))
    with pytest.raises(SourceError, match="no file in it is from Indonesian into English"):
        list(xliff12.read(path))


@given(bitexts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_again(tmp_path: Path, of: Bitext) -> None:
    path = tmp_path / f"berita.en.txt.id-en{xliff12.SUFFIX}"
    put(xliff12, of, path, b"")
    wanted = []
    for row in rows(of):
        texts = (cleaned(row.pair.source).strip(), cleaned(row.pair.target).strip())
        wanted.append((row.segment, Pair(*texts, row.pair.origin, reviewed=row.pair.reviewed)))
    assert [each[:2] for each in xliff12.read(path)] == wanted


def test_a_file_vouches_for_the_translation_that_it_was_written_with(tmp_path: Path) -> None:
    path = tmp_path / f"berita.en.txt.id-en{xliff12.SUFFIX}"
    put(xliff12, sample(), path, b"The ship came.\n")
    assert xliff12.wrote(path)
    assert xliff12.vouches(path, b"The ship came.\n")
    assert not xliff12.vouches(path, b"The ship left.\n")
    path.write_text(OTHERS)
    assert not xliff12.wrote(path)

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.bilingual.sample import bitext, put, sample, whole
from tests.bilingual.strategies import bitexts
from translator.bilingual import tmx
from translator.bilingual.base import BilingualRow, rows
from translator.bitext import Bitext, Origin, Pair
from translator.errors import SourceError


def test_a_memory_is_written_to_the_letter() -> None:
    one = bitext([[Pair("Kapal & awak.", "Ship & crew.", Origin.ENGINE)]])
    written = re.sub(r'creationtoolversion="[^"]*"', 'creationtoolversion="0"', whole(tmx, one, b"Ship").decode())
    assert (
        written
        == """<?xml version='1.0' encoding='UTF-8'?>
<tmx version="1.4">
  <header creationtool="Padan" creationtoolversion="0" segtype="sentence" o-tmf="Padan" adminlang="en" srclang="id" \
datatype="plaintext">
    <prop type="padan:translation-sha256">40970cf7b5e2e4deffe19b3447affc897de1f9ee34b8a391cf6975be024e2ed1</prop>
    <prop type="padan:signature">0123456789abcdef</prop>
    <prop type="padan:engine">ct2</prop>
    <prop type="padan:model">starter</prop>
    <prop type="padan:document">berita.id.txt</prop>
  </header>
  <body>
    <tu>
      <prop type="padan:segment">1</prop>
      <prop type="padan:sentence">1</prop>
      <prop type="padan:origin">engine</prop>
      <tuv xml:lang="id">
        <seg>Kapal &amp; awak.</seg>
      </tuv>
      <tuv xml:lang="en">
        <seg>Ship &amp; crew.</seg>
      </tuv>
    </tu>
  </body>
</tmx>
"""
    )


def plain(row: BilingualRow) -> BilingualRow:
    """What a memory keeps of a row."""
    pair = row.pair
    read = Pair(kept(pair.source), kept(pair.target), pair.origin, reviewed=pair.reviewed)
    return BilingualRow(row.document, row.segment, row.sentence, read)


def kept(text: str) -> str:
    return "".join(char for char in text if (char >= " " and char not in "\ufffe\uffff") or char in "\t\n").strip()


def test_the_sample_is_read_as_it_was_written(tmp_path: Path) -> None:
    put(tmx, sample(), tmp_path / "a.tmx", b"")
    assert tmx.read(tmp_path / "a.tmx") == [plain(row) for row in rows(sample())]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(bitexts)
def test_whatever_the_text_holds_it_is_read_without_what_xml_cannot_write(tmp_path: Path, hard: Bitext) -> None:
    path = tmp_path / "a.tmx"
    put(tmx, hard, path, b"")
    assert [row.pair for row in tmx.read(path)] == [plain(row).pair for row in rows(hard)]


def test_the_same_bitext_gives_the_same_bytes() -> None:
    assert whole(tmx, sample(), b"a") == whole(tmx, sample(), b"a") != whole(tmx, sample(), b"b")


def read(folder: Path, text: str | bytes) -> list[BilingualRow]:
    path = folder / "lain.tmx"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmx.read(path)


FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="Other" srclang="*all*"/><body>
<tu><tuv xml:lang="EN-US"><seg>The <hi>red</hi> ship<ph x="1">&lt;br/&gt;</ph>.</seg></tuv>
<tuv xml:lang="id-ID"><seg><bpt i="1">{b}</bpt>Kapal<ept i="1">{/b}</ept> merah.</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>Bonjour</seg></tuv><tuv xml:lang="en"><seg>Hello</seg></tuv></tu>
<tu><tuv lang="in"><seg> Siap. </seg></tuv><tuv lang="en"><seg>Ready.</seg></tuv></tu>
</body></tmx>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_memory_of_another_tool_is_read_without_its_codes(tmp_path: Path, encoding: str) -> None:
    text = FOREIGN.replace("UTF-8", encoding.upper())
    assert read(tmp_path, text.encode(encoding)) == [
        BilingualRow("lain.tmx", 1, 0, Pair("Kapal merah.", "The red ship.", Origin.MEMORY)),
        BilingualRow("lain.tmx", 3, 0, Pair("Siap.", "Ready.", Origin.MEMORY)),
    ]
    assert not tmx.wrote(tmp_path / "lain.tmx")


ENTITY = '<!DOCTYPE tmx [<!ENTITY a "{}">]><tmx version="1.4"><header/><body>&a;</body></tmx>'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not TMX that can be read: no element found: line 1, column 0"),
        ("<tmx><body>", "not TMX that can be read: no element found: line 1, column 11"),
        ("<html></html>", "the root element is <html>; <tmx> was wanted"),
        (ENTITY.format("x" * 9), "not TMX that can be read: it declares the entity a, and none is read"),
        (
            '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]><tmx>&a;</tmx>',
            "not TMX that can be read: it declares the entity a, and none is read",
        ),
        (
            "<tmx><body><tu><tuv xml:lang='fr'><seg>a</seg></tuv></tu></body></tmx>",
            "no unit has both an Indonesian (id)",
        ),
    ],
)
def test_what_is_no_memory_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(SourceError) as error:
        read(tmp_path, text)
    assert error.value.message.startswith(f"{tmp_path / 'lain.tmx'}: {reason}")


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        tmx.read(tmp_path / "a.tmx")

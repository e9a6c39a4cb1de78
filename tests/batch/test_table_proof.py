"""A table proves that Padan wrote the translation beside it, also where that has markup or framing."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary import Term
from tests.batch.canned_run import canned_pipeline
from tests.canned import CannedEngine
from translator.batch.job import plan
from translator.batch.own_files import wrote_translation
from translator.batch.runners.local import translate
from translator.errors import OutputError
from translator.settings import Selection, Settings

# Of each kind a document, and an edit of its text or of what stands around it, in which the translation has both words.
DOCUMENTS = {
    "berita.html": ('<html lang="id"><p class=a>Perahu <b>itu</b> <a title="Buka" href="x">tiba</a>.</p></html>', "=a"),
    "berita.md": ('# Judul\n\nPerahu **itu** [tiba](x "Buka").\n\n- `kode` itu\n', "kode"),
    "film.srt": ("1\n00:00:01,000 --> 00:00:02,000\nPerahu <i>itu</i>\ntiba.\n", "02,000"),
    "film.vtt": ("WEBVTT\n\n00:01.000 --> 00:02.000\nPerahu itu\ntiba.\n", "00:02"),
    "data.json": ('{"isi": [{"teks": "Perahu tiba. \\"Ya\\""}, {"teks": "Dua.\\nTiga."}], "lain": 8}\n', "8"),
    "data.csv": ('nama,teks\nA,Perahu tiba\nB,"Dua, tiga"\n', "nama"),
}
SELECTED = {"data.json": ("isi.*.teks",), "data.csv": ("teks",)}


def translated(folder: Path, name: str, *formats: str) -> tuple[Path, Path]:
    source = folder / name
    source.write_text(DOCUMENTS[name][0])
    (job,) = plan([source], None, formats).jobs
    chosen = (Selection("*", SELECTED.get(name, ())),)
    translate(
        canned_pipeline(CannedEngine(), [Term("perahu", ("boat",))]),
        job,
        Settings(bilingual=formats, columns=chosen, fields=chosen),
    )
    return source, job.output


@pytest.mark.parametrize("format_", ["tsv", "jsonl"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_padan_wrote_is_known_and_what_was_edited_is_not(tmp_path: Path, name: str, format_: str) -> None:
    source, output = translated(tmp_path, name, format_)
    assert wrote_translation(output, source)
    plan([source], None, (format_,))
    made = output.read_text()
    around = DOCUMENTS[name][1]
    for edited in (made + "\n", made.replace(around, "=b")):
        assert edited != made
        output.write_text(edited)
        assert not wrote_translation(output, source)
        with pytest.raises(OutputError, match="was edited"):
            plan([source], None, (format_,))


def test_a_translation_whose_source_has_changed_is_still_known_by_its_texts(tmp_path: Path) -> None:
    source, output = translated(tmp_path, "film.srt", "tsv")
    source.write_text(DOCUMENTS["film.srt"][0].replace("tiba", "pergi"))
    assert wrote_translation(output, source)
    output.write_text(output.read_text().replace(".\n", " lain.\n"))
    assert not wrote_translation(output, source)


def test_beside_a_page_which_has_a_checksum_a_table_proves_nothing(tmp_path: Path) -> None:
    source, output = translated(tmp_path, "berita.md", "tsv", "html")
    assert wrote_translation(output, source)
    output.write_text(output.read_text().replace("**", "__"))
    assert not wrote_translation(output, source)

"""What Padan made is known again, and never taken for a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary import Term
from tests.batch.canned_run import canned_pipeline
from tests.canned import CannedEngine
from tests.formats.test_docx import document, paragraph, run
from translator.batch import index
from translator.batch.job import plan
from translator.batch.own_files import check_no_own_file, wrote_translation
from translator.batch.runners.local import translate
from translator.bilingual import path_for
from translator.errors import OutputError, SourceError
from translator.settings import Settings

NEWS = "Sebuah kapal tiba.  \n\n\tKota itu jauh. Kapal itu juga.\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "berita.txt"
    path.write_text(NEWS)
    return path


def translated(source: Path, *formats: str) -> Path:
    """The translation of a file, beside it, with its bilingual files."""
    (job,) = plan([source], None, formats).jobs
    translate(canned_pipeline(CannedEngine(), [Term("kapal", ("ship",))]), job, Settings(bilingual=formats))
    return job.output


@pytest.mark.parametrize("formats", [("tsv",), ("jsonl",), ("html",), ("tmx",), ("tsv", "html")])
def test_an_edit_of_white_space_only_is_an_edit(source: Path, formats: tuple[str, ...]) -> None:
    output = translated(source, *formats)
    made = output.read_text()
    for edited in (made + "\n", made.replace("\t", "  "), made.replace("  \n", "\n"), made.replace("\n\n", "\n")):
        output.write_text(edited)
        assert not wrote_translation(output, source)
        with pytest.raises(OutputError, match="was edited"):
            plan([source], None, formats)
    output.write_text(made)
    assert wrote_translation(output, source)


@pytest.mark.parametrize("formats", [("tsv",), ("tsv", "html")])
def test_a_translation_whose_source_has_changed_is_still_known(source: Path, formats: tuple[str, ...]) -> None:
    output = translated(source, *formats)
    for text in ("Lain sama sekali.\n", NEWS + "Tamat.\n", "Judul.\n\n" + NEWS):
        source.write_text(text)
        assert wrote_translation(output, source)
    source.unlink()
    assert wrote_translation(output, source)


def test_a_table_that_was_written_later_than_the_page_speaks_for_the_translation(source: Path) -> None:
    translated(source, "tsv", "html")
    source.write_text("Kapal itu pergi.\n")
    output = translated(source, "tsv")
    assert wrote_translation(output, source)


@pytest.mark.parametrize("name", ["berita.en.txt.id-en.txt", "berita.id-en.md", "x.id-en.12.srt"])
def test_what_is_named_as_a_bilingual_file_is_no_source(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(NEWS)
    with pytest.raises(SourceError, match="is named as a bilingual file of Padan's"):
        check_no_own_file(tmp_path / name)


@pytest.mark.parametrize("format_", ["tsv", "jsonl", "html", "tmx"])
def test_what_carries_the_stamp_is_no_source_whatever_its_name(source: Path, format_: str) -> None:
    output = translated(source, format_)
    renamed = output.with_name(f"laporan.{format_}")
    output.with_name(f"{output.name}.id-en.{format_}").rename(renamed)
    with pytest.raises(SourceError, match="is a bilingual file of Padan's"):
        check_no_own_file(renamed)
    check_no_own_file(output)  # nothing vouches for it any more


@pytest.mark.parametrize("format_", ["xliff", "xliff12"])
@pytest.mark.parametrize("name", ["laporan.xlf", "laporan.xliff", "laporan.12.xlf"])
def test_xliff_of_ours_is_no_source_whatever_its_suffix(source: Path, format_: str, name: str) -> None:
    output = translated(source, format_)
    renamed = path_for(output, format_).rename(output.with_name(name))
    with pytest.raises(SourceError, match="is a bilingual file of Padan's"):
        check_no_own_file(renamed)


def test_a_translation_is_no_source_and_one_that_was_edited_is(source: Path) -> None:
    output = translated(source, "html")
    with pytest.raises(SourceError, match="is a translation that Padan made"):
        plan([output], None, ())
    planned = plan([source.parent], str(source.parent.parent / "english"), ())
    assert [job.name for job in planned.jobs] == ["berita.txt"]
    reasons = [reason for _, reason in planned.skipped]
    assert any(f"{output} is a translation that Padan made, and no source" in reason for reason in reasons)
    output.write_text("Kapal itu milik saya.\n")
    check_no_own_file(output)


def test_a_package_is_known_by_the_texts_of_a_table_or_the_checksum_of_a_page(tmp_path: Path) -> None:
    source = tmp_path / "surat.docx"
    source.write_bytes(document(paragraph(run("Sebuah "), run("kapal", "<w:b/>"), run(" tiba. Kota itu jauh."))))
    for formats in (("tsv",), ("jsonl",), ("html",), ("tmx",)):
        output = translated(source, *formats)
        made = output.read_bytes()
        assert wrote_translation(output, source)
        with pytest.raises(SourceError, match="a translation that Padan made"):
            check_no_own_file(output)
        output.write_bytes(document(paragraph(run("Kapal lain."))))
        assert not wrote_translation(output, source)
        with pytest.raises(OutputError, match="was edited"):
            plan([source], None, formats)
        output.write_bytes(made)


@pytest.mark.parametrize("name", ["berita.en.txt.id-en.html", "lain.id-en.html", "lain.id-en.docx", "index.html"])
def test_a_page_of_ours_is_no_source_though_pages_are(source: Path, name: str) -> None:
    translated(source, "html")
    page = source.with_name(name)
    if name == "index.html":
        index.write(source.parent, [], {})
    elif not page.exists():
        page.write_bytes(b"<p>Kapal")
    with pytest.raises(SourceError, match="of Padan's"):
        check_no_own_file(page)

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bilingual.sample import bitext, put, sample, translation
from translator import bilingual
from translator.bitext import Bitext, Origin, Pair
from translator.errors import UsageError

NAMES = list(bilingual.FORMATS)
TEXTS = [name for name in NAMES if name != "docx"]  # the others are text


def written(folder: Path, of: Bitext, name: str, translated: bytes) -> Path:
    """The translation in a folder, with one bilingual file beside it."""
    output = folder / "latihan-gabungan.en.txt"
    output.write_bytes(translated)
    put(bilingual.FORMATS[name], of, bilingual.path_for(output, name), translated)
    return output


def test_the_list_has_the_suffix_of_every_format() -> None:
    assert {name: format_.SUFFIX for name, format_ in bilingual.FORMATS.items()} == bilingual.SUFFIXES


def test_a_bilingual_file_is_named_after_the_output() -> None:
    paths = [bilingual.path_for(Path("out/berita.en.txt"), name) for name in NAMES]
    suffixes = [".tsv", ".jsonl", ".tmx", ".12.xlf", ".xlf", ".html", ".docx"]
    assert paths == [Path(f"out/berita.en.txt.id-en{suffix}") for suffix in suffixes]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("jsnol", "did you mean 'jsonl'?"),
        ("HTML", "did you mean 'html'?"),
        ("sheet", "choose among tsv, jsonl, tmx, xliff12, xliff, html, docx"),
    ],
)
def test_an_unknown_format_is_refused_with_the_nearest_name(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        bilingual.named(name)
    assert (error.value.message, error.value.hint) == (f"unknown bilingual format {name!r}", hint)


@pytest.mark.parametrize("name", NAMES)
def test_a_translation_as_we_wrote_it_is_ours(tmp_path: Path, name: str) -> None:
    output = written(tmp_path, sample(), name, translation(sample()))
    assert bilingual.is_ours(output)
    assert bilingual.wrote(bilingual.path_for(output, name))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("old", "new"),
    [("warships", "vessels"), ("Monday. As", "Monday. Also, as"), ("early.\n", "early.\n\nRead by hand.\n")],
)
def test_a_translation_that_a_person_edited_is_not_ours(tmp_path: Path, name: str, old: str, new: str) -> None:
    output = written(tmp_path, sample(), name, translation(sample()))
    text = output.read_text("utf-8")
    assert old in text
    output.write_text(text.replace(old, new), "utf-8")
    assert not bilingual.is_ours(output)


@pytest.mark.parametrize("name", ["tsv", "jsonl"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_vouches_for_a_translation_in_another_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    translated = translation(sample()).decode().replace("\n", "\r\n").encode(encoding)
    assert bilingual.is_ours(written(tmp_path, sample(), name, translated))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_without_sentences_vouches_for_nothing_but_an_empty_translation(tmp_path: Path, name: str) -> None:
    output = written(tmp_path, bitext([]), name, b"")
    assert bilingual.is_ours(output)
    output.write_text("Written by a person.\n")
    assert not bilingual.is_ours(output)


def test_one_bilingual_file_is_enough_where_another_is_of_an_older_run(tmp_path: Path) -> None:
    older = bitext([[Pair("Siap.", "Ready.", Origin.ENGINE)]])
    output = written(tmp_path, older, "html", translation(older))
    assert written(tmp_path, sample(), "tsv", translation(sample())) == output
    assert bilingual.is_ours(output)


@pytest.mark.parametrize("name", NAMES)
def test_spaces_without_width_around_a_line_change_nothing(tmp_path: Path, name: str) -> None:
    translated = translation(sample()).replace(b"\n", "\u200b\n\ufeff\u2060".encode())
    output = written(tmp_path, sample(), name, translated)
    assert bilingual.is_ours(output)
    assert bilingual.wrote(bilingual.path_for(output, name))


def test_without_a_bilingual_file_nothing_is_ours(tmp_path: Path) -> None:
    output = tmp_path / "berita.en.txt"
    assert not bilingual.is_ours(output)
    output.write_bytes(translation(sample()))
    assert not bilingual.is_ours(output)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "content", [b"source\ttarget\nSiap.\tReady.\n", b'{"source": "Siap."}\n', b"<p>a</p>", b"\xff\0"]
)
def test_what_another_program_wrote_is_not_ours(tmp_path: Path, name: str, content: bytes) -> None:
    output = written(tmp_path, sample(), name, translation(sample()))
    beside = bilingual.path_for(output, name)
    beside.write_bytes(content)
    assert not bilingual.is_ours(output)
    assert not bilingual.wrote(beside)


def test_a_file_of_an_unknown_kind_or_that_is_not_there_is_not_ours(tmp_path: Path) -> None:
    other = tmp_path / "berita.txt"
    other.write_text("document\tsegment\n")
    assert not bilingual.wrote(other)
    assert not bilingual.wrote(tmp_path / "berita.tsv")


@pytest.mark.parametrize("name", TEXTS)
def test_a_document_name_that_utf8_cannot_write_is_shown_with_a_question_mark(tmp_path: Path, name: str) -> None:
    odd = sample()
    odd = replace(odd, document=replace(odd.document, name="berita-\udcff.txt"))
    page = bilingual.path_for(written(tmp_path, odd, name, translation(odd)), name).read_text("utf-8")
    assert "berita-?.txt" in page


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff12"])
def test_a_file_that_a_reviewer_edited_is_no_longer_ours_though_it_keeps_its_checksum(
    tmp_path: Path, name: str
) -> None:
    output = written(tmp_path, sample(), name, translation(sample()))
    file = bilingual.path_for(output, name)
    assert bilingual.wrote(file)
    file.write_text(file.read_text("utf-8").replace("no casualties", "no victims"), "utf-8")
    assert bilingual.is_ours(output)
    assert not bilingual.wrote(file)


def test_a_table_that_a_reviewer_corrected_is_no_longer_ours(tmp_path: Path) -> None:
    for name in ("tsv", "html"):
        output = written(tmp_path, sample(), name, translation(sample()))
    table = bilingual.path_for(output, "tsv")
    target = next(sample().pairs()).target
    table.write_bytes(table.read_bytes().replace(target.encode(), b"A better sentence."))
    assert bilingual.is_ours(output)
    assert not bilingual.wrote(table)
    assert bilingual.wrote(bilingual.path_for(output, "html"))

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.translated import edit, put_news, translated
from translator import bilingual
from translator.document import Document
from translator.errors import SourceError
from translator.formats import for_path
from translator.review.record import former_targets, recorded


def parse(path: Path) -> Document:
    return for_path(path).parse(path.read_bytes(), path.name)


def test_another_bilingual_file_tells_what_was_translated(tmp_path: Path) -> None:
    _, output = put_news(tmp_path, "tsv", "xliff", "docx")
    edited = bilingual.path_for(output, "tsv")
    record = recorded([output], edited, parse)
    assert record.path == bilingual.path_for(output, "xliff")
    assert [row.pair.target for row in record.rows][:3] == [
        "The warship arrived at the port.", "The weather is clear.", "There are no casualties.",
    ]  # fmt: skip


def test_a_file_that_does_not_say_what_the_translation_says_is_no_record(tmp_path: Path) -> None:
    _, output = put_news(tmp_path, "tsv", "jsonl")
    edit(output, "jsonl", lambda text: text.replace("casualties", "victims"))
    assert recorded([output], bilingual.path_for(output, "tsv"), parse).segments == parse(output).segments
    assert recorded([output], bilingual.path_for(output, "tsv"), parse).rows == ()


def test_a_file_of_which_a_few_sentences_are_not_found_again_is_one(tmp_path: Path) -> None:
    source = tmp_path / "berita.txt"
    source.write_text("".join(f"Kapal {number} tiba.\n" for number in range(30)))
    output = translated(source, "tsv", "jsonl")
    output.write_text(output.read_text().replace("Kapal 7 tiba.\n", ""))
    assert len(recorded([output], bilingual.path_for(output, "tsv"), parse).rows) == 30
    output.write_text(output.read_text().replace("Kapal 1", "Perahu 1"))
    assert recorded([output], bilingual.path_for(output, "tsv"), parse).rows == ()


def test_without_another_file_the_translation_tells(tmp_path: Path) -> None:
    _, output = put_news(tmp_path, "tsv")
    missing = tmp_path / "none.txt"
    record = recorded([missing, output], bilingual.path_for(output, "tsv"), parse)
    assert (record.path, record.rows, record.segments) == (None, (), parse(output).segments)


def test_without_a_translation_nothing_tells(tmp_path: Path) -> None:
    source, _ = put_news(tmp_path, "tsv")
    record = recorded([tmp_path / "none.txt"], source, parse)
    assert (record.path, record.rows, record.segments) == (None, (), ())


def test_a_translation_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    _, output = put_news(tmp_path, "tsv")

    def refuse(_: Path) -> Document:
        raise SourceError("broken")

    assert recorded([output], bilingual.path_for(output, "tsv"), refuse).segments == ()


@pytest.mark.parametrize(
    ("targets", "former"),
    [
        (["One.", "Two.", "Three."], ["One.", "Two.", "Three."]),
        (["One.", "Zwei.", "Three."], ["One.", "Two.", "Three."]),
        (["Eins.", "Two.", "Drei."], ["One.", "Two.", "Three."]),
        (["One.", "", "Three."], ["One.", "Two.", "Three."]),
        (["Eins.", "Zwei.", "Three."], [None, None, "Three."]),
        (["One.", "Two.", "Three.", "Four."], ["One.", "Two.", "Three.", ""]),
    ],
)
def test_what_a_sentence_was_stands_between_its_neighbours(targets: list[str], former: list[str | None]) -> None:
    assert former_targets("One. Two. Three.", targets) == former

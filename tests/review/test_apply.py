from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tests.review.translated import ENGLISH_NEWS, edit, put_news
from translator import bilingual
from translator.bitext import Origin, Pair, Severity, Stamp
from translator.document import Document
from translator.enforcement.term_check import rejudged
from translator.errors import SourceError
from translator.formats import txt
from translator.review.apply import Applied, applied
from translator.review.record import recorded

STAMP = Stamp("starter", "ct2", "0")


def parse(path: Path) -> Document:
    return txt.parse(path.read_bytes(), path.name)


def apply(source: Path, output: Path, edited: Path) -> Applied:
    return applied(edited, parse(source), recorded([output], edited, parse), STAMP, rejudged)


def text(of: Applied) -> str:
    return txt.render(of.bitext).decode()


def reviewed(of: Applied) -> list[str]:
    return [pair.target for pair in of.bitext.pairs() if pair.reviewed]


@pytest.mark.parametrize("name", ["tsv", "jsonl", "tmx", "xliff", "xliff12", "docx"])
def test_what_nobody_edited_gives_the_same_translation_and_nothing_is_reviewed(tmp_path: Path, name: str) -> None:
    source, output = put_news(tmp_path, name)
    done = apply(source, output, bilingual.path_for(output, name))
    assert (text(done), reviewed(done), done.left, done.notices) == (ENGLISH_NEWS, [], (), ())


@pytest.mark.parametrize("others", [(), ("html",), ("docx",), ("jsonl",)])
@pytest.mark.parametrize("name", ["tsv", "tmx", "xliff", "xliff12"])
def test_an_edited_sentence_is_reviewed_and_the_others_are_not(
    tmp_path: Path, name: str, others: tuple[str, ...]
) -> None:
    source, output = put_news(tmp_path, name, *others)
    edited = edit(output, name, lambda text: text.replace("is clear.", "was fine."))
    done = apply(source, output, edited)
    assert text(done) == ENGLISH_NEWS.replace("is clear.", "was fine.")
    assert reviewed(done) == ["The weather was fine."]
    assert done.notices == ()


def test_terms_and_checks_are_looked_at_again(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv", "xliff")
    edited = edit(output, "tsv", lambda text: text.replace("The warship arrived", "The boat arrived"))
    pair = next(apply(source, output, edited).bitext.pairs())
    assert [(finding.check, finding.severity) for finding in pair.findings] == [("terms", Severity.ERROR)]


def test_a_row_that_belongs_nowhere_is_told_with_its_line(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv")
    edited = edit(output, "tsv", lambda text: text.replace("Cuaca cerah.", "Cuaca buruk."))
    done = apply(source, output, edited)
    assert [row.number for row in done.left] == [3]
    assert text(done) == ENGLISH_NEWS
    assert done.notices == (
        f"{edited}:3: no sentence has the source 'Cuaca buruk.'; the row is left out",
        f"{edited} has no translation of 1 sentence (1.2); what was there stays",
    )


@pytest.mark.parametrize("others", [(), ("xliff",)])
def test_a_sentence_without_a_row_or_a_translation_keeps_the_one_it_had(
    tmp_path: Path, others: tuple[str, ...]
) -> None:
    def cut(text: str) -> str:
        lines = text.splitlines(keepends=True)
        del lines[2]
        return "".join(lines).replace("There are no casualties.", "")

    source, output = put_news(tmp_path, "tsv", *others)
    edited = edit(output, "tsv", cut)
    done = apply(source, output, edited)
    assert text(done) == ENGLISH_NEWS
    assert done.notices == (f"{edited} has no translation of 2 sentences (1.2, 2.1); what was there stays",)


def test_what_has_no_translation_anywhere_stays_indonesian_and_is_found(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv")
    edited = edit(output, "tsv", lambda text: text.replace("The crew is resting.", ""))
    output.unlink()
    done = apply(source, output, edited)
    assert text(done) == ENGLISH_NEWS.replace("The crew is resting.", "Awak kapal beristirahat.")
    assert done.notices == (f"{edited} has no translation of 1 sentence (4.1); the source stands there",)
    (pair,) = [pair for pair in done.bitext.pairs() if pair.source == "Awak kapal beristirahat."]
    assert "untranslated" in [finding.check for finding in pair.findings]


def test_many_rows_and_sentences_are_told_by_number(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv")
    rows = "".join(f"berita.txt\t{n}\t1\tBaru {n}.\tNew.\tengine\t[]\t[]\t\t\t\t\t[]\n" for n in range(90, 104))
    edited = edit(output, "tsv", lambda text: text + rows)
    notices = apply(source, output, edited).notices
    assert (len(notices), notices[-1]) == (11, f"{edited}: 4 more rows left out")


def test_a_file_of_another_document_is_refused(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv")
    source.write_text("Lain sama sekali.\n")
    with pytest.raises(SourceError) as error:
        apply(source, output, bilingual.path_for(output, "tsv"))
    assert error.value.message == f"{bilingual.path_for(output, 'tsv')} has no sentence of berita.txt"


def test_a_table_of_several_documents_gives_each_its_own_rows(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv")

    def doubled(text: str) -> str:
        _, _, rows = text.partition("\n")
        return text + rows.replace("berita.txt", "lain.txt").replace("Yes.", "Oui.")

    done = apply(source, output, edit(output, "tsv", doubled))
    assert (text(done), done.notices) == (ENGLISH_NEWS, ())


def test_what_a_reviewer_accepted_stays_reviewed(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "jsonl", "html")
    edited = edit(output, "jsonl", lambda text: text.replace('"reviewed": ""', '"reviewed": "yes"', 1))
    pair = next(apply(source, output, edited).bitext.pairs())
    assert dataclasses.replace(pair, terms=(), links=(), score=None) == Pair(
        "Kapal perang tiba di pelabuhan.", "The warship arrived at the port.", Origin.ENGINE, reviewed=True
    )

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.review.translated import edit, put_news
from translator import bilingual
from translator.errors import OutputError, SourceError, UsageError
from translator.review.jobs import ApplyJob, judged, plan_apply


def names(each: ApplyJob) -> list[str]:
    return [name for name, _ in each.job.bilingual]


def known(_: Path) -> bool:
    return True


def unknown(_: Path) -> bool:
    return False


def test_the_translation_and_the_bilingual_files_beside_it_are_written_anew(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "docx", "tsv")
    (each,) = plan_apply(bilingual.path_for(output, "docx"), source, None, ()).jobs
    assert (each.job.source, each.job.output, names(each)) == (source, output, ["tsv", "docx"])
    assert each.formers == (output, output, output)


def test_where_there_are_none_the_default_ones_are_written_and_others_are_chosen(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tmx")
    edited = bilingual.path_for(output, "tmx").rename(tmp_path / "from-agency.tmx")
    (each,) = plan_apply(edited, source, str(tmp_path / "new.txt"), ()).jobs
    assert (each.job.output, names(each)) == (tmp_path / "new.txt", ["tsv", "html"])
    (each,) = plan_apply(edited, source, str(tmp_path / "new.txt"), ("jsonl",)).jobs
    assert names(each) == ["jsonl"]


def test_a_file_and_a_folder_or_the_document_itself_are_refused(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv")
    with pytest.raises(UsageError, match="are a file and a folder"):
        plan_apply(tmp_path, source, None, ())
    for wrong in (source, output):
        with pytest.raises(UsageError, match="is the document"):
            plan_apply(wrong, source, None, ())
    with pytest.raises(UsageError, match="unknown bilingual format"):
        plan_apply(bilingual.path_for(output, "tsv"), source, None, ("tvs",))


def put_folder(tmp_path: Path) -> tuple[Path, Path]:
    """A folder with a text in a folder of its own, and the folder of its translation."""
    (tmp_path / "arsip" / "a").mkdir(parents=True)
    (tmp_path / "english").mkdir()
    _, output = put_news(tmp_path / "arsip" / "a", "tsv", "jsonl")
    (tmp_path / "arsip" / "a").joinpath("lain.txt").write_text("Ya.\n")
    (tmp_path / "english" / "a").mkdir()
    for path in (output, bilingual.path_for(output, "tsv"), bilingual.path_for(output, "jsonl")):
        path.rename(tmp_path / "english" / "a" / path.name.replace("berita.en.txt", "berita.txt"))
    return tmp_path / "arsip", tmp_path / "english"


def test_in_a_folder_the_file_that_was_saved_last_is_the_edited_one(tmp_path: Path) -> None:
    source, english = put_folder(tmp_path)
    table = english / "a" / "berita.txt.id-en.tsv"
    os.utime(table, (2**31, 2**31))
    (each,) = plan_apply(english, source, None, ()).jobs
    assert (each.edited, each.job.name, each.job.output) == (table, "a/berita.txt", english / "a" / "berita.txt")
    assert names(each) == ["tsv", "jsonl"]


def test_in_a_folder_what_was_saved_from_the_page_is_an_edited_file_too(tmp_path: Path) -> None:
    source, english = put_folder(tmp_path)
    saved = english / "a" / "berita.txt.id-en.reviewed.tmx"
    further = english / "a" / "berita.txt.id-en.2.reviewed.tsv"
    stranger = english / "hilang.txt.id-en.reviewed.tsv"
    for path in (saved, further, stranger):
        path.write_bytes(b"")
    os.utime(saved, (2**31, 2**31))
    planned = plan_apply(english, source, None, ())
    assert [each.edited for each in planned.jobs] == [saved]
    assert planned.notices == (
        f"{stranger} belongs to no document of the source",
        f"{further} is of a further page; apply it by itself",
    )


def test_a_folder_goes_to_another_one_and_what_belongs_to_no_source_is_told(tmp_path: Path) -> None:
    source, english = put_folder(tmp_path)
    stranger = english / "hilang.txt.id-en.docx"
    stranger.write_bytes(b"")
    planned = plan_apply(english, source, f"{tmp_path}/new/", ("html",))
    (each,) = planned.jobs
    assert each.job.written == (tmp_path / "new/a/berita.txt", tmp_path / "new/a/berita.txt.id-en.html")
    assert each.formers == (english / "a/berita.txt", tmp_path / "new/a/berita.txt")
    assert (planned.folder, planned.notices) == (
        tmp_path / "new",
        (f"{stranger} belongs to no document of the source",),
    )


def test_a_folder_without_bilingual_files_is_refused(tmp_path: Path) -> None:
    source, _ = put_folder(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="has no bilingual file of a document in"):
        plan_apply(tmp_path / "empty", source, None, ())


def test_what_padan_wrote_and_the_edited_file_may_be_overwritten(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv", "xliff")
    edited = edit(output, "tsv", lambda text: text.replace("Yes.", "Yeah."))
    (each,) = plan_apply(edited, source, None, ()).jobs
    assert judged(each, False).written == each.job.written


def test_the_translation_beside_a_table_alone_may_be_overwritten(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv")
    edited = edit(output, "tsv", lambda text: text.replace("Yes.", "Yeah."))
    (each,) = plan_apply(edited, source, None, ()).jobs
    assert judged(each, False).written == each.job.written
    with pytest.raises(OutputError):
        judged(each, False, unknown)


def test_what_was_edited_beside_it_may_not(tmp_path: Path) -> None:
    source, output = put_news(tmp_path, "tsv", "html")
    edited = edit(output, "tsv", lambda text: text.replace("Yes.", "Yeah."))
    moved = edited.rename(tmp_path / "reviewed.tsv")
    edit(output, "html", lambda _: "<p>mine</p>")
    (each,) = plan_apply(moved, source, None, ("tsv", "html")).jobs
    with pytest.raises(OutputError, match="was edited") as error:
        judged(each, False, unknown)
    assert error.value.message.startswith(str(output))
    assert judged(each, True, unknown).written == each.job.written
    assert judged(each, False, known).written == each.job.written

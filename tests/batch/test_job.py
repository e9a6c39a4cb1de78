"""What is read, and where what comes of it is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translator.batch.job import Job, Plan, beside, plan, plan_one, refuse_clashes
from translator.errors import OutputError, SourceError, UsageError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> list[Path]:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("Kapal itu tiba.\n")
    return [Path(name) for name in names]


def outputs(planned: Plan) -> list[str]:
    return [str(job.output) for job in planned.jobs]


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("berita.txt", "berita.en.txt"),
        ("berita.id.txt", "berita.en.txt"),
        ("BERITA.ID.TXT", "BERITA.en.TXT"),
        ("a/b.id/berita.txt", "a/b.id/berita.en.txt"),
        ("id.txt", "id.en.txt"),
        (".id.txt", ".id.en.txt"),
        ("berita.en.txt", "berita.en.en.txt"),
        ("pesan.id.pot", "pesan.en.po"),
        ("laporan.PDF", "laporan.en.docx"),
    ],
)
def test_one_file_is_written_beside_its_source(source: str, output: str) -> None:
    assert beside(Path(source)) == Path(output)


def test_bilingual_files_are_named_after_the_output() -> None:
    (source,) = write("berita.id.txt")
    bilingual = (("tsv", Path("berita.en.txt.id-en.tsv")), ("html", Path("berita.en.txt.id-en.html")))
    assert plan([source], None, ["tsv", "html", "tsv"]) == Plan(
        (Job("berita.id.txt", source, Path("berita.en.txt"), bilingual),), single=True
    )


def test_an_output_may_be_named() -> None:
    assert outputs(plan(write("berita.txt"), "news/today.txt", [])) == ["news/today.txt"]


@pytest.mark.parametrize("output", ["english/", "made"])
def test_into_a_folder_a_file_keeps_its_name(output: str) -> None:
    Path("made").mkdir()
    assert outputs(plan(write("a/berita.id.txt"), output, [])) == [f"{output.rstrip('/')}/berita.id.txt"]


def test_several_files_go_into_a_folder_with_their_names() -> None:
    assert outputs(plan(write("a/satu.txt", "b/dua.txt"), "english", [])) == ["english/satu.txt", "english/dua.txt"]


def test_a_folder_is_mirrored_and_what_is_left_out_is_said() -> None:
    write("arsip/b.txt", "arsip/2024/a.id.txt", "arsip/.rahasia.txt", "arsip/.git/x.txt", "arsip/foto.jpg")
    Path("arsip/tautan.txt").symlink_to("b.txt")
    Path("arsip/luar").symlink_to("..")
    planned = plan([Path("arsip")], "english", [])
    assert outputs(planned) == ["english/2024/a.id.txt", "english/b.txt"]
    assert [path for path, _ in planned.skipped] == [
        Path("arsip/foto.jpg"),
        Path("arsip/luar"),
        Path("arsip/tautan.txt"),
    ]
    assert [job.name for job in planned.jobs] == ["2024/a.id.txt", "b.txt"]
    assert (planned.single, planned.folder, planned.hidden) == (False, Path("english"), 2)


def test_a_pipe_in_a_folder_is_skipped() -> None:
    write("arsip/a.txt")
    os.mkfifo("arsip/pipa.txt")
    planned = plan([Path("arsip")], "english", [])
    assert (outputs(planned), [path for path, _ in planned.skipped]) == (["english/a.txt"], [Path("arsip/pipa.txt")])


@pytest.mark.parametrize("sources", [["arsip"], ["arsip/a.txt"]])
def test_a_file_is_not_written_to_standard_output(sources: list[str]) -> None:
    write("arsip/a.txt")
    with pytest.raises(UsageError, match=r"-o -: only a translation of standard input"):
        plan([Path(source) for source in sources], "-", [])
    assert plan([Path("arsip/a.txt")], "./-", []).jobs[0].output == Path("-")


def test_a_template_of_messages_becomes_a_catalogue_and_is_named_so() -> None:
    sources = write("arsip/a.pot", "arsip/b.po")
    assert outputs(plan([Path("arsip")], "english", [])) == ["english/a.pot.po", "english/b.po"]
    with pytest.raises(UsageError, match=r"the translation of arsip/a\.pot is a \.po or \.pot, and a\.txt is named"):
        plan(sources[:1], "a.txt", [])


@pytest.mark.parametrize("sources", [["arsip"], ["arsip/a.txt", "arsip/b.txt"]])
def test_a_folder_and_several_sources_need_a_folder_to_write_to(sources: list[str]) -> None:
    write("arsip/a.txt", "arsip/b.txt")
    with pytest.raises(UsageError, match="no folder to write to"):
        plan([Path(source) for source in sources], None, [])


@pytest.mark.parametrize("output", ["arsip", "arsip/english", ".", "tautan", "x/../arsip"])
def test_a_folder_is_not_mirrored_into_itself_nor_around_itself(output: str) -> None:
    write("arsip/a.txt", "x/a.txt")
    Path("tautan").symlink_to("arsip")
    with pytest.raises(UsageError, match="is, holds or lies in the source arsip"):
        plan([Path("arsip")], output, [])


def test_a_folder_may_be_mirrored_beside_itself() -> None:
    write("arsip/a.txt")
    assert outputs(plan([Path("arsip")], "arsip-en", [])) == ["arsip-en/a.txt"]


@pytest.mark.parametrize("output", ["berita.txt", "./berita.txt", ".", "tautan.txt", "keras.txt", "x/../berita.txt"])
def test_no_output_is_a_source_by_whatever_name_even_by_force(output: str) -> None:
    (source,) = write("berita.txt")
    Path("x").mkdir()
    Path("tautan.txt").symlink_to(source)
    os.link(source, "keras.txt")
    with pytest.raises(UsageError, match=r"is the source berita\.txt"):
        plan([source], output, [], force=True)


def test_a_bilingual_file_is_no_source_either() -> None:
    sources = write("a/x.txt", "b/y.txt")
    os.link(sources[1], "b/x.txt.id-en.tsv")
    with pytest.raises(UsageError, match="is the source"):
        plan(sources, "b", ["tsv"], force=True)


def test_two_files_never_claim_one_name() -> None:
    with pytest.raises(UsageError, match=r"would both become english/berita\.txt"):
        plan(write("a/berita.txt", "b/berita.txt"), "english", [])


def test_a_source_that_is_named_twice_is_one() -> None:
    planned = plan([*write("berita.txt"), Path("./x/../berita.txt"), Path("berita.txt")], None, [])
    assert (outputs(planned), planned.single) == (["berita.en.txt"], True)


def test_no_output_is_another_file_that_is_read() -> None:
    source, terms = write("berita.txt", "berita.en.txt.id-en.tsv")
    with pytest.raises(UsageError, match=r"is the file berita\.en\.txt\.id-en\.tsv, which is read"):
        plan([source], None, ["tsv"], force=True, inputs=[terms])


def test_an_output_is_a_regular_file() -> None:
    os.mkfifo("pipa")
    for name in ("pipa", "/dev/null"):
        with pytest.raises(OutputError, match="not a regular file"):
            plan(write("berita.txt"), name, [], force=True)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("tiada.txt", "no such file"),
        ("putus.txt", "a broken symbolic link"),
        ("pipa.txt", "not a regular file"),
        ("x" * 300 + ".txt", "no such file"),
    ],
)
def test_the_one_source_must_be_a_file(source: str, message: str) -> None:
    Path("putus.txt").symlink_to("tiada.txt")
    os.mkfifo("pipa.txt")
    with pytest.raises(SourceError, match=message):
        plan([Path(source)], None, [])


def test_the_one_source_must_be_of_a_known_kind() -> None:
    with pytest.raises(SourceError, match=r"berita\.xyz"):
        plan(write("berita.xyz"), None, [])


def test_of_several_sources_a_bad_one_fails_alone() -> None:
    planned = plan([*write("satu.txt", "dua.xyz"), Path("tiada.txt")], "english/", [])
    assert outputs(planned) == ["english/satu.txt"]
    assert [(path, type(error)) for path, error in planned.failed] == [
        (Path("dua.xyz"), SourceError),
        (Path("tiada.txt"), SourceError),
    ]


@pytest.mark.parametrize("existing", ["berita.en.txt", "berita.en.txt.id-en.tsv"])
def test_what_padan_did_not_write_is_overwritten_by_force_only(existing: str) -> None:
    (source,) = write("berita.txt")
    Path(existing).write_text("Mine.\n")
    with pytest.raises(OutputError, match="not of Padan's making"):
        plan([source], None, ["tsv"])
    assert plan([source], None, ["tsv"], force=True).jobs[0].output == Path("berita.en.txt")


def test_in_a_folder_of_outputs_one_that_cannot_be_written_is_left_to_its_own_job() -> None:
    write("arsip/a.txt", "arsip/b.txt", "english/a.txt", "english/b.txt/x.txt")
    assert outputs(plan([Path("arsip")], "english", [])) == ["english/a.txt", "english/b.txt"]


@pytest.mark.parametrize("leads_to", ["lain", "lain/dalam"])
def test_a_link_inside_the_output_does_not_lead_into_a_source(leads_to: str) -> None:
    write("arsip/d/a.txt", "lain/b.txt", "lain/dalam/c.txt")
    Path("english").mkdir()
    Path("english/d").symlink_to(f"../{leads_to}")
    with pytest.raises(UsageError, match=r"the output english/d leads into the source lain"):
        plan([Path("arsip"), Path("lain")], "english", [])
    assert outputs(plan([Path("arsip")], "english", [])) == ["english/d/a.txt"]


@pytest.mark.parametrize(("length", "fits"), [(240, True), (244, True), (245, False), (255, False)])
def test_a_name_that_leaves_no_room_for_its_bilingual_file_is_said_before_the_work(length: int, fits: bool) -> None:
    (source,) = write("é" * ((length - 4) // 2) + "x" * (length % 2) + ".txt")
    assert len(os.fsencode(source)) == length
    if fits:
        assert len(plan([source], f"english/{source}", ["html"]).jobs) == 1
    else:
        with pytest.raises(OutputError, match=rf"the name has {length + len('.id-en.html')} bytes, 255 are the most"):
            plan([source], f"english/{source}", ["html"])


def test_a_source_that_vanishes_after_it_was_found_fails_alone() -> None:
    sources = write("arsip/a.txt", "arsip/b.txt")
    jobs = [Job(source.name, source, Path("english", source.name)) for source in sources]
    sources[0].unlink()
    refuse_clashes(jobs, [Path("tiada.tsv")])


def test_what_is_put_or_edited_after_the_outputs_were_judged_is_not_overwritten() -> None:
    (source,) = write("berita.txt")
    (job,) = plan([source], None, ["tsv"]).jobs
    for path in job.written:
        job.judge(path)
    write("berita.en.txt")
    with pytest.raises(OutputError, match=r"berita\.en\.txt was put there or edited during this run"):
        job.judge(job.output)
    (forced,) = plan([source], None, ["tsv"], force=True).jobs
    write("berita.en.txt.id-en.tsv")
    for path in forced.written:
        forced.judge(path)


def test_one_file_into_a_folder_has_no_ledger() -> None:
    assert plan(write("berita.txt"), "english/", []).folder is None


@pytest.mark.parametrize(
    ("output", "message"),
    [("berkas/news.txt", "berkas is not a folder"), ("berkas/a/news.txt", "berkas is not a folder")],
)
def test_where_nothing_can_be_written_is_said_before_the_work(folder: Path, output: str, message: str) -> None:
    write("berkas")
    with pytest.raises(OutputError, match=f"{folder.name}/{message}"):
        plan(write("berita.txt"), output, [])


def test_an_unknown_bilingual_format_is_refused() -> None:
    with pytest.raises(UsageError, match="tsvv"):
        plan(write("berita.txt"), None, ["tsvv"])


def test_standard_input_needs_the_name_of_a_file() -> None:
    assert plan_one(Path("-"), "news.txt", ["tsv"]) == Job(
        "-", Path("-"), Path("news.txt"), (("tsv", Path("news.txt.id-en.tsv")),)
    )
    for output in ("english/", "."):
        with pytest.raises(UsageError, match="is a folder"):
            plan_one(Path("-"), output, [])


def test_the_translation_of_standard_input_is_written_over_nothing_that_is_read() -> None:
    glossary = write("terms.tsv")[0]
    for output, formats in (("terms.tsv", []), ("./terms.tsv", ["tsv"])):
        with pytest.raises(UsageError, match=r"is the file terms\.tsv, which is read"):
            plan_one(Path("-"), output, formats, force=True, inputs=[glossary])
    table = write("news.txt.id-en.tsv")[0]
    with pytest.raises(UsageError, match=r"is the file news\.txt\.id-en\.tsv, which is read"):
        plan_one(Path("-"), "news.txt", ["tsv"], force=True, inputs=[table])
    write("-")
    assert plan_one(Path("-"), "./-", [], force=True, inputs=[glossary]).output == Path("-")


@pytest.mark.parametrize(
    ("name", "output", "is_right"),
    [
        ("buku.html", "book.htm", True),
        ("buku.md", "book.MARKDOWN", True),
        ("buku.txt", "book.bak", True),
        ("buku.txt", "book", True),
        ("buku.txt", "book.docx", False),
        ("buku.srt", "book.txt", True),
        ("buku.md", "book.pdf", False),
        ("buku.txt", "book.DOC", False),
    ],
)
def test_an_output_has_the_suffix_of_its_kind_or_none_that_is_known(
    tmp_path: Path, name: str, output: str, is_right: bool
) -> None:
    source = tmp_path / name
    source.write_text("Kapal itu tiba.\n")
    if is_right:
        assert plan([source], str(tmp_path / output), ()).jobs[0].output == tmp_path / output
        return
    with pytest.raises(UsageError, match=f"is a {source.suffix}, and .*{output} is named otherwise"):
        plan([source], str(tmp_path / output), ())

"""`padan apply` as a user sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.batch.canned_run import once, reasons
from tests.canned import CannedEngine
from tests.review.translated import ENGLISH, ENGLISH_NEWS, NEWS, edit, put_news
from translator import bilingual
from translator.batch.shards import Shard, claimed
from translator.cli import main
from translator.errors import LockedError
from translator.memory import store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(capfd: pytest.CaptureFixture[str], *args: object) -> tuple[int, str, list[str]]:
    code = main(["apply", *map(str, args)])
    out, err = capfd.readouterr()
    return code, out, err.splitlines()


def put_edited(*formats: str) -> tuple[Path, Path]:
    """An edited table, and its source."""
    source, output = put_news(Path(), *formats)
    return edit(output, "tsv", lambda text: text.replace("is clear.", "was fine.")), source


def test_the_document_is_made_anew_with_its_bilingual_files(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "html")
    code, out, err = run(capfd, edited, source)
    assert (code, out) == (0, "berita.en.txt\n")
    assert err[0] == "note: 1 sentence reviewed, kept in .padan/memory.sqlite"
    assert err[1].startswith("1 file; 6 sentences; 15 words;")
    assert Path("berita.en.txt").read_text() == ENGLISH_NEWS.replace("is clear.", "was fine.")
    rows = [line.split("\t") for line in edited.read_text().splitlines()]
    assert [row[11] for row in rows] == ["reviewed", "", "yes", "", "", "", ""]
    assert "was" in Path("berita.en.txt.id-en.html").read_text()


def test_done_again_nothing_changes(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "xliff")
    contents = []
    for _ in range(2):
        assert run(capfd, edited, source, "--quiet") == (0, "berita.en.txt\n", [])
        contents.append({path.name: path.read_bytes() for path in Path().glob("*.*") if path.is_file()})
    assert contents[0] == contents[1]


def test_the_source_and_an_edited_file_elsewhere_stay_as_they_are(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "html")
    edited = edited.rename("from-reviewer.tsv")
    before = edited.read_bytes(), source.read_bytes()
    assert run(capfd, edited, source, "-o", "new/berita.txt", "-b", "jsonl", "-q")[0] == 0
    assert (edited.read_bytes(), source.read_bytes()) == before
    assert sorted(path.name for path in Path("new").iterdir()) == ["berita.txt", "berita.txt.id-en.jsonl"]
    assert Path("berita.en.txt").read_text() == ENGLISH_NEWS


def test_an_edited_file_with_rows_that_belong_nowhere_is_not_written_anew(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "html")
    edited.write_text(edited.read_text().replace("Tidak ada korban.", "Ada korban."))
    before = edited.read_bytes()
    code, _, err = run(capfd, edited, source)
    assert code == 0
    assert err[1:4] == [
        f"note: {source}: {edited}:4: no sentence has the source 'Ada korban.'; the row is left out",
        f"note: {source}: {edited} has no translation of 1 sentence (2.1); what was there stays",
        f"note: {source}: {edited} stays as it is, because not all of its rows are in the document",
    ]
    assert edited.read_bytes() == before


def test_json_counts_what_was_reviewed(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "html")
    code, out, err = run(capfd, edited, source, "--json")
    said = json.loads(out)
    assert (code, err, said["ok"], said["reviewed"], said["sentences"]) == (0, [], True, 1, 6)
    assert said["outputs"] == ["berita.en.txt", "berita.en.txt.id-en.tsv", "berita.en.txt.id-en.html"]
    assert (said["model"], said["engine"]) == ("canned", "canned")


def test_the_terms_of_a_glossary_are_looked_for_and_strict_makes_an_error_8(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "html")
    Path("terms.tsv").write_text("cuaca\tweather\nkorban\tvictim\n")
    assert run(capfd, edited, source, "--strict", "-q")[0] == 0
    code, _, err = run(capfd, edited, source, "-g", "terms.tsv", "--strict", "-q")
    assert (code, err) == (8, ["padan: the checks found an error; the bilingual file shows where"])


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (
            ("none.tsv", "berita.txt"),
            5,
            "padan: cannot read none.tsv: no such file; check the name",
        ),
        (("berita.en.txt.id-en.tsv", "none.txt"), 5, "padan: cannot read none.txt: no such file; check the name"),
        ((".", "berita.txt"), 2, "padan: . and berita.txt are a file and a folder; name two files, or two folders"),
        (("berita.en.txt.id-en.tsv", "berita.txt", "-b", "pdf"), 2, None),
        (("berita.en.txt.id-en.tsv",), 2, "padan: missing argument 'SOURCE'; see `padan apply --help`"),
    ],
)
def test_what_cannot_be_is_one_line_and_its_code(
    capfd: pytest.CaptureFixture[str], args: tuple[str, ...], code: int, message: str | None
) -> None:
    put_edited("tsv", "html")
    found, out, err = run(capfd, *args)
    assert (found, out, len(err)) == (code, "", 1)
    assert message in (None, err[0])


def test_the_options_that_say_how_the_source_is_read_hold_here_too(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_text("judul,isi\nYa.,Cuaca cerah.\n")
    assert main(["translate", "a.csv", "--columns", "isi", "-b", "jsonl", "--model", "starter", "-q"]) == 0
    table = Path("a.en.csv.id-en.jsonl")
    row = json.loads(table.read_text())
    table.write_text(json.dumps(row | {"target": "Fine weather."}) + "\n")
    Path("padan.toml").write_text('[columns]\n"*.csv" = "isi"\n')
    capfd.readouterr()
    assert run(capfd, table, "a.csv", "-q")[0] == 0
    assert Path("a.en.csv").read_text() == "judul,isi\nYa.,Fine weather.\n"


def put_folder() -> CannedEngine:
    """A folder of two texts, translated; one table is edited."""
    Path("arsip/a").mkdir(parents=True)
    Path("arsip/berita.txt").write_text(NEWS)
    Path("arsip/a/lain.txt").write_text("Ya.\n")
    engine = CannedEngine({text: [(english, None)] for text, english in ENGLISH.items()})
    once(Path("arsip"), Path("english"), engine=engine)
    edit(Path("english/berita.txt"), "tsv", lambda text: text.replace("is clear.", "was fine."))
    return engine


def test_a_folder_is_made_anew_and_the_next_translation_of_it_finds_its_own_work(
    capfd: pytest.CaptureFixture[str],
) -> None:
    engine = put_folder()
    assert run(capfd, "english", "arsip", "-q") == (0, "english/a/lain.txt\nenglish/berita.txt\n", [])
    assert Path("english/berita.txt").read_text() == ENGLISH_NEWS.replace("is clear.", "was fine.")
    with store.opened(Path("english/.padan/memory.sqlite"), make=False) as memory:
        decisions, _ = once(Path("arsip"), Path("english"), engine=engine, memory=memory)
    assert reasons(decisions) == {"a/lain.txt": "unchanged", "berita.txt": "unchanged"}
    assert [decision.edited for decision in decisions] == [None, None]


def test_a_folder_that_shards_filled_is_made_anew_when_none_is_at_work(capfd: pytest.CaptureFixture[str]) -> None:
    engine = put_folder()
    home = Path("english/.padan")
    (home / "ledger.sqlite").rename(home / "ledger.1-of-2.sqlite")
    document = "english/berita.txt.id-en.tsv", "arsip/berita.txt", "-o", "english/berita.txt"
    with claimed(Path("english"), Shard(2, 2)):
        for args in (document, ("english", "arsip")):
            code, _, err = run(capfd, *args)
            assert code == LockedError.exit_code
            assert err[-1].endswith("english is being written to by another run or its shards; wait for its end")
    assert run(capfd, *document, "-q") == (0, "english/berita.txt\n", [])
    assert run(capfd, "english", "arsip", "-q")[0] == 0
    with store.opened(home / "memory.sqlite", make=False) as memory:
        decisions, _ = once(Path("arsip"), Path("english"), engine=engine, memory=memory)
    assert reasons(decisions) == {"a/lain.txt": "unchanged", "berita.txt": "unchanged"}


def test_what_a_person_edited_in_a_folder_is_not_overwritten_and_the_others_are_done(
    capfd: pytest.CaptureFixture[str],
) -> None:
    put_folder()
    Path("english/a/lain.txt").write_text("Mine.\n")
    Path("english/a/lain.txt.id-en.tsv").rename("kept.tsv")
    bilingual.path_for(Path("english/a/lain.txt"), "jsonl").write_text('{"source": "Ya.", "target": "Yes."}\n')
    code, out, err = run(capfd, "english", "arsip", "-q")
    assert (code, out) == (3, "english/berita.txt\n")
    assert len(err) == 2
    assert Path("english/a/lain.txt").read_text() == "Mine.\n"


def test_another_folder_is_filled_and_the_first_stays(capfd: pytest.CaptureFixture[str]) -> None:
    put_folder()
    before = Path("english/berita.txt").read_bytes()
    assert run(capfd, "english", "arsip", "-o", "reviewed/", "-q")[0] == 0
    assert Path("reviewed/berita.txt").read_text() == ENGLISH_NEWS.replace("is clear.", "was fine.")
    assert Path("english/berita.txt").read_bytes() == before


def test_settings_of_translate_that_apply_has_not_got_are_no_error(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "html")
    Path("padan.toml").write_text('[translate]\nbeam = 2\nbilingual = "jsonl"\n')
    assert run(capfd, edited, source, "-q")[0] == 0
    assert Path("berita.en.txt.id-en.jsonl").is_file()


def translate(*args: object) -> int:
    return main(["translate", *map(str, args), "--model", "starter", "-q"])


def test_what_was_reviewed_goes_into_the_memory_beside_the_output(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "html")
    _, _, err = run(capfd, edited, source)
    assert err[0] == "note: 1 sentence reviewed, kept in .padan/memory.sqlite"
    with store.opened(Path(".padan/memory.sqlite"), make=False) as memory:
        kept = memory.reviewed_for(["Cuaca cerah.", "Ya."])
    assert {text: each.target for text, each in kept.items()} == {"Cuaca cerah.": "The weather was fine."}


def test_another_memory_is_named_and_none_is_made_where_nothing_was_reviewed(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "html")
    assert run(capfd, edited, source, "--memory", "ours.sqlite", "-q")[0] == 0
    assert Path("ours.sqlite").is_file()
    source, output = put_news(Path(), "tsv", "html")
    assert run(capfd, bilingual.path_for(output, "tsv"), source, "-q")[0] == 0
    assert not Path(".padan").exists()


def test_a_later_translation_keeps_what_was_reviewed_or_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    edited, source = put_edited("tsv", "html")
    run(capfd, edited, source, "-q")
    reviewed = Path("berita.en.txt").read_bytes()
    assert translate(source) == 2
    assert capfd.readouterr().err == (
        "padan: berita.en.txt has 1 reviewed sentence that this run would translate anew; "
        "--memory . keeps what is in .padan; --force translates all anew\n"
    )
    assert Path("berita.en.txt").read_bytes() == reviewed
    assert translate(source, "--memory", ".") == 0
    assert "The weather was fine." in Path("berita.en.txt").read_text()
    assert translate(source, "--force") == 0
    assert "The weather was fine." not in Path("berita.en.txt").read_text()


def test_sentences_with_several_reviewed_translations_are_told(capfd: pytest.CaptureFixture[str]) -> None:
    source, output = put_news(Path(), "tsv", "html")
    edited = edit(output, "tsv", lambda text: text.replace("Yes.", "Yeah.", 1).replace("Yes.", "Yep.", 1))
    _, _, err = run(capfd, edited, source)
    assert err[:2] == [
        "note: 2 sentences reviewed, kept in .padan/memory.sqlite",
        "note: 'Ya.' has several reviewed translations; the memory keeps the last",
    ]
    assert Path("berita.en.txt").read_text().count("Yeah.") == 1


def test_a_folder_that_was_reviewed_is_unchanged_for_the_next_translation(capfd: pytest.CaptureFixture[str]) -> None:
    Path("arsip").mkdir()
    Path("arsip/berita.txt").write_text(NEWS)
    Path("arsip/lain.txt").write_text("Cuaca cerah.\n")
    assert translate("arsip", "-o", "english/", "-b", "tsv") == 0
    table = Path("english/berita.txt.id-en.tsv")
    rows = [line.split("\t") for line in table.read_text().splitlines()]
    rows[2][4] = "The weather was fine."
    table.write_text("".join("\t".join(row) + "\n" for row in rows))
    assert run(capfd, "english", "arsip", "-q")[0] == 0
    reviewed = Path("english/berita.txt").read_bytes()
    assert main(["translate", "arsip", "-o", "english/", "-b", "tsv", "--model", "starter", "--json"]) == 0
    said = json.loads(capfd.readouterr().out)
    assert (said["unchanged"], said["outputs"]) == (1, ["english/lain.txt", "english/lain.txt.id-en.tsv"])
    assert Path("english/berita.txt").read_bytes() == reviewed
    assert Path("english/lain.txt").read_text() == "The weather was fine.\n"
    assert translate("arsip", "-o", "english/", "-b", "tsv", "--beam", "2", "--no-memory") == 3
    assert Path("english/berita.txt").read_bytes() == reviewed


@pytest.mark.parametrize("name", ["docx", "tmx", "xliff"])
def test_markup_stays_where_it_was_also_without_a_table(capfd: pytest.CaptureFixture[str], name: str) -> None:
    Path("a.md").write_text(
        "Kapal perang **Rusia** tiba di [pelabuhan](https://contoh.id)[^1]. Cuaca *cerah*.\n\n[^1]: Ya.\n"
    )
    assert translate("a.md", "-b", name) == 0
    before = Path("a.en.md").read_bytes()
    assert before.count(b"**") == 2
    capfd.readouterr()
    assert run(capfd, bilingual.path_for(Path("a.en.md"), name), "a.md", "-q")[0] == 0
    assert Path("a.en.md").read_bytes() == before

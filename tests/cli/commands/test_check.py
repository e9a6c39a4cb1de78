"""`padan check` as a user sees it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bilingual.sample import bitext, put, sample, translation
from translator.bilingual import jsonl, tmx, tsv, xliff, xliff12
from translator.bitext import Origin, Pair
from translator.cli import main

GOOD = "source\ttarget\nKapal perang Rusia tiba.\tA Russian warship arrived.\n"
BAD = "note\tTarget\tSource\nx\tThere are ships.\tAda 3 kapal perang.\n\ny\t\tKapal itu tiba.\n"
BAD_LINES = [
    "bad.tsv:2: error numbers: 3 is not in the translation as 3",
    "bad.tsv:4: error length: the translation is empty",
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.tsv").write_text(GOOD)
    Path("bad.tsv").write_text(BAD)
    Path("terms.tsv").write_text("kapal perang\twarship\nRusia\tRussia|Russian\n")


def run(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, list[str], str]:
    code = main(["check", *args])
    out, err = capfd.readouterr()
    return code, out.splitlines(), err


def test_a_sound_file_is_well(capfd: pytest.CaptureFixture[str]) -> None:
    summary = "1 file; 1 pair; findings: 0 errors, 0 warnings\n"
    assert run(capfd, "good.tsv", "--strict") == (0, [], summary)
    assert run(capfd, "good.tsv", "-g", "terms.tsv", "--quiet") == (0, [], "")


def test_findings_come_with_file_and_line(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "good.tsv", "bad.tsv")
    assert (code, out, err) == (0, BAD_LINES, "2 files; 3 pairs; findings: 2 errors, 0 warnings\n")


def test_of_a_folder_one_bilingual_file_of_each_translation_is_checked(capfd: pytest.CaptureFixture[str]) -> None:
    Path("en/sub").mkdir(parents=True)
    Path("en/a.txt.id-en.tsv").write_text(GOOD)
    Path("en/a.txt.id-en.jsonl").write_text("not read")
    Path("en/sub/b.txt.id-en.tsv").write_text(BAD)
    Path("en/other.tsv").write_text("not read")
    code, out, err = run(capfd, "en")
    said = [f"en/sub/b.txt.id-en.tsv{line.removeprefix('bad.tsv')}" for line in BAD_LINES]
    assert (code, out, err) == (0, said, "2 files; 3 pairs; findings: 2 errors, 0 warnings\n")
    Path("empty").mkdir()
    assert run(capfd, "empty")[0] == 5


def test_strict_makes_an_error_8(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "bad.tsv", "--strict", "--quiet")
    assert (code, out, err) == (8, BAD_LINES, "padan: the checks found 2 errors\n")


def test_strict_lets_warnings_pass(capfd: pytest.CaptureFixture[str]) -> None:
    Path("warning.tsv").write_text("Siapa itu?\tWho is that.\n")
    code, out, _ = run(capfd, "warning.tsv", "--strict")
    assert (code, out) == (
        0,
        ["warning.tsv:1: warning punctuation: the source ends in ?, the translation does not"],
    )


def test_the_terms_of_a_glossary_are_looked_for(capfd: pytest.CaptureFixture[str]) -> None:
    Path("two.tsv").write_text(
        "Kapal perang Rusia dan kapal perangnya.\tA Russian warship.\n"
        "KAPAL PERANG RUSIA TIBA\tRUSSIAN WARSHIP ARRIVES\n"
    )
    code, out, _ = run(capfd, "two.tsv", "-g", "terms.tsv", "--strict")
    assert (code, out) == (8, ["two.tsv:1: error terms: kapal perang is not in the translation as warship"])


def test_each_term_needs_a_place_of_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    Path("nested.tsv").write_text("laut\tsea\nLaut Merah\tRed Sea\n")
    Path("pairs.tsv").write_text("Dari laut ke Laut Merah.\tTo the Red Sea.\n")
    code, out, _ = run(capfd, "pairs.tsv", "-g", "nested.tsv")
    assert (code, out) == (0, ["pairs.tsv:1: error terms: laut is not in the translation as sea"])


@pytest.mark.parametrize("format_", [tsv, jsonl, tmx])
def test_our_own_files_are_read(capfd: pytest.CaptureFixture[str], format_: object) -> None:
    path = Path(f"ours{format_.SUFFIX}")  # type: ignore[attr-defined]
    put(format_, sample(), path, translation(sample()))  # type: ignore[arg-type]
    code, _, err = run(capfd, str(path))
    assert (code, err.split("; ")[:2]) == (0, ["1 file", f"{len(list(sample().pairs()))} pairs"])


def test_a_recorded_term_that_was_edited_away_is_found(capfd: pytest.CaptureFixture[str]) -> None:
    use = {"source": "kapal", "target": "ship", "status": "natural", "source_span": [0, 5], "target_span": [4, 8]}
    row = {"document": "a", "segment": 1, "sentence": 1, "source": "Kapal itu tiba.", "target": "The ship arrived."}
    row |= {"origin": "engine", "terms": [use], "findings": [], "links": "", "score": None, "where": ""}  # type: ignore[dict-item]
    texts = ["The ship arrived.", "A big ship arrived.", "The boat arrived."]
    Path("rows.jsonl").write_text("".join(json.dumps(row | {"target": text}) + "\n" for text in texts))
    assert run(capfd, "rows.jsonl")[:2] == (0, ["rows.jsonl:3: error terms: kapal is not in the translation as ship"])


def test_how_a_recorded_term_came_there_is_not_forgotten(capfd: pytest.CaptureFixture[str]) -> None:
    use = {"source": "kapal", "target": "ship", "status": "spliced", "source_span": [0, 5], "target_span": [4, 8]}
    row = {"document": "a", "segment": 1, "sentence": 1, "source": "Kapal itu tiba.", "target": "The ship arrived."}
    row |= {"origin": "engine", "terms": [use], "findings": [], "links": "", "score": None, "where": ""}  # type: ignore[dict-item]
    Path("rows.jsonl").write_text(json.dumps(row))
    Path("kapal.tsv").write_text("kapal\tship\n")
    seen = ["rows.jsonl:1: warning terms: look at ship for kapal (spliced)"]
    assert run(capfd, "rows.jsonl")[1] == run(capfd, "rows.jsonl", "-g", "kapal.tsv")[1] == seen


@pytest.mark.parametrize("format_", [tsv, jsonl, tmx, xliff, xliff12])
def test_a_finding_says_where_in_the_document_it_is(capfd: pytest.CaptureFixture[str], format_: object) -> None:
    made = bitext([[Pair("2 kapal.", "Ships.", Origin.ENGINE)]])
    (pair,) = made.segments
    placed = replace(pair.segment, place=replace(pair.segment.place, where="img alt"))
    path = Path(f"ours{format_.SUFFIX}")  # type: ignore[attr-defined]
    put(format_, replace(made, segments=(replace(pair, segment=placed),)), path, b"")  # type: ignore[arg-type]
    _, (line,), _ = run(capfd, str(path))
    assert re.fullmatch(rf"{path}:\d: error numbers in img alt: 2 is not in the translation as 2", line)


def test_jsonl_of_other_origin_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.jsonl").write_text('{"target": "Ships.", "source": "2 kapal."}\n\n{"source": "", "target": ""}\n')
    code, out, err = run(capfd, "a.jsonl")
    assert (code, out) == (0, ["a.jsonl:1: error numbers: 2 is not in the translation as 2"])
    assert err.startswith("1 file; 1 pair;")


def test_tmx_of_other_origin_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    def unit(source: str, target: str) -> str:
        return f'<tu><tuv xml:lang="id-ID"><seg>{source}</seg></tuv><tuv xml:lang="EN"><seg>{target}</seg></tuv></tu>'

    units = unit("Kapal tiba.", "A ship came.") + unit("2 kapal.", "Ships.")
    Path("a.TMX").write_text(f'<tmx version="1.4"><header srclang="id"/><body>{units}</body></tmx>')
    assert run(capfd, "a.TMX")[:2] == (0, ["a.TMX:2: error numbers: 2 is not in the translation as 2"])


def test_a_table_that_never_quotes_is_read_as_it_stands(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.tsv").write_text(
        '"Awas!" katanya.\t"Careful," he said.\n"Awas," kata 2 kapten.\t"Careful, said the captains.\n'
    )
    assert run(capfd, "a.tsv")[:2] == (
        0,
        [
            "a.tsv:2: error numbers: 2 is not in the translation as 2",
            'a.tsv:2: warning punctuation: a " is not closed in the translation',
        ],
    )


def test_a_quoted_cell_may_hold_a_line_end(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.tsv").write_text('"Kapal\nitu."\tThe ship.\n3 kapal.\tShips.\n')
    assert run(capfd, "a.tsv")[:2] == (0, ["a.tsv:3: error numbers: 3 is not in the translation as 3"])


def test_what_has_nothing_to_translate_may_be_copied(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.tsv").write_text("https://contoh.id/kapal/tiba\thttps://contoh.id/kapal/tiba\nkapal tiba\tkapal tiba\n")
    assert run(capfd, "a.tsv")[:2] == (0, ["a.tsv:2: error untranslated: the translation is its source"])


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.tsv", None, "padan: cannot read none.tsv: No such file or directory; check its name and permissions\n"),
        (
            "a.html",
            "<p>",
            "padan: a.html: no bilingual page of Padan's that can be read; save a TSV or TMX from it\n",
        ),
        (
            "a.md",
            "<p>",
            "padan: a.md: no bilingual file of a known kind; "
            "wanted one of .tsv, .jsonl, .tmx, .xlf, .xliff, .docx, .html\n",
        ),
        (
            "a.tsv",
            "a\tb\na\tb\tc\n",
            "padan: a.tsv:2: 3 columns; wanted a header with at least source and target, or two columns without it\n",
        ),
        (
            "a.jsonl",
            '{"source": "a", "target": "b"}\n[1]\n',
            "padan: a.jsonl:2: not an object with the texts source and target; each line is one JSON object\n",
        ),
        (
            "a.jsonl",
            '{"source": "a", "target": null}\n',
            "padan: a.jsonl:1: not an object with the texts source and target; each line is one JSON object\n",
        ),
        (
            "deep.jsonl",
            "[" * 100_000,
            "padan: deep.jsonl:1: not an object with the texts source and target; each line is one JSON object\n",
        ),
        (
            "a.tmx",
            '<!DOCTYPE tmx [<!ENTITY x "y">]><tmx/>',
            "padan: a.tmx: not TMX that can be read: it declares the entity x, and none is read; "
            "export it again as TMX\n",
        ),
    ],
)
def test_one_file_that_cannot_be_read_is_5(
    capfd: pytest.CaptureFixture[str], name: str, content: str | None, message: str
) -> None:
    if content is not None:
        Path(name).write_text(content)
    assert run(capfd, name) == (5, [], message)


def test_one_bad_file_of_several_is_3_and_the_others_are_checked(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "none.tsv", "bad.tsv", "--strict")
    assert (code, out) == (3, BAD_LINES)
    assert err.splitlines() == [
        "padan: cannot read none.tsv: No such file or directory; check its name and permissions",
        "1 file; 2 pairs; findings: 2 errors, 0 warnings",
        "padan: 1 of 2 files could not be read; the others are checked",
    ]


def test_a_bad_glossary_is_6(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "good.tsv", "-g", "none-of-these.tsv")
    assert (code, out, err.startswith("padan: ")) == (6, [], True)


def test_json_is_one_object(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "good.tsv", "bad.tsv", "none.tsv", "--json")
    assert (code, len(out), err) == (3, 1, "")
    assert json.loads(out[0]) == {
        "ok": False,
        "error": {
            "code": "some-failed",
            "message": "1 of 3 files could not be read",
            "hint": "the others are checked",
        },
        "exit_code": 3,
        "files": {"done": 2, "failed": 1},
        "pairs": 3,
        "findings": {"error": 2, "warning": 0},
        "checks": {"numbers": {"error": 1, "warning": 0}, "length": {"error": 1, "warning": 0}},
        "failures": [
            {
                "file": "none.tsv",
                "code": "source",
                "message": "cannot read none.tsv: No such file or directory",
                "hint": "check its name and permissions",
            }
        ],
        "problems": [
            {
                "file": "bad.tsv",
                "line": 2,
                "where": "",
                "check": "numbers",
                "severity": "error",
                "message": "3 is not in the translation as 3",
            },
            {
                "file": "bad.tsv",
                "line": 4,
                "where": "",
                "check": "length",
                "severity": "error",
                "message": "the translation is empty",
            },
        ],
    }


def test_json_of_a_sound_file_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "good.tsv", "--json")
    assert (code, json.loads(out[0])) == (
        0,
        {
            "ok": True,
            "exit_code": 0,
            "files": {"done": 1, "failed": 0},
            "pairs": 1,
            "findings": {"error": 0, "warning": 0},
            "checks": {},
            "failures": [],
            "problems": [],
        },
    )


def test_the_form_of_a_verb_that_a_file_records_is_found_again(capfd: pytest.CaptureFixture[str]) -> None:
    Path("verbs.tsv").write_text("source\ttarget\tverb\ntembak jatuh\tshoot down\tyes\n")
    Path("berita.txt").write_text("Pesawat itu ditembak jatuh kemarin.\n")
    assert main(["translate", "berita.txt", "-g", "verbs.tsv", "-q", "--model", "starter"]) == 0
    assert "shot down" in Path("berita.en.txt").read_text()
    capfd.readouterr()
    assert run(capfd, "berita.en.txt.id-en.tsv", "-q") == (0, [], "")
    assert run(capfd, "berita.en.txt.id-en.tsv", "-q", "-g", "verbs.tsv") == (0, [], "")


def test_a_forbidden_translation_is_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    Path("strict.tsv").write_text("source\ttarget\tforbidden\nkapal perang\twarship\tship|boat\n")
    Path("pairs.tsv").write_text("source\ttarget\nKapal perang tiba.\tThe warship, a boat, came.\n")
    code, out, _ = run(capfd, "pairs.tsv", "-g", "strict.tsv", "--strict")
    assert (code, out) == (8, ["pairs.tsv:2: error terms: boat stands for kapal perang, which the glossary forbids"])

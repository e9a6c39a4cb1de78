"""The page of a whole folder."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from translator.batch import index
from translator.batch.ledger import LedgerEntry, State
from translator.batch.report import Counts
from translator.batch.translations import CountedTranslation
from translator.bitext import Stamp
from translator.errors import OutputError, SourceError

EVIL = "<script>alert('x')</script>&\"' 😀.txt"


def entry(name: str, counts: Counts, source: Path = Path(__file__), page: bool = True) -> LedgerEntry:
    outputs = ((f"{name}.id-en.html", State("", 0, 0)),) if page else ()
    stamp = Stamp("starter", "ct2", "0")
    return LedgerEntry(name, source, State("", 0, 0), "", "", "", stamp, counts, (*outputs, (name, State("", 0, 0))))


ENTRIES = [
    entry("baik.txt", Counts(10, 100, 5, 5, 0, 0)),
    entry("awas.txt", Counts(10, 100, 5, 5, 0, 2)),
    entry("salah.txt", Counts(1000, 100, 5, 5, 3, 0)),
    entry("x/kurang.txt", Counts(10, 100, 5, 4, 0, 0), page=False),
    entry(EVIL, Counts(1, 1), source=Path("/nowhere/x.txt")),
    entry("rusak.txt", Counts(2, 2)),
]
FAILURES = {"rusak.txt": SourceError("rusak.txt changed"), "baru.txt": SourceError("baru.txt: <b>no text</b>")}


class Page(HTMLParser):
    """rows: the text of each cell. links: every href. tags: their names."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attributes if name == "href"]
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag == "small":
            self.rows[-1][-1] += " | "

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data.strip():
            self.rows[-1][-1] += data


def test_the_worst_files_come_first_and_every_file_is_linked() -> None:
    page = Page(index.render("english", ENTRIES, FAILURES))
    assert [row[:4] for row in page.rows[1:]] == [
        ["baru.txt | baru.txt: <b>no text</b>", ""],
        ["rusak.txt | rusak.txt changed", "0", "0", "0 of 0"],
        ["salah.txt", "3", "0", "5 of 5"],
        ["x/kurang.txt", "0", "0", "4 of 5"],
        ["awas.txt", "0", "2", "5 of 5"],
        [f"{EVIL} | its source is gone", "0", "0", "0 of 0"],
        ["baik.txt", "0", "0", "5 of 5"],
    ]
    assert page.links == [
        "rusak.txt.id-en.html",
        "salah.txt.id-en.html",
        "x/kurang.txt",
        "awas.txt.id-en.html",
        "%3Cscript%3Ealert%28%27x%27%29%3C/script%3E%26%22%27%20%F0%9F%98%80.txt.id-en.html",
        "baik.txt.id-en.html",
    ]


def test_all_is_summed_up() -> None:
    text = index.render("english", ENTRIES, FAILURES).decode()
    counts = re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", text)
    assert counts == [
        ("files", "7"),
        ("failed files", "2"),
        ("sentences", "1,033"),
        ("words", "403"),
        ("terms met", "19 of 20"),
        ("errors", "3"),
        ("warnings", "2"),
    ]


def test_terms_with_several_translations_stand_in_a_table_of_their_own() -> None:
    forms = [CountedTranslation("kapal", "user", "ship", 1200, 3), CountedTranslation("kapal", "user", "<b>", 1)]
    page = Page(index.render("english", [], {}, {"kapal": forms}))
    assert page.rows[1:3] == [["Term", "Translation", "Times", "Files"], ["kapal", "ship", "1,200", "3"]]
    assert [row[:3] for row in page.rows[3:]] == [["", "<b>", "1"]]
    assert "h2" not in Page(index.render("english", [], {})).tags


def test_of_very_many_terms_the_first_are_shown() -> None:
    forms = [CountedTranslation("kapal", "user", "ship", 1)]
    varying = dict.fromkeys(map(str, range(index.MAX_TERMS + 3)), forms)
    page = index.render("english", [], {}, varying)
    assert len(Page(page).rows) == index.MAX_TERMS + 2
    assert b"and 3 more" in page


def test_the_page_runs_no_script_and_loads_nothing() -> None:
    text = index.render("<b>", ENTRIES, FAILURES).decode()
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style is not None
    allowed = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in text
    assert Page(text.encode()).tags & {"script", "img", "link", "b", "iframe"} == set()


def test_names_that_are_no_unicode_are_shown_and_linked_by_their_bytes() -> None:
    page = index.render("english", [entry(os.fsdecode(b"lama \xe9.txt"), Counts())], {})
    assert "lama ?.txt" in page.decode()
    assert Page(page).links == ["lama%20%E9.txt.id-en.html"]


def test_a_page_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    index.write(tmp_path, ENTRIES, {})
    before = (tmp_path / "index.html").stat()
    index.write(tmp_path, ENTRIES, {})
    assert (tmp_path / "index.html").stat() == before
    index.write(tmp_path, ENTRIES[:1], {})
    assert (tmp_path / "index.html").read_bytes() == index.render(tmp_path.name, ENTRIES[:1], {})


def test_a_page_of_others_needs_force(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(OutputError, match="not of Padan's making"):
        index.write(tmp_path, ENTRIES, {})
    assert (tmp_path / "index.html").read_text() == "mine"
    index.write(tmp_path, ENTRIES, {}, force=True)
    assert b"Padan" in (tmp_path / "index.html").read_bytes()


def test_a_translation_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("translated")
    with pytest.raises(OutputError, match="is a translation"):
        index.write(tmp_path, [replace(ENTRIES[0], outputs=(("index.html", State("", 0, 0)),))], {}, force=True)
    assert (tmp_path / "index.html").read_text() == "translated"


def test_a_pipe_in_the_place_of_the_page_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "index.html")
    for force in (False, True):
        with pytest.raises(OutputError, match="is not a regular file"):
            index.write(tmp_path, ENTRIES, {}, force)

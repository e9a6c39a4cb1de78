"""The files that the page saves: the table is the table of the project, the memory is read as any other."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.bilingual.chromium import PROGRAM, Tab
from tests.bilingual.sample import bitext, put, sample, whole
from tests.bilingual.strategies import bitexts
from translator.bilingual import html, reading, tmx, tsv
from translator.bitext import Bitext, Finding, Link, Offer, Origin, Pair, Severity, Status, TermUse
from translator.document import Span

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")
HARD = '\ta "b"\r\n<&>\u2028\u202e\x1b\x7f \\ 🛰️ é </script> \u00a0=1+1'

# The sentences whose cell does not show an edit, or not what it showed before once the edit is undone.
MISPAINTED = """rows.map((_, at) => {
  const cell = cellOf(at, 'en'), before = cell.textContent;
  words(cell);
  change(at, `${textOf(at)} x`, true);
  const isShown = cell.textContent === visible(textOf(at));
  undo();
  return isShown && cell.textContent === before ? null : at;
}).filter(at => at !== null)"""


def hard() -> Bitext:
    """A sentence in which every field holds what must be quoted or escaped."""
    text = f"a{HARD}b"
    use = TermUse(HARD, HARD, Status.SWAPPED, Span(0, 3), Span(1, 2))
    finding = Finding("numbers", Severity.ERROR, HARD)
    offers = (Offer(80, text, text),)
    pair = Pair(text, text, Origin.MEMORY, (use,), (finding,), (Link(0, 1),), -1.25, reviewed=True, fuzzy=offers)
    return bitext(
        [[pair, Pair("Siap.", "", Origin.COPIED), Pair("a\rb", 'a"b', Origin.ENGINE, score=-0.0)]],
        f"berita {HARD}.txt".replace("/", ""),
    )


def opened(browser: Tab, of: Bitext, folder: Path) -> Path:
    """The page of a bitext, open and as it was written."""
    page = folder / "berita.en.txt.id-en.html"
    put(html, of, page, b"")
    browser.open(page)
    browser.run("localStorage.clear()")
    browser.open(page)
    return page


def change(browser: Tab, number: str, target: str) -> None:
    browser.run(f"change(numbers.indexOf('{number}'), {target!r}, true)")


@pytest.mark.parametrize("of", [sample(), hard()], ids=["usual", "hard"])
def test_the_table_of_a_page_on_which_nothing_was_done_is_the_table(of: Bitext, browser: Tab, tmp_path: Path) -> None:
    opened(browser, of, tmp_path)
    assert browser.run("table()").encode() == whole(tsv, of, b"")


@settings(max_examples=8, deadline=None)
@given(of=bitexts)
def test_any_bitext_gives_the_table_to_the_byte_and_its_cells_outlive_edits(
    of: Bitext, browser: Tab, tmp_path_factory: pytest.TempPathFactory
) -> None:
    opened(browser, of, tmp_path_factory.mktemp("page"))
    assert browser.run("table()").encode() == whole(tsv, of, b"")
    assert browser.run(MISPAINTED) == []


def test_a_reviewer_s_work_is_in_the_table_and_what_was_not_touched_stays(browser: Tab, tmp_path: Path) -> None:
    opened(browser, sample(), tmp_path)
    change(browser, "3.2", "A 74 “better” one.")
    browser.run("change(0, rows[0].target, true)")
    (tmp_path / "saved.tsv").write_bytes(browser.run("table()").encode())
    put(tsv, sample(), tmp_path / "before.tsv", b"")
    before, after = tsv.read(tmp_path / "before.tsv"), tsv.read(tmp_path / "saved.tsv")
    assert after[0] == replace(before[0], pair=replace(before[0].pair, reviewed=True))
    edited = after[5]
    assert (edited.segment, edited.sentence, edited.pair.target) == (3, 2, "A 74 “better” one.")
    assert (edited.pair.reviewed, edited.pair.links, edited.pair.findings, edited.pair.score) == (True, (), (), None)
    assert {use.target_span for use in edited.pair.terms} == {None}
    assert after[1:5] + after[6:] == before[1:5] + before[6:]


def test_the_memory_has_every_sentence_and_is_not_taken_for_padan_s_own(browser: Tab, tmp_path: Path) -> None:
    opened(browser, sample(), tmp_path)
    change(browser, "1.1", "Better & <b>bolder</b>.")
    saved = tmp_path / "saved.tmx"
    saved.write_bytes(browser.run("memory()").encode())
    found = [(row.document, row.segment, row.sentence, row.pair.source, row.pair.target) for row in tmx.read(saved)]
    put(tmx, sample(), tmp_path / "ours.tmx", b"")
    wanted = [
        (row.document, row.segment, row.sentence, row.pair.source, row.pair.target)
        for row in tmx.read(tmp_path / "ours.tmx")
    ]
    assert found == [(*wanted[0][:4], "Better & <b>bolder</b>."), *wanted[1:]]
    assert [row.pair.origin for row in tmx.read(saved)] == [row.pair.origin for row in tmx.read(tmp_path / "ours.tmx")]
    assert not tmx.wrote(saved)


def test_a_character_that_xml_has_not_got_is_left_out_of_the_memory(browser: Tab, tmp_path: Path) -> None:
    opened(browser, hard(), tmp_path)
    put(tmx, hard(), tmp_path / "ours.tmx", b"")
    (tmp_path / "saved.tmx").write_bytes(browser.run("memory()").encode())
    targets = [[row.pair.target for row in tmx.read(tmp_path / name)] for name in ("ours.tmx", "saved.tmx")]
    assert targets[0] == targets[1]


def test_the_buttons_download_files_that_padan_reads_and_never_takes_for_sources(browser: Tab, tmp_path: Path) -> None:
    opened(browser, sample(), tmp_path)
    browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    for kind in ("tsv", "tmx"):
        browser.click(f"document.querySelector('[value={kind}]')")
        saved = tmp_path / f"berita.en.txt.id-en.reviewed.{kind}"
        for _ in range(100):
            if saved.exists():
                break
            time.sleep(0.1)
        assert len(reading.read(saved)) == 12
        assert browser.run("shown.textContent") == f"{saved.name} is saved"

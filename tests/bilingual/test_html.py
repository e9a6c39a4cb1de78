from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from markupsafe import Markup

from tests.bilingual.sample import STAMP, bitext, sample, translation, whole
from tests.bilingual.strategies import bitexts
from translator.bilingual import html
from translator.bilingual.html import StyledRun, cut, family
from translator.bitext import Bitext, Finding, Link, Origin, Pair, Severity, Status, TermUse
from translator.document import Span

EVIL = "</script></style><script>alert('x')</script><img src=x onerror=\"alert(1)\">"


class Page(HTMLParser):
    """What a page says: its tags with their attributes, and the text of its cells and of all other elements."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.text: list[str] = []
        self.inside = False
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag == "p" and ("role", "cell") in attributes:
            self.inside = True
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "p"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data
        else:
            self.text.append(data)

    def of(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [has for name, has in self.tags if name == tag and wanted.items() <= has.items()]


def test_a_cell_is_cut_at_the_borders_of_terms_and_words() -> None:
    assert cut("Kapal perangnya <siap>.", [Span(17, 21), Span(0, 12)], linked=True) == (
        StyledRun(1, Markup("<span>Kapal</span> <span>perang</span>")),
        StyledRun(None, Markup('<span class="rest">nya</span> <span>&lt;</span>')),
        StyledRun(0, Markup('<span class="rest">siap</span>')),
        StyledRun(None, Markup('<span class="rest">&gt;.</span>')),
    )


def test_without_links_a_cell_is_cut_at_the_borders_of_terms_only() -> None:
    assert cut("Dua kapal perang.", [Span(4, 16)], linked=False) == (
        StyledRun(None, Markup("Dua ")),
        StyledRun(0, Markup("kapal perang")),
        StyledRun(None, Markup(".")),
    )


def test_where_terms_overlap_or_leave_the_text_nothing_is_shown_twice_or_lost() -> None:
    assert cut("abcdef", [Span(0, 3), Span(1, 5), Span(2, 3), None, Span(5, 99), Span(80, 90)], linked=False) == (
        StyledRun(0, Markup("abc")),
        StyledRun(1, Markup("de")),
        StyledRun(4, Markup("f")),
    )


@pytest.mark.parametrize(
    ("status", "sure", "loud"),
    [
        (Status.NATURAL, True, "own"),
        (Status.N_BEST, True, "own"),
        (Status.SWAPPED, True, "put"),
        (Status.SOURCE, True, "put"),
        (Status.SPLICED, True, "check"),
        (Status.MISSING, True, "check"),
        (Status.SWAPPED, False, "check"),
        (Status.NATURAL, False, "check"),
    ],
)
def test_every_status_has_its_family(status: Status, sure: bool, loud: str) -> None:
    assert family(TermUse("siap", "ready", status, Span(0, 4), None, sure)) == loud


@settings(deadline=None, max_examples=60)
@given(bitexts)
def test_the_cells_hold_the_text_whatever_it_is(hard: Bitext) -> None:
    page = Page(whole(html, hard, b""))
    assert page.cells == [html.visible(text) for pair in hard.pairs() for text in (pair.source, pair.target)]


def test_control_characters_are_shown_and_cannot_turn_the_text() -> None:
    evil = "a\u202eb\u2066c\x1b[2J\0d\x85e\x9b"
    pair = Pair(evil, evil, Origin.ENGINE, (), (Finding(evil, Severity.ERROR, evil),), (Link(0, 0),), unforced=evil)
    page = whole(html, bitext([[pair]], evil), b"").decode()
    assert [char for char in "\u202e\u2066\x1b\0\x9b" if char in page] == []
    assert Page(page.encode()).cells == ["a[U+202E]b[U+2066]c␛[2J␀d\x85e[U+009B]"] * 2


def test_markup_is_escaped_wherever_it_comes_from() -> None:
    use = TermUse(EVIL, EVIL, Status.SPLICED, Span(0, 9), Span(0, 9))
    finding = Finding(EVIL, Severity.ERROR, EVIL)
    pair = Pair(EVIL, EVIL, Origin.ENGINE, (use,), (finding,), (Link(0, 0),), -1.0, unforced=EVIL)
    clean = Pair("a", "b", Origin.ENGINE, (TermUse("a", "b", Status.SPLICED, Span(0, 1), Span(0, 1)),), unforced="c")
    evil = Page(whole(html, replace(bitext([[pair]], EVIL), stamp=replace(STAMP, model=EVIL, engine=EVIL)), b""))
    assert len(evil.of("script")) == len(Page(whole(html, bitext([[clean]]), b"")).of("script")) == 1
    assert [tag for tag, _ in evil.tags if tag == "img"] == []
    assert evil.cells == [EVIL, EVIL]
    assert evil.of("mark", title=f"{EVIL} → {EVIL} (spliced in)", **{"data-term": "0"}) != []


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else() -> None:
    page = whole(html, sample(), b"").decode()
    hashes = []
    for tag in ("style", "script"):
        found = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        hashes += [base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in found]
    policy = Page(page.encode()).of("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"]
    style, script = hashes
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_asks_for_nothing_outside_itself() -> None:
    page = Page(whole(html, sample(), b""))
    assert [has for _, has in page.tags if has.keys() & {"src", "style", "srcset", "action"}] == []
    assert [has["href"] for _, has in page.tags if "href" in has and not str(has["href"]).startswith("#")] == []
    assert page.of("link") == []


def test_the_head_holds_the_stamp_and_the_checksum_of_the_translation() -> None:
    metas = {
        has.get("name"): has["content"] for has in Page(whole(html, sample(), b"Ready.\n")).of("meta") if "name" in has
    }
    assert metas == {
        "generator": "Padan",
        "padan:translation-sha256": hashlib.sha256(b"Ready.\n").hexdigest(),
        "padan:model": "starter",
        "padan:engine": "ct2",
        "padan:signature": "4be1c07a92d35f68",
        "viewport": "width=device-width, initial-scale=1",
    }


def test_the_languages_are_named_and_the_numbers_are_anchors() -> None:
    page = Page(whole(html, sample(), b""))
    numbers = ["1.1", "2.1", "2.2", "2.3", "3.1", "3.2", "4.1", "5.1", "6.1", "6.2", "6.3", "6.4"]
    assert [has["lang"] for has in page.of("p", role="cell")] == ["id", "en"] * len(numbers)
    assert [has["id"] for _, has in page.tags if "id" in has] == numbers
    assert [has["href"] for has in page.of("a")] == [f"#{number}" for number in numbers]


def test_the_header_counts_and_the_findings_and_the_unforced_version_are_told() -> None:
    text = " ".join(" ".join(Page(whole(html, sample(), translation(sample()))).text).split())
    assert "sentences 12 words 108 terms met 19 of 20 errors 2 warnings 2" in text
    assert "With findings 3 With repaired terms 5" in text
    assert "error numbers: the source has 74, the translation has 47" in text
    assert "combat ready swapped in · the model’s own words “All units are ready to fight,” the commander said" in text
    assert "TNI missing" in text


def test_a_document_without_sentences_is_a_page_too() -> None:
    text = " ".join(" ".join(Page(whole(html, bitext([]), b"")).text).split())
    assert "sentences 0 words 0 errors 0 warnings 0" in text


def test_the_same_bitext_gives_the_same_page() -> None:
    assert whole(html, sample(), b"") == whole(html, sample(), b"")

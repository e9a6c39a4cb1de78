from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.metadata import version
from typing import Any

from hypothesis import given, settings

from tests.bilingual.sample import STAMP, bitext, sample, translation, whole
from tests.bilingual.strategies import bitexts
from translator.bilingual import html
from translator.bilingual.base import FIELDS, fields, rows
from translator.bilingual.html.cells import visible
from translator.bitext import Bitext, Finding, Link, Offer, Origin, Pair, Severity, Status, TermUse
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


@settings(deadline=None, max_examples=60)
@given(bitexts)
def test_the_cells_hold_the_text_whatever_it_is(hard: Bitext) -> None:
    page = Page(whole(html, hard, b""))
    assert page.cells == [visible(text) for pair in hard.pairs() for text in (pair.source, pair.target)]


def test_control_characters_are_shown_and_cannot_turn_the_text() -> None:
    evil = "a\u202eb\u2066c\x1b[2J\0d\x85e\x9b"
    pair = Pair(evil, evil, Origin.ENGINE, (), (Finding(evil, Severity.ERROR, evil),), (Link(0, 0),), unforced=evil)
    page = whole(html, bitext([[pair]], evil), b"").decode()
    assert [char for char in "\u202e\u2066\x1b\0\x9b" if char in page] == []
    assert Page(page.encode()).cells == ["a[U+202E]b[U+2066]c␛[2J␀d\x85e[U+009B]"] * 2


def test_markup_is_escaped_wherever_it_comes_from() -> None:
    use = TermUse(EVIL, EVIL, Status.SPLICED, Span(0, 9), Span(0, 9))
    finding = Finding(EVIL, Severity.ERROR, EVIL)
    offer = Offer(90, EVIL, EVIL)
    pair = Pair(EVIL, EVIL, Origin.ENGINE, (use,), (finding,), (Link(0, 0),), -1.0, unforced=EVIL, fuzzy=(offer,))
    clean = Pair("a", "b", Origin.ENGINE, (TermUse("a", "b", Status.SPLICED, Span(0, 1), Span(0, 1)),), unforced="c")
    evil = Page(whole(html, replace(bitext([[pair]], EVIL), stamp=replace(STAMP, model=EVIL, engine=EVIL)), b""))
    assert len(evil.of("script")) == len(Page(whole(html, bitext([[clean]]), b"")).of("script")) == 2
    assert [tag for tag, _ in evil.tags if tag == "img"] == []
    assert evil.cells == [EVIL, EVIL]
    assert evil.of("mark", title=f"{EVIL} → {EVIL} (spliced in)", **{"data-term": "0"}) != []


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else() -> None:
    page = whole(html, sample(), b"").decode()
    hashes = []
    for tag in ("style", "script"):  # the rows are data, and a policy has nothing to allow there
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
    assert [has["id"] for has in page.of("div", role="row") if "id" in has] == numbers
    assert [has["href"] for has in page.of("a")] == [f"#{number}" for number in numbers]


def test_the_header_counts_and_the_findings_and_the_unforced_version_are_told() -> None:
    text = " ".join(" ".join(Page(whole(html, sample(), translation(sample()))).text).split())
    assert "sentences 12 words 108 terms met 19 of 20 errors 2 warnings 2" in text
    assert "error numbers: the source has 74, the translation has 47" in text
    assert "combat ready swapped in · the model’s own words “All units are ready to fight,” the commander said" in text
    assert "TNI missing" in text


def test_a_document_without_sentences_is_a_page_too() -> None:
    text = " ".join(" ".join(Page(whole(html, bitext([]), b"")).text).split())
    assert "sentences 0 words 0 errors 0 warnings 0" in text


def test_the_same_bitext_gives_the_same_page() -> None:
    assert whole(html, sample(), b"") == whole(html, sample(), b"")


def rows_of(page: bytes) -> dict[str, Any]:
    """What the page's script works with."""
    found = re.search(r'<script type="application/json" id="rows">(.*?)</script>', page.decode(), re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


@settings(deadline=None, max_examples=30)
@given(bitexts)
def test_the_script_has_every_field_of_the_table(hard: Bitext) -> None:
    data = rows_of(whole(html, hard, b""))
    columns, document = data["about"]["columns"], data["about"]["document"]
    table = [{"document": document} | dict(zip(columns, values, strict=True)) for values in data["rows"]]
    assert table == [fields(row) for row in rows(hard)]
    assert ["document", *columns] == list(FIELDS)


def test_the_script_knows_who_made_the_page() -> None:
    about = rows_of(whole(html, sample(), b"Ready.\n"))["about"]
    del about["columns"]
    assert about == {
        "document": "latihan-gabungan.id.txt",
        "part": 1,
        "version": version("padan"),
        "translation-sha256": hashlib.sha256(b"Ready.\n").hexdigest(),
        "signature": "4be1c07a92d35f68",
        "engine": "ct2",
        "model": "starter",
    }


def test_what_is_reviewed_and_what_the_memory_offers_is_told_without_scripts() -> None:
    near, far = Offer(88, "Kapal itu tiba kemarin.", "The ship came."), Offer(74, "Mereka tiba.", "They came.")
    pair = Pair("Kapal itu tiba.", "The ship arrived.", Origin.MEMORY, reviewed=True, fuzzy=(near, far))
    text = " ".join(" ".join(Page(whole(html, bitext([[pair]]), b"")).text).split())
    assert "1.1 memory ✓ reviewed" in text
    assert "memory, 88 % alike Kapal itu tiba kemarin. tiba. The ship came. Use it" in text
    assert "74 % alike" not in text

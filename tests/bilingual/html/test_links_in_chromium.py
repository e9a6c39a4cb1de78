"""Words that belong together, as a reader meets them: the mouse, the keyboard and the finger are the browser's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bilingual.chromium import PROGRAM, Tab
from tests.bilingual.sample import put, sample
from translator.bilingual import html

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")
LIT = "[...document.querySelectorAll('.on')].map(element => element.textContent)"


def word(number: str, language: str, index: int) -> str:
    """A word's element as a JavaScript expression; the page makes it when the pointer or the keyboard comes."""
    return f"[...words(document.querySelector('[id=\"{number}\"] > [lang={language}]'))][{index}][0]"


@pytest.fixture
def tab(browser: Tab, tmp_path: Path) -> Tab:
    """The sample's page, freshly opened on a desk."""
    page = tmp_path / "page.html"
    put(html, sample(), page, b"")
    browser.screen(1280, 900)
    browser.open(page)
    return browser


def test_pointing_at_a_word_lights_its_counterparts_and_pointing_away_ends_it(tab: Tab) -> None:
    tab.point(word("3.1", "en", 10))  # "landed": a word outside every term
    assert tab.run(LIT) == ["diturunkan", "landed"]
    tab.point(word("6.2", "id", 0))  # linked to one word, in another sentence
    assert tab.run(LIT) == ["Tidak", "no"]
    tab.point("document.querySelector('h1')")
    assert tab.run(LIT) == []


def test_pointing_at_a_term_lights_the_term_on_both_sides(tab: Tab) -> None:
    tab.point(word("2.2", "en", 9))
    assert tab.run(LIT) == ["kapal perangnya", "kapal", "perangnya", "warships", "warships"]


def test_a_word_that_a_term_cuts_is_one_word(tab: Tab) -> None:
    tab.point(word("6.4", "en", 1))  # "pre-" of "pre-exercise"
    assert tab.run(LIT) == ["pra-", "latihan", "pre-", "exercise"]


def test_the_keyboard_walks_over_the_words(tab: Tab) -> None:
    tab.run(word("6.2", "en", 0) + ".focus()")
    assert tab.run(LIT) == ["ada", "There"]
    for _ in range(2):
        tab.press("ArrowRight")
    assert tab.run(LIT) == ["Tidak", "no"]
    tab.press("Escape")
    assert tab.run(LIT) == []
    tab.press("ArrowLeft")
    assert tab.run(LIT) == ["ada", "were"]
    tab.run("document.activeElement.blur()")
    assert tab.run(LIT) == []
    tab.press("ArrowRight")
    assert tab.run(LIT) == []  # no sentence is current any more


def test_the_arrow_keys_lead_from_the_source_into_the_translation(tab: Tab) -> None:
    tab.run("go(indexOf.get(document.querySelector('[id=\"6.2\"]')))")
    count = tab.run("words(cellOf(here, 'id')).length")
    for _ in range(count + 1):
        tab.press("ArrowRight")
    assert tab.run("document.activeElement.textContent") == "There"
    tab.press("ArrowLeft")
    assert tab.run("document.activeElement.closest('p').lang") == "id"


def test_a_tap_on_a_phone_lights_a_word_and_leaves_it_lit(tab: Tab) -> None:
    tab.screen(390, 844)
    tab.call("Emulation.setTouchEmulationEnabled", enabled=True)
    tab.tap(word("6.2", "id", 0))
    assert tab.run(LIT) == ["Tidak", "no"]
    tab.call("Emulation.setTouchEmulationEnabled", enabled=False)


def test_a_word_that_is_lit_is_not_printed_so(tab: Tab) -> None:
    colour = f"getComputedStyle({word('6.2', 'id', 0)}).backgroundColor"
    tab.point(word("6.2", "id", 0))
    assert tab.run(colour) == "rgb(35, 83, 189)"
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert tab.run(colour) == "rgba(0, 0, 0, 0)"
    tab.call("Emulation.setEmulatedMedia", media="")


def test_a_sentence_without_links_and_an_edited_one_light_no_word(tab: Tab) -> None:
    tab.run("rows[numbers.indexOf('6.2')].links = ''")
    tab.point(word("6.2", "id", 0))
    assert tab.run(LIT) == []
    tab.run("change(numbers.indexOf('6.1'), 'The guns were fired.', true)")
    tab.point(word("6.1", "id", 5))
    assert tab.run(LIT) == []

"""The page as a reader meets it: the mouse, the keyboard and the finger are the browser's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bilingual.chromium import PROGRAM, Tab, chromium
from tests.bilingual.sample import bitext, put, sample
from translator.bilingual import html
from translator.bitext import Link, Origin, Pair, Status, TermUse
from translator.document import Span

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")
LIT = "[...document.querySelectorAll('.on')].map(element => element.textContent)"
SHOWN = "[...document.querySelectorAll('.pair')].filter(pair => pair.checkVisibility()).map(pair => pair.id)"


def word(number: str, language: str, index: int) -> str:
    """A word's span as a JavaScript expression."""
    return f"document.querySelectorAll('[id=\"{number}\"] > [lang={language}] span')[{index}]"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with chromium(tmp_path_factory.mktemp("profile")) as tab:
        yield tab


@pytest.fixture
def tab(browser: Tab, tmp_path: Path) -> Tab:
    """The sample's page, freshly opened on a desk."""
    page = tmp_path / "page.html"
    put(html, sample(), page, b"")
    browser.screen(1280, 900)
    browser.open(page)
    return browser


def test_the_page_loads_nothing_else_and_breaks_no_rule(tab: Tab) -> None:
    told = [event for event in tab.events if event["method"] in ("Log.entryAdded", "Runtime.exceptionThrown")]
    requests = [event for event in tab.events if event["method"] == "Network.requestWillBeSent"]
    assert (told, len(requests)) == ([], 1)


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
    assert tab.run('document.querySelectorAll(\'[id="6.2"] > [lang=en] [tabindex="0"]\').length') == 1


def test_a_tap_on_a_phone_lights_a_word_and_leaves_it_lit(tab: Tab) -> None:
    tab.screen(390, 844)
    tab.call("Emulation.setTouchEmulationEnabled", enabled=True)
    tab.tap(word("6.2", "id", 0))
    assert tab.run(LIT) == ["Tidak", "no"]
    tab.call("Emulation.setTouchEmulationEnabled", enabled=False)


def test_on_a_phone_the_columns_are_one_and_nothing_sticks_out(tab: Tab) -> None:
    edges = "[...document.querySelectorAll('[id=\"2.1\"] > p')].map(cell => cell.getBoundingClientRect().left)"
    left, right = tab.run(edges)
    assert left < right
    tab.screen(390, 844)
    left, right = tab.run(edges)
    assert left == right
    assert tab.run("document.documentElement.scrollWidth") == 390


def test_the_filters_show_what_they_say(tab: Tab) -> None:
    everything = tab.run(SHOWN)
    assert len(everything) == 12
    tab.click("document.querySelector('[value=found]')")
    assert tab.run(SHOWN) == ["3.1", "3.2", "6.4"]
    tab.click("document.querySelector('[value=fixed]')")
    assert tab.run(SHOWN) == ["2.1", "2.3", "3.1", "3.2", "6.4"]
    tab.click("document.querySelector('.filters button')")
    assert tab.run(SHOWN) == everything


def test_print_shows_the_unforced_versions_and_no_buttons(tab: Tab) -> None:
    hidden = "document.querySelector('.filters').checkVisibility()"
    unforced = "document.querySelector('details p').checkVisibility()"
    assert (tab.run(hidden), tab.run(unforced)) == (True, False)
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert (tab.run(hidden), tab.run(unforced)) == (False, True)
    tab.call("Emulation.setEmulatedMedia", media="")


def test_a_word_that_is_lit_is_not_printed_so(tab: Tab) -> None:
    colour = f"getComputedStyle({word('6.2', 'id', 0)}).backgroundColor"
    tab.point(word("6.2", "id", 0))
    assert tab.run(colour) == "rgb(35, 83, 189)"
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert tab.run(colour) == "rgba(0, 0, 0, 0)"
    tab.call("Emulation.setEmulatedMedia", media="")


def test_without_scripts_the_text_is_there_and_the_buttons_are_not(browser: Tab, tmp_path: Path) -> None:
    put(html, sample(), tmp_path / "page.html", b"")
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(tmp_path / "page.html")
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert len(browser.run(SHOWN)) == 12
    assert not browser.run("document.querySelector('.filters').checkVisibility()")


def test_markup_in_the_text_stays_text(browser: Tab, tmp_path: Path) -> None:
    evil = "<img src=x onerror=document.title='broken'> <script>document.title='broken'</script>"
    use = TermUse(evil, evil, Status.SPLICED, Span(0, 20), Span(5, 30))
    pair = Pair(evil, evil, Origin.ENGINE, (use,), links=(Link(0, 1),), unforced=evil)
    put(html, bitext([[pair]], evil), tmp_path / "page.html", b"")
    browser.open(tmp_path / "page.html")
    assert browser.run("[...document.querySelectorAll('.pair > p')].map(cell => cell.textContent)") == [evil, evil]
    assert browser.run("document.title") == f"{evil}, Indonesian and English"
    assert browser.run("document.images.length + document.scripts.length") == 1

"""The desk as a reviewer meets it: the mouse, the keyboard and the finger are the browser's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bilingual.chromium import PROGRAM, Tab
from tests.bilingual.sample import bitext, put, sample
from translator.bilingual import html
from translator.bitext import Link, Offer, Origin, Pair, Status, TermUse
from translator.document import Span

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")
SHOWN = "[...document.querySelectorAll('.pair')].filter(pair => pair.checkVisibility()).map(pair => pair.id)"
SAID = "document.querySelector('output').textContent"
HERE = "numbers[here]"
TARGET = "document.querySelector('[id=\"{}\"] > [lang=en]').textContent"
DENIED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"


@pytest.fixture
def tab(browser: Tab, tmp_path: Path) -> Tab:
    """The sample's page, freshly opened on a desk."""
    page = tmp_path / "page.html"
    put(html, sample(), page, b"")
    browser.screen(1280, 900)
    browser.open(page)
    browser.run("localStorage.clear()")
    browser.open(page)
    return browser


def test_the_page_loads_nothing_else_and_breaks_no_rule(tab: Tab) -> None:
    told = [event for event in tab.events if event["method"] in ("Log.entryAdded", "Runtime.exceptionThrown")]
    requests = [event for event in tab.events if event["method"] == "Network.requestWillBeSent"]
    assert (told, len(requests)) == ([], 1)


def test_on_a_phone_the_columns_are_one_and_nothing_sticks_out(tab: Tab) -> None:
    edges = "[...document.querySelectorAll('[id=\"2.1\"] > p')].map(cell => cell.getBoundingClientRect().left)"
    left, right = tab.run(edges)
    assert left < right
    tab.screen(390, 844)
    left, right = tab.run(edges)
    assert left == right
    assert tab.run("document.documentElement.scrollWidth") == 390


def choose(tab: Tab, control: str, value: str) -> list[str]:
    """Set a filter; the numbers of the sentences that are shown then."""
    tab.run(f"{control}.value = {json.dumps(value)}, {control}.dispatchEvent(new Event('input', {{bubbles: true}}))")
    return list(tab.run(SHOWN))


def options(tab: Tab, control: str) -> dict[str, str]:
    return dict(tab.run(f"Object.fromEntries([...{control}.options].map(each => [each.value, each.textContent]))"))


def test_the_filters_count_what_they_would_show(tab: Tab) -> None:
    assert options(tab, "finding") == {
        "": "All sentences",
        "any": "With findings (3)",
        "severity:error": "With errors (2)",
        "severity:warning": "With warnings (2)",
        "check:numbers": "Check numbers (1)",
        "check:terms": "Check terms (3)",
    }
    for control in ("finding", "term", "review"):
        for value, label in options(tab, control).items():
            if value:
                assert label.endswith(f" ({len(choose(tab, control, value))})")
        choose(tab, control, "")


def test_the_filters_show_what_they_say_and_say_how_many(tab: Tab) -> None:
    everything = tab.run(SHOWN)
    assert (len(everything), tab.run(SAID)) == (12, "12 sentences")
    assert choose(tab, "finding", "any") == ["3.1", "3.2", "6.4"]
    assert tab.run(SAID) == "3 of 12 sentences"
    assert choose(tab, "finding", "severity:error") == ["3.2", "6.4"]
    assert choose(tab, "finding", "check:numbers") == ["3.2"]
    assert choose(tab, "finding", "") == everything
    assert choose(tab, "term", "repaired") == ["2.1", "2.3", "3.1", "3.2", "6.4"]
    assert choose(tab, "text", "PRAJURIT") == []
    assert choose(tab, "term", "") == ["2.2"]
    assert tab.run(SAID) == "1 of 12 sentences"
    assert choose(tab, "side", "en") == []
    assert choose(tab, "text", "soldiers") == ["2.2"]
    assert tab.run("CSS.highlights.get('searched').size") == 1
    assert tab.run("[...CSS.highlights.get('searched')][0].toString()") == "soldiers"


def test_a_filter_leaves_no_gaps_where_nothing_has_been_laid_out(tab: Tab, tmp_path: Path) -> None:
    segments = [[Pair(f"Regu {number % 20}.", f"Squad {number % 20}.", Origin.ENGINE)] for number in range(1200)]
    put(html, bitext(segments), tmp_path / "page.html", b"")
    tab.open(tmp_path / "page.html")
    assert len(choose(tab, "text", "squad 7")) == 60
    assert tab.run("document.documentElement.scrollHeight / 60") < 120  # pixels of a sentence


def test_the_search_is_for_text_and_no_pattern(tab: Tab) -> None:
    assert choose(tab, "text", ".*") == []
    assert choose(tab, "text", "19.000") == ["2.2"]


def test_the_keys_go_from_finding_to_finding_and_tell_the_end(tab: Tab) -> None:
    seen = []
    for key in "nnnnpp":
        tab.press(key)
        seen.append(tab.run(HERE))
    assert seen == ["3.1", "3.2", "6.4", "6.4", "3.2", "3.1"]
    tab.press("p")
    assert tab.run(SAID) == "no finding before this one"
    assert tab.run("document.activeElement.id") == "3.1"


def test_the_keys_go_over_the_sentences_that_the_filters_show(tab: Tab) -> None:
    choose(tab, "finding", "severity:error")
    seen = []
    for key in "jjjk":
        tab.press(key)
        seen.append(tab.run(HERE))
    assert seen == ["3.2", "6.4", "6.4", "3.2"]


def test_keys_do_nothing_while_somebody_types_or_holds_a_modifier(tab: Tab) -> None:
    tab.press("/")
    assert tab.run("document.activeElement.id") == "text"
    for key in "naeju?":
        tab.press(key)
    tab.press("Escape")
    tab.call("Input.dispatchKeyEvent", type="keyDown", key="n", modifiers=2)
    tab.run("finding.focus()")
    tab.press("n")
    assert tab.run("[here, past.length, document.querySelector('dialog').open]") == [-1, 0, False]


def test_a_question_mark_shows_the_keys_and_escape_puts_them_away(tab: Tab) -> None:
    tab.press("?")
    assert tab.run("document.querySelector('dialog').open")
    tab.press("n")
    tab.press("Escape")
    assert tab.run("[document.querySelector('dialog').open, here]") == [False, -1]


def edit(tab: Tab, number: str, target: str, key: str = "Enter") -> None:
    """Edit a sentence by the keyboard."""
    tab.run(f"go(numbers.indexOf('{number}'))")
    tab.press("e")
    tab.run("document.activeElement.select()")
    tab.call("Input.insertText", text=target)
    tab.press(key)


def test_an_edit_is_shown_counts_as_reviewed_and_can_be_undone(tab: Tab) -> None:
    before = tab.run(TARGET.format("3.2"))
    edit(tab, "3.2", "  The commander said 74. ")
    assert tab.run(TARGET.format("3.2")) == "The commander said 74."
    assert tab.run("[isReviewed(here), document.activeElement.id, document.querySelector('.done').textContent]") == [
        True,
        "3.2",
        "\u2713 edited",
    ]
    assert options(tab, "review")["edited"] == "Edited (1)"
    tab.press("u")
    assert tab.run(TARGET.format("3.2")) == before
    assert tab.run("[isReviewed(here), document.querySelectorAll('.done').length]") == [False, 0]


def test_escape_drops_an_edit_and_an_edit_that_changes_nothing_is_none(tab: Tab) -> None:
    before = tab.run(TARGET.format("2.2"))
    edit(tab, "2.2", "Something else.", key="Escape")
    edit(tab, "2.2", before)
    assert tab.run("past.length") == 0
    assert tab.run(TARGET.format("2.2")) == before


def test_enter_with_control_takes_the_edit_and_goes_on(tab: Tab) -> None:
    tab.run("go(0)")
    tab.press("Enter")
    tab.run("document.activeElement.select()")
    tab.call("Input.insertText", text="Better.")
    tab.call("Input.dispatchKeyEvent", type="keyDown", key="Enter", modifiers=2)
    assert tab.run("[textOf(0), here]") == ["Better.", 1]


def test_a_sentence_is_accepted_and_that_is_taken_back_by_the_same_key(tab: Tab) -> None:
    tab.press("n")
    tab.press("a")
    assert choose(tab, "review", "done") == ["3.1"]
    assert tab.run(SAID) == "1 of 12 sentences"
    choose(tab, "review", "")
    tab.press("a")
    assert choose(tab, "review", "done") == []


def test_the_buttons_work_on_the_current_sentence(tab: Tab) -> None:
    tab.click("document.querySelector('[value=next]')")
    tab.click("document.querySelector('[value=accept]')")
    assert tab.run("[numbers[here], isReviewed(here)]") == ["3.1", True]
    tab.click("document.querySelector('[value=undo]')")
    assert not tab.run("isReviewed(here)")
    tab.click("document.querySelector('[value=edit]')")
    assert tab.run("document.activeElement.ariaLabel") == "Translation of 3.1"
    tab.press("Escape")


def test_what_was_done_is_there_when_the_page_is_opened_again_and_not_on_another_page(tab: Tab, tmp_path: Path) -> None:
    edit(tab, "2.1", "Kept.")
    tab.open(tmp_path / "page.html")
    assert tab.run(TARGET.format("2.1")) == "Kept."
    tab.press("u")
    assert tab.run(TARGET.format("2.1")) != "Kept."
    edit(tab, "2.1", "Kept.")
    put(html, sample(), tmp_path / "other.html", b"another translation")
    tab.open(tmp_path / "other.html")
    assert tab.run(TARGET.format("2.1")) != "Kept."


def test_what_is_kept_and_is_no_work_of_the_page_is_passed_over(tab: Tab, tmp_path: Path) -> None:
    for kept in ('{"work": {"2.1": {"target": 3}}, "past": []}', '{"work": 1}', "null", "{"):
        tab.run(f"localStorage.setItem(key, {json.dumps(kept)})")
        tab.open(tmp_path / "page.html")
        assert tab.run("[isEdited(1), past.length, shown.textContent]") == [False, 0, "12 sentences"]


def test_without_a_current_sentence_a_key_only_chooses_one(tab: Tab) -> None:
    for key in "aeu":
        tab.run("here = -1")
        tab.press(key)
    assert tab.run("[past.length, document.querySelectorAll('textarea').length]") == [0, 0]
    choose(tab, "finding", "severity:error")  # the current sentence is not among them
    tab.press("a")
    assert tab.run("[past.length, numbers[here]]") == [0, "3.2"]


def test_pointing_at_the_source_of_a_sentence_in_the_edit_does_no_harm(tab: Tab) -> None:
    tab.run("go(1)")
    tab.press("e")
    tab.point("cellOf(1, 'id')")
    tab.run("document.activeElement.value = 'Better.'")
    tab.click("cellOf(2, 'id')")
    assert tab.run("[textOf(1), here]") == ["Better.", 2]
    assert [event for event in tab.events if event["method"] == "Runtime.exceptionThrown"] == []


def test_a_browser_that_keeps_nothing_says_so_and_the_work_goes_on(tab: Tab, tmp_path: Path) -> None:
    denied = tab.call("Page.addScriptToEvaluateOnNewDocument", source=DENIED)
    tab.open(tmp_path / "page.html")
    edit(tab, "2.1", "Not kept.")
    assert tab.run(TARGET.format("2.1")) == "Not kept."
    assert "keeps no edits" in tab.run(SAID)
    tab.run("saved = past.length")  # so that the browser does not ask whether to leave
    tab.call("Page.removeScriptToEvaluateOnNewDocument", **denied)


def test_the_terms_of_an_edited_sentence_are_where_their_words_still_stand(tab: Tab) -> None:
    edit(tab, "2.1", "\U0001f6a2 The joint exercise was opened by Lieutenant General Wibawa in the Strait.")
    spans = tab.run("termsOf(here).map(use => [use.target, use.status, use.target_span])")
    assert spans == [
        ["Lieutenant General", "swapped", [35, 53]],
        ["joint exercise", "natural", [6, 20]],
        ["Bangau Strait", "missing", None],
    ]
    marks = "[...cellOf(here, 'en').querySelectorAll('mark')].map(mark => mark.textContent)"
    assert tab.run(marks) == ["joint exercise", "Lieutenant General"]


def test_a_term_is_found_again_whatever_signs_it_has_and_as_a_whole_word_only(tab: Tab, tmp_path: Path) -> None:
    words = "anti-air [C-130] (a+b)? \\ $1 {2} ^x| /y."
    use = TermUse(words, words, Status.NATURAL, Span(0, 4), Span(0, len(words)))
    ship = TermUse("kapal", "ship", Status.NATURAL, Span(0, 4), Span(len(words) + 1, len(words) + 5))
    pair = Pair("Itu kapal.", f"{words} ship", Origin.ENGINE, (use, ship))
    put(html, bitext([[pair]]), tmp_path / "page.html", b"")
    tab.open(tmp_path / "page.html")
    edit(tab, "1.1", f"The shipping of {words} by ship")
    spans = [[16, 16 + len(words)], [20 + len(words), 24 + len(words)]]
    assert tab.run("termsOf(0).map(use => use.target_span)") == spans


def test_what_is_edited_stays_reviewed(tab: Tab) -> None:
    edit(tab, "2.2", "Something else.")
    tab.press("a")
    assert tab.run("[isReviewed(here), past.length]") == [True, 1]
    assert tab.run(SAID) == "2.2 is edited, and so reviewed; undo takes that back"


def test_an_offer_of_the_memory_is_taken_into_the_edit(tab: Tab, tmp_path: Path) -> None:
    offers = (Offer(70, "Siap?", "Ready?"), Offer(90, "Siap!", "Ready!"))
    put(html, bitext([[Pair("Siap.", "Ready.", Origin.ENGINE, fuzzy=offers)]]), tmp_path / "offer.html", b"")
    tab.open(tmp_path / "offer.html")
    tab.click("document.querySelector('[value=use]')")
    tab.press("Enter")
    assert tab.run("textOf(0)") == "Ready!"


def test_the_map_leads_to_the_place_that_is_pointed_at(tab: Tab) -> None:
    box = tab.run("(r => [r.x + r.width / 2, r.bottom])(document.querySelector('.map').getBoundingClientRect())")
    for kind in ("mousePressed", "mouseReleased"):
        tab.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1] - 2, button="left", clickCount=1)
    assert tab.run(HERE) == "6.4"


def test_light_and_dark_follow_the_system_until_somebody_chooses(tab: Tab, tmp_path: Path) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    light = tab.run(colour)
    tab.screen(1280, 900, dark=True)
    dark = tab.run(colour)
    assert light != dark
    tab.click("document.querySelector('[value=theme]')")
    assert tab.run(colour) == light
    tab.open(tmp_path / "page.html")
    assert tab.run(colour) == light
    tab.run("localStorage.removeItem('padan:theme')")


def test_print_shows_the_unforced_versions_and_no_buttons(tab: Tab) -> None:
    hidden = "document.querySelector('.desk').checkVisibility()"
    unforced = "document.querySelector('details p').checkVisibility()"
    assert (tab.run(hidden), tab.run(unforced)) == (True, False)
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert (tab.run(hidden), tab.run(unforced)) == (False, True)
    tab.call("Emulation.setEmulatedMedia", media="")


def test_without_scripts_the_text_is_there_and_the_buttons_are_not(browser: Tab, tmp_path: Path) -> None:
    put(html, sample(), tmp_path / "page.html", b"")
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(tmp_path / "page.html")
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert len(browser.run(SHOWN)) == 12
    assert not browser.run("document.querySelector('.desk').checkVisibility()")


def test_markup_in_the_text_stays_text(browser: Tab, tmp_path: Path) -> None:
    evil = "<img src=x onerror=document.title='broken'> <script>document.title='broken'</script>"
    use = TermUse(evil, evil, Status.SPLICED, Span(0, 20), Span(5, 30))
    pair = Pair(evil, evil, Origin.ENGINE, (use,), links=(Link(0, 1),), unforced=evil)
    put(html, bitext([[pair]], evil), tmp_path / "page.html", b"")
    browser.open(tmp_path / "page.html")
    assert browser.run("[...document.querySelectorAll('.pair > p')].map(cell => cell.textContent)") == [evil, evil]
    assert browser.run("document.title") == f"{evil}, Indonesian and English"
    assert browser.run("document.images.length + document.scripts.length") == 2
    browser.press("j")
    browser.press("e")
    browser.run(f"document.activeElement.value = {json.dumps(evil * 2)}")
    browser.press("Enter")
    assert browser.run("textOf(0)") == evil * 2
    assert browser.run("document.images.length + document.scripts.length") == 2
    assert browser.run("document.title") == f"{evil}, Indonesian and English"

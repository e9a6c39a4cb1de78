"""A translated page as a browser reads it: the elements of the source, and the words of the translation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bilingual.chromium import PROGRAM, Tab, chromium
from tests.formats.test_markdown import translated
from translator.formats import html

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")
ELEMENTS = "[...document.querySelectorAll('*')].map(element => element.tagName + element.className)"
WORDS = "document.title + document.documentElement.innerText + [...document.images].map(image => image.alt)"
PAGES = {
    "unclosed": "<ul><li>satu<li>dua <b>tiga</ul><p>empat<p>lima<table><tr><td>enam<td>tujuh<tr><td>delapan</table>",
    "badly nested": "<p>satu <b>dua <i>tiga</b> empat</i> lima <a href=x>enam<p>tujuh</a> delapan",
    "half marks": "<p>satu <b>dua <i>tiga</i><br>empat</b> lima <i>enam</i><hr><u>tujuh<div>delapan</div></u> sembilan",
    "references": "<p title='A&amp;B'>satu &lt;dua&gt; &amp; &#8220;tiga&#8221; R&D &copy 2020 1 < 2 caf\u00e9",
    "words": "<p>peng<wbr>antar H<sub>2</sub>O satu<sup>2</sup>, dua<img alt='peta laut'> <i>t</i>iga<br>x",
    "fields": "<form><label>satu <input></label> <button>tiga</button><select><option>empat</select></form>",
    "menu": "<nav><a class=a href=/>satu</a> | <a class=b href=/b>dua <b>tiga</b></a><a href=/c>empat</a></nav>",
    "drawing": "<p>satu <svg width=9 height=9><title>dua</title><text>tiga</text><path d='M0 0'/></svg> empat",
}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with chromium(tmp_path_factory.mktemp("profile")) as tab:
        yield tab


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_a_browser_finds_the_same_elements_and_the_new_words(
    browser: Tab, tmp_path: Path, body: str, encoding: str
) -> None:
    source = f"<!doctype html><meta charset={encoding}><title>judul \u00e9</title><body>{body}".encode(encoding)
    document = html.parse(source, "a.html")
    made = html.render(translated(document, {segment.text: segment.text.upper() for segment in document.segments}))
    elements, words = shown(browser, tmp_path / "a.html", source)
    assert shown(browser, tmp_path / "b.html", made) == (elements, words.upper())


def shown(browser: Tab, path: Path, page: bytes) -> tuple[list[str], str]:
    """The elements and the words of a page, blanks apart."""
    path.write_bytes(page)
    browser.open(path)
    return browser.run(ELEMENTS), "".join(browser.run(WORDS).split())

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.bilingual.sample import bitext, put, sample
from tests.bilingual.strategies import bitexts
from translator.bilingual import html
from translator.bilingual.base import Numbered, fields, row_of, rows
from translator.bilingual.html.parts import LONGEST_PAGE
from translator.bitext import Bitext, Origin, Pair
from translator.errors import SourceError


def numbered(of: Bitext) -> list[Numbered]:
    """The rows as a table keeps them."""
    found = []
    for number, row in enumerate(rows(of), 1):
        pair = row_of(fields(row)).pair
        found.append(Numbered(number, pair, row.where, row.segment, row.sentence, row.document))
    return found


@given(bitexts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
def test_a_page_holds_the_table(tmp_path: Path, of: Bitext) -> None:
    path = tmp_path / "berita.en.txt.id-en.html"
    put(html, of, path, b"")
    assert list(html.read(path)) == numbered(of)


def test_further_pages_are_read_with_the_first(tmp_path: Path) -> None:
    of = bitext([[Pair(f"Kapal {n}.", f"Ship {n}.", Origin.ENGINE)] for n in range(LONGEST_PAGE + 2)])
    path = tmp_path / "berita.en.txt.id-en.html"
    for page, chunks in html.files(path, of, ""):
        page.write_bytes(b"".join(chunks))
    assert list(html.read(path)) == numbered(of)


@pytest.mark.parametrize("page", ["", "<p>Kapal", '<script type="application/json" id="rows">{"rows": 1}</script>'])
def test_another_page_is_refused(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page)
    with pytest.raises(SourceError, match=r"a\.html: no bilingual page of Padan's that can be read"):
        list(html.read(tmp_path / "a.html"))


def test_a_page_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    put(html, sample(), path, b"")
    text = path.read_text("utf-8")
    path.write_text(text[: text.index('id="rows"') + 500], "utf-8")
    with pytest.raises(SourceError):
        list(html.read(path))

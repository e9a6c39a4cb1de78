from __future__ import annotations

from pathlib import Path

import pytest

from translator import termlists
from translator.errors import TermListError


def test_the_later_list_wins_and_it_is_said(tmp_path: Path) -> None:
    first, second = tmp_path / "a.tsv", tmp_path / "b.tsv"
    first.write_text("Rusia\tRussia\nkota\ttown\n")
    second.write_text("kota\tcity\n")
    terms, notices = termlists.load([first, second])
    assert {(term.source, term.targets) for term in terms} == {("Rusia", ("Russia",)), ("kota", ("city",))}
    assert len(notices) == 1
    assert "a.tsv:2" in notices[0]


def test_no_list_is_no_terms() -> None:
    assert termlists.load([]) == ((), ())


def test_a_broken_list_is_an_error_of_ours_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("Rusia\tRussia\nkota\n")
    with pytest.raises(TermListError, match=r"a\.tsv:2: ") as caught:
        termlists.load([tmp_path / "a.tsv"])
    assert (caught.value.exit_code, bool(caught.value.hint)) == (6, True)

"""The brackets of abbreviations that return behind their long forms."""

from __future__ import annotations

import pytest

from glossary import Match, Matcher, Term, TermKind
from glossary.source.brackets import settle_brackets
from tests.canned import CannedEngine
from translator.bitext import TermUse
from translator.enforcement.cascade import Task, enforce

GROUP = Term("kelompok kriminal bersenjata", ("armed criminal group",), TermKind.ORGANISATION, term_list="military")
SHORT = Term("KKB", ("armed criminal group",), TermKind.ABBREVIATION, term_list="military")


def translated(source: str, model: str) -> tuple[str, tuple[TermUse, ...]]:
    found: list[Match] = settle_brackets(source, Matcher([GROUP, SHORT]).find(source))
    (done,) = enforce(CannedEngine({source: [(model, None)]}), [Task(source, tuple(found))], beam=4)
    return done.text, done.terms


@pytest.mark.parametrize(
    ("model", "target"),
    [
        ("Armed criminal group (KKB) came", "Armed criminal group (KKB) came"),
        ("Armed criminal group came", "Armed criminal group (KKB) came"),
        ("Armed criminal group's men came", "Armed criminal group (KKB)'s men came"),
    ],
)
def test_an_abbreviation_stands_once_in_brackets_behind_its_long_form(model: str, target: str) -> None:
    text, uses = translated("kelompok kriminal bersenjata (KKB) datang", model)
    assert text == target
    assert [use.target_span and use.target_span.of(text) for use in uses] == ["Armed criminal group", "KKB"]

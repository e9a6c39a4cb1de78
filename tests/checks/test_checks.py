from __future__ import annotations

import importlib
import pkgutil

import pytest

from translator import checks
from translator.bitext import Finding, Origin, Pair, Severity, Status, TermUse
from translator.document import Span


def test_every_check_of_the_folder_is_listed_under_its_id() -> None:
    modules = {module.name for module in pkgutil.iter_modules(checks.__path__)} - {"base"}
    assert {*checks.CHECKS, *checks.DOCUMENT_CHECKS} == modules
    assert all(name == check.ID for name, check in checks.CHECKS.items())
    assert all(name == check.ID for name, check in checks.DOCUMENT_CHECKS.items())


@pytest.mark.parametrize("name", [*checks.CHECKS, *checks.DOCUMENT_CHECKS])
def test_every_check_has_a_manual_page(name: str) -> None:
    summary, _, page = (importlib.import_module(f"translator.checks.{name}").__doc__ or "").partition("\n")
    assert summary.endswith(".")
    assert len(page.split()) > 20


def test_a_pair_is_examined_by_all_checks() -> None:
    lost = TermUse("kapal perang", "warship", Status.MISSING, Span(2, 14), None)
    assert checks.examine(Pair("3 kapal perang", "ships", Origin.ENGINE, (lost,))) == (
        Finding("terms", Severity.ERROR, "kapal perang is not in the translation as warship"),
        Finding("numbers", Severity.ERROR, "3 is not in the translation as 3"),
    )
    assert checks.examine(Pair("Kapal itu", "The ship", Origin.ENGINE)) == ()


def test_a_document_is_examined_as_a_whole() -> None:
    def pair(form: str) -> Pair:
        use = TermUse("kapal perang", form, Status.NATURAL, Span(0, 12), Span(0, len(form)))
        return Pair("kapal perang", form, Origin.ENGINE, (use,))

    message = "kapal perang has 2 translations: warship (sentence 1), battleship (sentence 2)"
    found = list(checks.examine_document([pair("warship"), pair("battleship")]))
    assert found == [(1, Finding("consistency", Severity.WARNING, message))]

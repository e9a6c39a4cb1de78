"""What decides a translation, and what does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from glossary import Abbreviations, EnglishSpelling, Term, TermKind
from translator.batch.signatures import RunSignature
from translator.build import RunResources
from translator.formats import txt
from translator.settings import Settings
from translator.term_lists import TermLists

SHIP = Term("kapal", ("ship",), TermKind.VESSEL, variants=("bahtera",))


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"threads": 1}, True),
        ({"bilingual": ("jsonl",)}, True),
        ({"glossaries": (Path("military"),)}, True),
        ({"model": "starter"}, True),
        ({"beam": 1}, False),
        ({"wrapped": True}, False),
        ({"encoding": "cp1252"}, False),
        ({"keep_names": False}, False),
        ({"abbreviations": Abbreviations.FIRST}, False),
        ({"abbreviations": Abbreviations.KEEP}, False),
        ({"spelling": EnglishSpelling.BRITISH}, False),
        ({"engine": "marian"}, False),
    ],
)
def test_a_signature_tells_the_choices_that_matter(changes: dict[str, object], same: bool) -> None:
    settings = Settings()
    assert (signature(replace(settings, **changes)) == signature(settings)) is same  # type: ignore[arg-type]


def signature(settings: Settings, rules: str | None = None) -> str:
    return RunResources(settings, rules).signature


def test_other_rules_make_another_signature() -> None:
    current, older, old = (signature(Settings(), rules) for rules in (None, "older", "old"))
    assert len({current, older, old}) == 3


def terms(text: str, *glossary: Term) -> str:
    return RunSignature("s", TermLists(glossary)).terms_in_document(txt.parse(text.encode(), "a.txt"))


@pytest.mark.parametrize(
    ("glossary", "same"),
    [
        ([SHIP, Term("kota", ("city",))], True),
        ([Term("kota", ("city",)), SHIP], True),
        ([replace(SHIP, note="x", origin="y")], True),
        ([replace(SHIP, targets=("vessel",))], False),
        ([replace(SHIP, kind=None)], False),
        ([replace(SHIP, forbidden=("boat",))], False),
        ([replace(SHIP, plural=False)], False),
        ([replace(SHIP, verb=True)], False),
        ([SHIP, Term("kapal perang", ("warship",))], False),
        ([], False),
    ],
)
def test_the_terms_of_a_document_are_those_that_occur_in_it(glossary: list[Term], same: bool) -> None:
    text = "Kapal perang itu tiba. KAPAL ITU BERLABUH.\n\nSelesai.\n"
    assert (terms(text, *glossary) == terms(text, SHIP)) is same


def test_the_whole_glossary_has_a_digest_of_what_it_says() -> None:
    assert whole((SHIP,)) == whole((replace(SHIP, note="x", origin="y"),))
    assert whole((SHIP,)) != whole((replace(SHIP, variants=()),))
    assert whole((SHIP,)) != whole((), (SHIP,))


def whole(terms: tuple[Term, ...], defaults: tuple[Term, ...] = ()) -> str:
    return RunSignature("s", TermLists(terms, defaults)).glossary


def test_default_terms_count_too() -> None:
    document = txt.parse(b"Kapal itu tiba.\n", "a.txt")
    found = {
        RunSignature("s", TermLists(terms, defaults)).terms_in_document(document)
        for terms, defaults in (((), ()), ((), (SHIP,)), ((SHIP,), ()))
    }
    assert len(found) == 2

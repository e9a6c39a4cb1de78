"""The documents that Padan and other programs are compared by: Padan translates every place of them."""

from __future__ import annotations

import pytest

from benchmarks.peers.__main__ import DOCUMENTS, judged
from benchmarks.peers.places import PeerDocument
from benchmarks.peers.programs import Program, translated_by_padan


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_padan_translates_every_place_and_keeps_the_rest(document: PeerDocument) -> None:
    places, kept = len(document.places), len(document.kept)
    padan = Program("Padan", translated_by_padan)
    wanted = (f"{places} of {places}", f"{kept} of {kept}", "yes", "yes", "")
    assert judged(padan, document) == wanted


def test_a_program_that_changes_nothing_has_missed_every_place() -> None:
    copying = Program("copying", lambda path, _: path)
    document = DOCUMENTS[-1]
    assert judged(copying, document) == ("0 of 4", "0 of 0", "no", "yes", "left: pertama, kedua, butir, poin")


def test_a_program_that_does_not_read_a_document_has_an_empty_column() -> None:
    assert judged(Program("blind", lambda *_: None), DOCUMENTS[0]) == ("not read", "", "", "", "")

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.batch.canned_run import once
from translator.batch import ledger
from translator.batch.job import plan
from translator.batch.ledger import Ledger
from translator.batch.reading import read
from translator.batch.runners.local import Translated
from translator.batch.signatures import reviewed_in_memory
from translator.bitext import Bitext, Origin, Pair, Stamp
from translator.document import Document
from translator.memory import store
from translator.memory.entry import Reviewed
from translator.pipeline.join import assemble_bitext
from translator.pipeline.prepare import split_document
from translator.review.account import FolderAccount
from translator.settings import Settings

PAIRS = [
    Pair("Ya.", "Yeah.", Origin.MEMORY, reviewed=True),
    Pair("Tidak.", "No.", Origin.ENGINE),
    Pair("Ya.", "Yes.", Origin.ENGINE),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("arsip").mkdir()
    Path("arsip/a.txt").write_text("Ya.\nTidak.\nYa.\n")
    once(Path("arsip"), Path("english"))


def bitext(document: Document, pairs: Sequence[Pair]) -> Bitext:
    return assemble_bitext(document, split_document(document), pairs, Stamp("starter", "ct2", "0"))


def write(account: FolderAccount) -> None:
    """The only document, reviewed."""
    (job,) = plan([Path("arsip")], "english", ("tsv",)).jobs
    source = read(job, Settings())
    account.write(Translated(source, bitext(source.document, PAIRS)))


def account_of(book: Ledger) -> FolderAccount:
    return FolderAccount(Path("english"), book)


def test_what_is_written_is_known_and_an_edit_is_not() -> None:
    output = Path("english/a.txt")
    with ledger.opened(Path("english")) as book:
        account = account_of(book)
        before = book.entries["a.txt"]
        write(account)
        assert output.read_text() == "Yeah.\nNo.\nYes.\n"
        assert [account.knows(output), account.knows(Path("english/lain.txt"))] == [True, False]
        entry = book.entries["a.txt"]
        assert replace(entry, outputs=before.outputs) == before
        output.write_text("Mine.\n")
        assert not account.knows(output)


def test_a_document_whose_reviewed_sentences_the_memory_has_is_settled() -> None:
    with ledger.opened(Path("english")) as book, store.opened(Path("m.sqlite")) as memory:
        account = account_of(book)
        write(account)
        memory.remember_reviewed([Reviewed("Ya.", "Yep.")])
        account.settle(memory)
        entry = book.entries["a.txt"]
        assert entry.reviewed == reviewed_in_memory(memory, entry.sentence_keys) != ""


def test_a_document_that_another_one_can_give_something_is_not() -> None:
    with ledger.opened(Path("english")) as book, store.opened(Path("m.sqlite")) as memory:
        account = account_of(book)
        write(account)
        memory.remember_reviewed([Reviewed("Ya.", "Yeah."), Reviewed("Tidak.", "Not so.")])
        account.settle(memory)
        assert book.entries["a.txt"].reviewed == ""


def test_a_document_that_the_ledger_does_not_know_is_written_all_the_same() -> None:
    with ledger.opened(Path("english")) as book:
        book.entries.clear()
        account = account_of(book)
        write(account)
        assert Path("english/a.txt").read_text() == "Yeah.\nNo.\nYes.\n"
        assert account.written == {}
